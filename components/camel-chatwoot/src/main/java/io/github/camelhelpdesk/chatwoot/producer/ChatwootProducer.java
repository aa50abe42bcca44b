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

import java.util.List;

import org.apache.camel.Exchange;

import io.github.camelhelpdesk.chatwoot.ChatwootConstants;
import io.github.camelhelpdesk.chatwoot.ChatwootEndpoint;
import io.github.camelhelpdesk.common.producer.HelpdeskProducer;

/** What the producers of this component share. */
abstract class ChatwootProducer extends HelpdeskProducer {

    ChatwootProducer(ChatwootEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    public ChatwootEndpoint getEndpoint() {
        return (ChatwootEndpoint) super.getEndpoint();
    }

    /** The inbox of the header, else of the option; one that came with a message of another account does not count. */
    final Long inboxId(Exchange exchange) {
        Long header = ownHeader(exchange, ChatwootConstants.INBOX_ID, Long.class);
        return header == null ? getEndpoint().getConfiguration().getInboxId() : header;
    }

    /** The conversation to work on. */
    final String conversationId(Exchange exchange) {
        Long option = getEndpoint().getConversationId();
        return conversation(exchange, ChatwootConstants.CONVERSATION_ID, option == null ? null : option.toString(),
                "conversationId");
    }

    /** The message to work on; an id that came with a message of another account is somebody else's message here. */
    final String messageId(Exchange exchange) {
        String id = ownHeader(exchange, ChatwootConstants.MESSAGE_ID, String.class);
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException(getEndpoint().getOperation() + " does not know which message: set the header "
                    + ChatwootConstants.MESSAGE_ID + " to its id");
        }
        return id;
    }

    /** The word in a header; one that came with a message of another account does not count. */
    final String oneOf(Exchange exchange, String header, List<String> words) {
        String word = ownHeader(exchange, header, String.class);
        if (word == null || !words.contains(word)) {
            throw new IllegalArgumentException(
                    getEndpoint().getOperation() + ": header " + header + " is " + (word == null ? "missing" : "'" + word + "'")
                            + "; use one of " + String.join(", ", words));
        }
        return word;
    }
}
