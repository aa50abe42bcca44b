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
package io.github.camelhelpdesk.chatwoot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.testkit.chatwoot.ChatwootWebhook;

/** {@code webhook:chatwoot:messages}: verified events as they are, and the registration. */
class RawWebhookTest extends WebhookTestBase {

    private final String timestamp = String.valueOf(Instant.now().getEpochSecond());

    @Test
    void registersItselfAndHandsOnVerifiedEvents() throws Exception {
        DefaultCamelContext context = webhook("", this::keep);
        ChatwootWebhook registered = chatwoot.registeredWebhooks().get(0);
        assertThat(registered.url()).isEqualTo(url());
        assertThat(registered.subscriptions()).containsExactlyInAnyOrder("message_created", "message_updated");

        long conversation = chatwoot.openConversation("Zoe");
        long message = chatwoot.writeAsCustomer(conversation, "hello");
        await().untilAsserted(() -> assertThat(exchanges).hasSize(1));

        Exchange exchange = exchanges.get(0);
        assertThat(exchange.getIn().getBody(JsonNode.class).path("content").asText()).isEqualTo("hello");
        assertThat(exchange.getIn().getHeaders()).containsEntry("CamelHelpdeskProvider", "chatwoot")
                .containsEntry("CamelHelpdeskAccount", account()).containsEntry("CamelChatwootEvent", "message_created")
                .containsEntry("CamelChatwootConversationId", conversation).containsEntry("CamelChatwootMessageId", message)
                .containsEntry("CamelChatwootInboxId", chatwoot.inboxId()).hasSize(6);
        assertThat(post(url(), "{\"event\":\"message_created\"}")).isEqualTo(401);

        context.stop();
        assertThat(chatwoot.registeredWebhooks()).isEmpty();
    }

    @Test
    void webhookThatIsThereIsUsedAndStays() throws Exception {
        ChatwootWebhook known = chatwoot.registerWebhook(url(), "contact_created");
        DefaultCamelContext context = webhook("&webhookEvents=message_created", this::keep);
        assertThat(chatwoot.registeredWebhooks()).singleElement().satisfies(webhook -> {
            assertThat(webhook.id()).isEqualTo(known.id());
            assertThat(webhook.subscriptions()).containsExactly("message_created");
        });

        chatwoot.writeAsCustomer(chatwoot.openConversation("Zoe"), "hello");
        await().untilAsserted(() -> assertThat(exchanges).hasSize(1));
        context.stop();
        assertThat(chatwoot.registeredWebhooks()).hasSize(1);
    }

    @Test
    void tokenOfAnAgentIsRefusedWithAReason() {
        String agent = chatwoot.addAgent("Ada", "ada@example.com", chatwoot.inboxId());

        assertThatThrownBy(() -> webhook("&accessToken=RAW(" + agent + ")", this::keep))
                .hasStackTraceContaining("registered by administrators only")
                .hasStackTraceContaining("webhookAutoRegister=false");
    }

    @Test
    void withoutRegistrationASecretIsNeeded() {
        assertThatThrownBy(() -> webhook("&webhookAutoRegister=false", this::keep))
                .hasStackTraceContaining("webhookAutoRegister=false needs webhookVerifyToken");
        assertThat(chatwoot.registeredWebhooks()).isEmpty();
    }

    @Test
    void failedRouteIsAnsweredBy500AndTheDeliveryMayComeAgain() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        webhook("", exchange -> {
            attempts.incrementAndGet();
            throw new IllegalStateException("inner matter");
        });

        assertThat(signedPost("1")).isEqualTo(500);
        assertThat(signedPost("1")).isEqualTo(500);
        assertThat(attempts).hasValue(2);
    }

    @Test
    @DisplayName("W2: a delivery that comes again is answered and does nothing")
    void w2ReplayedDeliveryDoesNothing() throws Exception {
        webhook("", this::keep);

        assertThat(signedPost("1")).isEqualTo(200);
        assertThat(signedPost("1")).isEqualTo(200);
        assertThat(signedPost("another id, the same signature")).isEqualTo(200);
        assertThat(exchanges).hasSize(1);
    }

    @Test
    @DisplayName("D4: slow work behind a seda does not hold the answer")
    void d4AnswerDoesNotWaitForWorkBehindASeda() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        DefaultCamelContext context = webhook("", exchange -> {
            try (var template = exchange.getContext().createProducerTemplate()) {
                template.send("seda:slow", exchange);
            }
        });
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:slow").process(exchange -> slow.await()).process(RawWebhookTest.this::keep);
            }
        });

        assertThat(signedPost("1")).isEqualTo(200);
        assertThat(exchanges).isEmpty();
        slow.countDown();
        await().untilAsserted(() -> assertThat(exchanges).hasSize(1));
    }

    private int signedPost(String delivery) throws Exception {
        String body = "{\"event\":\"message_created\",\"content\":\"\\u003cb\\u003e\"}";
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(chatwoot.registeredWebhooks().get(0).secret().getBytes(UTF_8), "HmacSHA256"));
        String signature = HexFormat.of().formatHex(mac.doFinal((timestamp + "." + body).getBytes(UTF_8)));
        return post(url(), body, "X-Chatwoot-Timestamp", timestamp, "X-Chatwoot-Signature", "sha256=" + signature,
                "X-Chatwoot-Delivery", delivery);
    }

    @Test
    void operationWithoutEventsIsRefused() {
        assertThatThrownBy(() -> started(new RouteBuilder() {
            @Override
            public void configure() {
                from("webhook:chatwoot:sendMessage?webhookComponentName=platform-http").to("mock:out");
            }
        })).hasStackTraceContaining("webhook:chatwoot:sendMessage has no events");
    }

    private void keep(Exchange exchange) {
        exchanges.add(exchange.copy());
    }

    private DefaultCamelContext webhook(String options, Processor processor) throws Exception {
        CamelContext context = started(new RouteBuilder() {
            @Override
            public void configure() {
                from("webhook:chatwoot:messages?webhookComponentName=platform-http&webhookPath=" + PATH
                        + "&webhookExternalUrl=http://localhost:" + port + options).process(processor);
            }
        });
        return (DefaultCamelContext) context;
    }
}
