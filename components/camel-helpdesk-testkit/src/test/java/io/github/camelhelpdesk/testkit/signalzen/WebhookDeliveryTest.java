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

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.github.camelhelpdesk.testkit.http.Json;

/** What the console's webhooks are asked and told (signalzen.md, section 5). */
class WebhookDeliveryTest extends SignalzenTestBase {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private record Received(byte[] body, String signature) {
        JsonNode json() {
            return Json.parse(body);
        }
    }

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private volatile boolean answersChallenges = true;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::receive);
        server.start();
    }

    @AfterEach
    void stopListening() {
        server.stop(0);
    }

    @Test
    void aNewAddressIsChallengedOnceAndThenTold() throws Exception {
        assertThat(simulator.registerWebhook(url(), "message.created").confirmed()).isTrue();
        assertThat(received).singleElement().satisfies(challenge -> {
            assertThat(challenge.json().path("challenge").asText()).isNotEmpty();
            assertThat(challenge.signature()).isEqualTo(hmac(challenge.body()));
        });
        long user = simulator.openUser("Zoe");
        long message = simulator.writeAsVisitor(user, "Where is it?");
        await().atMost(PATIENCE).until(() -> received.size() == 2);
        JsonNode event = received.get(1).json();
        assertThat(event.path("event_type").asText()).isEqualTo("message.created");
        assertThat(event.path("data").path("id").asLong()).isEqualTo(message);
        assertThat(event.path("data").path("sender").path("id").asLong()).isEqualTo(user);
        assertThat(received.get(1).signature()).isEqualTo(hmac(received.get(1).body()));
    }

    @Test
    void anAddressThatDoesNotAnswerTheChallengeIsNotTold() {
        answersChallenges = false;
        assertThat(simulator.registerWebhook(url(), "user.created").confirmed()).isFalse();
        simulator.openUser("Zoe");
        assertThat(simulator.webhooks().count() + simulator.webhooks().pending()).isZero();
        answersChallenges = true;
        assertThat(simulator.moveWebhooks(url() + "/moved")).allMatch(SignalzenWebhook::confirmed);
        simulator.openUser("Max");
        await().atMost(PATIENCE).until(() -> simulator.webhooks().sent("user.created").size() == 1);
    }

    @Test
    void anOperatorsMessageDoesNotSayWhichChatItIsInUnlessToldTo() {
        simulator.registerWebhook(url(), "message.created");
        long user = simulator.openUser("Zoe");
        simulator.writeAsOperator(user, "first");
        await().atMost(PATIENCE).until(() -> received.size() == 2);
        JsonNode data = received.get(1).json().path("data");
        assertThat(data.fieldNames()).toIterable().containsExactlyInAnyOrder("id", "body", "type", "read_by_user", "created_at",
                "file_url", "rating", "sender_type", "read_by_operator", "sender");
        assertThat(data.path("sender_type").asText()).isEqualTo("operator");
        simulator.webhooksNameUsers(true);
        simulator.writeAsOperator(user, "second");
        await().atMost(PATIENCE).until(() -> received.size() == 3);
        assertThat(received.get(2).json().path("data").path("user_id").asLong()).isEqualTo(user);
    }

    @Test
    void eachWebhookIsToldItsOwnEventOnly() {
        simulator.registerWebhook(url(), "user.closed");
        simulator.registerWebhook(url(), "user.destroyed");
        long user = simulator.openUser("Zoe");
        simulator.writeAsVisitor(user, "bye");
        simulator.rateUser(user);
        simulator.closeUser(user);
        simulator.destroyUser(user);
        await().atMost(PATIENCE).until(() -> received.size() == 4);
        assertThat(received.subList(2, 4)).extracting(event -> event.json().path("event_type").asText())
                .containsExactlyInAnyOrder("user.closed", "user.destroyed");
        assertThat(received.get(2).json().path("data").path("id").asLong()).isEqualTo(user);
    }

    private String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/hook";
    }

    private String hmac(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(simulator.apiKey().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void receive(HttpExchange exchange) {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            received.add(new Received(body, exchange.getRequestHeaders().getFirst("x-signalzen-signature")));
            JsonNode challenge = Json.parse(body).path("challenge");
            byte[] answer = challenge.isTextual() && answersChallenges
                    ? challenge.asText().getBytes(StandardCharsets.UTF_8)
                    : new byte[0];
            exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
