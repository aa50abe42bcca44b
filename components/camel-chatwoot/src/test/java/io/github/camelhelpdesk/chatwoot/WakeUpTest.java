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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.testkit.chatwoot.ChatwootWebhook;

/** Webhooks of the simulated Chatwoot wake a reader whose own poll is an hour away. */
class WakeUpTest extends WebhookTestBase {

    private static final String HOURLY = "chatwoot:messages?initialDelay=0&delay=3600000&startFrom=beginning&wakeUpPath="
            + PATH;

    private ChatwootWebhook webhook;
    private long conversation;

    @BeforeEach
    void register() {
        conversation = chatwoot.openConversation("Zoe");
        webhook = chatwoot.registerWebhook(url(), "message_created", "message_updated");
    }

    @Test
    void messageIsReadAtOnce() throws Exception {
        begin(webhook.secret());
        chatwoot.writeAsCustomer(conversation, "hello");

        awaitGot("hello");
        await().untilAsserted(() -> assertThat(statuses()).containsExactly(200));
    }

    @Test
    @DisplayName("D2: doubled and reordered webhooks deliver each message once and in order")
    void d2DoubledAndReorderedWebhooksDeliverOnce() throws Exception {
        begin(webhook.secret());
        chatwoot.webhooks().doubling(1).reordering(0.5);
        write(conversation, texts("m", 1, 20));

        awaitGot(texts("m", 1, 20));
        chatwoot.webhooks().reordering(0);
        chatwoot.writeAsCustomer(conversation, "last");
        await().untilAsserted(() -> assertThat(got).contains("last"));
        assertThat(got).hasSize(21).doesNotHaveDuplicates();
        assertThat(chatwoot.webhooks().doubled()).isPositive();
    }

    @Test
    @DisplayName("D4: the answer does not wait for the reader, however slow it is")
    void d4AnswerComesBeforeTheReadBegins() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        started(new RouteBuilder() {
            @Override
            public void configure() {
                from(HOURLY + "&webhookVerifyToken=RAW(" + webhook.secret() + ")").process(exchange -> slow.await())
                        .process(WakeUpTest.this::collect);
            }
        });
        await().until(() -> polls() >= 1);
        chatwoot.writeAsCustomer(conversation, "one");
        await().until(() -> !statuses().isEmpty());
        long other = chatwoot.openConversation("Kim");
        chatwoot.writeAsCustomer(other, "two");

        await().atMost(Duration.ofSeconds(5)).until(() -> statuses().size() == 2);
        assertThat(chatwoot.requests().count("GET", ".*/conversations/" + other + "/messages")).isZero();
        assertThat(got).isEmpty();
        slow.countDown();
        awaitGot("one", "two");
    }

    @Test
    @DisplayName("W1: what webhooks did not tell while they were away is found by the poll")
    void w1PollFindsWhatWasNotTold() throws Exception {
        DefaultCamelContext context = started(route("chatwoot:messages?initialDelay=0&delay=200&startFrom=beginning&wakeUpPath="
                + PATH + "&webhookVerifyToken=RAW(" + webhook.secret() + ")"));
        chatwoot.webhooks().off();
        chatwoot.writeAsCustomer(conversation, "not told");
        awaitGot("not told");

        context.getRouteController().stopRoute("intake");
        chatwoot.webhooks().on();
        chatwoot.writeAsCustomer(conversation, "told to nobody");
        await().until(() -> statuses().contains(404));
        context.getRouteController().startRoute("intake");
        awaitGot("not told", "told to nobody");
    }

    @Test
    void webhookOfAnotherSecretIsRefusedAndWakesNobody() throws Exception {
        begin("another,secret");
        chatwoot.writeAsCustomer(conversation, "hello");

        await().untilAsserted(() -> assertThat(statuses()).containsExactly(401));
        assertThat(post(url(), "{}")).isEqualTo(401);
        assertThat(got).isEmpty();
        assertThat(post(url() + "?token=secret", "{\"event\":\"conversation_updated\",\"id\":" + conversation + "}"))
                .isEqualTo(200);
        awaitGot("hello");
    }

    @Test
    void olderServerIsVerifiedByATokenInTheAddress() throws Exception {
        begin("own-token");
        String event = "{\"event\":\"message_created\",\"conversation\":{\"id\":" + conversation + "}}";
        chatwoot.webhooks().off();
        chatwoot.writeAsCustomer(conversation, "hello");

        assertThat(post(url() + "?token=other", event)).isEqualTo(401);
        assertThat(got).isEmpty();
        assertThat(post(url() + "?token=own-token", event)).isEqualTo(200);
        awaitGot("hello");
    }

    @Test
    void withoutASecretTheRouteDoesNotStart() {
        assertThatThrownBy(() -> started(route(HOURLY)))
                .hasStackTraceContaining("wakeUpPath needs webhookVerifyToken")
                .hasStackTraceContaining("Integrations, Webhooks").hasStackTraceContaining("?token=");
    }

    @Test
    void twoRoutesOnOnePathAreRefused() {
        assertThatThrownBy(() -> started(new RouteBuilder() {
            @Override
            public void configure() {
                from(HOURLY + "&webhookVerifyToken=x&cursorId=a").to("mock:a");
                from(HOURLY + "&webhookVerifyToken=x&cursorId=b&inboxId=7").to("mock:b");
            }
        })).hasStackTraceContaining(PATH + " is taken").hasStackTraceContaining("of its own");
    }

    private void begin(String secret) throws Exception {
        started(route(HOURLY + "&webhookVerifyToken=RAW(" + secret + ")"));
        // The first poll has seen the conversation as it was: from now on only a wake-up finds more.
        await().until(() -> chatwoot.requests().count("GET", ".*/conversations/" + conversation + "/messages") >= 1);
    }

    private RouteBuilder route(String uri) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId("intake").process(WakeUpTest.this::collect);
            }
        };
    }

    private java.util.List<Integer> statuses() {
        return chatwoot.webhooks().sent().stream().map(sent -> sent.status()).toList();
    }
}
