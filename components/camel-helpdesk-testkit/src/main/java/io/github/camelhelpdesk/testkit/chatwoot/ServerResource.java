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

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.chatwoot.ChatwootRoutes.Access;
import io.github.camelhelpdesk.testkit.http.Answer;
import io.github.camelhelpdesk.testkit.http.Json;

/** The connection checks (chatwoot.md, section 1) and the files behind {@code data_url} (section 8). */
final class ServerResource {

    private final ChatwootState state;

    ServerResource(ChatwootState state) {
        this.state = state;
    }

    void addTo(ChatwootRoutes routes) {
        routes.add(Access.ANYBODY, "GET", "/health", call -> Answer.ok(Json.object().put("status", "woot")));
        routes.add(Access.ANYBODY, "GET", "/api", this::version);
        routes.add(Access.USERS, "GET", "/api/v1/profile", this::profile);
        routes.add(Access.ANYBODY, "GET", "/rails/active_storage/blobs/redirect/{key}/{name}", this::redirect);
        routes.add(Access.ANYBODY, "GET", "/rails/active_storage/disk/{key}/{name}", this::file);
    }

    private Answer version(ChatwootCall call) {
        return Answer.ok(Json.object().put("version", "4.15.1")
                .put("timestamp", state.clock.now().toString().replace('T', ' ').replaceFirst("\\..*|Z$", ""))
                .put("queue_services", "ok").put("data_services", "ok"));
    }

    private Answer profile(ChatwootCall call) {
        User user = (User) call.caller();
        ObjectNode json = Json.object().put("access_token", call.call().header("Api-Access-Token") != null
                ? call.call().header("Api-Access-Token")
                : call.call().header("api_access_token")).put("account_id", ChatwootState.ACCOUNT)
                .put("available_name", user.name()).put("avatar_url", "").put("confirmed", true)
                .put("display_name", user.name()).put("email", user.email()).put("id", user.id()).put("name", user.name())
                .put("provider", "email").put("pubsub_token", "pubsub-" + user.id()).put("role", user.role())
                .put("uid", user.email());
        ObjectNode account = Json.object().put("id", ChatwootState.ACCOUNT).put("name", "Simulated account")
                .put("status", "active").put("role", user.role());
        account.putArray("permissions").add(user.role());
        json.putArray("accounts").add(account);
        return Answer.ok(json);
    }

    private Answer redirect(ChatwootCall call) {
        return Answer.empty(302).withHeader("Location", state.baseUrl + known(call).storagePath());
    }

    private Answer file(ChatwootCall call) {
        Attachment file = known(call);
        return Answer.of(200, file.contentType(), file.content());
    }

    private Attachment known(ChatwootCall call) {
        Attachment file = state.files.get(call.call().pathValue("key"));
        if (file == null) {
            throw Errors.notFound();
        }
        return file;
    }
}
