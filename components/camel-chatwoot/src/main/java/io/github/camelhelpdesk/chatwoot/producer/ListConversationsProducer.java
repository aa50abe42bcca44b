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
package io.github.camelhelpdesk.chatwoot.producer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;

import io.github.camelhelpdesk.chatwoot.ChatwootConstants;
import io.github.camelhelpdesk.chatwoot.ChatwootEndpoint;
import io.github.camelhelpdesk.chatwoot.client.ConversationPage;
import io.github.camelhelpdesk.chatwoot.model.ChatwootConversation;
import io.github.camelhelpdesk.common.http.Item;

/** All conversations, oldest first, each once. */
final class ListConversationsProducer extends ChatwootProducer {

    ListConversationsProducer(ChatwootEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected Object call(Exchange exchange) {
        Map<String, Object> filters = new HashMap<>();
        filters.put("status", headerOrOption(exchange, ChatwootConstants.STATUS, "all", String.class));
        filters.put("inbox_id", inboxId(exchange));
        filters.put("source_id", exchange.getMessage().getHeader(ChatwootConstants.SOURCE_ID, String.class));
        // The only order in which a new message moves no conversation to another page.
        filters.put("sort_by", "created_at_asc");
        Map<Long, ChatwootConversation> found = new LinkedHashMap<>();
        int before;
        int number = 1;
        do {
            before = found.size();
            filters.put("page", number++);
            readable(getEndpoint().client().conversations().list(filters).body())
                    .forEach(conversation -> found.putIfAbsent(conversation.id(), conversation));
        } while (found.size() > before);
        return List.copyOf(found.values());
    }

    private static List<ChatwootConversation> readable(ConversationPage page) {
        List<ChatwootConversation> conversations = new ArrayList<>();
        for (Item<ChatwootConversation> item : page.conversations()) {
            ListMessagesProducer.requireReadable(item.problem(), "a conversation");
            conversations.add(item.value());
        }
        return conversations;
    }
}
