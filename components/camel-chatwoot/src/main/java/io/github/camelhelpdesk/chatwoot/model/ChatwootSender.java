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

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * Who wrote a message. Ids of different types are separate number spaces.
 *
 * @param id id of the contact, user or bot
 * @param name display name
 * @param email e-mail address; not given for users in lists
 * @param phoneNumber phone number of a contact
 * @param identifier external id of a contact
 * @param type {@code contact}, {@code user}, {@code agent_bot} or {@code captain_assistant}; absent for contacts in webhooks
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChatwootSender(Long id, String name, String email, String phoneNumber, String identifier, String type) {

    boolean isEmpty() {
        return id == null && name == null && email == null && phoneNumber == null;
    }

    /** Type and id only: logs must not carry names. */
    @Override
    public String toString() {
        return "chatwoot " + (type == null ? "sender" : type) + " " + id;
    }
}
