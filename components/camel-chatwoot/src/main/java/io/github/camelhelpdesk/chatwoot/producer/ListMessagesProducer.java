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
import java.util.List;

import org.apache.camel.Exchange;

import io.github.camelhelpdesk.chatwoot.ChatwootConstants;
import io.github.camelhelpdesk.chatwoot.ChatwootEndpoint;
import io.github.camelhelpdesk.chatwoot.client.ChatwootClient;
import io.github.camelhelpdesk.chatwoot.consumer.ConversationReader;
import io.github.camelhelpdesk.chatwoot.model.ChatwootMessage;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.consumer.MessageBatch;
import io.github.camelhelpdesk.common.consumer.SourceMessage;

/** The messages of a conversation, by id. */
final class ListMessagesProducer extends ChatwootProducer {

    ListMessagesProducer(ChatwootEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected Object call(Exchange exchange) {
        String conversationId = conversationId(exchange);
        long afterId = headerOrOption(exchange, ChatwootConstants.AFTER_MESSAGE_ID, 0L, Long.class);
        return list(getEndpoint().client(), conversationId, afterId);
    }

    /**
     * All messages with a higher id.
     *
     * @throws HelpdeskException when one of them cannot be read: a list that silently lacks one would be wrong
     */
    static List<ChatwootMessage> list(ChatwootClient client, String conversationId, long afterId) {
        List<ChatwootMessage> messages = new ArrayList<>();
        ConversationReader reader = new ConversationReader(client, conversationId, afterId);
        for (MessageBatch batch = reader.next(); batch != null; batch = reader.next()) {
            for (SourceMessage message : batch.messages()) {
                requireReadable(message.unreadable(), "message " + message.id() + " of conversation " + conversationId);
                messages.add((ChatwootMessage) message.body());
            }
        }
        return List.copyOf(messages);
    }

    static void requireReadable(String problem, String what) {
        if (problem != null) {
            throw new HelpdeskException("Chatwoot's answer holds " + what + " in an " + problem, Outcome.UNCLEAR, 200, null,
                    false, null);
        }
    }
}
