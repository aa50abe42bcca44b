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
package io.github.camelhelpdesk.channelio.consumer;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.channelio.model.ChannelioUserChat;
import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.consumer.ConversationChange;
import io.github.camelhelpdesk.common.http.Item;

/** What in a list of conversations tells that one of them may have new messages. */
final class ChatVersion {

    private static final List<String> TIMES = List.of("deskUpdatedAt", "frontUpdatedAt", "updatedAt", "createdAt");
    private static final List<String> MESSAGES = List.of("deskMessageId", "frontMessageId", "userLastMessageId");

    private ChatVersion() {
    }

    /**
     * The change that an item stands for. An item that cannot be read as a whole still tells it.
     *
     * @param item the item
     * @param round becomes part of the version
     * @param readAt the provider's clock, for an item without any time: it is looked at; may be null
     * @return null when there is no id
     */
    static ConversationChange of(Item<ChannelioUserChat> item, int round, Instant readAt) {
        JsonNode chat = item.isReadable() ? HelpdeskJson.mapper().valueToTree(item.value()) : item.raw();
        String id = chat.path("id").asText("");
        if (id.isBlank()) {
            return null;
        }
        StringBuilder version = new StringBuilder().append(round);
        MESSAGES.forEach(name -> version.append('/').append(chat.path(name).asText("")));
        TIMES.forEach(name -> version.append('/').append(chat.path(name).asLong(0)));
        long changedAt = TIMES.stream().mapToLong(name -> chat.path(name).asLong(0)).max().orElse(0);
        return new ConversationChange(id, changedAt == 0 && readAt != null ? readAt : Instant.ofEpochMilli(changedAt),
                version.toString());
    }
}
