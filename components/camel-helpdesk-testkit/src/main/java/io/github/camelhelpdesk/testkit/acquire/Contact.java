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
package io.github.camelhelpdesk.testkit.acquire;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.Author;
import io.github.camelhelpdesk.testkit.http.Json;

/** A customer; what is known of them stands in fields (acquire.md, section 3). */
final class Contact implements Person {

    final long id;
    final Instant dateCreated;
    final Map<String, String> fields = new LinkedHashMap<>();
    Instant dateUpdated;

    Contact(long id, Instant dateCreated) {
        this.id = id;
        this.dateCreated = dateCreated;
        this.dateUpdated = dateCreated;
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public String type() {
        return "contact";
    }

    /** {@code #} and the id as long as nobody knows the name (section 6). */
    @Override
    public String name() {
        String name = fields.get("name");
        return name == null || name.isBlank() ? "#" + id : name;
    }

    @Override
    public Author author() {
        return Author.CUSTOMER;
    }

    /** Whether a field holds this text, in any case of letters. */
    boolean holds(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return fields.values().stream()
                .anyMatch(value -> value != null && value.toLowerCase(Locale.ROOT).contains(wanted));
    }

    @Override
    public ObjectNode json() {
        return Json.object().put("type", type()).put("id", id).put("name", name()).putNull("photo");
    }

    /** Without fields, as a case embeds it. */
    ObjectNode record() {
        ObjectNode json = Json.object().put("dateCreated", Times.iso(dateCreated)).put("dateUpdated", Times.iso(dateUpdated))
                .put("id", id).put("clientType", "web").put("clientName", "Chrome").putNull("clientDeviceType");
        json.putObject("clientDetails");
        return json.put("archive", "no").putNull("companyId");
    }

    ObjectNode withFields() {
        ObjectNode json = record();
        json.set("fields", fieldsByKey());
        return json;
    }

    ObjectNode fieldsByKey() {
        ObjectNode values = Json.object();
        fields.forEach(values::put);
        return values;
    }

    /** As the answer to a new case has them: a list with a description of each field (D2 {@code create.md}). */
    ArrayNode fieldsAsList() {
        ArrayNode list = Json.array();
        fields.forEach((key, value) -> list.addObject().put("value", value).put("owner", "contact").put("contactId", id)
                .putObject("field").put("object", "contact").put("key", key).put("type", "text").put("system", "yes"));
        return list;
    }
}
