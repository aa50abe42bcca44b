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
package io.github.camelhelpdesk.testkit.channelio;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.HistoryEntry;
import io.github.camelhelpdesk.testkit.http.Answer;
import io.github.camelhelpdesk.testkit.http.Call;
import io.github.camelhelpdesk.testkit.http.Json;

/** User chats: lists, one, its state (channelio.md, sections 2, 3 and 4). */
final class UserChatsResource {

    private static final Set<String> STATES = Set.of("closed", "opened", "snoozed", "queued", "initial", "missed");

    private final ChannelioState state;

    UserChatsResource(ChannelioState state) {
        this.state = state;
    }

    void addTo(ChannelioRoutes routes) {
        routes.add("GET", "/user-chats", this::list);
        routes.add("GET", "/users/{user}/user-chats", this::ofUser);
        routes.add("POST", "/users/{user}/user-chats", call -> answer(state.addChat(UsersResource.find(state, call))));
        routes.add("GET", "/user-chats/{chat}", call -> answer(find(state, call)));
        routes.add("PATCH", "/user-chats/{chat}", this::describe);
        routes.add("DELETE", "/user-chats/{chat}", this::delete);
        routes.add("PUT", "/user-chats/{chat}/open", call -> change(call, "open", state::open));
        routes.add("PATCH", "/user-chats/{chat}/close", call -> change(call, "close", state::close));
        routes.add("PUT", "/user-chats/{chat}/snooze", this::snooze);
    }

    static UserChat find(ChannelioState state, Call call) {
        UserChat chat = state.chats.get(call.pathValue("chat"));
        if (chat == null) {
            throw Errors.notFound("userChat");
        }
        return chat;
    }

    /** A JSON object, or an empty one without a body. */
    static ObjectNode body(Call call) {
        if (call.body().length == 0) {
            return Json.object();
        }
        JsonNode body = Json.parse(call.body());
        if (body instanceof ObjectNode object) {
            return object;
        }
        throw Errors.unprocessable("Body", "body", "is not a JSON object");
    }

    /** One state per query, {@code opened} by default; there is no way to ask for all. */
    private Answer list(Call call) {
        String wanted = call.query("state") == null ? "opened" : call.query("state");
        if (!STATES.contains(wanted)) {
            throw Errors.unprocessable("Query", "state", "must be one of " + STATES.stream().sorted().toList());
        }
        List<UserChat> chats = state.chats.values().stream().filter(chat -> chat.state.equals(wanted)).toList();
        // The list's order is not documented. By last change, chats move while they are paged through.
        ListPage<UserChat> page = ListPage.of(call, chats, "user-chats-" + wanted,
                chat -> String.format("%016d-%s", chat.updatedAt.toEpochMilli(), chat.id),
                ListPage.isAscending(call, false));
        ObjectNode body = listBody(page);
        body.set("users", Json.array(page.items().stream().map(chat -> chat.user).distinct().toList(), User::json));
        return Answer.ok(body);
    }

    private Answer ofUser(Call call) {
        User user = UsersResource.find(state, call);
        return Answer.ok(listBody(ListPage.of(call, state.chatsOf(user), "user-" + user.id, chat -> chat.id,
                ListPage.isAscending(call, true))));
    }

    /** {@code messages} holds the latest of each chat only. */
    private ObjectNode listBody(ListPage<UserChat> page) {
        ObjectNode body = page.body();
        body.set("userChats", Json.array(page.items(), UserChat::json));
        body.set("messages", Json.array(page.items().stream().map(chat -> chat.desk).filter(message -> message != null)
                .toList(), Message::json));
        body.putArray("sessions");
        body.set("managers", Json.array(page.items().stream().map(chat -> chat.managerIds).flatMap(Collection::stream)
                .distinct().map(state.managers::get).toList(), Manager::json));
        body.putArray("chatTags");
        return body;
    }

    /** Only the description can be changed (section 2). */
    private Answer describe(Call call) {
        UserChat chat = find(state, call);
        chat.description = body(call).path("description").asText(null);
        chat.updatedAt = state.clock.now();
        return answer(chat);
    }

    /** What it answers is not documented; an empty object is assumed. */
    private Answer delete(Call call) {
        state.delete(find(state, call), HistoryEntry.Origin.API);
        return Answer.ok(Json.object());
    }

    private Answer snooze(Call call) {
        try {
            Duration.parse(String.valueOf(call.query("duration")));
        } catch (DateTimeException e) {
            throw Errors.unprocessable("Query", "duration", "must be an ISO-8601 duration");
        }
        return change(call, "snooze", state::snooze);
    }

    private Answer change(Call call, String action, Consumer<UserChat> change) {
        UserChat chat = find(state, call);
        if (call.query("botName") == null) {
            throw Errors.unprocessable("Query", "botName", "is required");
        }
        Bot bot = MessagesResource.bot(state, call);
        change.accept(chat);
        state.commitLog(chat, bot, action, HistoryEntry.Origin.API);
        return answer(chat);
    }

    private static Answer answer(UserChat chat) {
        ObjectNode body = Json.object();
        body.set("userChat", chat.json());
        body.set("user", chat.user.json());
        if (chat.desk != null) {
            body.set("message", chat.desk.json());
        }
        return Answer.ok(body);
    }
}
