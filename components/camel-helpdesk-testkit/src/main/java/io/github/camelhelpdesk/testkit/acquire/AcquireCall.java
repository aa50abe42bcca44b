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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.http.Call;
import io.github.camelhelpdesk.testkit.http.Json;

/** What the resources ask of a request. */
record AcquireCall(AcquireState state, Call call) {

    private static final String MUST_BE_A_NUMBER = " must be an integer";

    /** The body, which has to be an object. */
    ObjectNode body() {
        if (Json.parse(call.body()) instanceof ObjectNode object) {
            return object;
        }
        throw Errors.invalidInput("the body must be a JSON object");
    }

    /** The same where a body is optional. */
    ObjectNode bodyOrEmpty() {
        return call.body().length == 0 ? Json.object() : body();
    }

    long pathId(String name) {
        return number(name, call.pathValue(name));
    }

    /** An integer of the query, which is required. */
    long queryId(String name) {
        return number(name, call.query(name));
    }

    /** An integer of a body; digits in quotes will do. */
    static long id(JsonNode body, String name) {
        return number(name, body.path(name).asText(null));
    }

    /** A text of a body that is required. */
    static String text(JsonNode body, String name) {
        String text = body.path(name).asText("");
        if (text.isBlank()) {
            throw Errors.invalidInput(name + " is required");
        }
        return text;
    }

    /** Who speaks: the query's {@code x-user-type} in either spelling (quirk Q2), by default the key's own user. */
    Person speaker(Case owner) {
        String type = call.query("x-user-type") == null ? call.query("-x-user-type") : call.query("x-user-type");
        if (type == null || type.equals("user")) {
            return state.keyUser;
        }
        if (!type.equals("contact")) {
            throw Errors.invalidInput("x-user-type must be user or contact");
        }
        if (call.query("contactId") != null && queryId("contactId") != owner.contact.id) {
            throw Errors.invalidInput("contactId is not the contact of the case");
        }
        return owner.contact;
    }

    Case findCase(long id) {
        return required(state.cases.get(id), "case");
    }

    Contact findContact(long id) {
        return required(state.contacts.get(id), "contact");
    }

    Message findMessage(long id) {
        return required(state.messages.get(id), "message");
    }

    static <T> T required(T found, String object) {
        if (found == null) {
            throw Errors.notFound(object);
        }
        return found;
    }

    static long number(String name, String value) {
        try {
            return Long.parseLong(String.valueOf(value));
        } catch (NumberFormatException e) {
            throw Errors.invalidInput(name + MUST_BE_A_NUMBER);
        }
    }
}
