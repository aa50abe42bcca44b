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

import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

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

    private static final String REPLY = "in_reply_to";

    private final String account;

    /** @param account the account that is written to: only its own ids mean anything to it */
    MessageRequests(String account) {
        this.account = account;
    }

    ChatwootMessageRequest of(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof ChatwootMessageRequest request) {
            return request;
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

    private ChatwootMessageRequest text(Message message) {
        String text = message.getBody(String.class);
        if (text == null) {
            throw new IllegalArgumentException("Nothing to send: the body is empty");
        }
        if (text.stripLeading().startsWith("{")) {
            return json(RequestBody.json(text), message);
        }
        String type = message.getHeader(ChatwootConstants.MESSAGE_TYPE, ChatwootMessageType.outgoing.name(), String.class);
        return Requests.of(ChatwootMessageType.of(type), text,
                message.getHeader(ChatwootConstants.PRIVATE, false, Boolean.class));
    }

    private ChatwootMessageRequest json(JsonNode json, Message message) {
        if (json.has("direction") && (json.has("provider") || json.has("text"))) {
            return neutral(RequestBody.neutral(json), message);
        }
        return RequestBody.read(json, ChatwootMessageRequest.class);
    }

    private ChatwootMessageRequest neutral(HelpdeskMessage neutral, Message message) {
        ChatwootMessageRequest request = Requests.of(neutral, message.getHeader(HelpdeskConstants.AUTHOR_PREFIX, String.class));
        boolean own = ChatwootComponent.SCHEME.equals(neutral.provider()) && account.equals(neutral.account());
        return own ? request.withAttribute(REPLY, neutral.inReplyTo()) : request;
    }
}
