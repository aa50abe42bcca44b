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
 * A contact.
 *
 * @param id id of the contact, unique in the whole installation
 * @param name display name
 * @param email e-mail address
 * @param phoneNumber phone number, {@code +} and E.164
 * @param identifier external id, unique in the account
 * @param blocked whether it may not write
 * @param additionalAttributes fields that Chatwoot and its channels set, never null
 * @param customAttributes fields of the account's own, never null
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChatwootContact(Long id, String name, String email, String phoneNumber, String identifier, boolean blocked,
        Map<String, Object> additionalAttributes, Map<String, Object> customAttributes) {

    public ChatwootContact {
        additionalAttributes = additionalAttributes == null ? Map.of() : additionalAttributes;
        customAttributes = customAttributes == null ? Map.of() : customAttributes;
    }

    /** Id only: logs must not carry names. */
    @Override
    public String toString() {
        return "chatwoot contact " + id;
    }
}
