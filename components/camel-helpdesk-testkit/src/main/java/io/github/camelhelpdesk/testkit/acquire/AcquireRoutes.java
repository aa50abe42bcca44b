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

import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.http.Answer;
import io.github.camelhelpdesk.testkit.http.Call;
import io.github.camelhelpdesk.testkit.http.Json;
import io.github.camelhelpdesk.testkit.http.Routes;

/** The addresses of REST v1 (acquire.md, sections 1 and 3). */
final class AcquireRoutes {

    private static final String BASE = "/api/v1";

    private record Target(AcquirePermission permission, Function<AcquireCall, JsonNode> handler) {
    }

    private final Routes<Target> routes = new Routes<>();
    private final AcquireState state;

    AcquireRoutes(AcquireState state) {
        this.state = state;
        new CasesResource().addTo(this);
        new ChatResource(state).addTo(this);
        new CaseMessagesResource(state).addTo(this);
        new MailResource(state).addTo(this);
        new SmsResource(state).addTo(this);
        new ContactsResource(state).addTo(this);
        new WebhooksResource(state).addTo(this);
    }

    /** The handler's result is what stands under {@code data}. */
    void add(AcquirePermission permission, String method, String path, Function<AcquireCall, JsonNode> handler) {
        routes.add(method, BASE + path, new Target(permission, handler));
    }

    Answer handle(Call call) {
        synchronized (state) {
            // Exactly one space (section 1); a key in the query is none, whatever a page lists there (quirk Q4).
            if (!("Bearer " + state.apiKey).equals(call.header("Authorization"))) {
                throw Errors.unauthorized();
            }
            var match = routes.find(call).orElseThrow(Errors::noSuchAddress);
            AcquirePermission permission = match.target().permission();
            if (!state.permissions.contains(permission)) {
                throw Errors.forbidden(permission);
            }
            ObjectNode body = Json.object();
            body.set("data", match.target().handler().apply(new AcquireCall(state, match.call())));
            return Answer.ok(body);
        }
    }
}
