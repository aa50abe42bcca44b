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
import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.producer.AttachmentCopier;
import io.github.camelhelpdesk.common.producer.Preface;
import io.github.camelhelpdesk.common.producer.RequestBody;

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

    /** The message in its parts; the first one is the reply, if it is one. */
    List<MessagePart> of(Exchange exchange) {
        List<MessagePart> parts = new ArrayList<>(parts(exchange));
        String replyTo = exchange.getMessage().getHeader(HelpdeskConstants.REPLY_TO_ID, String.class);
        return answering(parts, replyTo);
    }

    private static List<MessagePart> answering(List<MessagePart> parts, String id) {
        MessagePart first = parts.get(0);
        parts.set(0, first.with(first.request().withAttribute(REPLY, number(id))));
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

    private List<MessagePart> parts(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof ChatwootMessageRequest request) {
            return List.of(MessagePart.of(request));
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

    private List<MessagePart> text(Message message) {
        String text = message.getBody(String.class);
        if (text == null) {
            throw new IllegalArgumentException("Nothing to send: the body is empty");
        }
        if (text.stripLeading().startsWith("{")) {
            return json(RequestBody.json(text), message);
        }
        String type = message.getHeader(ChatwootConstants.MESSAGE_TYPE, ChatwootMessageType.outgoing.name(), String.class);
        return Requests.parts(ChatwootMessageType.of(type), text,
                message.getHeader(ChatwootConstants.PRIVATE, false, Boolean.class), maxTextLength).stream()
                .map(MessagePart::of).toList();
    }

    private List<MessagePart> json(JsonNode json, Message message) {
        if (RequestBody.isNeutral(json)) {
            return neutral(RequestBody.neutral(json), message);
        }
        return List.of(MessagePart.of(RequestBody.read(json, ChatwootMessageRequest.class)));
    }

    private List<MessagePart> neutral(HelpdeskMessage neutral, Message message) {
        List<Attachment> files = neutral.attachments().stream().filter(AttachmentCopier::isFile).toList();
        List<Attachment> links = neutral.attachments().stream().filter(each -> !AttachmentCopier.isFile(each)).toList();
        List<MessagePart> parts = new ArrayList<>(Requests.parts(neutral.toBuilder().attachments(links).build(),
                Preface.of(message),
                message.getHeader(HelpdeskConstants.SILENT, false, boolean.class), maxTextLength,
                files.size() * AttachmentCopier.LONGEST_NOTE).stream().map(MessagePart::of).toList());
        int last = parts.size() - 1;
        parts.set(last, new MessagePart(parts.get(last).request(), files, neutral.key()));
        boolean isOwn = ChatwootComponent.SCHEME.equals(neutral.provider()) && account.equals(neutral.account());
        return isOwn ? answering(parts, neutral.inReplyTo()) : parts;
    }
}
