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

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.http.Answer;
import io.github.camelhelpdesk.testkit.http.Call;
import io.github.camelhelpdesk.testkit.http.Json;

/** The channel, its managers and its bots (channelio.md, section 2). */
final class PeopleResource {

    private final ChannelioState state;

    PeopleResource(ChannelioState state) {
        this.state = state;
    }

    void addTo(ChannelioRoutes routes) {
        routes.add("GET", "/channel", this::channel);
        routes.add("GET", "/managers", this::managers);
        routes.add("GET", "/managers/{manager}", this::manager);
        routes.add("GET", "/bots", this::bots);
    }

    private Answer channel(Call call) {
        ObjectNode channel = Json.object().put("id", ChannelioState.CHANNEL).put("name", "Simulated channel")
                .put("color", "#123456").put("botName", ChannelioSimulator.DEFAULT_BOT).put("timeZone", "Etc/UTC")
                .put("country", "US").put("domain", "simulated").put("state", "active").put("createdAt", 1_600_000_000_000L)
                .put("bizGrade", "A").put("baseTutorialCompleted", true).put("followUpEmail", false)
                .put("followUpTexting", false);
        channel.putObject("welcomeMessage").putArray("blocks").addObject().put("type", "text").put("value", "Welcome");
        ObjectNode body = Json.object();
        body.set("channel", channel);
        return Answer.ok(body);
    }

    /** Here the cursor is a manager's id (section 3). */
    private Answer managers(Call call) {
        ListPage<Manager> page = ListPage.of(call, state.managers.values(), "managers", Manager::id, true);
        ObjectNode body = page.body();
        body.set("managers", Json.array(page.items(), Manager::json));
        body.putArray("onlines");
        return Answer.ok(body);
    }

    private Answer manager(Call call) {
        Manager manager = state.managers.get(call.pathValue("manager"));
        if (manager == null) {
            throw Errors.notFound("manager");
        }
        ObjectNode body = Json.object();
        body.set("manager", manager.json());
        return Answer.ok(body);
    }

    /** Here the cursor is a number; of what is not documented, so it is the id of the first bot wanted (section 3). */
    private Answer bots(Call call) {
        long since = ListPage.number(call, "since", 0);
        int limit = (int) ListPage.number(call, "limit", ListPage.DEFAULT_LIMIT);
        List<Bot> wanted = state.bots.values().stream().filter(bot -> Long.parseLong(bot.id()) >= since).toList();
        ObjectNode body = Json.object();
        if (wanted.size() > limit) {
            body.put("next", Long.parseLong(wanted.get(limit).id()));
        }
        body.set("bots", Json.array(wanted.stream().limit(limit).toList(), Bot::json));
        return Answer.ok(body);
    }
}
