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

import java.util.ArrayList;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.http.Answer;
import io.github.camelhelpdesk.testkit.http.Call;
import io.github.camelhelpdesk.testkit.http.Json;

/** Users, by their id or by the site's own member id (channelio.md, section 2). There is no list of users. */
final class UsersResource {

    private final ChannelioState state;

    UsersResource(ChannelioState state) {
        this.state = state;
    }

    void addTo(ChannelioRoutes routes) {
        routes.add("PUT", "/users/@{member}", this::upsert);
        routes.add("GET", "/users/@{member}", call -> answer(member(call)));
        routes.add("GET", "/users/{user}", call -> answer(find(state, call)));
        routes.add("PATCH", "/users/{user}", this::update);
    }

    static User find(ChannelioState state, Call call) {
        User user = state.users.get(call.pathValue("user"));
        if (user == null) {
            throw Errors.notFound("user");
        }
        return user;
    }

    private User member(Call call) {
        User user = state.members.get(call.pathValue("member"));
        if (user == null) {
            throw Errors.notFound("user");
        }
        return user;
    }

    private Answer upsert(Call call) {
        User known = state.members.get(call.pathValue("member"));
        JsonNode body = UserChatsResource.body(call);
        return answer(merge(known == null ? state.addUser(call.pathValue("member")) : known, body));
    }

    private Answer update(Call call) {
        return answer(merge(find(state, call), UserChatsResource.body(call)));
    }

    /** The profile is merged; what {@code profileOnce} brings is taken only where there is nothing yet. */
    private User merge(User user, JsonNode body) {
        body.path("profileOnce").properties()
                .forEach(field -> user.profile.putIfAbsent(field.getKey(), field.getValue()));
        body.path("profile").properties().forEach(field -> {
            if (field.getValue().isNull()) {
                user.profile.remove(field.getKey());
            } else {
                user.profile.set(field.getKey(), field.getValue());
            }
        });
        if (body.path("tags").isArray()) {
            user.tags = new ArrayList<>();
            body.path("tags").forEach(tag -> user.tags.add(tag.asText()));
        }
        user.updatedAt = state.clock.now();
        return user;
    }

    private static Answer answer(User user) {
        ObjectNode body = Json.object();
        body.set("user", user.json());
        return Answer.ok(body);
    }
}
