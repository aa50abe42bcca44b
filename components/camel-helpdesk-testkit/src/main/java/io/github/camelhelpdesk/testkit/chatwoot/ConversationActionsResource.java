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

import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.chatwoot.ChatwootRoutes.Access;
import io.github.camelhelpdesk.testkit.http.Answer;
import io.github.camelhelpdesk.testkit.http.Json;

/** What is done to a conversation: status, assignment, labels, attributes (chatwoot.md, section 5). */
final class ConversationActionsResource {

    private static final Set<String> STATUSES = Set.of("open", "resolved", "pending", "snoozed");

    private final ChatwootState state;
    private final Views views;

    ConversationActionsResource(ChatwootState state, Views views) {
        this.state = state;
        this.views = views;
    }

    void addTo(ChatwootRoutes routes) {
        String conversation = "/conversations/{conversation}";
        routes.inAccount(Access.USERS_AND_BOTS, "POST", conversation + "/toggle_status", this::toggleStatus);
        routes.inAccount(Access.USERS_AND_BOTS, "POST", conversation + "/assignments", this::assign);
        routes.inAccount(Access.USERS_AND_BOTS, "GET", conversation + "/labels", this::labels);
        routes.inAccount(Access.USERS_AND_BOTS, "POST", conversation + "/labels", this::setLabels);
        routes.inAccount(Access.USERS_AND_BOTS, "POST", conversation + "/custom_attributes", this::setAttributes);
    }

    /** An unknown status is an unhandled error (section 5). */
    static String known(String status) {
        if (!STATUSES.contains(status)) {
            throw Errors.internal();
        }
        return status;
    }

    private Answer toggleStatus(ChatwootCall call) {
        Conversation conversation = ConversationsResource.find(state, call);
        JsonNode parameters = call.parameters();
        conversation.touch(state.clock.now());
        state.change(conversation, () -> changeStatus(conversation, parameters, call.caller()));
        ObjectNode payload = Json.object().put("success", true).put("conversation_id", conversation.id)
                .put("current_status", conversation.status).put("snoozed_until", Times.iso(conversation.snoozedUntil));
        ObjectNode body = Json.object();
        body.putObject("meta");
        body.set("payload", payload);
        return Answer.ok(body);
    }

    private static void changeStatus(Conversation conversation, JsonNode parameters, Caller caller) {
        String wanted = Parameters.present(parameters, "status");
        conversation.status = wanted == null ? conversation.status.equals("open") ? "resolved" : "open" : known(wanted);
        conversation.snoozedUntil = conversation.status.equals("snoozed") && parameters.hasNonNull("snoozed_until")
                ? Instant.ofEpochSecond(parameters.path("snoozed_until").asLong())
                : null;
        if (conversation.status.equals("open") && caller instanceof User user && !user.administrator()) {
            conversation.assignee = user;
        }
    }

    private Answer assign(ChatwootCall call) {
        Conversation conversation = ConversationsResource.find(state, call);
        JsonNode parameters = call.parameters();
        conversation.touch(state.clock.now());
        if (parameters.has("team_id")) {
            long team = parameters.path("team_id").asLong();
            state.change(conversation, () -> conversation.teamId = team == 0 ? null : Long.valueOf(team));
            return team == 0 ? nobody() : Answer.ok(views.team(team));
        }
        long id = parameters.path("assignee_id").asLong();
        state.change(conversation,
                () -> conversation.assignee = "AgentBot".equals(Parameters.text(parameters, "assignee_type"))
                        ? state.bots.get(id)
                        : state.users.get(id));
        return conversation.assignee instanceof User user ? Answer.ok(views.assignee(user))
                : conversation.assignee == null ? nobody()
                        : Answer.ok(conversation.assignee.json());
    }

    private static Answer nobody() {
        return Answer.of(200, "application/json", "null");
    }

    private Answer labels(ChatwootCall call) {
        return labels(ConversationsResource.find(state, call));
    }

    private Answer setLabels(ChatwootCall call) {
        Conversation conversation = ConversationsResource.find(state, call);
        conversation.touch(state.clock.now());
        state.change(conversation,
                () -> conversation.labels = new ArrayList<>(Parameters.texts(call.parameters(), "labels")));
        return labels(conversation);
    }

    private static Answer labels(Conversation conversation) {
        ObjectNode body = Json.object();
        body.set("payload", Json.texts(conversation.labels));
        return Answer.ok(body);
    }

    private Answer setAttributes(ChatwootCall call) {
        Conversation conversation = ConversationsResource.find(state, call);
        conversation.touch(state.clock.now());
        state.change(conversation,
                () -> conversation.customAttributes = Parameters.object(call.parameters(), "custom_attributes"));
        ObjectNode body = Json.object();
        body.set("custom_attributes", conversation.customAttributes.deepCopy());
        return Answer.ok(body);
    }
}
