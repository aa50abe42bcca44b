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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.camelhelpdesk.common.ConversationStatus;
import io.github.camelhelpdesk.common.HelpdeskConstants;

/**
 * A conversation as a provider shows it at one time.
 *
 * @param id id of the conversation
 * @param status whether it is open; null when it could not be read, and where the provider does not show it: then nothing has
 *        changed about it, and what is new is open
 * @param assigneeId who is responsible at the help desk, null when nobody is
 * @param labels labels or tags in any order; null for none
 * @param createdAt when it was begun, by the provider's clock; null when that is not known
 * @param changedAt when anything of it last changed, by the provider's clock
 * @param closedAt when it was last closed, by the provider's clock, also if it was opened since; null where the provider does
 *        not say: what is closed and opened between two looks is then not seen
 * @param body the provider's conversation record, or its JSON when it could not be read
 * @param headers headers of the exchange beyond those that all providers share
 * @param unreadable why it could not be read, else null
 */
public record ConversationSnapshot(String id, ConversationStatus status, String assigneeId, List<String> labels,
        Instant createdAt, Instant changedAt, Instant closedAt, Object body, Map<String, Object> headers, String unreadable) {

    public ConversationSnapshot {
        labels = labels == null ? List.of() : labels.stream().sorted().toList();
    }

    /** The same with a header that says when it was asked for, by this machine's clock. */
    ConversationSnapshot readAt(Instant instant) {
        Map<String, Object> more = new HashMap<>(headers);
        more.put(HelpdeskConstants.READ_AT, instant);
        return new ConversationSnapshot(id, status, assigneeId, labels, createdAt, changedAt, closedAt, body, more, unreadable);
    }

    /** The id only: logs must not carry a customer's text. */
    @Override
    public String toString() {
        return "conversation " + id;
    }
}
