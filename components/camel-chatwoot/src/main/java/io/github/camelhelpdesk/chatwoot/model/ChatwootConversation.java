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

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * A conversation.
 *
 * @param id number of the conversation (display id), unique in the account
 * @param uuid its id in the whole world, where given
 * @param inboxId id of the inbox
 * @param status {@code open}, {@code resolved}, {@code pending} or {@code snoozed}
 * @param priority {@code low}, {@code medium}, {@code high}, {@code urgent} or null
 * @param labels labels, never null
 * @param createdAt when it was opened, whole seconds
 * @param lastActivityAt when the last message was written, whole seconds
 * @param updatedAt when it was last changed, with a fraction
 * @param messages the last message only, never null
 * @param lastNonActivityMessage the last message that a person or bot wrote
 * @param meta contact and channel, may be null
 * @param additionalAttributes fields that Chatwoot and its channels set, never null
 * @param customAttributes fields of the account's own, never null
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChatwootConversation(Long id, String uuid, Long inboxId, String status, String priority, List<String> labels,
        @JsonDeserialize(using = ChatwootTime.class) Instant createdAt,
        @JsonDeserialize(using = ChatwootTime.class) Instant lastActivityAt,
        @JsonDeserialize(using = ChatwootTime.class) Instant updatedAt, List<ChatwootMessage> messages,
        ChatwootMessage lastNonActivityMessage, Meta meta, Map<String, Object> additionalAttributes,
        Map<String, Object> customAttributes) {

    public ChatwootConversation {
        labels = withoutNulls(labels);
        messages = withoutNulls(messages);
        additionalAttributes = additionalAttributes == null ? Map.of() : additionalAttributes;
        customAttributes = customAttributes == null ? Map.of() : customAttributes;
    }

    private static <T> List<T> withoutNulls(List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }

    /**
     * People and channel of a conversation.
     *
     * @param sender the contact
     * @param channel type of the inbox, such as {@code Channel::Api}
     * @param assignee the agent or agent bot that it is assigned to, or null
     * @param assigneeType {@code User} or {@code AgentBot}
     * @param team the team that it is assigned to, or null
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Meta(ChatwootContact sender, String channel, ChatwootAssignee assignee, String assigneeType,
            ChatwootAssignee team) {
    }

    /** Id only: logs must not carry a customer's text. */
    @Override
    public String toString() {
        return "chatwoot conversation " + id;
    }
}
