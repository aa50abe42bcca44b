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
package io.github.camelhelpdesk.testkit.signalzen;

import io.github.camelhelpdesk.testkit.http.Answer;
import io.github.camelhelpdesk.testkit.http.Json;
import io.github.camelhelpdesk.testkit.http.Refusal;

/** The documented statuses; the form of their bodies is not documented (signalzen.md, section 6). */
final class Errors {

    private Errors() {
    }

    static Refusal invalid(String reason) {
        return error(400, reason);
    }

    static Refusal unauthorized() {
        return error(401, "Your API key is wrong");
    }

    static Refusal notFound(String what) {
        return error(404, what + " could not be found");
    }

    static Refusal notAllowed() {
        return error(405, "The method is not allowed here");
    }

    static Refusal notAcceptable() {
        return error(406, "Requested format is not JSON");
    }

    static Refusal gone(String what) {
        return error(410, what + " has been removed");
    }

    private static Refusal error(int status, String text) {
        return new Refusal(Answer.json(status, Json.object().put("error", text)));
    }
}
