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
package io.github.camelhelpdesk.testkit.channelio;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Copies of what is stored, for tests. */
final class Snapshots {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {
    };

    private Snapshots() {
    }

    static ChannelioMessage of(Message message) {
        return new ChannelioMessage(message.id, message.chat.id, message.person.type(), message.person.id(),
                message.person.name(), message.plainText, texts(message.blocks, "value"), texts(message.files, "name"),
                message.options, message.requestId, message.state,
                message.log == null ? null : message.log.path("action").asText(), message.createdAt,
                message.editedAt);
    }

    static ChannelioUser of(User user) {
        return new ChannelioUser(user.id, user.memberId, user.name(), MAPPER.convertValue(user.profile, MAP),
                List.copyOf(user.tags));
    }

    static ChannelioUserChat of(UserChat chat) {
        return new ChannelioUserChat(chat.id, chat.user.id, chat.user.name(), chat.state, chat.createdAt, chat.updatedAt,
                chat.messages.size());
    }

    static ChannelioWebhook of(Webhook webhook) {
        return new ChannelioWebhook(webhook.id, webhook.name, webhook.url, webhook.token, List.copyOf(webhook.scopes),
                webhook.blocked);
    }

    private static List<String> texts(JsonNode array, String field) {
        return StreamSupport.stream(array.spliterator(), false).map(item -> item.path(field).asText()).toList();
    }
}
