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
package io.github.camelhelpdesk.testkit.openapi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Fields of an answer that its schema does not name. A validator lets them pass where nothing is said of additional ones, and
 * with them every name that is misspelt.
 */
final class DocumentedFields {

    private final JsonNode document;

    DocumentedFields(JsonNode document) {
        this.document = document;
    }

    /** Their places, with {@code *} for any index. */
    Set<String> undocumented(JsonNode schema, JsonNode body) {
        Set<String> found = new TreeSet<>();
        collect(parts(schema), body, "", found);
        return found;
    }

    private void collect(List<JsonNode> schemas, JsonNode body, String place, Set<String> found) {
        if (body.isArray()) {
            List<JsonNode> items = below(schemas, "items");
            if (!items.isEmpty()) {
                body.forEach(item -> collect(items, item, place + "/*", found));
            }
        } else if (body.isObject() && schemas.stream().anyMatch(schema -> schema.has("properties"))) {
            body.properties().forEach(field -> {
                List<JsonNode> known = new ArrayList<>();
                schemas.stream().map(schema -> schema.path("properties").path(field.getKey()))
                        .filter(schema -> !schema.isMissingNode()).forEach(schema -> known.addAll(parts(schema)));
                if (!known.isEmpty()) {
                    collect(known, field.getValue(), place + "/" + field.getKey(), found);
                } else if (schemas.stream().noneMatch(schema -> schema.has("additionalProperties"))) {
                    found.add(place + "/" + field.getKey());
                }
            });
        }
    }

    private List<JsonNode> below(List<JsonNode> schemas, String keyword) {
        List<JsonNode> found = new ArrayList<>();
        schemas.stream().filter(schema -> schema.has(keyword)).forEach(schema -> found.addAll(parts(schema.path(keyword))));
        return found;
    }

    /** The schema and all that it is put together from. */
    private List<JsonNode> parts(JsonNode schema) {
        List<JsonNode> parts = new ArrayList<>();
        addParts(schema, parts, new HashSet<>());
        return parts;
    }

    private void addParts(JsonNode schema, List<JsonNode> parts, Set<String> followed) {
        if (schema.has("$ref")) {
            String reference = schema.path("$ref").asText();
            if (followed.add(reference)) {
                addParts(document.at(reference.substring(1)), parts, followed);
            }
            return;
        }
        parts.add(schema);
        for (String keyword : List.of("allOf", "oneOf", "anyOf")) {
            schema.path(keyword).forEach(part -> addParts(part, parts, followed));
        }
    }
}
