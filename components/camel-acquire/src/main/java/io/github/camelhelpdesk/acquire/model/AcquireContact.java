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

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A contact: a customer. What is known of it is under {@code fields}, under names that each account may add to.
 *
 * @param id id of the contact
 * @param name display name where the answer has it outside of the fields; see {@link #displayName()}
 * @param fields {@code name}, {@code email}, {@code phone} and the account's own; never null
 * @param companyId id of the company, or null
 * @param archive whether it was archived
 * @param dateCreated when it was created
 * @param dateUpdated when it was last changed
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AcquireContact(String id, String name, JsonNode fields, String companyId,
        @JsonDeserialize(using = YesNo.class) Boolean archive, @JsonDeserialize(using = AcquireTime.class) Instant dateCreated,
        @JsonDeserialize(using = AcquireTime.class) Instant dateUpdated) {

    public AcquireContact {
        fields = byKey(fields);
    }

    /** The answer to a new case has a list of values, each with the description of its field. */
    private static JsonNode byKey(JsonNode fields) {
        if (fields != null && fields.isObject()) {
            return fields;
        }
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        if (fields != null && fields.isArray()) {
            fields.forEach(field -> values.set(field.path("field").path("key").asText(field.path("key").asText()),
                    field.path("value")));
        }
        return values;
    }

    /** One of which only the id is known. */
    public static AcquireContact of(String id) {
        return new AcquireContact(id, null, null, null, null, null, null);
    }

    /** Its name; {@code #} and the id, as Acquire shows it, when it has none. */
    public String displayName() {
        String known = field("name");
        return known != null ? known : name != null && !name.isBlank() ? name : "#" + id;
    }

    /** Its mail address, or null. */
    public String email() {
        return field("email");
    }

    /** Its phone number, or null. */
    public String phone() {
        return field("phone");
    }

    /** The text of a field; null when it is missing, empty or no text. */
    public String field(String field) {
        return LooseFields.text(fields, field);
    }

    /** The id only: logs must not carry names. */
    @Override
    public String toString() {
        return "acquire contact " + id;
    }
}
