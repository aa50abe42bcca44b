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
package io.github.camelhelpdesk.channelio.producer;

import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;

import io.github.camelhelpdesk.channelio.MarkupEscape;
import io.github.camelhelpdesk.channelio.model.ChannelioMessage;
import io.github.camelhelpdesk.channelio.model.ChannelioMessageRequest;
import io.github.camelhelpdesk.channelio.transform.Requests;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;

/** What {@code sendMessage} takes as a body. */
final class MessageRequests {

    private final MarkupEscape escape;

    MessageRequests(MarkupEscape escape) {
        this.escape = escape;
    }

    /**
     * The request for the body of an exchange.
     *
     * @throws IllegalArgumentException when the body is nothing that can be sent, or empty
     */
    ChannelioMessageRequest request(Exchange exchange, String authorPrefix) {
        ChannelioMessageRequest request = made(exchange, authorPrefix);
        if (request.blocks().isEmpty() && request.files().isEmpty()) {
            throw new IllegalArgumentException("The body has neither a text nor files, so there is nothing to send");
        }
        return request;
    }

    private ChannelioMessageRequest made(Exchange exchange, String authorPrefix) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof ChannelioMessageRequest request) {
            return withBlocks(request);
        }
        if (body instanceof HelpdeskMessage message) {
            return Requests.of(message, authorPrefix, escape);
        }
        if (body instanceof ChannelioMessage) {
            return Requests.of(converted(exchange, body), authorPrefix, escape);
        }
        Map<String, Object> fields = RequestBody.object(exchange);
        if (fields == null) {
            return ofText(exchange, authorPrefix);
        }
        return fields.containsKey("direction") && (fields.containsKey("provider") || fields.containsKey("text"))
                ? Requests.of(converted(exchange, fields), authorPrefix, escape)
                : ofFields(fields, exchange, authorPrefix);
    }

    private ChannelioMessageRequest ofFields(Map<String, Object> fields, Exchange exchange, String authorPrefix) {
        boolean isRequest = fields.containsKey("blocks") || fields.containsKey("plainText") || fields.containsKey("files");
        // A person may write about JSON: a text that has none of our fields is a text.
        return !isRequest && exchange.getMessage().getBody() instanceof String ? ofText(exchange, authorPrefix)
                : withBlocks(RequestBody.as(fields, ChannelioMessageRequest.class));
    }

    private ChannelioMessageRequest ofText(Exchange exchange, String authorPrefix) {
        String text = exchange.getMessage().getBody(String.class);
        if (text == null || text.isBlank()) {
            return Requests.of("", List.of(), escape);
        }
        return Requests.of(authorPrefix == null ? text : authorPrefix + text, List.of(), escape);
    }

    /** Messages of {@code plainText} alone are not documented: it becomes a block. */
    private ChannelioMessageRequest withBlocks(ChannelioMessageRequest request) {
        if (!request.blocks().isEmpty() || request.plainText() == null) {
            return request;
        }
        return new ChannelioMessageRequest(Requests.of(request.plainText(), List.of(), escape).blocks(), null, request.files(),
                request.options(), request.requestId());
    }

    private static HelpdeskMessage converted(Exchange exchange, Object body) {
        return exchange.getContext().getTypeConverter().convertTo(HelpdeskMessage.class, exchange, body);
    }
}
