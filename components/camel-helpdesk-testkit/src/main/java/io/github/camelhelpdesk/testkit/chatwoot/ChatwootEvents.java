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

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.webhook.WebhookCall;
import io.github.camelhelpdesk.testkit.webhook.Webhooks;

/**
 * Tells the account's webhooks what happened (chatwoot.md, section 7; app/listeners/webhook_listener.rb). Messages written
 * through the API and private notes are told like any other; activities never are. Inboxes and agent bots with a webhook of
 * their
 * own are not simulated, nor are the events of contacts, typing and the widget.
 */
final class ChatwootEvents {

    private final ChatwootState state;
    private final WebhookViews views;
    private final Webhooks sender;

    ChatwootEvents(ChatwootState state, Webhooks sender) {
        this.state = state;
        this.views = new WebhookViews(state);
        this.sender = sender;
    }

    void created(Message message) {
        tell("message_created", message);
    }

    /** Any change, a deletion too: nothing in the body tells which. */
    void updated(Message message) {
        tell("message_updated", message);
    }

    void created(Conversation conversation) {
        tell("conversation_created", String.valueOf(conversation.id), () -> views.conversation(conversation));
    }

    /** Tells of the change, and once more where the status is part of it. */
    void changed(Conversation conversation, ArrayNode changes) {
        if (changes.isEmpty()) {
            return;
        }
        tell("conversation_updated", String.valueOf(conversation.id), () -> changed(views.conversation(conversation), changes));
        if (StreamSupport.stream(changes.spliterator(), false).anyMatch(change -> change.has("status"))) {
            tell("conversation_status_changed", String.valueOf(conversation.id),
                    () -> changed(views.conversation(conversation), changes));
        }
    }

    private static ObjectNode changed(ObjectNode conversation, ArrayNode changes) {
        conversation.set("changed_attributes", changes);
        return conversation;
    }

    private void tell(String event, Message message) {
        if (message.type != ChatwootMessageType.ACTIVITY) {
            tell(event, String.valueOf(message.id), () -> views.message(message));
        }
    }

    private void tell(String event, String resource, Supplier<ObjectNode> data) {
        if (state.webhooks.values().stream().anyMatch(webhook -> webhook.subscriptions.contains(event))) {
            byte[] body = railsJson(data.get().put("event", event));
            state.webhooks.values().stream().filter(webhook -> webhook.subscriptions.contains(event))
                    .forEach(webhook -> sender.send(call(webhook, event, resource, body)));
        }
    }

    private WebhookCall call(Webhook webhook, String event, String resource, byte[] body) {
        return new WebhookCall(event, resource, webhook.url, URI.create(webhook.url), () -> headers(webhook, body), body,
                status -> {
                });
    }

    private Map<String, String> headers(Webhook webhook, byte[] body) {
        String timestamp = String.valueOf(state.clock.now().getEpochSecond());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Chatwoot-Delivery", UUID.randomUUID().toString());
        headers.put("X-Chatwoot-Timestamp", timestamp);
        headers.put("X-Chatwoot-Signature", WebhookSignature.of(webhook.secret, timestamp, body));
        return headers;
    }

    /** These five characters are escaped wherever they occur, which in JSON is inside of texts only. */
    private static byte[] railsJson(ObjectNode body) {
        return body.toString().replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
                .replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").getBytes(StandardCharsets.UTF_8);
    }
}
