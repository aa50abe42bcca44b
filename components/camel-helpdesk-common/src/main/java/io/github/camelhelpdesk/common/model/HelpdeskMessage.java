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
package io.github.camelhelpdesk.common.model;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * The neutral message: what every provider's message can be turned into, and what every sender takes. Its JSON has the
 * names of the components; times are ISO-8601 in UTC with milliseconds.
 *
 * @param provider scheme of the component that the message was read by
 * @param account the account's lasting identity
 * @param conversationId conversation id at the provider
 * @param id message id at the provider; the first four together are the {@link #key() key}
 * @param channel {@code chat}, {@code mail}, {@code sms} or another word of the provider
 * @param subject subject of a mail, else null
 * @param direction from the customer or to the customer
 * @param author who wrote it
 * @param contact the customer of the conversation, as far as known
 * @param visibility public, or private to the help desk
 * @param text the text, always plain; empty when there is none, for instance in a message with only a file
 * @param html the text as HTML when the provider has it, else null
 * @param format format of the original text
 * @param attachments files, never null
 * @param inReplyTo id of the message that this one answers, or null
 * @param createdAt when it was written, by the provider's clock
 * @param updatedAt when it was last changed, or null when the provider does not say
 * @param deleted whether it was deleted at the provider
 * @param marker the marker that a sender of this project left in it, or null
 * @param raw the provider's own JSON, on request only, else null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HelpdeskMessage(String provider, String account, String conversationId, String id, String channel, String subject,
        Direction direction, Author author, Contact contact, Visibility visibility, String text, String html, TextFormat format,
        List<Attachment> attachments, String inReplyTo,
        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = TIME_FORMAT, timezone = "UTC") Instant createdAt,
        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = TIME_FORMAT, timezone = "UTC") Instant updatedAt,
        boolean deleted, String marker, JsonNode raw) {

    private static final String TIME_FORMAT = "yyyy-MM-dd'T'HH:mm:ss.SSSX";

    public HelpdeskMessage {
        text = text == null ? "" : text;
        visibility = visibility == null ? Visibility.PUBLIC : visibility;
        format = format == null ? TextFormat.PLAIN : format;
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }

    /** The four parts that identify the message. */
    public MessageKey key() {
        return new MessageKey(provider, account, conversationId, id);
    }

    /** A builder without values. */
    public static HelpdeskMessageBuilder builder() {
        return new HelpdeskMessageBuilder();
    }

    /** A builder with the values of this message. */
    public HelpdeskMessageBuilder toBuilder() {
        return new HelpdeskMessageBuilder(this);
    }

    /** The key only: logs must not carry a customer's text. */
    @Override
    public String toString() {
        return "message " + key();
    }
}
