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
package io.github.camelhelpdesk.acquire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.main.MainHttpServer;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.testkit.acquire.AcquireSimulator;
import io.github.camelhelpdesk.testkit.acquire.AcquireStatus;
import io.github.camelhelpdesk.testkit.acquire.AcquireWebhook;
import io.github.camelhelpdesk.testkit.http.FreePort;

/** Webhooks of the simulated Acquire: to wake a reader whose own poll is an hour away, and as they are. */
class WebhookTest extends AcquireTestBase {

    private static final String PATH = "/wake-up/acquire";
    private static final String HOURLY = "acquire:messages?initialDelay=0&delay=3600000&wakeUpPath=" + PATH;

    private final List<Exchange> events = new CopyOnWriteArrayList<>();
    private int port;

    @BeforeEach
    void findPort() {
        port = FreePort.find();
    }

    @Test
    void statusWakesTheReader() throws Exception {
        begin(simulator.registerWebhook(url()).hmacKey());
        String thread = simulator.openCase("Zoe");
        simulator.writeAsContact(thread, "hello");
        simulator.changeStatus(thread, AcquireStatus.PENDING);

        awaitGot("hello");
        await().untilAsserted(() -> assertThat(statuses()).contains(200).containsOnly(200));
    }

    @Test
    @DisplayName("D2: doubled and reordered webhooks deliver each message once and in order")
    void d2DoubledAndReorderedWebhooksDeliverOnce() throws Exception {
        begin(simulator.registerWebhook(url()).hmacKey());
        simulator.webhooks().doubling(1).reordering(0.5);
        String thread = simulator.openCase("Zoe");
        List<String> texts = IntStream.rangeClosed(1, 10).mapToObj(number -> "m" + number).toList();
        texts.forEach(text -> {
            simulator.writeAsContact(thread, text);
            simulator.changeStatus(thread, AcquireStatus.PENDING);
            simulator.changeStatus(thread, AcquireStatus.ACTIVE);
        });
        simulator.webhooks().reordering(0);
        simulator.changeStatus(thread, AcquireStatus.PENDING);
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(got).hasSizeGreaterThanOrEqualTo(10));
        assertThat(got).containsExactlyElementsOf(texts);
    }

    @Test
    void webhookOfAnotherKeyIsRefusedAndOneOfSeveralIsTaken() throws Exception {
        String key = simulator.registerWebhook(url()).hmacKey();
        DefaultCamelContext context = begin("another");
        String thread = simulator.openCase("Zoe");
        simulator.writeAsContact(thread, "refused");
        await().untilAsserted(() -> assertThat(statuses()).contains(401).containsOnly(401));
        assertThat(got).isEmpty();
        context.stop();

        begin("another, " + key);
        awaitGot("refused");
        simulator.writeAsContact(thread, "taken");
        simulator.changeStatus(thread, AcquireStatus.PENDING);
        awaitGot("refused", "taken");
    }

    @Test
    void rawEventsComeVerifiedAndTheWebhookIsRemovedAtTheEnd() throws Exception {
        DefaultCamelContext context = raw();
        assertThat(simulator.registeredWebhooks()).singleElement().satisfies(webhook -> {
            assertThat(webhook.url()).isEqualTo(url());
            assertThat(webhook.events()).containsExactly("case:status");
            assertThat(webhook.hmacKey()).hasSizeGreaterThanOrEqualTo(32);
        });
        String thread = simulator.openCase("Zoe");
        await().untilAsserted(() -> assertThat(events).isNotEmpty());

        Exchange event = events.get(0);
        assertThat(event.getIn().getBody(JsonNode.class).path("data").path("caseId").asText()).isEqualTo(thread);
        assertThat(event.getIn().getHeaders()).containsEntry("CamelHelpdeskProvider", "acquire")
                .containsEntry("CamelHelpdeskAccount", AcquireSimulator.ACCOUNT)
                .containsEntry("CamelAcquireEvent", "case:status").containsEntry("CamelAcquireCaseId", thread)
                .containsEntry("CamelAcquireContactId", simulator.contacts().get(0).id())
                .containsKey("CamelAcquireStatus").doesNotContainKeys("CamelHelpdeskConversationId", "token");
        context.stop();
        assertThat(simulator.registeredWebhooks()).isEmpty();
    }

    @Test
    void webhookThatIsThereIsUsedAndStays() throws Exception {
        AcquireWebhook known = simulator.registerWebhook(url());
        DefaultCamelContext context = raw();
        simulator.openCase("Zoe");

        await().untilAsserted(() -> assertThat(events).isNotEmpty());
        context.stop();
        assertThat(simulator.registeredWebhooks()).extracting(AcquireWebhook::id).containsExactly(known.id());
    }

    @Test
    void withoutAKeyTheRouteDoesNotStart() {
        assertThatThrownBy(() -> begin("")).hasStackTraceContaining("wakeUpPath needs webhookVerifyToken")
                .hasStackTraceContaining("HMAC key");
    }

    private DefaultCamelContext begin(String token) throws Exception {
        DefaultCamelContext context = served();
        component(context).getConfiguration().setWebhookVerifyToken(token);
        long before = simulator.requests().count("GET", CASES);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(HOURLY).routeId("intake").process(WebhookTest.this::collect);
            }
        });
        context.start();
        await().until(() -> simulator.requests().count("GET", CASES) >= before + 1);
        return context;
    }

    private DefaultCamelContext raw() throws Exception {
        DefaultCamelContext context = served();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("webhook:acquire:messages?webhookComponentName=platform-http&webhookPath=" + PATH
                        + "&webhookExternalUrl=http://localhost:" + port)
                        .process(exchange -> events.add(exchange.copy()));
            }
        });
        context.start();
        return context;
    }

    private DefaultCamelContext served() throws Exception {
        DefaultCamelContext context = context();
        MainHttpServer server = new MainHttpServer();
        server.setCamelContext(context);
        server.setHost("localhost");
        server.setPort(port);
        context.addService(server);
        return context;
    }

    private String url() {
        return "http://localhost:" + port + PATH;
    }

    private List<Integer> statuses() {
        return simulator.webhooks().sent().stream().map(sent -> sent.status()).toList();
    }
}
