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

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.testkit.http.TestClient;
import io.github.camelhelpdesk.testkit.http.WebhookReceiver;
import io.github.camelhelpdesk.testkit.http.WebhookReceiver.Received;

/** What registered webhooks are told (chatwoot.md, section 7). */
class WebhookDeliveryTest extends ChatwootTestBase {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.250Z");

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
    void aMessageIsToldInTheFormOfWebhooksNotOfRest() {
        simulator.clock().fix(NOON);
        long conversation = simulator.openConversation("Zoe", "zoe@mail.example", null);
        simulator.registerWebhook(receiver.url(), "message_created");
        long message = simulator.writeAsCustomer(conversation, "Where is it?");

        JsonNode body = only().json();
        assertThat(body.path("event").asText()).isEqualTo("message_created");
        assertThat(body.path("id").asLong()).isEqualTo(message);
        assertThat(body.path("message_type").asText()).isEqualTo("incoming");
        assertThat(body.path("created_at").asText()).isEqualTo("2026-01-01T12:00:00.250Z");
        assertThat(body.path("account").path("id").asLong()).isEqualTo(1);
        assertThat(body.path("inbox").path("id").asLong()).isEqualTo(simulator.inboxId());
        assertThat(body.path("sender").path("email").asText()).isEqualTo("zoe@mail.example");
        assertThat(body.path("sender").has("type")).isFalse();
        assertThat(List.of("status", "conversation_id", "echo_id", "updated_at", "changed_attributes"))
                .noneMatch(body::has);
        assertThat(body.path("conversation").path("id").asLong()).isEqualTo(conversation);
        assertThat(body.path("conversation").path("messages").get(0).path("message_type").isInt()).isTrue();
        assertThat(body.path("conversation").path("updated_at").isFloatingPointNumber()).isTrue();
    }

    @Test
    void theSignatureCoversTimestampPointAndRawBody() throws Exception {
        simulator.clock().fix(NOON);
        long conversation = simulator.openConversation("Zoe");
        ChatwootWebhook webhook = simulator.registerWebhook(receiver.url(), "message_created");
        simulator.writeAsCustomer(conversation, "a < b & c > d\u2028end");

        Received received = only();
        assertThat(received.text()).contains("a \\u003c b \\u0026 c \\u003e d\\u2028end");
        assertThat(received.json().path("content").asText()).isEqualTo("a < b & c > d\u2028end");
        String timestamp = received.headers().getFirst("X-Chatwoot-Timestamp");
        assertThat(timestamp).isEqualTo(String.valueOf(NOON.getEpochSecond()));
        assertThat(received.headers().getFirst("X-Chatwoot-Delivery")).hasSize(36);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(webhook.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String expected = HexFormat.of().formatHex(mac.doFinal((timestamp + "." + received.text())
                .getBytes(StandardCharsets.UTF_8)));
        assertThat(received.headers().getFirst("X-Chatwoot-Signature")).isEqualTo("sha256=" + expected);
    }

    @Test
    void aWebhookRegisteredThroughTheApiIsCalledForTheDefaultEventsUntilItIsDeleted() {
        JsonNode webhook = TestClient.json(post("/webhooks", "{\"url\":\"" + receiver.url() + "\"}")).path("payload")
                .path("webhook");
        long conversation = simulator.openConversation("Zoe");
        simulator.writeAsCustomer(conversation, "one");

        awaitEvents("conversation_created", "message_created");
        assertThat(simulator.registeredWebhooks()).extracting(ChatwootWebhook::secret)
                .containsExactly(webhook.path("secret").asText());

        client.send("DELETE", ACCOUNT + "/webhooks/" + webhook.path("id").asLong(), null, "application/json");
        simulator.writeAsCustomer(conversation, "two");
        assertThat(simulator.webhooks().pending()).isZero();
    }

    @Test
    void whatIsWrittenThroughTheApiIsToldTooAndThatIsTheLoop() {
        long conversation = simulator.openConversation("Zoe");
        simulator.registerWebhook(receiver.url(), "message_created");
        post(messages(conversation), "{\"content\":\"hello\",\"message_type\":\"incoming\",\"source_id\":\"mark\","
                + "\"content_attributes\":{\"mark\":\"m\"}}");

        JsonNode body = only().json();
        assertThat(body.path("source_id").asText()).isEqualTo("mark");
        assertThat(body.path("content_attributes").path("mark").asText()).isEqualTo("m");
    }

    @Test
    void privateNotesAreToldAndActivitiesNever() {
        long conversation = simulator.openConversation("Zoe");
        simulator.registerWebhook(receiver.url(), "message_created");
        simulator.writeActivity(conversation, "Conversation was opened");
        simulator.writePrivateNote(conversation, "psst");

        assertThat(only().json().path("private").asBoolean()).isTrue();
    }

    @Test
    void theMessageInsideTheConversationIsTheLatestPublicOne() {
        long conversation = simulator.openConversation("Zoe");
        long first = simulator.writeAsCustomer(conversation, "one");
        long second = simulator.writeAsAgent(conversation, "two");
        simulator.writePrivateNote(conversation, "psst");
        simulator.registerWebhook(receiver.url(), "message_updated");

        simulator.deleteMessage(conversation, first);

        JsonNode body = only().json();
        assertThat(body.path("id").asLong()).isEqualTo(first);
        assertThat(body.path("content_attributes")).hasToString("{\"deleted\":true}");
        assertThat(body.path("conversation").path("messages").get(0).path("id").asLong()).isEqualTo(second);
    }

    @Test
    void editsDeletionsRetriesAndStatusChangesAreUpdates() {
        long conversation = simulator.openConversation("Zoe");
        long message = simulator.writeAsAgent(conversation, "one");
        simulator.registerWebhook(receiver.url(), "message_created", "message_updated");

        simulator.editMessage(conversation, message, "two");
        simulator.retryMessage(conversation, message);
        client.send("PATCH", ACCOUNT + messages(conversation) + "/" + message, "{\"status\":\"read\"}", "application/json");
        client.send("PATCH", ACCOUNT + messages(conversation) + "/" + message, "{\"status\":\"nonsense\"}",
                "application/json");
        simulator.deleteMessage(conversation, message);
        simulator.deleteMessage(conversation, message);

        awaitEvents("message_updated", "message_updated", "message_updated", "message_updated");
    }

    @Test
    void contentIsCleanedForWebhooksOnly() {
        long conversation = simulator.openConversation("Zoe");
        simulator.registerWebhook(receiver.url(), "message_created");
        simulator.writeAsCustomer(conversation, "one\\\ntwo\n\n");

        assertThat(only().json().path("content").asText()).isEqualTo("one\ntwo");
        assertThat(get(messages(conversation)).path("payload").get(0).path("content").asText()).isEqualTo("one\\\ntwo\n\n");
    }

    @Test
    void aStatusChangeIsToldTwiceWithWhatChanged() {
        long conversation = simulator.openConversation("Zoe");
        simulator.registerWebhook(receiver.url());
        post("/conversations/" + conversation + "/toggle_status", "{\"status\":\"resolved\"}");

        awaitEvents("conversation_status_changed", "conversation_updated");
        JsonNode body = receiver.received().get(0).json();
        assertThat(body.path("id").asLong()).isEqualTo(conversation);
        assertThat(body.path("status").asText()).isEqualTo("resolved");
        assertThat(body.path("changed_attributes").get(0).path("status"))
                .hasToString("{\"previous_value\":\"open\",\"current_value\":\"resolved\"}");
    }

    @Test
    void aFirstAnswerIsAnUpdateOfTheConversationToo() {
        long conversation = simulator.openConversation("Zoe");
        simulator.registerWebhook(receiver.url());
        simulator.writeAsAgent(conversation, "hello");

        awaitEvents("conversation_updated", "message_created");
        JsonNode updated = receiver.received().stream().map(Received::json)
                .filter(body -> body.path("event").asText().equals("conversation_updated")).findFirst().orElseThrow();
        assertThat(StreamSupport.stream(updated.path("changed_attributes").spliterator(), false)
                .map(change -> change.fieldNames().next())).containsExactlyInAnyOrder("waiting_since",
                        "first_reply_created_at");
    }

    @Test
    void w1AWebhookIsSentOnceWhateverTheAnswer() {
        long conversation = simulator.openConversation("Zoe");
        simulator.registerWebhook(receiver.url(), "message_created");
        receiver.answering(503);
        simulator.writeAsCustomer(conversation, "one");
        await().atMost(PATIENCE).until(() -> simulator.webhooks().pending() == 0);
        receiver.answering(200);
        long second = simulator.writeAsCustomer(conversation, "two");
        await().atMost(PATIENCE).until(() -> simulator.webhooks().pending() == 0);

        assertThat(receiver.received()).hasSize(2);
        assertThat(simulator.webhooks().sent()).extracting(sent -> sent.status()).containsExactly(503, 200);
        assertThat(simulator.webhooks().sent("message_created")).last()
                .satisfies(sent -> assertThat(sent.resource()).isEqualTo(String.valueOf(second)));
    }

    @Test
    void aUrlThatIsNoneIsRefused() {
        assertThat(post("/webhooks", "{\"url\":\"nonsense\"}").statusCode()).isEqualTo(422);
        assertThat(post("/webhooks", "{\"url\":\"http://a b\"}").statusCode()).isEqualTo(422);
        assertThat(simulator.webhookUrls()).isEmpty();
    }

    private Received only() {
        await().atMost(PATIENCE).until(() -> !receiver.received().isEmpty() && simulator.webhooks().pending() == 0);
        assertThat(receiver.received()).hasSize(1);
        return receiver.received().get(0);
    }

    private void awaitEvents(String... events) {
        await().atMost(PATIENCE)
                .until(() -> receiver.received().size() >= events.length && simulator.webhooks().pending() == 0);
        assertThat(receiver.received()).extracting(received -> received.json().path("event").asText())
                .containsExactlyInAnyOrder(events);
    }
}
