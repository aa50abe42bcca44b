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
package io.github.camelhelpdesk.acquire;

import org.apache.camel.Converter;
import org.apache.camel.Exchange;

import io.github.camelhelpdesk.acquire.model.AcquireCase;
import io.github.camelhelpdesk.acquire.model.AcquireContact;
import io.github.camelhelpdesk.acquire.model.AcquireMessage;
import io.github.camelhelpdesk.acquire.model.AcquireMessageRequest;
import io.github.camelhelpdesk.acquire.transform.NeutralConversations;
import io.github.camelhelpdesk.acquire.transform.NeutralMessages;
import io.github.camelhelpdesk.acquire.transform.Requests;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.common.model.ConversationEventType;
import io.github.camelhelpdesk.common.model.HelpdeskConversation;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.producer.Preface;
import io.github.camelhelpdesk.common.transform.OwnHeader;

/** Type converters between Acquire's messages and cases and the neutral ones. */
@Converter(generateLoader = true)
public final class AcquireConverters {

    private AcquireConverters() {
    }

    /** The neutral message; account, thread, customer and author are those that the consumer has left in the headers. */
    @Converter
    public static HelpdeskMessage toNeutral(AcquireMessage message, Exchange exchange) {
        return NeutralMessages.of(message, OwnHeader.account(exchange, AcquireComponent.SCHEME),
                header(exchange, message, AcquireConstants.THREAD_ID, String.class),
                header(exchange, message, AcquireConstants.CONTACT, AcquireContact.class),
                header(exchange, message, AcquireConstants.AUTHOR, Author.class));
    }

    /** The neutral conversation; account and event are those that the consumer has left in the headers. */
    @Converter
    public static HelpdeskConversation toNeutral(AcquireCase value, Exchange exchange) {
        return NeutralConversations.of(value, OwnHeader.account(exchange, AcquireComponent.SCHEME),
                OwnHeader.of(exchange, AcquireConstants.CASE_ID, value.id(), HelpdeskConstants.CONVERSATION_EVENT,
                        ConversationEventType.class));
    }

    /** What to send for a neutral message, with what the headers put before the text where Acquire cannot show it. */
    @Converter
    public static AcquireMessageRequest toRequest(HelpdeskMessage message, Exchange exchange) {
        return Requests.of(message,
                exchange == null ? Preface.NONE : Preface.of(exchange.getMessage()));
    }

    /** What to send to repeat a message of another account or conversation. */
    @Converter
    public static AcquireMessageRequest toRequest(AcquireMessage message, Exchange exchange) {
        return toRequest(toNeutral(message, exchange), exchange);
    }

    private static <T> T header(Exchange exchange, AcquireMessage message, String name, Class<T> type) {
        return OwnHeader.of(exchange, AcquireConstants.MESSAGE_ID, message.messageId(), name, type);
    }
}
