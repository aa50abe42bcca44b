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
package io.github.camelhelpdesk.testkit.chatwoot;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.http.Answer;
import io.github.camelhelpdesk.testkit.http.Call;
import io.github.camelhelpdesk.testkit.http.Json;
import io.github.camelhelpdesk.testkit.http.Part;
import io.github.camelhelpdesk.testkit.http.Refusal;

/** Rails' view of a body: one set of fields, whether it came as JSON, as a form or as multipart. */
final class Parameters {

    private Parameters() {
    }

    static ObjectNode of(Call call) {
        String type = call.header("Content-Type") == null ? "" : call.header("Content-Type");
        if (type.startsWith("multipart/")) {
            return multipart(call.parts());
        }
        if (type.startsWith("application/x-www-form-urlencoded")) {
            return form(Call.parseQuery(call.bodyText()));
        }
        return call.body().length == 0 ? Json.object() : json(call.body());
    }

    /** Text of a field, or null when it is absent, null or no scalar. */
    static String text(JsonNode parameters, String name) {
        JsonNode value = parameters.path(name);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }

    /** Text of a field, or null when it is absent or empty. */
    static String present(JsonNode parameters, String name) {
        String text = text(parameters, name);
        return text == null || text.isBlank() ? null : text;
    }

    static boolean isTrue(JsonNode parameters, String name) {
        return "true".equals(text(parameters, name)) || "1".equals(text(parameters, name));
    }

    /** Ruby's to_i: the leading digits, else 0. */
    static long number(String text) {
        String digits = text.strip().replaceFirst("^([+-]?\\d{1,18}).*$", "$1");
        return digits.matches("[+-]?\\d{1,18}") ? Long.parseLong(digits) : 0;
    }

    /** An object, also when it was sent as JSON text; unreadable text counts as empty (chatwoot.md, section 4). */
    static ObjectNode object(JsonNode parameters, String name) {
        JsonNode value = parameters.path(name);
        JsonNode parsed = value.isTextual() ? Json.parse(value.asText().getBytes(StandardCharsets.UTF_8)) : value;
        return parsed instanceof ObjectNode object ? object.deepCopy() : Json.object();
    }

    static List<String> texts(JsonNode parameters, String name) {
        return StreamSupport.stream(parameters.path(name).spliterator(), false).map(JsonNode::asText).toList();
    }

    private static ObjectNode json(byte[] body) {
        if (Json.parse(body) instanceof ObjectNode object) {
            return object;
        }
        throw new Refusal(Answer.json(400, Json.object().put("status", 400).put("error", "Bad Request")));
    }

    private static ObjectNode multipart(List<Part> parts) {
        ObjectNode fields = Json.object();
        parts.stream().filter(part -> part.fileName() == null)
                .forEach(part -> put(fields, part.name(), new String(part.content(), StandardCharsets.UTF_8)));
        return fields;
    }

    private static ObjectNode form(Map<String, List<String>> form) {
        ObjectNode fields = Json.object();
        form.forEach((name, values) -> values.forEach(value -> put(fields, name, value)));
        return fields;
    }

    /** {@code a[]} is a list, {@code a[b]} a field of an object. */
    private static void put(ObjectNode fields, String name, String value) {
        int bracket = name.indexOf('[');
        if (bracket < 0) {
            fields.put(name, value);
        } else if (name.endsWith("[]")) {
            fields.withArray(name.substring(0, bracket)).add(value);
        } else {
            fields.withObject("/" + name.substring(0, bracket)).put(name.substring(bracket + 1, name.length() - 1), value);
        }
    }
}
