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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.testkit.http.TestClient;
import io.github.camelhelpdesk.testkit.http.WebhookReceiver;

/** Registration of webhooks and what they are told (channelio.md, section 6). */
class WebhookDeliveryTest extends ChannelioTestBase {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private WebhookReceiver receiver;

    @BeforeEach
    void listen() {
        receiver = new WebhookReceiver();
    }

    @AfterEach
    void stopListening() {
        receiver.close();
    }

    @Test
    void aMessageIsPushedWithTheTokenInTheAddress() {
        String chat = simulator.openUserChat("Zoe");
        ChannelioWebhook webhook = simulator.registerWebhook(receiver.url());
        String message = simulator.writeAsCustomer(chat, "Where is it?");

        awaitDeliveries(1);
        assertThat(receiver.received().get(0).query()).isEqualTo("token=" + webhook.token());
        JsonNode body = receiver.received().get(0).json();
        assertThat(body.path("event").asText()).isEqualTo("push");
        assertThat(body.path("type").asText()).isEqualTo("message");
        assertThat(body.path("entity").path("id").asText()).isEqualTo(message);
        assertThat(body.path("entity")).isEqualTo(client.json(messages(chat) + "?sortOrder=asc").path("messages").get(0));
        assertThat(body.path("refers").path("userChat").path("id").asText()).isEqualTo(chat);
        assertThat(body.path("refers").path("user").path("name").asText()).isEqualTo("Zoe");
        assertThat(body.path("refers").has("bot")).isFalse();
        assertThat(simulator.webhooks().sent()).extracting(sent -> sent.url()).containsExactly(receiver.url());
    }

    @Test
    void whatIsWrittenThroughTheApiIsPushedTooAndThatIsTheLoop() {
        String chat = simulator.openUserChat("Zoe");
        simulator.registerWebhook(receiver.url());
        post(messages(chat) + "?botName=Bridge", "{\"plainText\":\"hello\",\"requestId\":\"mark\"}");

        awaitDeliveries(1);
        JsonNode body = receiver.received().get(0).json();
        assertThat(body.path("entity").path("requestId").asText()).isEqualTo("mark");
        assertThat(body.path("refers").path("bot").path("name").asText()).isEqualTo("Bridge");
    }

    @Test
    void onlyWhatIsInScopeIsTold() {
        String url = receiver.url();
        register("{\"name\":\"chats\",\"url\":\"" + url + "\",\"scopes\":[\"userChat.opened\"],\"apiVersion\":\"v5\"}");
        String chat = simulator.openUserChat("Zoe");
        simulator.writeAsCustomer(chat, "one");

        awaitDeliveries(1);
        assertThat(receiver.received().get(0).json().path("type").asText()).isEqualTo("userChat");
        assertThat(receiver.received().get(0).json().path("entity").path("id").asText()).isEqualTo(chat);
    }

    @Test
    void editsAndRemovalsAreToldOnlyWhenToldTo() {
        String chat = simulator.openUserChat("Zoe");
        String message = simulator.writeAsCustomer(chat, "one");
        simulator.registerWebhook(receiver.url());
        simulator.editMessage(chat, message, "two");
        assertThat(simulator.webhooks().pending()).isZero();

        simulator.changesFireWebhooks(true);
        simulator.editMessage(chat, message, "three");
        awaitDeliveries(1);
        simulator.removeMessage(chat, message);
        awaitDeliveries(2);
        assertThat(receiver.received()).extracting(each -> each.json().path("event").asText()).containsOnly("update");
        assertThat(receiver.received().get(0).json().path("entity").path("plainText").asText()).isEqualTo("three");
        assertThat(receiver.received().get(1).json().path("entity").path("state").asText()).isEqualTo("removed");
    }

    @Test
    void w1AHundredFailuresInARowBlockTheWebhookUntilItIsUnblocked() {
        String chat = simulator.openUserChat("Zoe");
        ChannelioWebhook webhook = simulator.registerWebhook("m", receiver.url(), "message.created.userChat");
        receiver.answering(500);
        fail(chat, 99);
        receiver.answering(200);
        fail(chat, 1);
        assertThat(simulator.registeredWebhooks().get(0).blocked()).as("a success in between starts the count anew").isFalse();

        receiver.answering(400);
        fail(chat, 100);
        assertThat(client.json("/webhooks/" + webhook.id()).path("webhook").path("blocked").asBoolean()).isTrue();
        assertThat(client.json("/webhooks/" + webhook.id()).path("webhook").path("lastBlockedAt").asLong()).isPositive();
        simulator.writeAsCustomer(chat, "unheard");
        assertThat(simulator.webhooks().pending()).isZero();
        assertThat(receiver.received()).hasSize(200);

        receiver.answering(200);
        simulator.unblockWebhook(webhook.id());
        simulator.writeAsCustomer(chat, "heard");
        awaitDeliveries(201);
    }

    @Test
    void atMostTenWebhooksWithNamesOfTheirOwn() {
        for (int i = 1; i <= 10; i++) {
            assertThat(register(webhook("hook " + i)).path("webhook").path("token").asText()).isNotEmpty();
        }
        assertThat(post("/webhooks", webhook("hook 11")).statusCode()).isEqualTo(422);
        String first = simulator.registeredWebhooks().get(0).id();
        assertThat(send("DELETE", "/webhooks/" + first, null).statusCode()).isEqualTo(200);
        assertThat(post("/webhooks", webhook("hook 2")).statusCode()).isEqualTo(422);
        assertThat(post("/webhooks", webhook("hook 11")).statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> simulator.registerWebhook("hook 12", receiver.url()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsMissingOrUnknownIsRefused() {
        for (String bad : List.of("{}", webhook("a").replace("v5", "v9"), webhook("a").replace("Chat\"", "Cat\""),
                webhook("a").replace("http:", ""))) {
            assertThat(post("/webhooks", bad).statusCode()).as(bad).isEqualTo(422);
        }
        assertThat(client.get("/webhooks/4711").statusCode()).isEqualTo(404);
    }

    @Test
    void aWebhookIsListedAndChanged() {
        String id = register(webhook("first")).path("webhook").path("id").asText();
        register(webhook("second"));
        assertThat(send("PATCH", "/webhooks/" + id, "{\"name\":\"second\"}").statusCode()).isEqualTo(422);
        JsonNode changed = TestClient.json(send("PATCH", "/webhooks/" + id,
                "{\"name\":\"third\",\"scopes\":[\"userChat.opened\"]}")).path("webhook");
        assertThat(changed.path("name").asText()).isEqualTo("third");
        assertThat(changed.path("url").asText()).isEqualTo(receiver.url());
        assertThat(simulator.registeredWebhooks().get(0).scopes()).containsExactly("userChat.opened");
        JsonNode page = client.json("/webhooks?limit=1");
        assertThat(page.path("webhooks")).hasSize(1);
        assertThat(client.json("/webhooks?since=" + page.path("next").asText()).path("webhooks")).isNotEmpty();
        assertThat(client.json("/webhooks").has("next")).isFalse();
    }

    private void fail(String chat, int times) {
        int before = receiver.received().size();
        for (int i = 0; i < times; i++) {
            simulator.writeAsCustomer(chat, "message " + i);
        }
        awaitDeliveries(before + times);
    }

    private String webhook(String name) {
        return "{\"name\":\"" + name + "\",\"url\":\"" + receiver.url()
                + "\",\"scopes\":[\"message.created.userChat\"],\"apiVersion\":\"v5\"}";
    }

    private JsonNode register(String body) {
        return TestClient.json(post("/webhooks", body));
    }

    private void awaitDeliveries(int count) {
        await().atMost(PATIENCE).until(() -> receiver.received().size() >= count && simulator.webhooks().pending() == 0);
        assertThat(receiver.received()).hasSize(count);
    }
}
