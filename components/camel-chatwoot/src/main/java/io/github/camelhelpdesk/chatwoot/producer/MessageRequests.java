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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.chatwoot.ChatwootComponent;
import io.github.camelhelpdesk.chatwoot.ChatwootConstants;
import io.github.camelhelpdesk.chatwoot.model.ChatwootMessageRequest;
import io.github.camelhelpdesk.chatwoot.model.ChatwootMessageType;
import io.github.camelhelpdesk.chatwoot.transform.Requests;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;

/**
 * Makes a request of whatever the body is: a neutral message, a request, a Map or JSON with the fields of either, a message of
 * this component, or a plain text.
 */
final class MessageRequests {

    private static final Logger LOG = LoggerFactory.getLogger(MessageRequests.class);
    private static final String REPLY = "in_reply_to";

    private final String account;
    private final int maxTextLength;

    /**
     * @param account the account that is written to: only its own ids mean anything to it
     * @param maxTextLength most characters of a text; a longer one is split. Requests are sent as they are.
     */
    MessageRequests(String account, int maxTextLength) {
        this.account = account;
        this.maxTextLength = maxTextLength;
    }

    /** One request for each part; the first one is the reply, if it is one. */
    List<ChatwootMessageRequest> of(Exchange exchange) {
        List<ChatwootMessageRequest> parts = new ArrayList<>(parts(exchange));
        String replyTo = exchange.getMessage().getHeader(HelpdeskConstants.REPLY_TO_ID, String.class);
        parts.set(0, parts.get(0).withAttribute(REPLY, number(replyTo)));
        return parts;
    }

    /** Another provider's id is ignored: that a message answers another one is not worth losing it. */
    private static Long number(String id) {
        if (id != null && !id.matches("\\d{1,18}")) {
            LOG.debug("What the message answers is no id of a Chatwoot message and is ignored");
            return null;
        }
        return id == null ? null : Long.valueOf(id);
    }

    private List<ChatwootMessageRequest> parts(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof ChatwootMessageRequest request) {
            return List.of(request);
        }
        if (body instanceof HelpdeskMessage neutral) {
            return neutral(neutral, exchange.getMessage());
        }
        if (body instanceof Map<?, ?> map) {
            return json(HelpdeskJson.mapper().valueToTree(map), exchange.getMessage());
        }
        // The messages that consumers hand out are records; other bodies, such as files and streams, are text.
        HelpdeskMessage read = body instanceof Record
                ? exchange.getContext().getTypeConverter().tryConvertTo(HelpdeskMessage.class, exchange, body)
                : null;
        return read == null ? text(exchange.getMessage()) : neutral(read, exchange.getMessage());
    }

    private List<ChatwootMessageRequest> text(Message message) {
        String text = message.getBody(String.class);
        if (text == null) {
            throw new IllegalArgumentException("Nothing to send: the body is empty");
        }
        if (text.stripLeading().startsWith("{")) {
            return json(RequestBody.json(text), message);
        }
        String type = message.getHeader(ChatwootConstants.MESSAGE_TYPE, ChatwootMessageType.outgoing.name(), String.class);
        return Requests.parts(ChatwootMessageType.of(type), text,
                message.getHeader(ChatwootConstants.PRIVATE, false, Boolean.class), maxTextLength);
    }

    private List<ChatwootMessageRequest> json(JsonNode json, Message message) {
        if (json.has("direction") && (json.has("provider") || json.has("text"))) {
            return neutral(RequestBody.neutral(json), message);
        }
        return List.of(RequestBody.read(json, ChatwootMessageRequest.class));
    }

    private List<ChatwootMessageRequest> neutral(HelpdeskMessage neutral, Message message) {
        List<ChatwootMessageRequest> parts = new ArrayList<>(Requests.parts(neutral,
                message.getHeader(HelpdeskConstants.AUTHOR_PREFIX, String.class), maxTextLength));
        if (ChatwootComponent.SCHEME.equals(neutral.provider()) && account.equals(neutral.account())) {
            parts.set(0, parts.get(0).withAttribute(REPLY, number(neutral.inReplyTo())));
        }
        return parts;
    }
}
