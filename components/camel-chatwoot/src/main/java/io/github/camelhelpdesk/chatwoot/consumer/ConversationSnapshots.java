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
package io.github.camelhelpdesk.chatwoot.consumer;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.chatwoot.ChatwootConstants;
import io.github.camelhelpdesk.chatwoot.model.ChatwootConversation;
import io.github.camelhelpdesk.chatwoot.transform.NeutralConversations;
import io.github.camelhelpdesk.common.conversation.ConversationSnapshot;
import io.github.camelhelpdesk.common.http.Item;

/** Chatwoot's conversations as snapshots. It does not say when one was resolved. */
final class ConversationSnapshots {

    private final ProviderClock clock;

    ConversationSnapshots(ProviderClock clock) {
        this.clock = clock;
    }

    /** Those that have an id. */
    List<ConversationSnapshot> of(List<Item<ChatwootConversation>> items) {
        return items.stream().map(this::of).filter(Objects::nonNull).toList();
    }

    /** A snapshot, or null when the item has no id. */
    ConversationSnapshot of(Item<ChatwootConversation> item) {
        if (!item.isReadable()) {
            return unreadable(item.raw(), item.problem());
        }
        ChatwootConversation conversation = item.value();
        if (conversation.id() == null) {
            return UnreadableItems.withoutId("conversation");
        }
        String problem = conversation.status() == null ? "it has no status" : null;
        return new ConversationSnapshot(conversation.id().toString(), NeutralConversations.status(conversation),
                NeutralConversations.assigneeId(conversation), conversation.labels(), conversation.createdAt(),
                conversation.updatedAt() == null ? clock.now() : conversation.updatedAt(), null, conversation,
                headers(conversation), problem);
    }

    private ConversationSnapshot unreadable(JsonNode raw, String problem) {
        long id = raw.path("id").asLong();
        if (id <= 0) {
            return UnreadableItems.withoutId("conversation");
        }
        double seconds = raw.path("updated_at").asDouble();
        Instant changedAt = seconds > 0 ? Instant.ofEpochMilli((long) (seconds * 1000)) : clock.now();
        return new ConversationSnapshot(Long.toString(id), null, null, null, null, changedAt, null, raw,
                Map.of(ChatwootConstants.CONVERSATION_ID, id), problem);
    }

    private static Map<String, Object> headers(ChatwootConversation conversation) {
        Map<String, Object> headers = new HashMap<>();
        headers.put(ChatwootConstants.CONVERSATION_ID, conversation.id());
        if (conversation.inboxId() != null) {
            headers.put(ChatwootConstants.INBOX_ID, conversation.inboxId());
        }
        if (conversation.meta() != null && conversation.meta().sender() != null) {
            headers.put(ChatwootConstants.CONTACT, conversation.meta().sender());
        }
        return headers;
    }
}
