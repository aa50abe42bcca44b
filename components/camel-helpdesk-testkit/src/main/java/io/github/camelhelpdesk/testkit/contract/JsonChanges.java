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

import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import io.github.camelhelpdesk.testkit.fault.Fault;
import io.github.camelhelpdesk.testkit.http.Json;

/** The provider's answers, processed in full and then changed all over. */
final class JsonChanges {

    private JsonChanges() {
    }

    /** Each object of the answer has fields of a later version of the API. */
    static Fault unknownFields() {
        return everywhere(node -> {
            if (node instanceof ObjectNode object) {
                object.putNull("from_the_future");
                object.putObject("fromTheFuture").putArray("a").add(1).addNull();
            }
            return node;
        });
    }

    /** Each number of the answer is a text. */
    static Fault numbersAsText() {
        return everywhere(node -> node.isNumber() ? TextNode.valueOf(node.asText()) : node);
    }

    /** Objects that are meant are changed. */
    static Fault ofObject(Predicate<ObjectNode> which, Consumer<ObjectNode> change) {
        return everywhere(node -> {
            if (node instanceof ObjectNode object && which.test(object)) {
                change.accept(object);
            }
            return node;
        });
    }

    private static Fault everywhere(UnaryOperator<JsonNode> change) {
        return execution -> {
            var answer = execution.process();
            JsonNode body = Json.parse(answer.body());
            return body == null || body.isMissingNode() ? answer : answer.withBody(changed(body, change).toString());
        };
    }

    /** Children first, so that what a change adds is not changed again. */
    private static JsonNode changed(JsonNode node, UnaryOperator<JsonNode> change) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(changed(field.getValue(), change)));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, changed(array.get(i), change));
            }
        }
        return change.apply(node);
    }
}
