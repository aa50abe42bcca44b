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

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

import org.apache.camel.Exchange;

import io.github.camelhelpdesk.chatwoot.ChatwootConstants;
import io.github.camelhelpdesk.chatwoot.ChatwootEndpoint;

/** Opens, resolves, snoozes a conversation, or sets it to pending. */
final class UpdateConversationStatusProducer extends ChatwootProducer {

    private static final List<String> STATUSES = List.of("open", "resolved", "pending", "snoozed");

    UpdateConversationStatusProducer(ChatwootEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected Object call(Exchange exchange) {
        String conversationId = conversationId(exchange);
        // Chatwoot answers an unknown status with 500, which would look as if trying again could help.
        String status = oneOf(exchange, ChatwootConstants.STATUS, STATUSES);
        Instant until = snoozedUntil(exchange);
        if (until != null && !status.equals("snoozed")) {
            throw new IllegalArgumentException(
                    "Header " + ChatwootConstants.SNOOZED_UNTIL + " goes with the status snoozed, not with "
                            + status);
        }
        return getEndpoint().client().conversations().toggleStatus(conversationId, status, until);
    }

    private static Instant snoozedUntil(Exchange exchange) {
        Object value = exchange.getMessage().getHeader(ChatwootConstants.SNOOZED_UNTIL);
        try {
            return value == null || value instanceof Instant ? (Instant) value : Instant.parse(value.toString());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Header " + ChatwootConstants.SNOOZED_UNTIL + " is '" + value
                    + "'; use an Instant or a text such as 2026-08-01T09:00:00Z", e);
        }
    }
}
