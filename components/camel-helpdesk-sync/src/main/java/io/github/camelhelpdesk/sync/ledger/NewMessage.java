/*
 * Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file
 * except in compliance with the License. You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software distributed under the
 * License is distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND,
 * either express or implied. See the License for the specific language governing permissions
 * and limitations under the License.
 */
package io.github.camelhelpdesk.sync.ledger;

import java.time.Instant;

import io.github.camelhelpdesk.common.model.MessageKey;
import io.github.camelhelpdesk.sync.Marker;

/**
 * A message that asks to be let in.
 *
 * @param direction id of the direction
 * @param key where the source has it
 * @param marker what its copies will bear
 * @param content the message as JSON
 * @param createdAt when it was written, by the source's clock, or null
 * @param state where its row begins
 * @param reason why that is not pending, else null
 * @param version which state of the message it is
 */
public record NewMessage(long direction, MessageKey key, String marker, String content, Instant createdAt, MessageState state,
        String reason, Version version) {

    /** @param parkedReason why it cannot be delivered, or null when it can */
    public NewMessage(long direction, MessageKey key, String marker, String content, Instant createdAt, String parkedReason,
            Version version) {
        this(direction, key, marker, content, createdAt,
                parkedReason == null ? MessageState.PENDING : MessageState.PARKED, parkedReason, version);
    }

    /** A message as it was first written. */
    public NewMessage(long direction, MessageKey key, String marker, String content, Instant createdAt, String parkedReason) {
        this(direction, key, marker, content, createdAt, parkedReason,
                new Version(MessageKind.MESSAGE, 0, ContentDigest.ofContent(content), null));
    }

    /** The same with another beginning. */
    public NewMessage begins(MessageState otherState, String why) {
        return new NewMessage(direction, key, marker, content, createdAt, otherState, why, version);
    }

    /** The same as a later state of a message that is known already. */
    NewMessage as(MessageKind kind, int revision) {
        return new NewMessage(direction, key, Marker.withRevision(marker, revision), content, createdAt, state, reason,
                version.as(kind, revision));
    }

    /** The same for a database that refuses it as it came. */
    public NewMessage escaped(String refusal) {
        return new NewMessage(direction, Escape.key(key), marker, Escape.text(content), createdAt,
                "The ledger's database refused the message as it came: " + refusal, version);
    }

    /** The same as a later revision. */
    public NewMessage as(int revision) {
        return as(version.kind(), revision);
    }

    /** Whether the source's consumer could read it. */
    public boolean isReadable() {
        return !ContentDigest.UNREADABLE.equals(version.digest());
    }

    /** Whether it says that the message was deleted. */
    public boolean isDeletion() {
        return version.kind() == MessageKind.DELETION;
    }

    /** The key only: logs must not carry a customer's text. */
    @Override
    public String toString() {
        return "message " + key;
    }
}
