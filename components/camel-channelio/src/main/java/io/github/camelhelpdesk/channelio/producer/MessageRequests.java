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
import io.github.camelhelpdesk.common.producer.Preface;

/** What {@code sendMessage} takes as a body. */
final class MessageRequests {

    private final MarkupEscape escape;
    private final int maxTextLength;

    /**
     * @param escape how markup characters are sent
     * @param maxTextLength most characters of a text; a longer one is split. Requests are sent as they are.
     */
    MessageRequests(MarkupEscape escape, int maxTextLength) {
        this.escape = escape;
        this.maxTextLength = maxTextLength;
    }

    /**
     * The requests for the body of an exchange, one for each part.
     *
     * @throws IllegalArgumentException when the body is nothing that can be sent, or empty
     */
    List<ChannelioMessageRequest> parts(Exchange exchange, Preface preface) {
        List<ChannelioMessageRequest> parts = made(exchange, preface);
        if (parts.get(0).blocks().isEmpty() && parts.get(0).files().isEmpty()) {
            throw new IllegalArgumentException("The body has neither a text nor files, so there is nothing to send");
        }
        return parts;
    }

    private List<ChannelioMessageRequest> made(Exchange exchange, Preface preface) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof ChannelioMessageRequest request) {
            return List.of(withBlocks(request));
        }
        if (body instanceof HelpdeskMessage message) {
            return neutral(message, preface);
        }
        if (body instanceof ChannelioMessage) {
            return neutral(converted(exchange, body), preface);
        }
        Map<String, Object> fields = RequestFields.object(exchange);
        if (fields == null) {
            return ofText(exchange, preface);
        }
        return fields.containsKey("direction") && (fields.containsKey("provider") || fields.containsKey("text"))
                ? neutral(converted(exchange, fields), preface)
                : ofFields(fields, exchange, preface);
    }

    private List<ChannelioMessageRequest> ofFields(Map<String, Object> fields, Exchange exchange, Preface preface) {
        boolean isRequest = fields.containsKey("blocks") || fields.containsKey("plainText") || fields.containsKey("files");
        // A person may write about JSON: a text that has none of our fields is a text.
        return !isRequest && exchange.getMessage().getBody() instanceof String ? ofText(exchange, preface)
                : List.of(withBlocks(RequestFields.as(fields, ChannelioMessageRequest.class)));
    }

    private List<ChannelioMessageRequest> ofText(Exchange exchange, Preface preface) {
        String text = exchange.getMessage().getBody(String.class);
        String said = text == null || text.isBlank() ? "" : preface.subject() + preface.author() + text;
        return Requests.parts(said, escape, maxTextLength);
    }

    private List<ChannelioMessageRequest> neutral(HelpdeskMessage message, Preface preface) {
        return Requests.parts(message, preface, escape, maxTextLength);
    }

    /** Messages of {@code plainText} alone are not documented: it becomes a block. */
    private ChannelioMessageRequest withBlocks(ChannelioMessageRequest request) {
        if (!request.blocks().isEmpty() || request.plainText() == null) {
            return request;
        }
        ChannelioMessageRequest text = Requests.parts(request.plainText(), escape, Integer.MAX_VALUE).get(0);
        return new ChannelioMessageRequest(text.blocks(), null, request.files(), request.options(), request.requestId());
    }

    private static HelpdeskMessage converted(Exchange exchange, Object body) {
        return exchange.getContext().getTypeConverter().convertTo(HelpdeskMessage.class, exchange, body);
    }
}
