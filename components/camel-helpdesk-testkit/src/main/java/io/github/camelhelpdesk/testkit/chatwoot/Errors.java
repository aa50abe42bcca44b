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

import io.github.camelhelpdesk.testkit.http.Answer;
import io.github.camelhelpdesk.testkit.http.Json;
import io.github.camelhelpdesk.testkit.http.Refusal;

/** Chatwoot's error answers (chatwoot.md, section 9). */
final class Errors {

    private Errors() {
    }

    static Refusal noToken() {
        var body = Json.object();
        body.putArray("errors").add("You need to sign in or sign up before continuing.");
        return new Refusal(Answer.json(401, body));
    }

    static Refusal wrongToken() {
        return error(401, "Invalid Access Token");
    }

    static Refusal notAuthorized() {
        return error(401, "You are not authorized to do this action");
    }

    static Refusal notForBots() {
        return error(401, "Access to this endpoint is not authorized for bots");
    }

    static Refusal forbidden(String text) {
        return error(403, text);
    }

    static Refusal notFound() {
        return error(404, "Resource could not be found");
    }

    static Refusal unprocessable(String text) {
        return error(422, text);
    }

    /** The shape of a record that fails its own validations, other than of a message. */
    static Refusal invalidRecord(String message, String attribute) {
        var body = Json.object().put("message", message);
        body.putArray("attributes").add(attribute);
        return new Refusal(Answer.json(422, body));
    }

    static Refusal internal() {
        return new Refusal(Answer.json(500, Json.object().put("status", 500).put("error", "Internal Server Error")));
    }

    private static Refusal error(int status, String text) {
        return new Refusal(Answer.json(status, Json.object().put("error", text)));
    }
}
