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

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.http.Json;
import io.github.camelhelpdesk.testkit.webhook.WebhookCall;
import io.github.camelhelpdesk.testkit.webhook.Webhooks;

/**
 * Tells webhooks when a case begins or its status changes (acquire.md, section 7): the whole transcript, every number a string,
 * times as JavaScript writes them. No event for a single message is documented, and none is sent.
 */
final class AcquireEvents {

    private final AcquireState state;
    private final Webhooks sender;

    AcquireEvents(AcquireState state, Webhooks sender) {
        this.state = state;
        this.sender = sender;
    }

    void status(Case changed) {
        if (state.webhooks.isEmpty()) {
            return;
        }
        byte[] body = body(changed).toString().getBytes(StandardCharsets.UTF_8);
        state.webhooks.values().stream().filter(webhook -> webhook.wants(Webhook.CASE_STATUS))
                .forEach(webhook -> sender.send(new WebhookCall(Webhook.CASE_STATUS, String.valueOf(changed.id), webhook.url,
                        URI.create(webhook.url), () -> headers(webhook, body), body, status -> {
                        })));
    }

    private static Map<String, String> headers(Webhook webhook, byte[] body) {
        return webhook.hmacKey.isEmpty() ? Map.of()
                : Map.of("x-acquire-signature", WebhookSignature.of(webhook.hmacKey, body));
    }

    private static ObjectNode body(Case changed) {
        ObjectNode data = Json.object().put("caseId", String.valueOf(changed.id)).put("status", changed.status.wire());
        data.putObject("fields");
        data.putObject("contact").put("id", String.valueOf(changed.contact.id)).set("fields", changed.contact.fieldsByKey());
        data.set("messages", Json.array(changed.messages, AcquireEvents::message));
        ObjectNode body = Json.object().put("event", Webhook.CASE_STATUS);
        body.set("data", data);
        return body;
    }

    private static ObjectNode message(Message message) {
        return Json.object().put("id", String.valueOf(message.id)).put("channel", message.owner.channel)
                .put("senderId", String.valueOf(message.sender.id())).put("senderType", message.sender.type())
                .put("type", message.type).put("message", message.label()).put("seen", "no")
                .put("dateCreated", Times.javascript(message.dateCreated));
    }
}
