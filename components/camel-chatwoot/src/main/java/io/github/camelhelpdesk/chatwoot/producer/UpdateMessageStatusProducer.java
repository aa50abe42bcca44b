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

/** Sets the status of a message of an API inbox. */
final class UpdateMessageStatusProducer extends ChatwootProducer {

    private static final List<String> STATUSES = List.of("sent", "delivered", "read", "failed");

    UpdateMessageStatusProducer(ChatwootEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected Object call(Exchange exchange) {
        String conversationId = conversationId(exchange);
        String messageId = messageId(exchange);
        String status = oneOf(exchange, ChatwootConstants.MESSAGE_STATUS, STATUSES);
        String reason = exchange.getMessage().getHeader(ChatwootConstants.EXTERNAL_ERROR, String.class);
        return getEndpoint().client().messages().updateStatus(conversationId, messageId, status, reason);
    }
}
