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
package io.github.camelhelpdesk.channelio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

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

import io.github.camelhelpdesk.testkit.channelio.ChannelioWebhook;
import io.github.camelhelpdesk.testkit.http.FreePort;

/** Webhooks of the simulated Channel.io: to wake a reader whose own poll is an hour away, and as they are. */
class WebhookTest extends ChannelioTestBase {

    private static final String PATH = "/wake-up/channelio";
    private static final String HOURLY = "channelio:messages?initialDelay=0&delay=3600000&wakeUpPath=" + PATH;

    private final List<Exchange> events = new CopyOnWriteArrayList<>();
    private int port;

    @BeforeEach
    void findPort() {
        port = FreePort.find();
    }

    @Test
    void messageIsReadAtOnce() throws Exception {
        String chat = simulator.openUserChat("Zoe");
        begin(simulator.registerWebhook(url()).token());
        simulator.writeAsCustomer(chat, "hello");

        awaitGot("hello");
        await().untilAsserted(() -> assertThat(statuses()).containsExactly(200));
    }

    @Test
    @DisplayName("D2: doubled and reordered webhooks deliver each message once and in order")
    void d2DoubledAndReorderedWebhooksDeliverOnce() throws Exception {
        String chat = simulator.openUserChat("Zoe");
        begin(simulator.registerWebhook(url()).token());
        simulator.webhooks().doubling(1).reordering(0.5);
        List<String> texts = IntStream.rangeClosed(1, 20).mapToObj(number -> "m" + number).toList();
        texts.forEach(text -> simulator.writeAsCustomer(chat, text));

        await().untilAsserted(() -> assertThat(got).hasSizeGreaterThanOrEqualTo(20));
        simulator.webhooks().reordering(0);
        simulator.writeAsCustomer(chat, "last");
        await().untilAsserted(() -> assertThat(got).contains("last"));
        assertThat(got).hasSize(21).startsWith(texts.toArray(String[]::new));
    }

    @Test
    void webhookOfAnotherTokenIsRefusedAndOneOfSeveralIsTaken() throws Exception {
        String chat = simulator.openUserChat("Zoe");
        ChannelioWebhook webhook = simulator.registerWebhook(url());
        DefaultCamelContext context = begin("another");
        simulator.writeAsCustomer(chat, "refused");
        await().untilAsserted(() -> assertThat(statuses()).containsExactly(401));
        assertThat(got).isEmpty();
        context.stop();

        begin("another, " + webhook.token());
        awaitGot("refused");
        simulator.writeAsCustomer(chat, "taken");
        awaitGot("refused", "taken");
    }

    @Test
    void rawEventsComeVerifiedAndTheWebhookIsRemovedAtTheEnd() throws Exception {
        DefaultCamelContext context = raw();
        assertThat(simulator.registeredWebhooks()).singleElement().satisfies(webhook -> {
            assertThat(webhook.url()).isEqualTo(url());
            assertThat(webhook.scopes()).containsExactly("message.created.userChat");
        });
        String chat = simulator.openUserChat("Zoe");
        String message = simulator.writeAsCustomer(chat, "hello");
        await().untilAsserted(() -> assertThat(events).hasSize(1));

        Exchange event = events.get(0);
        assertThat(event.getIn().getBody(JsonNode.class).path("entity").path("plainText").asText()).isEqualTo("hello");
        assertThat(event.getIn().getHeaders()).containsEntry("CamelHelpdeskProvider", "channelio")
                .containsEntry("CamelHelpdeskAccount", simulator.channelId()).containsEntry("CamelChannelioEvent", "push")
                .containsEntry("CamelChannelioUserChatId", chat).containsEntry("CamelChannelioMessageId", message)
                .doesNotContainKeys("token", "CamelHttpQuery", "CamelHttpRawQuery");
        context.stop();
        assertThat(simulator.registeredWebhooks()).isEmpty();
    }

    @Test
    void webhookThatIsThereIsUsedAndStays() throws Exception {
        ChannelioWebhook known = simulator.registerWebhook("by hand", url(), "userChat.opened");
        DefaultCamelContext context = raw();
        simulator.writeAsCustomer(simulator.openUserChat("Zoe"), "hello");

        await().untilAsserted(() -> assertThat(events).hasSize(1));
        context.stop();
        assertThat(simulator.registeredWebhooks()).extracting(ChannelioWebhook::id).containsExactly(known.id());
    }

    @Test
    void eleventhWebhookIsRefusedWithAReason() {
        IntStream.range(0, 10).forEach(number -> simulator.registerWebhook("http://localhost:1/" + number));

        assertThatThrownBy(() -> raw()).hasStackTraceContaining("A channel has at most 10 webhooks");
    }

    @Test
    void withoutATokenTheRouteDoesNotStart() {
        assertThatThrownBy(() -> begin("")).hasStackTraceContaining("wakeUpPath needs webhookVerifyToken")
                .hasStackTraceContaining("settings under Webhook");
    }

    private DefaultCamelContext begin(String token) throws Exception {
        DefaultCamelContext context = served();
        component(context).getConfiguration().setWebhookVerifyToken(token);
        long before = simulator.requests().count("GET", USER_CHATS);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(HOURLY).routeId("intake").process(WebhookTest.this::collect);
            }
        });
        context.start();
        await().until(() -> simulator.requests().count("GET", USER_CHATS) >= before + 6);
        return context;
    }

    private DefaultCamelContext raw() throws Exception {
        DefaultCamelContext context = served();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("webhook:channelio:messages?webhookComponentName=platform-http&webhookPath=" + PATH
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
