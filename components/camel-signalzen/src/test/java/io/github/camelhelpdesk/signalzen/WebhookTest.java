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
package io.github.camelhelpdesk.signalzen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.main.MainHttpServer;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.testkit.http.FreePort;
import io.github.camelhelpdesk.testkit.signalzen.SignalzenWebhook;

/** Webhooks of the simulated SignalZen: to wake a reader whose own poll is an hour away, and as they are. */
class WebhookTest extends SignalzenTestBase {

    private static final String PATH = "/wake-up/signalzen";
    private static final String HOURLY = "signalzen:messages?initialDelay=0&delay=3600000&wakeUpPath=" + PATH;
    private static final String CREATED = "message.created";
    private static final String RAW = "webhook:signalzen:messages?webhookComponentName=platform-http&webhookPath=" + PATH
            + "&webhookExternalUrl=http://localhost:";

    private final List<Exchange> events = new CopyOnWriteArrayList<>();
    private int port;

    @BeforeEach
    void findPort() {
        port = FreePort.find();
    }

    @Test
    void messageIsReadAtOnce() throws Exception {
        long user = simulator.openUser("Zoe");
        begin(null);
        assertThat(simulator.registerWebhook(url(), CREATED).confirmed()).isTrue();
        simulator.writeAsVisitor(user, "hello");
        awaitGot("hello");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(statuses()).containsExactly(200));
        assertThat(simulator.requests().count("GET", USERS)).as("only the user is read").isEqualTo(2);
    }

    @Test
    void messageThatDoesNotSayItsChatMakesThePollRunAtOnce() throws Exception {
        long user = simulator.openUser("Zoe");
        begin(null);
        simulator.registerWebhook(url(), CREATED);
        simulator.writeAsOperator(user, "hello");
        awaitGot("hello");
        assertThat(simulator.requests().count("GET", USERS)).isGreaterThan(2);
    }

    @Test
    @DisplayName("D2: doubled and reordered webhooks deliver each message once and in order")
    void d2DoubledAndReorderedWebhooksDeliverOnce() throws Exception {
        long user = simulator.openUser("Zoe");
        begin(null);
        simulator.registerWebhook(url(), CREATED);
        simulator.webhooks().doubling(1).reordering(0.5);
        List<String> texts = IntStream.rangeClosed(1, 20).mapToObj(number -> "m" + number).toList();
        texts.forEach(text -> simulator.writeAsVisitor(user, text));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(got).hasSizeGreaterThanOrEqualTo(20));
        simulator.webhooks().reordering(0);
        simulator.writeAsVisitor(user, "last");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(got).contains("last"));
        assertThat(got).hasSize(21).startsWith(texts.toArray(String[]::new));
    }

    @Test
    void challengeIsAnsweredAsPlainTextAsOftenAsItComesAndOnlyWhenSigned() throws Exception {
        begin(null);
        assertThat(simulator.registerWebhook(url(), CREATED).confirmed()).isTrue();
        assertThat(simulator.moveWebhooks(url())).allMatch(SignalzenWebhook::confirmed);
        String challenge = "{\"challenge\":\"<b>4711</b>\"}";
        HttpResponse<String> signed = post(challenge, hmac(simulator.apiKey(), challenge));
        assertThat(signed.body()).isEqualTo("<b>4711</b>");
        assertThat(signed.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(post(challenge, hmac(simulator.apiKey(), challenge)).body()).isEqualTo("<b>4711</b>");
        for (String signature : new String[] { null, "", hmac("other", challenge),
                hmac(simulator.apiKey(), challenge + " ") }) {
            HttpResponse<String> refused = post(challenge, signature);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body()).isEmpty();
        }
    }

    @Test
    void keyIsAcceptedWhileItIsBeingReplaced() throws Exception {
        begin("next, " + simulator.apiKey());
        assertThat(simulator.registerWebhook(url(), CREATED).confirmed()).isTrue();
        stop();
        begin("next");
        assertThat(simulator.registerWebhook(url(), CREATED).confirmed()).isFalse();
        String event = "{\"event_type\":\"something.new\",\"data\":{\"id\":1}}";
        assertThat(post(event, hmac("next", event)).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("W2: a tampered body is refused, and an unknown, odd or empty event is answered by 200")
    void w2TamperedBodiesAreRefusedAndOddOnesIgnored() throws Exception {
        begin(null);
        long before = simulator.requests().count();
        String event = "{\"event_type\":\"message.created\",\"data\":{\"id\":1}}";
        assertThat(post(event.replace("1", "2"), hmac(simulator.apiKey(), event)).statusCode()).isEqualTo(401);
        for (String odd : List.of("{}", "[]", "x", "{\"event_type\":7}", "{\"event_type\":\"user.rated\",\"data\":null}",
                "{\"event_type\":\"user.closed\",\"data\":{\"id\":{}}}")) {
            assertThat(post(odd, hmac(simulator.apiKey(), odd)).statusCode()).as(odd).isEqualTo(200);
        }
        assertThat(simulator.requests().count()).isEqualTo(before);
    }

    @Test
    void rawEventsComeVerifiedAndOnce() throws Exception {
        DefaultCamelContext context = raw("&webhookAutoRegister=false");
        context.start();
        simulator.registerWebhook(url(), CREATED);
        simulator.registerWebhook(url(), "user.closed");
        simulator.webhooks().doubling(1);
        long user = simulator.openUser("Zoe");
        long message = simulator.writeAsVisitor(user, "hello");
        await().atMost(PATIENCE).until(() -> simulator.webhooks().count() == 2);
        assertThat(events).hasSize(1);
        Exchange event = events.get(0);
        assertThat(event.getIn().getBody(JsonNode.class).path("data").path("body").asText()).isEqualTo("hello");
        assertThat(event.getIn().getHeaders()).containsEntry("CamelHelpdeskProvider", "signalzen")
                .containsEntry("CamelHelpdeskAccount", "shop").containsEntry("CamelSignalzenEventType", CREATED)
                .containsEntry("CamelSignalzenUserId", String.valueOf(user))
                .containsEntry("CamelSignalzenMessageId", String.valueOf(message))
                .doesNotContainKey("x-signalzen-signature");
        simulator.webhooks().doubling(0);
        simulator.closeUser(user);
        await().atMost(PATIENCE).until(() -> events.size() == 2);
        assertThat(events.get(1).getIn().getHeaders()).containsEntry("CamelSignalzenEventType", "user.closed")
                .containsEntry("CamelSignalzenUserId", String.valueOf(user)).doesNotContainKey("CamelSignalzenMessageId");
    }

    @Test
    void registeringItselfIsRefusedWithWhatToDo() throws Exception {
        DefaultCamelContext context = raw("");
        assertThatThrownBy(context::start).hasStackTraceContaining("webhookAutoRegister=false")
                .hasStackTraceContaining("console");
    }

    private void begin(String token) throws Exception {
        DefaultCamelContext context = served();
        component(context).getConfiguration().setWebhookVerifyToken(token);
        long before = simulator.requests().count("GET", USERS);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(HOURLY).routeId("intake").process(WebhookTest.this::collect);
            }
        });
        context.start();
        await().atMost(PATIENCE).until(() -> simulator.requests().count("GET", USERS) > before
                && simulator.requests().list().stream().anyMatch(request -> request.query().equals("offset=0&limit=99")));
        await().atMost(PATIENCE)
                .until(() -> simulator.requests().count("GET", MESSAGES) >= simulator.users().size());
    }

    private DefaultCamelContext raw(String options) throws Exception {
        DefaultCamelContext context = served();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(RAW + port + options).process(exchange -> events.add(exchange.copy()));
            }
        });
        return context;
    }

    private DefaultCamelContext served() {
        DefaultCamelContext context = context();
        MainHttpServer server = new MainHttpServer();
        server.setCamelContext(context);
        server.setHost("localhost");
        server.setPort(port);
        try {
            context.addService(server);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return context;
    }

    private HttpResponse<String> post(String body, String signature) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url())).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (signature != null) {
            request.header("x-signalzen-signature", signature);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static String hmac(String key, String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(java.nio.charset.StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private String url() {
        return "http://localhost:" + port + PATH;
    }

    private List<Integer> statuses() {
        return simulator.webhooks().sent().stream().map(sent -> sent.status()).toList();
    }
}
