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
package io.github.camelhelpdesk.routes.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** The values of JSON answers by the names of their places. */
final class AnswerPlaces {

    private AnswerPlaces() {
    }

    /** Places such as {@code content_attributes.external_created_at}, those of the contact with {@code contact.} before. */
    static Map<String, JsonNode> of(List<JsonNode> messages, JsonNode contact) {
        Map<String, JsonNode> places = new LinkedHashMap<>();
        collect("contact", contact, places);
        messages.forEach(message -> collect("", message, places));
        return places;
    }

    private static void collect(String place, JsonNode node, Map<String, JsonNode> places) {
        if (node.isValueNode()) {
            places.put(place, node);
        }
        node.properties().forEach(
                field -> collect(place.isEmpty() ? field.getKey() : place + "." + field.getKey(), field.getValue(), places));
        if (node.isArray()) {
            node.forEach(element -> collect(place, element, places));
        }
    }
}
