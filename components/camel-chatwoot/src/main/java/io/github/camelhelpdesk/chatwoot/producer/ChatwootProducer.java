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

    @Override
    protected String account() {
        return getEndpoint().account();
    }
}
