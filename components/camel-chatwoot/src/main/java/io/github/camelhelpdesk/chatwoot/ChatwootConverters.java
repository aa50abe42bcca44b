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
package io.github.camelhelpdesk.chatwoot;

import org.apache.camel.Converter;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

import io.github.camelhelpdesk.chatwoot.model.ChatwootContact;
import io.github.camelhelpdesk.chatwoot.model.ChatwootConversation;
import io.github.camelhelpdesk.chatwoot.model.ChatwootMessage;
import io.github.camelhelpdesk.chatwoot.model.ChatwootMessageRequest;
import io.github.camelhelpdesk.chatwoot.transform.NeutralConversations;
import io.github.camelhelpdesk.chatwoot.transform.NeutralMessages;
import io.github.camelhelpdesk.chatwoot.transform.Requests;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.model.ConversationEventType;
import io.github.camelhelpdesk.common.model.HelpdeskConversation;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;

/** Type converters between Chatwoot's messages and conversations and the neutral ones. */
@Converter(generateLoader = true)
public final class ChatwootConverters {

    private ChatwootConverters() {
    }

    /** The neutral message; account and contact are those that the consumer has left in the headers. */
    @Converter
    public static HelpdeskMessage toNeutral(ChatwootMessage message, Exchange exchange) {
        String account = header(exchange, HelpdeskConstants.PROVIDER, ChatwootComponent.SCHEME, HelpdeskConstants.ACCOUNT,
                String.class);
        ChatwootContact contact = header(exchange, ChatwootConstants.CONVERSATION_ID, message.conversationId(),
                ChatwootConstants.CONTACT, ChatwootContact.class);
        return NeutralMessages.of(message, account, contact);
    }

    /** The neutral conversation; account and event are those that the consumer has left in the headers. */
    @Converter
    public static HelpdeskConversation toNeutral(ChatwootConversation conversation, Exchange exchange) {
        return NeutralConversations.of(conversation,
                header(exchange, HelpdeskConstants.PROVIDER, ChatwootComponent.SCHEME, HelpdeskConstants.ACCOUNT, String.class),
                header(exchange, ChatwootConstants.CONVERSATION_ID, conversation.id(), HelpdeskConstants.CONVERSATION_EVENT,
                        ConversationEventType.class));
    }

    /** What to send for a neutral message, with the author prefix of the headers where Chatwoot cannot show the author. */
    @Converter
    public static ChatwootMessageRequest toRequest(HelpdeskMessage message, Exchange exchange) {
        if (exchange == null) {
            return Requests.of(message, null, false);
        }
        return Requests.of(message, exchange.getMessage().getHeader(HelpdeskConstants.AUTHOR_PREFIX, String.class),
                exchange.getMessage().getHeader(HelpdeskConstants.SILENT, false, boolean.class));
    }

    /** What to send to repeat a message of another account or conversation. */
    @Converter
    public static ChatwootMessageRequest toRequest(ChatwootMessage message, Exchange exchange) {
        return toRequest(toNeutral(message, exchange), exchange);
    }

    /** A header that belongs to the message: another message in the same exchange, out of a list for instance, has none. */
    private static <T> T header(Exchange exchange, String owner, Object expected, String name, Class<T> type) {
        if (exchange == null) {
            return null;
        }
        Message in = exchange.getMessage();
        boolean isOwn = expected != null && expected.toString().equals(in.getHeader(owner, String.class));
        return isOwn ? in.getHeader(name, type) : null;
    }
}
