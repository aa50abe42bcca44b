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
import io.github.camelhelpdesk.chatwoot.model.ChatwootConversation;
import io.github.camelhelpdesk.chatwoot.model.ChatwootConversationRequest;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.producer.RequestBody;

/** Opens a conversation of a contact in an inbox. */
final class CreateConversationProducer extends ChatwootProducer {

    CreateConversationProducer(ChatwootEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected Object call(Exchange exchange) {
        ChatwootConversationRequest body = RequestBody.read(exchange, ChatwootConversationRequest.class);
        ChatwootConversationRequest request = body == null
                ? new ChatwootConversationRequest(null, null, null, null, null, null)
                : body;
        ChatwootConversation created = getEndpoint().client().conversations().create(new ChatwootConversationRequest(
                inbox(exchange, request.inboxId()), contact(exchange, request.contactId()),
                headerOrOption(exchange, ChatwootConstants.SOURCE_ID, request.sourceId(), String.class), request.status(),
                request.additionalAttributes(), request.customAttributes()));
        exchange.getMessage().setHeader(HelpdeskConstants.CONVERSATION_ID, created.id().toString());
        return created;
    }

    private Long inbox(Exchange exchange, Long inBody) {
        Long id = inboxId(exchange) == null ? inBody : inboxId(exchange);
        if (id == null) {
            throw new IllegalArgumentException("createConversation needs an inbox: set the header " + ChatwootConstants.INBOX_ID
                    + ", the option inboxId, or inbox_id in the body");
        }
        return id;
    }

    private static Long contact(Exchange exchange, Long inBody) {
        Long id = headerOrOption(exchange, ChatwootConstants.CONTACT_ID, inBody, Long.class);
        if (id == null) {
            throw new IllegalArgumentException("createConversation needs a contact: set the header "
                    + ChatwootConstants.CONTACT_ID + " or contact_id in the body");
        }
        return id;
    }
}
