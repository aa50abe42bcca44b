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
package io.github.camelhelpdesk.testkit.channelio;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.http.Answer;
import io.github.camelhelpdesk.testkit.http.Json;
import io.github.camelhelpdesk.testkit.http.Refusal;

/** Errors in the form of the vendor's newer API; that of the Open API is undocumented (channelio.md, section 7). */
final class Errors {

    private Errors() {
    }

    static Refusal unauthorized() {
        return error(401, "UNAUTHENTICATED", "access key or secret is wrong");
    }

    static Refusal notFound(String model) {
        return error(404, "NOT_FOUND", model + " not found");
    }

    static Refusal tooManyRequests() {
        return error(429, "RESOURCE_EXHAUSTED", "too many requests");
    }

    /** A value is missing or not acceptable. */
    static Refusal unprocessable(String model, String field, String reason) {
        ObjectNode body = body(422, "INVALID_ARGUMENT", field + " " + reason);
        body.putArray("details").addObject().put("model", model).put("field", field).put("message", reason);
        return new Refusal(Answer.json(422, body));
    }

    private static Refusal error(int status, String code, String message) {
        return new Refusal(Answer.json(status, body(status, code, message)));
    }

    private static ObjectNode body(int status, String code, String message) {
        return Json.object().put("status", status).put("commonErrorCode", code).put("message", message);
    }
}
