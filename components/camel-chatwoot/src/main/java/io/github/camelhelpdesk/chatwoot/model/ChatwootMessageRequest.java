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
package io.github.camelhelpdesk.chatwoot.model;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * A message to be written. Its content is sent as it stands: Markdown, and in outgoing messages a Liquid template.
 *
 * @param content text in Markdown, at most 150,000 characters; may be null
 * @param messageType outgoing (null means that too), or incoming, which API inboxes only take
 * @param isPrivate whether only agents see it; null for no
 * @param contentType null for {@code text}
 * @param contentAttributes further fields, kept by Chatwoot and given back; may be null
 * @param sourceId id in the channel; stops the delivery of outgoing messages in most inboxes that are not API inboxes
 * @param externalCreatedAt when it was written elsewhere, ISO-8601
 * @param templateParams WhatsApp template
 * @param ccEmails comma-separated, e-mail inboxes only
 * @param bccEmails comma-separated, e-mail inboxes only
 * @param toEmails comma-separated, e-mail inboxes only
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChatwootMessageRequest(String content, ChatwootMessageType messageType,
        @JsonProperty("private") Boolean isPrivate, String contentType, Map<String, Object> contentAttributes, String sourceId,
        String externalCreatedAt, Map<String, Object> templateParams, String ccEmails, String bccEmails, String toEmails) {

    /** A message with a text and nothing else. */
    public static ChatwootMessageRequest of(ChatwootMessageType type, String content, boolean isPrivate) {
        return new ChatwootMessageRequest(content, type, isPrivate, null, null, null, null, null, null, null, null);
    }

    /** Whether it is written in the customer's name. */
    public boolean isIncoming() {
        return messageType == ChatwootMessageType.incoming;
    }

    /** With one more content attribute; unchanged when the value is null. */
    public ChatwootMessageRequest withAttribute(String name, Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> attributes = contentAttributes == null ? new LinkedHashMap<>()
                : new LinkedHashMap<>(contentAttributes);
        attributes.put(name, value);
        return new ChatwootMessageRequest(content, messageType, isPrivate, contentType, attributes, sourceId, externalCreatedAt,
                templateParams, ccEmails, bccEmails, toEmails);
    }

    /** With another text. */
    public ChatwootMessageRequest withContent(String other) {
        return new ChatwootMessageRequest(other, messageType, isPrivate, contentType, contentAttributes, sourceId,
                externalCreatedAt, templateParams, ccEmails, bccEmails, toEmails);
    }

    /** With a source id. */
    public ChatwootMessageRequest withSourceId(String id) {
        return new ChatwootMessageRequest(content, messageType, isPrivate, contentType, contentAttributes, id,
                externalCreatedAt, templateParams, ccEmails, bccEmails, toEmails);
    }

    /** With the time at which it was written elsewhere. */
    public ChatwootMessageRequest withExternalCreatedAt(String time) {
        return new ChatwootMessageRequest(content, messageType, isPrivate, contentType, contentAttributes, sourceId, time,
                templateParams, ccEmails, bccEmails, toEmails);
    }

    /** The type only: logs must not carry a text. */
    @Override
    public String toString() {
        return "chatwoot request for an " + (isIncoming() ? "incoming" : "outgoing") + " message";
    }
}
