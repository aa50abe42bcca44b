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
package io.github.camelhelpdesk.routes.docs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An option or a header, as Camel's catalog has it.
 *
 * @param kind path, parameter, property or header
 * @param group what it is for: common, consumer, producer, security ...
 * @param type simple name of its Java type
 * @param defaultValue as people write it, empty without one
 * @param values what it may be, when that is one of several names
 */
record ComponentOption(String name, String kind, String group, String type, String defaultValue, List<String> values,
        String description, boolean required) {

    static ComponentOption of(String name, JsonNode json) {
        String javaType = json.path("javaType").asText();
        List<String> values = new ArrayList<>();
        json.path("enum").forEach(value -> values.add(value.asText()));
        return new ComponentOption(name, json.path("kind").asText(), json.path("group").asText(),
                javaType.replaceAll("[a-z][\\w]*\\.(?=[\\w.]*[A-Z])", ""), defaultValue(json), values,
                json.path("description").asText(), json.path("required").asBoolean());
    }

    private static String defaultValue(JsonNode json) {
        String value = json.path("defaultValue").asText("");
        if (!"duration".equals(json.path("type").asText()) || !value.matches("\\d+000")) {
            return value;
        }
        Duration duration = Duration.ofMillis(Long.parseLong(value));
        return duration.toSeconds() % 3600 == 0 ? duration.toHours() + "h" : duration.toSeconds() + "s";
    }

    /** What it means, what it may be, and whether it has to be there. */
    String meaning() {
        String all = values.isEmpty() ? description : description + " One of " + String.join(", ", values) + ".";
        return required ? "**Required.** " + all : all;
    }
}
