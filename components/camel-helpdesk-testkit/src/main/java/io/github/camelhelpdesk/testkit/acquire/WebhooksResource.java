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
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.http.Json;

/** Registration of webhooks (acquire.md, section 7); the shapes of the answers are assumed to be those of other objects. */
final class WebhooksResource {

    private static final Pattern HTTP_URL = Pattern.compile("https?://[^\\s<>\"{}|\\\\^`]+");

    private final AcquireState state;

    WebhooksResource(AcquireState state) {
        this.state = state;
    }

    void addTo(AcquireRoutes routes) {
        routes.add(AcquirePermission.WEBHOOK, "GET", "/webhook", this::list);
        routes.add(AcquirePermission.WEBHOOK, "POST", "/webhook", this::create);
        routes.add(AcquirePermission.WEBHOOK, "GET", "/webhook/{webhook}", call -> find(call).json());
        routes.add(AcquirePermission.WEBHOOK, "PUT", "/webhook/{webhook}", call -> assign(find(call), call.body()));
        routes.add(AcquirePermission.WEBHOOK, "DELETE", "/webhook/{webhook}", this::delete);
    }

    private JsonNode list(AcquireCall call) {
        Listing listing = new Listing(call, Set.of("id", "name", "url", "status"));
        return listing.page(listing.matching(state.webhooks.values(), Webhook::json), Webhook::json);
    }

    private JsonNode create(AcquireCall call) {
        ObjectNode body = call.body();
        String name = AcquireCall.text(body, "name");
        check(body);
        return assign(state.addWebhook(name, AcquireCall.text(body, "url")), body);
    }

    private JsonNode delete(AcquireCall call) {
        state.webhooks.remove(find(call).id);
        return Json.object().put("deleted", 1);
    }

    private Webhook find(AcquireCall call) {
        return AcquireCall.required(state.webhooks.get(call.pathId("webhook")), "webhook");
    }

    private static ObjectNode assign(Webhook webhook, ObjectNode body) {
        check(body);
        webhook.name = body.path("name").asText(webhook.name);
        webhook.url = body.path("url").asText(webhook.url);
        webhook.status = body.path("status").asText(webhook.status);
        webhook.hmacKey = body.path("hmacKey").asText(webhook.hmacKey);
        webhook.events = body.has("events") ? events(body) : webhook.events;
        return webhook.json();
    }

    private static void check(ObjectNode body) {
        if (body.has("url") && !HTTP_URL.matcher(body.path("url").asText()).matches()) {
            throw Errors.invalidInput("url is not a url");
        }
        if (body.has("events") && !Webhook.EVENTS.containsAll(events(body))) {
            throw Errors.invalidInput("events must be among " + Webhook.EVENTS);
        }
        if (!body.path("format").asText("application/json").equals("application/json")) {
            throw Errors.invalidInput("only JSON is simulated");
        }
    }

    private static List<String> events(ObjectNode body) {
        return StreamSupport.stream(body.path("events").spliterator(), false).map(event -> event.path("event").asText())
                .distinct().toList();
    }
}
