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

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.HistoryEntry;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootRoutes.Access;
import io.github.camelhelpdesk.testkit.http.Answer;
import io.github.camelhelpdesk.testkit.http.Json;

/** Messages of a conversation (chatwoot.md, sections 3 and 4). */
final class MessagesResource {

    private static final List<String> STATUSES = List.of("sent", "delivered", "read", "failed");

    private final ChatwootState state;
    private final Views views;
    private final MessageBuilder builder;

    MessagesResource(ChatwootState state, Views views) {
        this.state = state;
        this.views = views;
        this.builder = new MessageBuilder(state);
    }

    void addTo(ChatwootRoutes routes) {
        String messages = "/conversations/{conversation}/messages";
        routes.inAccount(Access.USERS, "GET", messages, this::list);
        routes.inAccount(Access.USERS_AND_BOTS, "POST", messages, this::create);
        routes.inAccount(Access.USERS, "DELETE", messages + "/{message}", this::delete);
        routes.inAccount(Access.USERS, "PATCH", messages + "/{message}", this::updateStatus);
        routes.inAccount(Access.USERS, "POST", messages + "/{message}/retry", this::retry);
    }

    private Answer list(ChatwootCall call) {
        Conversation conversation = ConversationsResource.find(state, call);
        String filter = call.query("filter_internal_messages");
        List<Message> shown = new MessageWindow(state.scrambleTies).select(conversation.messages, call.query("after"),
                call.query("before"), filter != null && !filter.isBlank());
        ObjectNode body = Json.object();
        body.set("meta", views.messagesMeta(conversation));
        body.set("payload", Json.array(shown, views.messages()::listed));
        return Answer.ok(body);
    }

    /** Not idempotent; the echo id is answered, never stored (section 4). */
    private Answer create(ChatwootCall call) {
        Conversation conversation = ConversationsResource.find(state, call);
        ObjectNode parameters = call.parameters();
        Message message = builder.create(conversation, call.caller(), parameters, call.files("attachments[]"));
        ObjectNode body = views.messages().listed(message);
        if (parameters.hasNonNull("echo_id")) {
            body.set("echo_id", parameters.get("echo_id"));
        }
        return Answer.ok(body);
    }

    private Answer delete(ChatwootCall call) {
        Message message = find(call);
        state.delete(message, HistoryEntry.Origin.API);
        return Answer.ok(views.messages().listed(message));
    }

    /** API inboxes only; an unknown status and read to delivered change nothing, with 200 (section 4). */
    private Answer updateStatus(ChatwootCall call) {
        Message message = find(call);
        if (!message.conversation.inbox().isApi()) {
            throw Errors.forbidden("Message status update is only allowed for API inboxes");
        }
        JsonNode parameters = call.parameters();
        String status = Parameters.text(parameters, "status");
        if (STATUSES.contains(status) && !(status.equals("delivered") && message.status.equals("read"))) {
            message.status = status;
            message.contentAttributes.remove("external_error");
            if (status.equals("failed") && parameters.hasNonNull("external_error")) {
                message.contentAttributes.set("external_error", parameters.get("external_error"));
            }
            message.updatedAt = state.clock.now();
            state.events.updated(message);
        }
        return Answer.ok(views.messages().listed(message));
    }

    private Answer retry(ChatwootCall call) {
        Message message = find(call);
        state.retry(message);
        return Answer.ok(views.messages().listed(message));
    }

    private Message find(ChatwootCall call) {
        Message message = ConversationsResource.find(state, call).messages.get(call.id("message"));
        if (message == null) {
            throw Errors.notFound();
        }
        return message;
    }
}
