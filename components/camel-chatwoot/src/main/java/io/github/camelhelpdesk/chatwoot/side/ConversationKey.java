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
package io.github.camelhelpdesk.chatwoot.side;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.chatwoot.client.ChatwootClient;
import io.github.camelhelpdesk.chatwoot.model.ChatwootConversation;
import io.github.camelhelpdesk.common.http.Item;

/**
 * Reads back the key of a conversation: the source id of its contact's session. The conversation itself does not say it, its
 * last message does (message.rb, push_event_data). Of one without a message, the contact's sessions are tried.
 */
public final class ConversationKey {

    private final ChatwootClient client;

    /** @param client the client */
    public ConversationKey(ChatwootClient client) {
        this.client = client;
    }

    /** The key; any session's source id, whoever has chosen it. */
    public Optional<String> of(String conversationId) {
        JsonNode conversation = client.conversations().json(conversationId);
        Optional<String> said = messages(conversation).map(ConversationKey::sourceId).filter(id -> !id.isEmpty()).findFirst();
        return said.or(() -> session(conversationId, conversation));
    }

    private static Stream<JsonNode> messages(JsonNode conversation) {
        List<JsonNode> messages = new ArrayList<>();
        conversation.path("messages").forEach(messages::add);
        messages.add(conversation.path("last_non_activity_message"));
        return messages.stream();
    }

    private static String sourceId(JsonNode message) {
        return message.path("conversation").path("contact_inbox").path("source_id").asText("");
    }

    private Optional<String> session(String conversationId, JsonNode conversation) {
        long contact = conversation.path("meta").path("sender").path("id").asLong();
        long inbox = conversation.path("inbox_id").asLong();
        if (contact == 0 || inbox == 0) {
            return Optional.empty();
        }
        // Even an only one is asked about: sessions move when contacts are merged.
        return client.contactInboxes().sourceIds(contact, inbox).stream().filter(key -> holds(inbox, key, conversationId))
                .findFirst();
    }

    private boolean holds(long inbox, String key, String conversationId) {
        return client.conversations().list(Map.of("status", "all", "inbox_id", inbox, "source_id", key)).body().conversations()
                .stream()
                .anyMatch(item -> conversationId.equals(id(item)));
    }

    private static String id(Item<ChatwootConversation> item) {
        return item.isReadable() ? String.valueOf(item.value().id()) : item.raw().path("id").asText();
    }
}
