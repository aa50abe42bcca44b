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
package io.github.camelhelpdesk.common.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.camel.Service;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.main.MainHttpServer;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ComponentResolver;
import org.apache.camel.support.service.ServiceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

/** Real requests to a listener of a provider that is verified by a token and tells conversations by {@code chat}. */
class WakeUpListenerTest {

    private static final String EVENT = "{\"chat\":\"c1\"}";

    private final List<String> woken = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private DefaultCamelContext context;
    private int port;

    @BeforeEach
    void start() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        MainHttpServer server = new MainHttpServer();
        server.setHost("localhost");
        server.setPort(port);
        context = new DefaultCamelContext();
        server.setCamelContext(context);
        context.addService(server);
        // Camel prepares its exchanges for the first route; a consumer, which wakes, always has one.
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:any").to("mock:any");
            }
        });
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void verifiedEventWakesItsConversationAndIsAnsweredWithoutABody() throws Exception {
        listen("/wake-up/x");

        HttpResponse<String> answer = post("/wake-up/x?token=s1", EVENT);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().map().keySet()).doesNotContain("token", "chat");
        assertThat(woken).containsExactly("c1/null");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "?token=", "?token=s3", "?token=s1,s2", "?other=s1", "?Token=s1" })
    void withoutTheTokenItIsRefusedAndNobodyWakes(String query) throws Exception {
        listen("/wake-up/x");

        assertThat(post("/wake-up/x" + query, EVENT).statusCode()).isEqualTo(401);
        assertThat(woken).isEmpty();
    }

    @Test
    void headerOfThatNameIsNoToken() throws Exception {
        listen("/wake-up/x");

        HttpRequest request = request("/wake-up/x").header("token", "s1").POST(BodyPublishers.ofString(EVENT)).build();
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = { "GET", "PUT", "DELETE", "PATCH" })
    void onlyPostIsTaken(String method) throws Exception {
        listen("/wake-up/x");

        HttpRequest request = request("/wake-up/x?token=s1").method(method, BodyPublishers.ofString(EVENT)).build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
        assertThat(woken).isEmpty();
    }

    @Test
    void largeBodyIsRefusedBeforeItIsVerified() throws Exception {
        listen("/wake-up/x");

        assertThat(post("/wake-up/x?token=s1", " ".repeat(WebhookGate.MAX_SIZE - EVENT.length()) + EVENT).statusCode())
                .isEqualTo(200);
        assertThat(post("/wake-up/x?token=s1", " ".repeat(WebhookGate.MAX_SIZE) + EVENT).statusCode()).isEqualTo(413);
        assertThat(woken).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "null", "[1]", "7", "{", "<xml/>", "{}", "{\"foreign\":true,\"chat\":\"c1\"}" })
    void bodyThatTellsNothingIsAnsweredBy200(String body) throws Exception {
        listen("/wake-up/x");

        assertThat(post("/wake-up/x?token=s1", body).statusCode()).isEqualTo(200);
        assertThat(woken).isEmpty();
    }

    @Test
    void formIsRefusedByTheServer() throws Exception {
        listen("/wake-up/x");

        HttpRequest request = HttpRequest.newBuilder(uri("/wake-up/x?token=s1"))
                .header("Content-Type", "multipart/form-data; boundary=b").POST(BodyPublishers.ofString("--b--")).build();
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(415);
    }

    @Test
    void secondRouteOnAPathIsRefusedAndTheFirstGoesOn() throws Exception {
        listen("/wake-up/x");

        assertThatThrownBy(() -> listen("/wake-up/x"))
                .hasMessageContainingAll("Option wakeUpPath of memory:messages", "/wake-up/x is taken", "path", "of its own");
        assertThat(post("/wake-up/x?token=s1", EVENT).statusCode()).isEqualTo(200);
    }

    @Test
    void pathIsFreeAgainWhenTheListenerHasStopped() throws Exception {
        ServiceHelper.stopService(listen("/wake-up/x"));
        assertThat(post("/wake-up/x?token=s1", EVENT).statusCode()).isEqualTo(404);

        listen("/wake-up/x");
        assertThat(post("/wake-up/x?token=s1", EVENT).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "wake", "/", "/a?b=c", "/a/{b}", "/a*", "/a//b", "/a b" })
    void whatIsNoPathIsRefused(String path) {
        assertThatThrownBy(() -> listen(path)).hasMessageContainingAll("Option wakeUpPath", "begins with a slash");
    }

    @Test
    void serverThatIsMissingIsNamedWithItsArtifact() {
        context.getCamelContextExtension().addContextPlugin(ComponentResolver.class, (name, camel) -> null);
        context.removeComponent("platform-http");

        assertThatThrownBy(() -> listen("/wake-up/x")).hasMessageContainingAll("Option wakeUpPath of memory:messages",
                "camel-platform-http-main", "camel-quarkus-platform-http");
    }

    @Test
    void pathWithoutASecretIsRefused() {
        assertThatThrownBy(() -> webhooks(" , ").listener("/wake-up/x", (conversation, message) -> {
        })).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("memory:messages", "wakeUpPath needs webhookVerifyToken", "Ask your provider.");
    }

    @Test
    void readerThatFailsIsNoFailureOfTheWebhook() throws Exception {
        Service listener = webhooks("s1").listener("/wake-up/x", (conversation, message) -> {
            throw new IllegalStateException("inner matter");
        });
        ServiceHelper.startService(listener);

        HttpResponse<String> answer = post("/wake-up/x?token=s1", EVENT);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    private Service listen(String path) {
        Service listener = webhooks("s1,s2").listener(path, (conversation, message) -> woken.add(conversation + "/" + message));
        ServiceHelper.startService(listener);
        return listener;
    }

    private EndpointWebhooks webhooks(String token) {
        return new EndpointWebhooks(context, "memory:messages", new TokenProvider(), token);
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return client.send(request(path).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).header("Content-Type", "application/json");
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** Webhooks of a provider without more. */
    private static final class TokenProvider implements ProviderWebhooks {

        private final TokenVerification token = new TokenVerification();

        @Override
        public Optional<Delivery> verify(WebhookRequest request, SharedSecrets secrets) {
            return token.verify(request, secrets);
        }

        @Override
        public boolean isOurs(JsonNode event) {
            return !event.has("foreign");
        }

        @Override
        public Optional<WakeUp> wakeUp(JsonNode event) {
            return Optional.ofNullable(event.path("chat").asText(null)).map(chat -> new WakeUp(chat, null));
        }

        @Override
        public Map<String, Object> headers(JsonNode event) {
            return Map.of();
        }

        @Override
        public String whereTheSecretIs() {
            return "Ask your provider.";
        }

        @Override
        public WebhookApi api() {
            throw new UnsupportedOperationException();
        }
    }
}
