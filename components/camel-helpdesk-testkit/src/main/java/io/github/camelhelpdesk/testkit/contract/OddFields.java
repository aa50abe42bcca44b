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
package io.github.camelhelpdesk.testkit.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.fault.Execution;
import io.github.camelhelpdesk.testkit.fault.Fault;
import io.github.camelhelpdesk.testkit.http.Answer;
import io.github.camelhelpdesk.testkit.http.Json;

/** Objects of the provider's answers have an odd value in one field each. Which fields there are is seen from the answers. */
final class OddFields implements Fault {

    /** Values that hardly any field has, as JSON; the last stands for a field that is not there. */
    static final List<String> VALUES = List.of("null", "-7.5", "99999999999", "12345678901234567890",
            "\"odd\"", "true", "[{\"odd\":1},null]", "{\"odd\":1}", "");

    /** Some of these. */
    static final List<String> FEW_VALUES = List.of("null", "[{\"odd\":1},null]", "");

    private final Function<ObjectNode, String> ids;
    /** What the fields hold, by their paths. */
    private final Map<String, String> fields = new TreeMap<>();
    private final Map<String, OddField> odd = new ConcurrentHashMap<>();

    /**
     * One odd field.
     *
     * @param id of the object
     * @param path its path within the object
     * @param value what it holds, as JSON; empty when it is not there
     * @param isId whether it is where an id was by which the object is known
     */
    record OddField(String id, JsonPointer path, String value, boolean isId) {

        private void setIn(ObjectNode object) {
            JsonNode parent = object.at(path.head());
            String name = path.last().getMatchingProperty();
            if (parent instanceof ArrayNode items && !value.isEmpty()) {
                items.set(path.last().getMatchingIndex(), json());
            } else if (parent instanceof ArrayNode items) {
                items.remove(path.last().getMatchingIndex());
            } else if (parent instanceof ObjectNode node && !value.isEmpty()) {
                node.set(name, json());
            } else if (parent instanceof ObjectNode node) {
                node.remove(name);
            }
        }

        private JsonNode json() {
            return Json.parse(value.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return path + (value.isEmpty() ? " missing" : " = " + value);
        }
    }

    /** @param ids tells the id of an object that is meant, null of any other */
    OddFields(Function<ObjectNode, String> ids) {
        this.ids = ids;
    }

    /** Paths of the fields that objects have had in the answers so far. */
    synchronized List<String> paths() {
        return List.copyOf(fields.keySet());
    }

    /** From now on this field of this object holds this value. */
    synchronized OddField put(String id, String path, String value, Set<String> idsOfThoseSeen) {
        OddField field = new OddField(id, JsonPointer.compile(path), value, idsOfThoseSeen.contains(fields.get(path)));
        odd.put(id, field);
        return field;
    }

    @Override
    public Answer apply(Execution execution) {
        Answer answer = execution.process();
        JsonNode body = Json.parse(answer.body());
        if (body == null || body.isMissingNode()) {
            return answer;
        }
        visit(body);
        return answer.withBody(body.toString());
    }

    private void visit(JsonNode node) {
        String id = node instanceof ObjectNode object ? ids.apply(object) : null;
        if (id == null) {
            node.forEach(this::visit);
        } else if (odd.containsKey(id)) {
            odd.get(id).setIn((ObjectNode) node);
        } else if (odd.isEmpty()) {
            note("", node);
        }
    }

    private synchronized void note(String path, JsonNode node) {
        if (!path.isEmpty()) {
            fields.put(path, node.asText());
        }
        node.properties().forEach(field -> note(path + "/" + field.getKey(), field.getValue()));
        if (node.isArray() && !node.isEmpty()) {
            note(path + "/0", node.get(0));
        }
    }
}
