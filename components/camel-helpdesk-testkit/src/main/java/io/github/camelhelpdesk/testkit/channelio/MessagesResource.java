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

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.HistoryEntry;
import io.github.camelhelpdesk.testkit.http.Answer;
import io.github.camelhelpdesk.testkit.http.Call;
import io.github.camelhelpdesk.testkit.http.Json;

/** Messages of a user chat and the links to their files (channelio.md, sections 2 to 5). */
final class MessagesResource {

    /** Where signed links lead; no key is needed there. */
    static final String FILES = "/files/";

    private static final int MAX_BUTTONS = 2;
    private static final int MAX_FILES = 20;
    /** At most 30 characters, none of {@code @ # $ % : /} (section 5). */
    private static final Pattern BOT_NAME = Pattern.compile("[^@#$%:/]{1,30}");
    private static final List<String> OPTIONS = List.of("actAsManager", "displayAsChannel", "doNotPost", "doNotSearch",
            "doNotSendApp", "doNotUpdateDesk", "immutable", "private", "silent", "silentToManager", "silentToUser",
            "alertToWriter");

    private final ChannelioState state;

    MessagesResource(ChannelioState state) {
        this.state = state;
    }

    void addTo(ChannelioRoutes routes) {
        routes.add("GET", "/user-chats/{chat}/messages", this::list);
        routes.add("POST", "/user-chats/{chat}/messages", this::create);
        routes.add("GET", "/user-chats/{chat}/messages/file", this::fileLink);
    }

    /** The bot that a call names, or the default one. */
    static Bot bot(ChannelioState state, Call call) {
        String name = call.query("botName") == null ? ChannelioSimulator.DEFAULT_BOT : call.query("botName");
        if (!BOT_NAME.matcher(name).matches()) {
            throw Errors.unprocessable("Query", "botName", "must have 1 to 30 characters, none of @ # $ % : /");
        }
        return state.bot(name);
    }

    static Answer file(ChannelioState state, Call call) {
        return state.files.values().stream().filter(file -> call.path().equals(FILES + file.id())).findFirst()
                .map(file -> Answer.of(200, file.file().contentType(), file.file().content()))
                .orElseThrow(() -> Errors.notFound("file"));
    }

    /** By id, whatever a message's own time; neither users nor managers are named here in v5 (section 4). */
    private Answer list(Call call) {
        UserChat chat = UserChatsResource.find(state, call);
        ListPage<Message> page = ListPage.of(call, chat.messages.values(), chat.key(), message -> message.id,
                ListPage.isAscending(call, true));
        ObjectNode body = page.body();
        body.set("messages", Json.array(page.items(), Message::json));
        body.putArray("translatedMessages");
        body.set("bots", Json.array(page.items().stream().map(message -> message.person)
                .filter(Bot.class::isInstance).map(Bot.class::cast).distinct().toList(), Bot::json));
        return Answer.ok(body);
    }

    /** Always posted as a bot, whoever is meant (section 5). */
    private Answer create(Call call) {
        UserChat chat = UserChatsResource.find(state, call);
        ObjectNode request = UserChatsResource.body(call);
        Bot bot = bot(state, call);
        String requestId = request.path("requestId").asText(null);
        Optional<Message> earlier = requestId == null || state.requestIds == RequestIdPolicy.STORE_BOTH ? Optional.empty()
                : chat.messages.values().stream().filter(message -> requestId.equals(message.requestId)).findFirst();
        if (earlier.isPresent() && state.requestIds == RequestIdPolicy.REJECT_DUPLICATE) {
            throw Errors.unprocessable("Message", "requestId", "is already used");
        }
        if (earlier.isPresent() && state.requestIds == RequestIdPolicy.RETURN_FIRST) {
            return answer(earlier.get());
        }
        Message message = state.begin(chat, bot, null);
        message.requestId = requestId;
        fill(message, request);
        state.commit(message, HistoryEntry.Origin.API);
        return answer(message);
    }

    private static void fill(Message message, ObjectNode request) {
        message.options = options(request);
        message.files = limited(request, "files", MAX_FILES);
        message.buttons = limited(request, "buttons", MAX_BUTTONS);
        JsonNode blocks = request.path("blocks");
        String plainText = request.path("plainText").asText("");
        if (blocks instanceof ArrayNode array && !array.isEmpty()) {
            message.blocks = array.deepCopy();
            message.plainText = RichText.plain(array);
        } else if (!plainText.isEmpty()) {
            message.plainText = plainText;
            message.blocks.addObject().put("type", "text").put("value", RichText.escape(plainText));
        } else if (message.files.isEmpty() && !request.hasNonNull("webPage") && !request.hasNonNull("form")) {
            throw Errors.unprocessable("Message", "blocks", "must not be empty");
        }
    }

    private static List<String> options(ObjectNode request) {
        List<String> options = StreamSupport.stream(request.path("options").spliterator(), false).map(JsonNode::asText)
                .toList();
        if (!OPTIONS.containsAll(options)) {
            throw Errors.unprocessable("Message", "options", "must be among " + OPTIONS);
        }
        return options;
    }

    private static ArrayNode limited(ObjectNode request, String name, int limit) {
        ArrayNode values = request.path(name) instanceof ArrayNode array ? array.deepCopy() : Json.array();
        if (values.size() > limit) {
            throw Errors.unprocessable("Message", name, "must be " + limit + " at most");
        }
        return values;
    }

    private static Answer answer(Message message) {
        ObjectNode body = Json.object();
        body.set("message", message.json());
        body.set("bot", ((Bot) message.person).json());
        body.set("user", Json.object().put("userId", message.chat.user.id).put("id", message.chat.user.id));
        return Answer.ok(body);
    }

    /** The answer is {@code {result: link}} (section 8, C12). */
    private Answer fileLink(Call call) {
        UserChat chat = UserChatsResource.find(state, call);
        if (call.query("key") == null) {
            throw Errors.unprocessable("Query", "key", "is required");
        }
        StoredFile file = state.files.get(call.query("key"));
        if (file == null || !file.chatId().equals(chat.id)) {
            throw Errors.notFound("file");
        }
        return Answer.ok(Json.object().put("result", state.baseUrl + FILES + file.id() + "?signature=simulated"));
    }
}
