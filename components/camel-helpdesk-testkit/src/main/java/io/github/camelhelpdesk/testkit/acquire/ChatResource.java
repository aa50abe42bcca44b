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

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.HistoryEntry;
import io.github.camelhelpdesk.testkit.http.Json;

/** The messenger: what a thread says, chat messages, and cases that begin and end (acquire.md, sections 3 and 5). */
final class ChatResource {

    private static final List<String> TYPES = List.of(Message.MESSAGE, Message.NOTE, Message.EVENT);
    private static final List<String> CHANNELS = List.of("chat", "mail", "sms", "voip", "audio-call", "video-call",
            "private-form");

    private final AcquireState state;

    ChatResource(AcquireState state) {
        this.state = state;
    }

    void addTo(AcquireRoutes routes) {
        routes.add(AcquirePermission.CASE, "GET", "/crm/messenger/chat/messages", this::messages);
        routes.add(AcquirePermission.CASE, "POST", "/crm/messenger/chat/add-message", this::add);
        routes.add(AcquirePermission.CASE, "POST", "/crm/messenger/chat/message/{message}", this::update);
        routes.add(AcquirePermission.CASE, "POST", "/crm/messenger/chat/create", this::create);
        routes.add(AcquirePermission.CASE, "POST", "/crm/messenger/chat/close", this::close);
    }

    /** No paging (section 3); what stands in the list is quirk Q1. */
    private JsonNode messages(AcquireCall call) {
        long contactId = call.queryId("contactId");
        List<Case> thread = state.thread(call.queryId("threadId")).stream().filter(each -> each.contact.id == contactId)
                .toList();
        if (thread.isEmpty()) {
            throw Errors.notFound("thread");
        }
        if (state.listing == AcquireMessageListing.MESSAGES) {
            return Json.array(thread.stream().flatMap(each -> each.messages.stream()).toList(), Message::withSender);
        }
        ObjectNode first = withMessages(thread.get(0));
        first.set("cases", Json.array(thread.subList(1, thread.size()), this::withMessages));
        return Json.array().add(first);
    }

    private ObjectNode withMessages(Case each) {
        ObjectNode json = each.json();
        json.putArray("cases");
        json.set("users", each.participants());
        if (state.listing == AcquireMessageListing.CASES_WITH_MESSAGES) {
            json.set("messages", Json.array(each.messages, Message::json));
        }
        Message last = each.lastMessage();
        json.set("lastMessage", last == null ? null : last.json());
        return json;
    }

    private JsonNode add(AcquireCall call) {
        ObjectNode body = call.body();
        Case owner = call.findCase(AcquireCall.id(body, "caseId"));
        JsonNode content = content(body);
        if (!owner.isActive()) {
            throw Errors.invalidInput("only active cases may receive messages");
        }
        Message message = state.begin(owner, call.speaker(owner), type(content), AcquireCall.text(content, "message"), null);
        if (state.keepsMeta && body.path("meta") instanceof ObjectNode meta) {
            message.meta = meta.deepCopy();
        }
        state.commit(message, HistoryEntry.Origin.API);
        return message.withCase();
    }

    private JsonNode update(AcquireCall call) {
        Message message = call.findMessage(call.pathId("message"));
        JsonNode content = content(call.body());
        if (message.deleted) {
            throw Errors.notFound("message");
        }
        state.edit(message, AcquireCall.text(content, "message"), HistoryEntry.Origin.API);
        return message.withCase();
    }

    /** With a {@code threadId} it continues that thread (D2 {@code reopen-case.md}). */
    private JsonNode create(AcquireCall call) {
        Contact contact = call.findContact(call.queryId("contactId"));
        ObjectNode body = call.bodyOrEmpty();
        Case earlier = body.hasNonNull("threadId") ? earlier(AcquireCall.id(body, "threadId"), contact) : null;
        String channel = body.path("channel").asText("chat");
        if (!CHANNELS.contains(channel)) {
            throw Errors.invalidInput("channel is unknown");
        }
        Case created = state.addCase(contact, earlier, channel, AcquireStatus.ACTIVE);
        created.title = body.path("title").asText(created.title);
        if (body.path("message").isObject()) {
            JsonNode content = content(body);
            state.commit(state.begin(created, call.speaker(created), type(content), AcquireCall.text(content, "message"), null),
                    HistoryEntry.Origin.API);
        }
        state.events.status(created);
        return created(created);
    }

    private Case earlier(long threadId, Contact contact) {
        return state.thread(threadId).stream().filter(each -> each.contact == contact).findFirst()
                .orElseThrow(() -> Errors.notFound("thread"));
    }

    private static ObjectNode created(Case created) {
        ObjectNode json = created.withPeople();
        ((ObjectNode) json.path("contact")).set("fields", created.contact.fieldsAsList());
        json.putArray("fields");
        json.put("isCaseJoined", false).put("timelineId", created.timelineId).putArray("preMessages");
        return json;
    }

    /** The answer has a numbered key beside the others (quirk Q17). */
    private JsonNode close(AcquireCall call) {
        ObjectNode body = call.body();
        Case closed = call.findCase(AcquireCall.id(body, "caseId"));
        closed.closingState = body.path("closingState").asText("handled");
        state.become(closed, AcquireStatus.CLOSED);
        ObjectNode json = Json.object();
        json.putObject("0").put("foreverClosed", true).put("leftUser", true).put("caseId", closed.id).put("contactId",
                closed.contact.id);
        return json.put("userId", state.keyUser.id()).put("userType", "user");
    }

    /** The message is an object with the text inside (quirk Q5). */
    private static JsonNode content(ObjectNode body) {
        if (!body.path("message").isObject()) {
            throw Errors.invalidInput("message must be an object");
        }
        return body.path("message");
    }

    private static String type(JsonNode content) {
        String type = AcquireCall.text(content, "type");
        if (!TYPES.contains(type)) {
            throw Errors.invalidInput("type must be among " + TYPES);
        }
        return type;
    }

    /** Texts of an array, or nothing. */
    static ArrayNode array(JsonNode body, String name) {
        return body.path(name) instanceof ArrayNode array ? array : Json.array();
    }
}
