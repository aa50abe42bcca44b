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

import io.github.camelhelpdesk.testkit.http.Json;

/** What a message of a mail case carries beside its text; where a list keeps it is not documented. */
final class Mail {

    private Mail() {
    }

    /** An address in an answer (quirk Q13). */
    static ObjectNode address(String email) {
        return Json.object().put("Name", "").put("Email", email);
    }

    /** Kept under the message's {@code meta}, which is assumed. */
    static ObjectNode meta(String subject, String html, String from) {
        return Json.object().put("subject", subject).put("htmlBody", html).put("from", from);
    }
}
