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

import io.github.camelhelpdesk.common.ConversationStatus;

/**
 * A conversation at one point in its life, in the words that all providers share.
 *
 * @param provider scheme of the component that read it
 * @param account the account's lasting identity
 * @param id the provider's id of the conversation
 * @param event what happened to it
 * @param status whether it is open
 * @param assigneeId who is responsible at the help desk, null when nobody is
 * @param labels labels or tags; never null
 * @param contact the customer, as far as the provider says; may be null
 * @param subject of mail; may be null
 * @param changedAt when it happened by the provider's clock, or no earlier than that where the provider does not say
 */
public record HelpdeskConversation(String provider, String account, String id, ConversationEventType event,
        ConversationStatus status, String assigneeId, List<String> labels, Contact contact, String subject,
        Instant changedAt) {

    public HelpdeskConversation {
        labels = labels == null ? List.of() : List.copyOf(labels);
    }
}
