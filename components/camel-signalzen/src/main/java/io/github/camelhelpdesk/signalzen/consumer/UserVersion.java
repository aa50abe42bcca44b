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

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.common.consumer.ConversationChange;
import io.github.camelhelpdesk.common.consumer.MessageVersion;
import io.github.camelhelpdesk.common.http.Item;
import io.github.camelhelpdesk.signalzen.client.SignalzenClient;
import io.github.camelhelpdesk.signalzen.model.SignalzenTime;
import io.github.camelhelpdesk.signalzen.model.SignalzenUser;

/** What in a list of users tells that one of them may have new messages: its times. */
final class UserVersion {

    /** Times may be kept in whole seconds, and so is the clock that they are compared with. */
    private static final Duration RESOLUTION = Duration.ofSeconds(2);

    private UserVersion() {
    }

    /**
     * The change that an item stands for. An item that cannot be read as a whole still tells it.
     *
     * @param item the item
     * @param readAt the provider's clock, for an item without any time: it is looked at; may be null
     * @return null when there is no id
     */
    static ConversationChange of(Item<SignalzenUser> item, Instant readAt) {
        return item.isReadable() ? readable(item.value(), readAt) : unreadable(item.raw(), readAt);
    }

    private static ConversationChange readable(SignalzenUser user, Instant readAt) {
        return change(user.id(), user.changedAt(), user.updatedAt() + "/" + user.onlineAt(), readAt);
    }

    private static ConversationChange unreadable(JsonNode raw, Instant readAt) {
        Instant changedAt = Stream.of("created_at", "updated_at", "online_at")
                .map(name -> SignalzenTime.parse(raw.path(name).asText(null))).filter(Objects::nonNull)
                .max(Instant::compareTo).orElse(null);
        return change(raw.path("id").asText(""), changedAt, MessageVersion.of(raw), readAt);
    }

    private static ConversationChange change(String id, Instant changedAt, String version, Instant readAt) {
        if (id == null || !SignalzenClient.isId(id)) {
            return null;
        }
        if (changedAt == null) {
            return new ConversationChange(id, readAt == null ? Instant.EPOCH : readAt, version);
        }
        // As long as the time may stand for another change as well, it is looked at again.
        boolean isFresh = readAt != null && !changedAt.isBefore(readAt.minus(RESOLUTION));
        return new ConversationChange(id, changedAt, isFresh ? version + "@" + readAt.getEpochSecond() : version);
    }
}
