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
package io.github.camelhelpdesk.common.conversation;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;

import io.github.camelhelpdesk.common.ConversationStatus;
import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.consumer.MessageVersion;

/**
 * What is remembered of a conversation: few bytes, and nothing that a person wrote.
 *
 * @param status whether it is open; null when that is not known
 * @param assignee id of who is responsible, null for nobody
 * @param labels what tells these labels from others, null for none
 * @param created when it was begun, in milliseconds since 1970; null when not known
 * @param changed when it last changed, in milliseconds since 1970
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConversationState(@JsonProperty("s") ConversationStatus status, @JsonProperty("a") String assignee,
        @JsonProperty("l") String labels, @JsonProperty("b") Long created, @JsonProperty("t") long changed) {

    /** All of a conversation. */
    static ConversationState of(ConversationSnapshot now) {
        return new ConversationState(now.status(), now.assigneeId(), labels(now.labels()), millis(now.createdAt()),
                now.changedAt().toEpochMilli());
    }

    /** All of a conversation, for which a status is given that the provider may not show. */
    static ConversationState of(ConversationSnapshot now, ConversationStatus unlessShown) {
        ConversationState state = of(now);
        return state.status() == null && now.unreadable() == null ? state.with(unlessShown) : state;
    }

    private static String labels(List<String> labels) {
        return labels.isEmpty() ? null : MessageVersion.of(labels);
    }

    static Long millis(Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    ConversationState with(ConversationStatus other) {
        return new ConversationState(other, assignee, labels, created, changed);
    }

    ConversationState withAssignee(String other) {
        return new ConversationState(status, other, labels, created, changed);
    }

    ConversationState withLabels(String other) {
        return new ConversationState(status, assignee, other, created, changed);
    }

    ConversationState changedAt(long millis) {
        return new ConversationState(status, assignee, labels, created, millis);
    }

    static ConversationState parse(String json) {
        try {
            return HelpdeskJson.mapper().readValue(json, ConversationState.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The cursor repository holds an entry that is not the state of a conversation: "
                    + json, e);
        }
    }

    String toJson() {
        try {
            return HelpdeskJson.mapper().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
