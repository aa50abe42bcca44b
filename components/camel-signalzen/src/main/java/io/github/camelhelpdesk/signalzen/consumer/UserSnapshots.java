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
package io.github.camelhelpdesk.signalzen.consumer;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.github.camelhelpdesk.common.ConversationStatus;
import io.github.camelhelpdesk.common.consumer.ConversationChange;
import io.github.camelhelpdesk.common.conversation.ConversationSnapshot;
import io.github.camelhelpdesk.common.http.Item;
import io.github.camelhelpdesk.signalzen.SignalzenConstants;
import io.github.camelhelpdesk.signalzen.model.SignalzenTime;
import io.github.camelhelpdesk.signalzen.model.SignalzenUser;

/** Users as conversations: closed where a webhook has told it, else as they were. */
final class UserSnapshots {

    private final Function<String, Optional<Instant>> closings;

    /** @param closings tells when a user was closed, as far as that is known */
    UserSnapshots(Function<String, Optional<Instant>> closings) {
        this.closings = closings;
    }

    /**
     * A user as it is now.
     *
     * @param readAt the provider's clock, for a user without any time; may be null
     * @return null without an id
     */
    ConversationSnapshot of(Item<SignalzenUser> item, Instant readAt) {
        ConversationChange change = UserVersion.of(item, readAt);
        if (change == null) {
            return null;
        }
        String id = change.conversationId();
        if (!item.isReadable()) {
            return new ConversationSnapshot(id, null, null, null, createdAt(item), change.changedAt(), null, item.raw(),
                    Map.of(SignalzenConstants.USER_ID, id), item.problem());
        }
        Optional<Instant> closedAt = closings.apply(id);
        Instant changedAt = closedAt.filter(closed -> closed.isAfter(change.changedAt())).orElse(change.changedAt());
        return new ConversationSnapshot(id, closedAt.isPresent() ? ConversationStatus.CLOSED : null, null,
                null, createdAt(item), changedAt, closedAt.orElse(null), item.value(),
                Map.of(SignalzenConstants.USER_ID, id, SignalzenConstants.USER, item.value()), null);
    }

    /** When a user came; null when it does not tell. */
    static Instant createdAt(Item<SignalzenUser> item) {
        return SignalzenTime.parse(
                item.isReadable() ? item.value().createdAt() : item.raw().path("created_at").asText(null));
    }
}
