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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.consumer.MessageBatch;
import io.github.camelhelpdesk.common.consumer.SourceMessage;
import io.github.camelhelpdesk.common.http.Item;
import io.github.camelhelpdesk.common.model.AuthorType;
import io.github.camelhelpdesk.signalzen.SignalzenConstants;
import io.github.camelhelpdesk.signalzen.client.SignalzenClient;
import io.github.camelhelpdesk.signalzen.model.SignalzenMessage;
import io.github.camelhelpdesk.signalzen.model.SignalzenTime;
import io.github.camelhelpdesk.signalzen.model.SignalzenUser;

/** Makes batches for the consumer of what a list of messages holds. */
final class SourceMessages {

    private static final Logger LOG = LoggerFactory.getLogger(SourceMessages.class);

    private final String userId;
    private final Instant floor;
    private final Supplier<SignalzenUser> user;

    /**
     * @param userId the conversation
     * @param floor what was written before it is left out: nothing of it is owed, and nobody need be asked who wrote it
     * @param user gives the visitor, null when nothing is known
     */
    SourceMessages(String userId, Instant floor, Supplier<SignalzenUser> user) {
        this.userId = userId;
        this.floor = floor;
        this.user = user;
    }

    /**
     * A batch.
     *
     * @param items as listed, the oldest first; some may be there twice
     * @param readAt the provider's clock, or null
     */
    MessageBatch batch(List<Item<SignalzenMessage>> items, Instant readAt) {
        List<SourceMessage> messages = new ArrayList<>();
        Set<String> known = new HashSet<>();
        Instant before = items.stream().map(SourceMessages::createdAt).filter(Objects::nonNull).findFirst()
                .orElse(readAt == null ? Instant.EPOCH : readAt);
        for (Item<SignalzenMessage> item : items) {
            Instant own = createdAt(item);
            // Without a time it gets that of its older neighbour, which stays the same in later reads.
            before = own == null ? before : own;
            if (!before.isBefore(floor) && isNamed(item) && known.add(id(item))) {
                messages.add(message(item, before));
            }
        }
        messages.sort(Comparator.comparing(SourceMessage::createdAt).thenComparing(message -> Long.parseLong(message.id())));
        return new MessageBatch(List.copyOf(messages), readAt == null ? before : readAt);
    }

    /** When an item was written; null when it does not tell. */
    static Instant createdAt(Item<SignalzenMessage> item) {
        return item.isReadable() ? item.value().time() : SignalzenTime.parse(item.raw().path("created_at").asText(null));
    }

    /** Id of an item as a number; 0 when it is none. */
    static long number(Item<SignalzenMessage> item) {
        String id = id(item);
        return SignalzenClient.isId(id) ? Long.parseLong(id) : 0;
    }

    private static String id(Item<SignalzenMessage> item) {
        String id = item.isReadable() ? item.value().id() : item.raw().path("id").asText("");
        return id == null ? "" : id;
    }

    private boolean isNamed(Item<SignalzenMessage> item) {
        boolean isNamed = SignalzenClient.isId(id(item));
        if (!isNamed) {
            LOG.warn("A message of user {} has no id and is left out", userId);
        }
        return isNamed;
    }

    private SourceMessage message(Item<SignalzenMessage> item, Instant createdAt) {
        String problem = item.isReadable() && item.value().time() == null ? "created_at is missing or no time" : item.problem();
        Map<String, Object> headers = new HashMap<>();
        headers.put(SignalzenConstants.USER_ID, userId);
        headers.put(SignalzenConstants.MESSAGE_ID, id(item));
        if (problem != null) {
            Object body = item.isReadable() ? HelpdeskJson.mapper().valueToTree(item.value()) : item.raw();
            return new SourceMessage(id(item), createdAt, type(item), false, body, headers, problem, null);
        }
        SignalzenUser known = user.get();
        if (known != null) {
            headers.put(SignalzenConstants.USER, known);
        }
        // Without a version: there is no time of a change, and an edit or deletion cannot be seen for what it is.
        return new SourceMessage(id(item), createdAt, type(item), false, item.value(), headers, null, null);
    }

    /** What cannot be told of an unreadable one counts as a customer's: it must come through, and a person looks at it. */
    private static AuthorType type(Item<SignalzenMessage> item) {
        if (item.isReadable()) {
            return item.value().authorType();
        }
        JsonNode type = item.raw().path("sender_type");
        return SignalzenMessage.type(type.isTextual() ? type.asText() : "user",
                item.raw().path("auto_invitation").asBoolean());
    }
}
