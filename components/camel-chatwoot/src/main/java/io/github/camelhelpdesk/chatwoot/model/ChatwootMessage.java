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

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * A message as Chatwoot gives it. Lists, conversations and webhooks each have other fields: what is absent is null.
 *
 * @param id id of the message, unique in the whole installation
 * @param content text in Markdown, null when there is none
 * @param inboxId id of the inbox
 * @param conversationId number of the conversation (display id)
 * @param messageType what kind of message it is
 * @param contentType {@code text}, {@code incoming_email}, {@code cards} and others
 * @param status {@code sent}, {@code delivered}, {@code read} or {@code failed}
 * @param contentAttributes further fields, never null
 * @param createdAt when Chatwoot stored it; whole seconds in lists
 * @param updatedAt when it was last changed, where given
 * @param isPrivate whether only agents see it
 * @param sourceId id in the channel, or what a client stored
 * @param sender who wrote it, null for activities and for users who were deleted
 * @param attachments files, never null
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChatwootMessage(Long id, String content, Long inboxId, Long conversationId, ChatwootMessageType messageType,
        String contentType, String status, Map<String, Object> contentAttributes,
        @JsonDeserialize(using = ChatwootTime.class) Instant createdAt,
        @JsonDeserialize(using = ChatwootTime.class) Instant updatedAt, @JsonProperty("private") boolean isPrivate,
        String sourceId, ChatwootSender sender,
        @JsonAlias("attachment") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<ChatwootAttachment> attachments) {

    /** Key in the content attributes under which this project leaves its markers. */
    public static final String MARKER = "helpdesk_marker";

    public ChatwootMessage {
        contentAttributes = contentAttributes == null ? Map.of() : contentAttributes;
        // The documentation page shows an empty object where there is no attachment, and no sender.
        attachments = attachments == null ? List.of()
                : attachments.stream().filter(Objects::nonNull).filter(file -> !file.isEmpty()).toList();
        sender = sender == null || sender.isEmpty() ? null : sender;
    }

    /** This message as one of a conversation, whatever it says of that itself. */
    public ChatwootMessage of(Long conversation) {
        return new ChatwootMessage(id, content, inboxId, conversation, messageType, contentType, status, contentAttributes,
                createdAt, updatedAt, isPrivate, sourceId, sender, attachments);
    }

    /** Whether it was deleted: a notice has then taken the place of its text. */
    public boolean isDeleted() {
        return Boolean.parseBoolean(String.valueOf(contentAttributes.get("deleted")));
    }

    /** Id only: logs must not carry a customer's text. */
    @Override
    public String toString() {
        return "chatwoot message " + id + " of conversation " + conversationId;
    }
}
