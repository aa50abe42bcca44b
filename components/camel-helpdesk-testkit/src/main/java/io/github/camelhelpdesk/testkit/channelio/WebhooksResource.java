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

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.http.Answer;
import io.github.camelhelpdesk.testkit.http.Call;
import io.github.camelhelpdesk.testkit.http.Json;

/** Registration of webhooks (channelio.md, section 6). */
final class WebhooksResource {

    private static final Pattern HTTP_URL = Pattern.compile("https?://[^\\s<>\"{}|\\\\^`]+");

    private final ChannelioState state;

    WebhooksResource(ChannelioState state) {
        this.state = state;
    }

    void addTo(ChannelioRoutes routes) {
        routes.add("GET", "/webhooks", this::list);
        routes.add("POST", "/webhooks", this::create);
        routes.add("GET", "/webhooks/{webhook}", call -> answer(find(call)));
        routes.add("PATCH", "/webhooks/{webhook}", this::update);
        routes.add("DELETE", "/webhooks/{webhook}", this::delete);
    }

    /** Newest first; {@code since} is the creation time of the first one wanted, a number here (section 3). */
    private Answer list(Call call) {
        int limit = (int) ListPage.number(call, "limit", ListPage.DEFAULT_LIMIT);
        long since = ListPage.number(call, "since", Long.MAX_VALUE);
        List<Webhook> wanted = state.webhooks.values().stream()
                .filter(webhook -> webhook.createdAt.toEpochMilli() <= since)
                .sorted(Comparator.comparing((Webhook webhook) -> webhook.createdAt).thenComparing(webhook -> webhook.id)
                        .reversed())
                .toList();
        ObjectNode body = Json.object();
        if (wanted.size() > limit) {
            body.put("next", wanted.get(limit).createdAt.toEpochMilli());
        }
        body.set("webhooks", Json.array(wanted.stream().limit(limit).toList(), Webhook::json));
        return Answer.ok(body);
    }

    private Answer create(Call call) {
        ObjectNode request = UserChatsResource.body(call);
        List.of("name", "url", "scopes", "apiVersion")
                .forEach(field -> require(request.hasNonNull(field), field, "is required"));
        check(request, null);
        return assign(state.addWebhook(request.path("name").asText(), request.path("url").asText()), request);
    }

    private Answer update(Call call) {
        Webhook webhook = find(call);
        ObjectNode request = UserChatsResource.body(call);
        check(request, webhook);
        return assign(webhook, request);
    }

    private Answer delete(Call call) {
        state.webhooks.remove(find(call).id);
        return Answer.ok(Json.object());
    }

    private void check(ObjectNode request, Webhook self) {
        Webhook.reasonAgainst(state, request.path("name").asText(null), self)
                .ifPresent(reason -> require(false, "name", reason));
        require(!request.has("url") || HTTP_URL.matcher(request.path("url").asText()).matches(), "url", "is not a url");
        require(!request.has("scopes") || request.path("scopes").isArray() && Webhook.SCOPES.containsAll(scopes(request)),
                "scopes", "must be among " + Webhook.SCOPES.stream().sorted().toList());
        require(!request.has("apiVersion") || List.of("v4", "v5").contains(request.path("apiVersion").asText()), "apiVersion",
                "must be v4 or v5");
    }

    private static Answer assign(Webhook webhook, ObjectNode request) {
        webhook.name = request.path("name").asText(webhook.name);
        webhook.url = request.path("url").asText(webhook.url);
        webhook.apiVersion = request.path("apiVersion").asText(webhook.apiVersion);
        webhook.scopes = request.has("scopes") ? scopes(request) : webhook.scopes;
        return answer(webhook);
    }

    private static List<String> scopes(ObjectNode request) {
        return StreamSupport.stream(request.path("scopes").spliterator(), false).map(JsonNode::asText).distinct().toList();
    }

    private Webhook find(Call call) {
        Webhook webhook = state.webhooks.get(call.pathValue("webhook"));
        if (webhook == null) {
            throw Errors.notFound("webhook");
        }
        return webhook;
    }

    private static void require(boolean holds, String field, String reason) {
        if (!holds) {
            throw Errors.unprocessable("Webhook", field, reason);
        }
    }

    private static Answer answer(Webhook webhook) {
        ObjectNode body = Json.object();
        body.set("webhook", webhook.json());
        return Answer.ok(body);
    }
}
