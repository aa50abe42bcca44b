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
package io.github.camelhelpdesk.channelio.webhook;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.channelio.ChannelioConstants;
import io.github.camelhelpdesk.common.webhook.WakeUp;
import io.github.camelhelpdesk.common.webhook.WebhookEvents;

/**
 * Reads the bodies of Channel.io's webhooks: {@code event}, {@code type}, and the object itself as {@code entity}. The page
 * "Getting started" prints the type in small letters and capitalised; some deliveries come without one.
 */
final class ChannelioEvents implements WebhookEvents {

    private static final String USER_CHAT = "userChat";

    private final String userChatId;

    /** @param userChatId the one conversation that is read, or null for all */
    ChannelioEvents(String userChatId) {
        this.userChatId = userChatId;
    }

    @Override
    public boolean isOurs(JsonNode event) {
        String conversation = conversation(event);
        return userChatId == null || conversation == null || userChatId.equals(conversation);
    }

    @Override
    public Optional<WakeUp> wakeUp(JsonNode event) {
        String conversation = conversation(event);
        if (conversation == null) {
            return Optional.empty();
        }
        JsonNode entity = event.path("entity");
        return Optional.of(new WakeUp(conversation, isMessage(event) && hasChanged(entity) ? text(entity, "id") : null));
    }

    @Override
    public Map<String, Object> headers(JsonNode event) {
        Map<String, Object> headers = new HashMap<>();
        headers.put(ChannelioConstants.EVENT, text(event, "event"));
        headers.put(ChannelioConstants.EVENT_TYPE, text(event, "type"));
        headers.put(ChannelioConstants.USER_CHAT_ID, conversation(event));
        headers.put(ChannelioConstants.MESSAGE_ID, isMessage(event) ? text(event.path("entity"), "id") : null);
        return headers;
    }

    /** The conversation that an event is about; null for team chats, users and whatever else there is. */
    private static String conversation(JsonNode event) {
        JsonNode entity = event.path("entity");
        if (isMessage(event)) {
            return USER_CHAT.equalsIgnoreCase(entity.path("chatType").asText()) ? text(entity, "chatId") : null;
        }
        return USER_CHAT.equalsIgnoreCase(event.path("type").asText()) ? text(entity, "id") : null;
    }

    private static boolean isMessage(JsonNode event) {
        String type = text(event, "type");
        return type == null ? event.path("entity").has("chatType") : "message".equalsIgnoreCase(type);
    }

    /** A new message is found by reading on; one that was edited or removed would not be. */
    private static boolean hasChanged(JsonNode message) {
        boolean updated = message.hasNonNull("updatedAt")
                && message.path("updatedAt").asLong() != message.path("createdAt").asLong();
        return updated || message.hasNonNull("editedAt") || "removed".equalsIgnoreCase(message.path("state").asText());
    }

    private static String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isTextual() && !value.asText().isBlank() ? value.asText() : null;
    }
}
