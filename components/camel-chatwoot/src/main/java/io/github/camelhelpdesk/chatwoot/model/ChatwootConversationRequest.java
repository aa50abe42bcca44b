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

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * A conversation to be opened.
 *
 * @param inboxId the inbox
 * @param contactId the contact
 * @param sourceId source id of the contact's session in the inbox; null for its own one
 * @param status {@code open}, {@code resolved}, {@code pending} or {@code snoozed}; null for Chatwoot's choice
 * @param additionalAttributes fields that Chatwoot knows, such as {@code mail_subject}
 * @param customAttributes fields of the account's own
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChatwootConversationRequest(Long inboxId, Long contactId, String sourceId, String status,
        Map<String, Object> additionalAttributes, Map<String, Object> customAttributes) {

    /** The ids only: logs must not carry a subject. */
    @Override
    public String toString() {
        return "chatwoot request for a conversation of contact " + contactId + " in inbox " + inboxId;
    }
}
