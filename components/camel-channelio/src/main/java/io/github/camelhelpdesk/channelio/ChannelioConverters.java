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
package io.github.camelhelpdesk.channelio;

import org.apache.camel.Converter;
import org.apache.camel.Exchange;

import io.github.camelhelpdesk.channelio.model.ChannelioMessage;
import io.github.camelhelpdesk.channelio.model.ChannelioMessageRequest;
import io.github.camelhelpdesk.channelio.model.ChannelioUser;
import io.github.camelhelpdesk.channelio.model.ChannelioUserChat;
import io.github.camelhelpdesk.channelio.transform.NeutralConversations;
import io.github.camelhelpdesk.channelio.transform.NeutralMessages;
import io.github.camelhelpdesk.channelio.transform.Requests;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.common.model.ConversationEventType;
import io.github.camelhelpdesk.common.model.HelpdeskConversation;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.producer.Preface;
import io.github.camelhelpdesk.common.transform.OwnHeader;

/** Type converters between Channel.io's messages and the neutral one. */
@Converter(generateLoader = true)
public final class ChannelioConverters {

    private ChannelioConverters() {
    }

    /** The neutral message; account, customer and author are those that the consumer has left in the headers. */
    @Converter
    public static HelpdeskMessage toNeutral(ChannelioMessage message, Exchange exchange) {
        return NeutralMessages.of(message,
                OwnHeader.account(exchange, ChannelioComponent.SCHEME),
                OwnHeader.of(exchange, ChannelioConstants.USER_CHAT_ID, message.chatId(), ChannelioConstants.USER,
                        ChannelioUser.class),
                OwnHeader.of(exchange, ChannelioConstants.MESSAGE_ID, message.id(), ChannelioConstants.AUTHOR, Author.class));
    }

    /** The neutral conversation; account, customer and event are those that the consumer has left in the headers. */
    @Converter
    public static HelpdeskConversation toNeutral(ChannelioUserChat chat, Exchange exchange) {
        return NeutralConversations.of(chat,
                OwnHeader.of(exchange, ChannelioConstants.USER_CHAT_ID, chat.id(), ChannelioConstants.USER,
                        ChannelioUser.class),
                OwnHeader.account(exchange, ChannelioComponent.SCHEME),
                OwnHeader.of(exchange, ChannelioConstants.USER_CHAT_ID, chat.id(), HelpdeskConstants.CONVERSATION_EVENT,
                        ConversationEventType.class));
    }

    /** What to send for a neutral message, with what the headers put before the text. */
    @Converter
    public static ChannelioMessageRequest toRequest(HelpdeskMessage message, Exchange exchange) {
        return Requests.of(message,
                exchange == null ? Preface.NONE : Preface.of(exchange.getMessage()),
                MarkupEscape.entities);
    }

    /** What to send to repeat a message of another account or conversation. */
    @Converter
    public static ChannelioMessageRequest toRequest(ChannelioMessage message, Exchange exchange) {
        return toRequest(toNeutral(message, exchange), exchange);
    }
}
