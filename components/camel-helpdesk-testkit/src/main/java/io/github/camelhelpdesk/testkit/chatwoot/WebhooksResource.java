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
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.chatwoot.ChatwootRoutes.Access;
import io.github.camelhelpdesk.testkit.http.Answer;
import io.github.camelhelpdesk.testkit.http.Json;

/** Registration of webhooks (chatwoot.md, section 7); administrators only (section 1). */
final class WebhooksResource {

    private static final Pattern HTTP_URL = Pattern.compile("https?://[^\\s<>\"{}|\\\\^`]+");

    private final ChatwootState state;

    WebhooksResource(ChatwootState state) {
        this.state = state;
    }

    void addTo(ChatwootRoutes routes) {
        routes.inAccount(Access.ADMINISTRATORS, "GET", "/webhooks", this::list);
        routes.inAccount(Access.ADMINISTRATORS, "POST", "/webhooks", this::create);
        routes.inAccount(Access.ADMINISTRATORS, "PUT", "/webhooks/{webhook}", this::update);
        routes.inAccount(Access.ADMINISTRATORS, "PATCH", "/webhooks/{webhook}", this::update);
        routes.inAccount(Access.ADMINISTRATORS, "DELETE", "/webhooks/{webhook}", this::delete);
    }

    private Answer list(ChatwootCall call) {
        ObjectNode body = Json.object();
        body.putObject("payload").set("webhooks", Json.array(state.webhooks.values(), this::json));
        return Answer.ok(body);
    }

    private Answer create(ChatwootCall call) {
        JsonNode parameters = call.parameters();
        String url = Parameters.present(parameters, "url");
        if (url == null) {
            throw Errors.invalidRecord("Url is invalid", "url");
        }
        requireUsable(url, null);
        Webhook webhook = state.addWebhook(url);
        return assign(webhook, parameters);
    }

    private Answer update(ChatwootCall call) {
        JsonNode parameters = call.parameters();
        Webhook webhook = find(call);
        String url = Parameters.present(parameters, "url");
        if (url != null) {
            requireUsable(url, webhook);
            webhook.url = url;
        }
        return assign(webhook, parameters);
    }

    /** 200 with an empty body. */
    private Answer delete(ChatwootCall call) {
        state.webhooks.remove(find(call).id);
        return Answer.empty(200);
    }

    private Answer assign(Webhook webhook, JsonNode parameters) {
        List<String> subscriptions = Parameters.texts(parameters, "subscriptions");
        webhook.subscriptions = subscriptions.isEmpty() ? webhook.subscriptions : subscriptions;
        webhook.name = parameters.has("name") ? Parameters.text(parameters, "name") : webhook.name;
        webhook.inboxId = parameters.hasNonNull("inbox_id") ? Long.valueOf(parameters.path("inbox_id").asLong())
                : webhook.inboxId;
        ObjectNode body = Json.object();
        body.putObject("payload").set("webhook", json(webhook));
        return Answer.ok(body);
    }

    private Webhook find(ChatwootCall call) {
        Webhook webhook = state.webhooks.get(call.id("webhook"));
        if (webhook == null) {
            throw Errors.notFound();
        }
        return webhook;
    }

    private void requireUsable(String url, Webhook self) {
        if (!HTTP_URL.matcher(url).matches()) {
            throw Errors.invalidRecord("Url is invalid", "url");
        }
        if (state.webhooks.values().stream().anyMatch(each -> each != self && each.url.equals(url))) {
            throw Errors.invalidRecord("Url has already been taken", "url");
        }
    }

    private ObjectNode json(Webhook webhook) {
        return webhook.json(webhook.inboxId == null ? null : state.inboxes.get(webhook.inboxId));
    }
}
