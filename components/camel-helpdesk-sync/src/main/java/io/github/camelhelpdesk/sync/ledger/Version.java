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

import io.github.camelhelpdesk.common.model.HelpdeskMessage;

/**
 * Which state of a message a row carries.
 *
 * @param kind what it carries
 * @param revision 0 for the message as first taken in, one more for each later state
 * @param digest tells its content from others, see {@link ContentDigest}
 * @param editedAt the provider's stamp of its newest change, or null
 */
public record Version(MessageKind kind, int revision, String digest, Instant editedAt) {

    /** What cannot be read. */
    public static final Version UNREADABLE = new Version(MessageKind.MESSAGE, 0, ContentDigest.UNREADABLE, null);

    /** A message as it has just been read. */
    public static Version of(HelpdeskMessage message) {
        return new Version(message.deleted() ? MessageKind.DELETION : MessageKind.MESSAGE, 0, ContentDigest.of(message),
                message.updatedAt());
    }

    Version as(MessageKind other, int number) {
        return new Version(other, number, digest, editedAt);
    }
}
