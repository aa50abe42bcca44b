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

import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.github.camelhelpdesk.testkit.http.Answer;
import io.github.camelhelpdesk.testkit.http.Call;
import io.github.camelhelpdesk.testkit.http.Json;
import io.github.camelhelpdesk.testkit.http.Routes;

/** The four addresses of the API and who may ask them (signalzen.md, sections 1, 2 and 6). There is nothing to write to. */
final class SignalzenRoutes {

    static final String FILES = "/files/";
    private static final String BASE = "/external";
    private static final String ACCEPT = "application/vnd.signalzen.v1+json";

    private final Routes<Function<Call, Answer>> routes = new Routes<>();
    private final Set<String> paths = Set.of("/users", "/users/[^/]+", "/users/[^/]+/messages", "/users/[^/]+/messages/[^/]+");
    private final SignalzenState state;

    SignalzenRoutes(SignalzenState state) {
        this.state = state;
        add("/users", this::users);
        add("/users/{user}", call -> Answer.ok(user(call).json()));
        add("/users/{user}/messages", this::messages);
        add("/users/{user}/messages/{message}", call -> Answer.ok(message(call).json()));
    }

    private void add(String path, Function<Call, Answer> handler) {
        routes.add("GET", BASE + path, handler);
    }

    Answer handle(Call call) {
        synchronized (state) {
            return call.path().startsWith(FILES) ? file(call) : authorized(call);
        }
    }

    private Answer authorized(Call call) {
        if (!("Bearer " + state.apiKey).equals(call.header("Authorization"))) {
            throw Errors.unauthorized();
        }
        if (!ACCEPT.equals(call.header("Accept"))) {
            throw Errors.notAcceptable();
        }
        var match = routes.find(call);
        if (match.isEmpty()) {
            throw paths.stream().anyMatch(path -> call.path().matches(BASE + path)) ? Errors.notAllowed()
                    : Errors.notFound("Resource");
        }
        return match.get().target().apply(match.get().call());
    }

    private Answer users(Call call) {
        return OffsetPage.of(call, "users", state.listedUsers(), state.totalError(), User::json);
    }

    private Answer messages(Call call) {
        List<Message> messages = state.listedMessages(user(call));
        return OffsetPage.of(call, "messages", messages, state.totalError(), Message::json);
    }

    private User user(Call call) {
        long id = id(call.pathValue("user"), "User");
        User user = state.users.get(id);
        if (user == null) {
            throw state.destroyedUsers.contains(id) ? Errors.gone("User") : Errors.notFound("User");
        }
        return user;
    }

    private Message message(Call call) {
        long id = id(call.pathValue("message"), "Message");
        Message message = user(call).messages.get(id);
        if (message == null) {
            throw state.deletedMessages.contains(id) ? Errors.gone("Message") : Errors.notFound("Message");
        }
        return message;
    }

    private static long id(String text, String what) {
        if (!text.matches("\\d{1,18}")) {
            throw Errors.notFound(what);
        }
        return Long.parseLong(text);
    }

    private Answer file(Call call) {
        SignalzenFile file = state.files.get(call.path().replaceFirst(FILES + "(\\d+)/" + ".*", "$1"));
        return file == null ? Answer.json(404, Json.object()) : Answer.of(200, file.contentType(), file.content());
    }
}
