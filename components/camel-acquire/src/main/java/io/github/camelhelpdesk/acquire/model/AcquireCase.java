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
package io.github.camelhelpdesk.acquire.model;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * A case: one episode of a conversation, on one channel. A thread is a chain of cases and bears the id of its first one.
 *
 * @param id id of the case
 * @param contactId id of the customer; see {@link #contactKey()}
 * @param threadId id of the thread; see {@link #thread()}
 * @param parentId id of the first case of the thread, null for that one itself
 * @param timelineId id of the timeline row, where given
 * @param channel chat, mail, sms, voip and others
 * @param status pending, queue, active or closed
 * @param closingState how it was, or is to be, closed
 * @param title title as agents see it
 * @param description text of the last message
 * @param userId an agent, or null
 * @param waitTime seconds until somebody answered; a number or a text
 * @param dateCreated when it was opened
 * @param dateUpdated when it, or a message of it, was last changed
 * @param dateQueue when it was put into a queue
 * @param datePending when it became pending
 * @param dateActive when an agent took it
 * @param dateClosed when it was closed, or null
 * @param contact the customer, where asked for
 * @param users who takes part, never null
 * @param tags tags; their shape is not documented
 * @param lastMessage the last message, where given
 * @param messages all messages, where given; never null
 * @param cases further cases of the thread, where given; never null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AcquireCase(String id, String contactId, String threadId, String parentId, String timelineId, String channel,
        String status, String closingState, String title, String description, String userId, String waitTime,
        @JsonDeserialize(using = AcquireTime.class) Instant dateCreated,
        @JsonDeserialize(using = AcquireTime.class) Instant dateUpdated,
        @JsonDeserialize(using = AcquireTime.class) Instant dateQueue,
        @JsonDeserialize(using = AcquireTime.class) Instant datePending,
        @JsonDeserialize(using = AcquireTime.class) Instant dateActive,
        @JsonDeserialize(using = AcquireTime.class) Instant dateClosed, AcquireContact contact,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<AcquireCaseUser> users, JsonNode tags,
        AcquireMessage lastMessage, List<AcquireMessage> messages, List<AcquireCase> cases) {

    public AcquireCase {
        users = NoNulls.of(users);
        messages = NoNulls.of(messages);
        cases = NoNulls.of(cases);
    }

    /** The thread: what the answer says, else the first case of the chain. */
    public String thread() {
        return threadId != null ? threadId : parentId != null ? parentId : id;
    }

    /** Whether it takes no messages any more. */
    @JsonIgnore
    public boolean isClosed() {
        return "closed".equals(status);
    }

    /** Whether it takes messages: an agent has it. */
    @JsonIgnore
    public boolean isActive() {
        return "active".equals(status);
    }

    /** Id of the customer, wherever the answer says it; null when it does not. */
    public String contactKey() {
        if (contactId != null) {
            return contactId;
        }
        if (contact != null && contact.id() != null) {
            return contact.id();
        }
        return users.stream().filter(user -> "contact".equals(user.type())).map(AcquireCaseUser::userId).findFirst()
                .orElse(null);
    }

    /** The ids only: logs must not carry titles. */
    @Override
    public String toString() {
        return "acquire case " + id + " of thread " + thread();
    }
}
