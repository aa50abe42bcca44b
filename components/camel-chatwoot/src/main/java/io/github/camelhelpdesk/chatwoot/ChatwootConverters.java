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
import io.github.camelhelpdesk.common.producer.Preface;
import io.github.camelhelpdesk.common.transform.OwnHeader;

/** Type converters between Chatwoot's messages and conversations and the neutral ones. */
@Converter(generateLoader = true)
public final class ChatwootConverters {

    private ChatwootConverters() {
    }

    /** The neutral message; account and contact are those that the consumer has left in the headers. */
    @Converter
    public static HelpdeskMessage toNeutral(ChatwootMessage message, Exchange exchange) {
        String account = OwnHeader.account(exchange, ChatwootComponent.SCHEME);
        ChatwootContact contact = OwnHeader.of(exchange, ChatwootConstants.CONVERSATION_ID, message.conversationId(),
                ChatwootConstants.CONTACT, ChatwootContact.class);
        return NeutralMessages.of(message, account, contact);
    }

    /** The neutral conversation; account and event are those that the consumer has left in the headers. */
    @Converter
    public static HelpdeskConversation toNeutral(ChatwootConversation conversation, Exchange exchange) {
        return NeutralConversations.of(conversation,
                OwnHeader.account(exchange, ChatwootComponent.SCHEME),
                OwnHeader.of(exchange, ChatwootConstants.CONVERSATION_ID, conversation.id(),
                        HelpdeskConstants.CONVERSATION_EVENT,
                        ConversationEventType.class));
    }

    /** What to send for a neutral message, with what the headers put before the text where Chatwoot cannot show it. */
    @Converter
    public static ChatwootMessageRequest toRequest(HelpdeskMessage message, Exchange exchange) {
        if (exchange == null) {
            return Requests.of(message, Preface.NONE, false);
        }
        return Requests.of(message, Preface.of(exchange.getMessage()),
                exchange.getMessage().getHeader(HelpdeskConstants.SILENT, false, boolean.class));
    }

    /** What to send to repeat a message of another account or conversation. */
    @Converter
    public static ChatwootMessageRequest toRequest(ChatwootMessage message, Exchange exchange) {
        return toRequest(toNeutral(message, exchange), exchange);
    }
}
