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

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.testkit.http.WebhookReceiver;
import io.github.camelhelpdesk.testkit.http.WebhookReceiver.Received;

/** What registered webhooks are told (acquire.md, section 7). */
class WebhookDeliveryTest extends AcquireTestBase {

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
    void aStatusIsToldWithTheWholeTranscriptInStrings() {
        simulator.clock().fix(Instant.parse("2026-03-04T05:06:07.890Z"));
        String thread = simulator.openCase("Zoe", "zoe@mail.example", null);
        String message = simulator.writeAsContact(thread, "Where is it?");
        simulator.registerWebhook(receiver.url());

        simulator.closeCase(thread);

        JsonNode body = received(1).get(0).json();
        assertThat(body.path("event").asText()).isEqualTo("case:status");
        JsonNode data = body.path("data");
        assertThat(data.path("status").asText()).isEqualTo("closed");
        assertThat(data.path("caseId").isTextual()).isTrue();
        assertThat(data.path("caseId").asText()).isEqualTo(thread);
        assertThat(data.path("contact").path("id").isTextual()).isTrue();
        assertThat(data.path("contact").path("fields").path("email").asText()).isEqualTo("zoe@mail.example");
        JsonNode told = data.path("messages").get(0);
        assertThat(told.path("id").isTextual()).isTrue();
        assertThat(told.path("id").asText()).isEqualTo(message);
        assertThat(told.path("senderId").isTextual()).isTrue();
        assertThat(told.path("dateCreated").asText())
                .isEqualTo("Wed Mar 04 2026 05:06:07 GMT+0000 (Coordinated Universal Time)");
    }

    @Test
    void theSignatureIsTheHmacOfTheBodyInHex() throws Exception {
        String thread = simulator.openCase("Zoë");
        AcquireWebhook webhook = simulator.registerWebhook(receiver.url());
        simulator.closeCase(thread);
        Received received = received(1).get(0);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(webhook.hmacKey().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertThat(received.headers().getFirst("x-acquire-signature"))
                .isEqualTo(HexFormat.of().formatHex(mac.doFinal(received.body())));
    }

    @Test
    void newCasesAndChangesOfStatusAreToldAndMessagesAreNot() {
        simulator.registerWebhook(receiver.url());
        String thread = simulator.openCase("Zoe");
        simulator.writeAsContact(thread, "one");
        simulator.changeStatus(thread, AcquireStatus.QUEUE);
        simulator.changeStatus(thread, AcquireStatus.QUEUE);
        data(post("/crm/messenger/chat/close", "{'caseId':" + thread + "}"));
        data(post(CREATE + "?contactId=" + contact(thread), "{'threadId':" + thread + "}"));
        assertThat(received(4)).extracting(each -> each.json().path("data").path("status").asText())
                .containsExactlyInAnyOrder("active", "queue", "closed", "active");
        await().atMost(PATIENCE).until(() -> simulator.webhooks().pending() == 0);
        assertThat(simulator.webhooks().sent()).hasSize(4);
    }

    @Test
    void webhooksAreRegisteredReadChangedAndDeletedThroughTheApi() {
        JsonNode created = data(post("/webhook", registration("case:status", "key")));
        String id = created.path("id").asText();
        assertThat(created.path("events").get(0).path("event").asText()).isEqualTo("case:status");
        assertThat(ids(get("/webhook").path("data"))).containsExactly(id);
        assertThat(get("/webhook/" + id).path("hmacKey").asText()).isEqualTo("key");

        data(client.send("PUT", "/webhook/" + id, "{\"status\":\"inactive\"}", "application/json"));
        assertThat(simulator.registeredWebhooks()).singleElement().returns("inactive", AcquireWebhook::status)
                .returns("key", AcquireWebhook::hmacKey);
        simulator.openCase("Zoe");
        await().atMost(PATIENCE).until(() -> simulator.webhooks().pending() == 0);
        assertThat(simulator.webhooks().sent()).isEmpty();

        data(client.send("DELETE", "/webhook/" + id, null, "application/json"));
        assertThat(simulator.registeredWebhooks()).isEmpty();
    }

    @Test
    void aWebhookForAnotherEventHearsNothingAndAnUnknownEventIsRefused() {
        data(post("/webhook", registration("user:case-invite", "")));
        assertThat(post("/webhook", registration("chat:message", "")).statusCode()).isEqualTo(400);
        simulator.openCase("Zoe");
        await().atMost(PATIENCE).until(() -> simulator.webhooks().pending() == 0);
        assertThat(simulator.webhooks().sent()).isEmpty();
    }

    @Test
    void withoutAKeyNothingIsSigned() {
        data(post("/webhook", registration("case:status", "")));
        simulator.openCase("Zoe");
        assertThat(received(1).get(0).headers().containsKey("x-acquire-signature")).isFalse();
    }

    private String registration(String event, String hmacKey) {
        return "{'name':'hook','url':'" + receiver.url() + "','events':[{'event':'" + event + "','params':{}}],'hmacKey':'"
                + hmacKey + "'}";
    }

    private List<Received> received(int count) {
        await().atMost(PATIENCE).until(() -> receiver.received().size() >= count);
        return receiver.received();
    }
}
