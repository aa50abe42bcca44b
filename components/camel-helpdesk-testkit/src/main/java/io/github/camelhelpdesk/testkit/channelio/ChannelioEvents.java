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

import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.http.Json;
import io.github.camelhelpdesk.testkit.webhook.WebhookCall;
import io.github.camelhelpdesk.testkit.webhook.Webhooks;

/**
 * Tells the channel's webhooks what happened (channelio.md, section 6): {@code {event, type, entity, refers}}. Messages of
 * bots,
 * and so those written through the API, are told like any other; that private ones and log entries are is assumed. Events of
 * users and team chats are not simulated.
 */
final class ChannelioEvents {

    /** Whether edits and removals are told. */
    boolean changesFire;

    private final ChannelioState state;
    private final Webhooks sender;

    ChannelioEvents(ChannelioState state, Webhooks sender) {
        this.state = state;
        this.sender = sender;
    }

    void created(Message message) {
        if (isHeard()) {
            tell("push", message);
        }
    }

    /** The name is assumed; no scope for changes is documented. */
    void changed(Message message) {
        if (changesFire && isHeard()) {
            tell("update", message);
        }
    }

    void opened(UserChat chat) {
        if (isHeard()) {
            ObjectNode refers = Json.object();
            refers.set("user", chat.user.json());
            tell(Webhook.OPENED, "upsert", "userChat", chat.id, chat.json(), refers);
        }
    }

    private boolean isHeard() {
        return !state.webhooks.isEmpty();
    }

    private void tell(String event, Message message) {
        ObjectNode refers = Json.object();
        refers.set("userChat", message.chat.json());
        refers.set("user", message.chat.user.json());
        if (message.person instanceof Bot bot) {
            refers.set("bot", bot.json());
        } else if (message.person instanceof Manager manager) {
            refers.set("manager", manager.json());
        }
        tell(Webhook.MESSAGES, event, "message", message.id, message.json(), refers);
    }

    private void tell(String scope, String event, String type, String resource, ObjectNode entity, ObjectNode refers) {
        ObjectNode body = Json.object().put("event", event).put("type", type);
        body.set("entity", entity);
        body.set("refers", refers);
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        state.webhooks.values().stream().filter(webhook -> webhook.wants(scope))
                .forEach(webhook -> sender.send(new WebhookCall(event, resource, webhook.url, webhook.address(), Map::of,
                        bytes, status -> answered(webhook, status))));
    }

    private void answered(Webhook webhook, int status) {
        synchronized (state) {
            webhook.answered(status, state.clock.now());
        }
    }
}
