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

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.http.Json;
import io.github.camelhelpdesk.testkit.webhook.WebhookCall;
import io.github.camelhelpdesk.testkit.webhook.Webhooks;

/**
 * Tells the console's webhooks what happened: {@code {event_type, data}} (signalzen.md, section 5). As in the published sample,
 * a message does not say in which chat it is; only the sender of a visitor's message tells. That {@code data} of a user event
 * is
 * the user is assumed.
 */
final class SignalzenEvents {

    final List<Webhook> webhooks = new CopyOnWriteArrayList<>();
    /** Whether messages say which chat they are in, which the sample does not. */
    boolean usersAreNamed;
    private final String apiKey;
    private final Webhooks sender;

    SignalzenEvents(String apiKey, Webhooks sender) {
        this.apiKey = apiKey;
        this.sender = sender;
    }

    void created(Message message) {
        ObjectNode data = message.webhookJson();
        if (usersAreNamed) {
            data.put("user_id", message.user.id);
        }
        tell("message.created", String.valueOf(message.id), data);
    }

    void told(String eventType, User user) {
        tell(eventType, String.valueOf(user.id), user.json());
    }

    private void tell(String eventType, String resource, ObjectNode data) {
        ObjectNode event = Json.object().put("event_type", eventType);
        event.set("data", data);
        byte[] body = event.toString().getBytes(StandardCharsets.UTF_8);
        for (Webhook webhook : webhooks) {
            if (webhook.confirmed && webhook.eventType.equals(eventType)) {
                sender.send(new WebhookCall(eventType, resource, webhook.url, URI.create(webhook.url),
                        () -> Map.of(Signature.HEADER, Signature.of(apiKey, body)), body, status -> {
                        }));
            }
        }
    }
}
