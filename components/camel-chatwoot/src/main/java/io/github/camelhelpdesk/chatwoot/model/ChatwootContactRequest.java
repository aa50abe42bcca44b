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
 * A contact to be created. E-mail address, phone number and identifier must be new in the account.
 *
 * @param name display name
 * @param email e-mail address
 * @param phoneNumber phone number, {@code +} and E.164
 * @param identifier external id
 * @param inboxId inbox to give the contact a session in
 * @param sourceId source id of that session
 * @param additionalAttributes fields that Chatwoot knows
 * @param customAttributes fields of the account's own
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChatwootContactRequest(String name, String email, String phoneNumber, String identifier, Long inboxId,
        String sourceId, Map<String, Object> additionalAttributes, Map<String, Object> customAttributes) {

    /** A contact with the usual fields; each may be null. */
    public static ChatwootContactRequest of(String name, String email, String phoneNumber, String identifier) {
        return new ChatwootContactRequest(name, email, phoneNumber, identifier, null, null, null, null);
    }

    /** The class only: logs must not carry names. */
    @Override
    public String toString() {
        return "chatwoot request for a contact";
    }
}
