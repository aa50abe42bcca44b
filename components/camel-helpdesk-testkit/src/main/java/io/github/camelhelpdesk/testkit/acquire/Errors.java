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

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.http.Answer;
import io.github.camelhelpdesk.testkit.http.Json;
import io.github.camelhelpdesk.testkit.http.Refusal;

/** The documented types of errors with their statuses; the JSON around them is assumed (acquire.md, section 8). */
final class Errors {

    private Errors() {
    }

    static Refusal invalidInput(String message) {
        return error(400, "ERROR_INVALID_INPUT", message);
    }

    /** 400, other than one expects. */
    static Refusal notFound(String object) {
        return error(400, "ERROR_RECORD_NOT_FOUND", object + " not found");
    }

    static Refusal unauthorized() {
        return error(401, "ERROR_UNAUTHORIZED", "the API key is missing or wrong");
    }

    static Refusal forbidden(AcquirePermission permission) {
        return error(403, "ERROR_UNAUTHORIZED_ACCESS", "the API key has no permission for " + permission.name());
    }

    /** 404 is for addresses that do not exist. */
    static Refusal noSuchAddress() {
        return error(404, "ERROR_NO_SUCH_OBJECT", "no such object");
    }

    private static Refusal error(int status, String type, String message) {
        ObjectNode body = Json.object();
        body.putObject("error").put("code", status).put("type", type).put("message", message);
        return new Refusal(Answer.json(status, body));
    }
}
