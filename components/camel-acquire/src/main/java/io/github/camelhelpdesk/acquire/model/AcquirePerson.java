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

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * Who wrote a message, or takes part in a case. Users and contacts have ids of their own: only type and id together name one.
 *
 * @param id id of the user or contact
 * @param type {@code user} or {@code contact}
 * @param name display name; {@code #} and the id for a contact without one
 * @param email mail address, may be empty
 * @param metaDetails says whether it is a bot, where given
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AcquirePerson(String id, String type, String name, String email, JsonNode metaDetails) {

    /** Whether Acquire says that it is a bot. */
    public boolean hasBotMark() {
        return metaDetails != null && metaDetails.path("isBotClient").asBoolean(false);
    }

    /** Type and id only: logs must not carry names. */
    @Override
    public String toString() {
        return "acquire " + type + " " + id;
    }
}
