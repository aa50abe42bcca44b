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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.chatwoot.ChatwootRoutes.Access;
import io.github.camelhelpdesk.testkit.http.Answer;
import io.github.camelhelpdesk.testkit.http.Json;

/** Inboxes (chatwoot.md, section 6). */
final class InboxesResource {

    private final ChatwootState state;

    InboxesResource(ChatwootState state) {
        this.state = state;
    }

    void addTo(ChatwootRoutes routes) {
        routes.inAccount(Access.USERS, "GET", "/inboxes", this::list);
        routes.inAccount(Access.USERS, "GET", "/inboxes/{inbox}", this::show);
        routes.inAccount(Access.ADMINISTRATORS, "POST", "/inboxes", this::create);
    }

    private Answer list(ChatwootCall call) {
        ObjectNode body = Json.object();
        body.set("payload", Json.array(state.inboxes.values().stream().filter(inbox -> call.caller().sees(inbox.id)).toList(),
                inbox -> json(inbox, (User) call.caller())));
        return Answer.ok(body);
    }

    private Answer show(ChatwootCall call) {
        Inbox inbox = state.inboxes.get(call.id("inbox"));
        if (inbox == null) {
            throw Errors.notFound();
        }
        if (!call.caller().sees(inbox.id)) {
            throw Errors.notAuthorized();
        }
        return Answer.ok(json(inbox, (User) call.caller()));
    }

    private Answer create(ChatwootCall call) {
        JsonNode parameters = call.parameters();
        JsonNode channel = parameters.path("channel");
        String name = Parameters.present(parameters, "name");
        if (name == null || !"api".equals(Parameters.text(channel, "type"))) {
            throw Errors.invalidRecord("Name can't be blank", "name");
        }
        Inbox inbox = state.addInbox(name, ChatwootInboxType.API,
                Parameters.isTrue(parameters, "lock_to_single_conversation"));
        inbox.webhookUrl = channel.path("webhook_url").asText("");
        return Answer.ok(json(inbox, (User) call.caller()));
    }

    private static ObjectNode json(Inbox inbox, User viewer) {
        ObjectNode json = Json.object().put("id", inbox.id).put("avatar_url", "").put("channel_id", inbox.id)
                .put("name", inbox.name).put("channel_type", inbox.type.channel()).put("greeting_enabled", false)
                .put("working_hours_enabled", false).put("csat_survey_enabled", false)
                .put("enable_auto_assignment", true).put("allow_messages_after_resolved", true)
                .put("lock_to_single_conversation", inbox.lockToSingleConversation).putNull("provider");
        if (inbox.isApi()) {
            json.put("inbox_identifier", inbox.identifier).put("webhook_url", inbox.webhookUrl);
            json.putObject("additional_attributes");
            if (viewer.administrator()) {
                json.put("hmac_token", "hmac-" + inbox.identifier).put("secret", "secret-" + inbox.identifier);
            }
        }
        json.setAll(inbox.settings);
        return json;
    }
}
