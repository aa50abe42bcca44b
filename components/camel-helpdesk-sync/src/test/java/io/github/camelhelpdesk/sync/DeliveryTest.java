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
package io.github.camelhelpdesk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.StatefulService;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.common.model.AuthorType;
import io.github.camelhelpdesk.common.model.Visibility;
import io.github.camelhelpdesk.sync.fake.Bridge;
import io.github.camelhelpdesk.sync.fake.FakeDesk;

class DeliveryTest {

    @TempDir
    Path directory;
    private final FakeDesk alpha = new FakeDesk("a");
    private final FakeDesk beta = new FakeDesk("b");

    private Path ledger() {
        return directory.resolve("ledger.db");
    }

    @Test
    void messagesOfAConversationArriveInOrder() throws Exception {
        try (Bridge bridge = Bridge.running(ledger(), alpha, beta)) {
            bridge.write("c1", "1", "2", "3", "4", "5");
            bridge.awaitDelivered(5);
            assertThat(beta.texts()).containsExactly("1", "2", "3", "4", "5");
        }
    }

    @Test
    @DisplayName("O1: a message that is retried is not overtaken, and others flow")
    void o1MessageThatFailsIsNotOvertakenAndOtherConversationsFlow() throws Exception {
        AtomicInteger failures = new AtomicInteger();
        beta.beforeSend = call -> {
            if (call.text().equals("2") && failures.incrementAndGet() < 3) {
                throw new IllegalStateException("twice");
            }
        };
        CountDownLatch othersArrived = new CountDownLatch(1);
        beta.afterSend = call -> {
            if (call.text().equals("other")) {
                othersArrived.countDown();
            }
        };
        try (Bridge bridge = Bridge.running(ledger(), alpha, beta)) {
            bridge.write("c1", "1", "2", "3", "4", "5");
            bridge.write("c2", "other");
            assertThat(othersArrived.await(60, TimeUnit.SECONDS)).isTrue();
            bridge.awaitDelivered(6);
            assertThat(beta.messages(bridge.trace("1").targetConversationId())).extracting(FakeDesk.Stored::text)
                    .containsExactly("1", "2", "3", "4", "5");
            assertThat(bridge.trace("2").attempts()).isEqualTo(3);
        }
    }

    @Test
    void asManyConversationsAsAllowedAreDeliveredAtOnceAndNoMore() throws Exception {
        CountDownLatch three = new CountDownLatch(3);
        CountDownLatch go = new CountDownLatch(1);
        beta.beforeSend = call -> {
            three.countDown();
            awaitQuietly(go);
        };
        try (Bridge bridge = Bridge.running(ledger(), alpha, beta, "&concurrentConsumers=3")) {
            for (int i = 0; i < 8; i++) {
                bridge.write("c" + i, "first of " + i, "second of " + i);
            }
            assertThat(three.await(60, TimeUnit.SECONDS)).isTrue();
            go.countDown();
            bridge.awaitDelivered(16);
            assertThat(beta.mostAtOnce).hasValue(3);
        }
    }

    @Test
    void nextMessageWaitsUntilTheExchangeHasEndedBehindSeda() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        beta.beforeSend = call -> awaitQuietly(go);
        Bridge bridge = new Bridge(ledger(), alpha, beta).intake().route(Bridge.DELIVERY, "seda:later")
                .route("seda:later?concurrentConsumers=4", "beta:send").start();
        try (bridge) {
            bridge.write("c1", "1", "2");
            await().until(() -> beta.calls.size() == 1);
            assertThat(bridge.flow().delivered()).isZero();
            go.countDown();
            bridge.awaitDelivered(2);
            assertThat(beta.texts()).containsExactly("1", "2");
            assertThat(beta.mostAtOnce).hasValue(1);
        }
    }

    @Test
    void senderIsToldTheConversationTheLastCopyAndTheAuthor() throws Exception {
        try (Bridge bridge = Bridge.running(ledger(), alpha, beta)) {
            bridge.write("c1", "1", "2");
            bridge.awaitDelivered(2);
            FakeDesk.Call second = beta.callsFor("2").get(0);
            assertThat(second.conversation()).isEqualTo(bridge.trace("1").targetConversationId());
            assertThat(second.afterId()).isEqualTo(bridge.trace("1").targetIds().get(0));
            assertThat(second.prefix()).isEqualTo("Mina: ");
            assertThat(second.inDoubt()).isFalse();
            assertThat(Marker.parse(second.marker())).hasValueSatisfying(marker -> assertThat(marker.link()).isEqualTo("link"));
        }
    }

    @Test
    void privateMessageStaysPrivate() throws Exception {
        try (Bridge bridge = Bridge.running(ledger(), alpha, beta)) {
            bridge.write(Bridge.message("c1", "note").visibility(Visibility.PRIVATE).build());
            bridge.awaitDelivered(1);
            assertThat(beta.all()).singleElement().extracting(FakeDesk.Stored::isPrivate).isEqualTo(true);
        }
    }

    @Test
    void whatTheProviderNotesIsNotForTheCustomer() throws Exception {
        try (Bridge bridge = Bridge.running(ledger(), alpha, beta)) {
            bridge.write(
                    Bridge.message("c1", "assigned").author(new Author(AuthorType.SYSTEM, null, null, null, null)).build());
            bridge.awaitDelivered(1);
            assertThat(beta.all()).singleElement().extracting(FakeDesk.Stored::isPrivate).isEqualTo(true);
        }
    }

    @Test
    void messageThatTheRouteSkipsEndsAsSkippedAndTheNextOneGoesOn() throws Exception {
        Bridge bridge = new Bridge(ledger(), alpha, beta).intake().routes(new RouteBuilder() {
            @Override
            public void configure() {
                from(Bridge.DELIVERY).choice().when(exchange -> exchange.getMessage().getBody().toString().endsWith("/skip"))
                        .setHeader(HelpdeskConstants.SKIPPED, constant(true)).otherwise().to("beta:send");
            }
        }).start();
        try (bridge) {
            bridge.write("c1", "skip", "2");
            bridge.awaitDelivered(1);
            assertThat(bridge.trace("skip").state()).isEqualTo("skipped");
            assertThat(bridge.flow().pending()).isZero();
        }
    }

    @Test
    void skippedHeaderThatIsNoBooleanParksTheMessage() throws Exception {
        Bridge bridge = new Bridge(directory.resolve("ledger.db"), alpha, beta).intake();
        bridge.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from(Bridge.DELIVERY).setHeader(HelpdeskConstants.SKIPPED, constant("perhaps"));
            }
        });
        try (bridge) {
            bridge.start();
            bridge.write("c1", "1");
            bridge.awaitState("1", "parked");
            assertThat(bridge.trace("1").reason()).contains("CamelHelpdeskSkipped=true");
        }
    }

    @Test
    @DisplayName("D14: what was not sent is never marked as done")
    void d14ExchangeWithoutAnIdIsParkedAsNotSent() throws Exception {
        Bridge bridge = new Bridge(ledger(), alpha, beta).intake().routes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class).handled(true).stop();
                from(Bridge.DELIVERY).throwException(new IllegalStateException("swallowed"));
            }
        }).start();
        try (bridge) {
            bridge.write("c1", "1", "2");
            bridge.awaitState("1", "parked");
            assertThat(bridge.trace("1").reason()).startsWith("Not sent");
            assertThat(bridge.trace("2").state()).isEqualTo("pending");
            assertThat(bridge.flow().parked()).isEqualTo(1);
        }
    }

    @Test
    void messageThatIsUnderWayWhenTheApplicationStopsIsConfirmed() throws Exception {
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        beta.beforeSend = call -> {
            sending.countDown();
            awaitQuietly(go);
        };
        Bridge bridge = Bridge.running(ledger(), alpha, beta);
        bridge.write("c1", "1", "2");
        assertThat(sending.await(60, TimeUnit.SECONDS)).isTrue();
        StatefulService consumer = (StatefulService) bridge.context().getRoute("delivery").getConsumer();
        Thread stop = new Thread(bridge::close);
        stop.start();
        await().until(consumer::isStopped);
        go.countDown();
        stop.join();
        try (Bridge after = new Bridge(ledger(), alpha, beta).intake().start()) {
            after.write("c9", "9");
            assertThat(after.trace("1").state()).isEqualTo("confirmed");
            assertThat(after.trace("2").state()).isEqualTo("pending");
        }
    }

    @Test
    void severalIdsOfASplitMessageAreAllKept() throws Exception {
        Bridge bridge = new Bridge(ledger(), alpha, beta).intake().routes(new RouteBuilder() {
            @Override
            public void configure() {
                from(Bridge.DELIVERY).setHeader(HelpdeskConstants.MESSAGE_ID, () -> java.util.List.of("p1", "p2"));
            }
        }).start();
        try (bridge) {
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            assertThat(bridge.trace("1").targetIds()).containsExactly("p1", "p2");
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
