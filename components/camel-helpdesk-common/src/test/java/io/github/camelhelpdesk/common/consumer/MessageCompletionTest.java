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
package io.github.camelhelpdesk.common.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.engine.PooledExchangeFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** When a message counts as done, so that progress is stored behind it. */
class MessageCompletionTest extends ConsumerTestBase {

    @Test
    @DisplayName("D14: a message is done when its exchange ends, wherever that is")
    void d14HandOverAcrossSedaIsFollowed() throws Exception {
        source.write("a", "1");
        source.write("a", "2");
        CountDownLatch release = new CountDownLatch(1);
        DefaultCamelContext context = context();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("memory:messages?initialDelay=0&delay=20&startFrom=beginning").routeId("intake").to("seda:next");
                from("seda:next").process(exchange -> {
                    got.add(exchange.getMessage().getBody(String.class));
                    release.await(10, TimeUnit.SECONDS);
                });
            }
        });
        context.start();
        awaitGot("1");
        await().during(Duration.ofMillis(200)).atMost(Duration.ofSeconds(2)).until(() -> got.size() == 1);
        assertThat(cursorEntries()).noneMatch(entry -> entry.contains("\"1\":"));
        release.countDown();
        awaitGot("1", "2");
    }

    @Test
    void handledFailureCountsAsDone() throws Exception {
        source.write("a", "1");
        source.write("a", "2");
        DefaultCamelContext context = context();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class).handled(true);
                from("memory:messages?initialDelay=0&delay=20&startFrom=beginning").routeId("intake").process(exchange -> {
                    collect(exchange);
                    throw new RuntimeCamelException("handled");
                });
            }
        });
        context.start();
        awaitGot("1", "2");
    }

    @Test
    void rollbackOnlyCountsAsNotDone() throws Exception {
        source.write("a", "1");
        AtomicInteger attempts = new AtomicInteger();
        start(SOON + BEGINNING, exchange -> {
            if (attempts.incrementAndGet() == 1) {
                exchange.setRollbackOnly(true);
            } else {
                collect(exchange);
            }
        });
        awaitGot("1");
        assertThat(attempts).hasValue(2);
    }

    @Test
    void whatIsInFlightWhenStoppingIsNotRepeated() throws Exception {
        source.write("a", "1");
        source.write("a", "2");
        CountDownLatch inFlight = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        DefaultCamelContext context = start(SOON + BEGINNING, exchange -> {
            collect(exchange);
            inFlight.countDown();
            release.await(10, TimeUnit.SECONDS);
        });
        assertThat(inFlight.await(10, TimeUnit.SECONDS)).isTrue();
        Thread stop = new Thread(context::stop);
        stop.start();
        await().until(() -> context.isStopping() || context.getRouteController().getRouteStatus("intake") != null);
        release.countDown();
        stop.join(10_000);
        start(SOON + BEGINNING);
        await().untilAsserted(() -> assertThat(got).contains("2"));
        assertThat(got).doesNotHaveDuplicates();
    }

    @Test
    void aSlowRouteSettlesPositionsToo() throws Exception {
        source.write("a", "1");
        start(SOON + BEGINNING, exchange -> {
            collect(exchange);
            await().pollDelay(Duration.ofMillis(1_100)).until(() -> true);
        });
        await().untilAsserted(() -> assertThat(cursorEntries()).anyMatch(entry -> entry.contains("settledAt")));
    }

    @Test
    void aQueueThatWasFullIsTriedAgain() throws Exception {
        DefaultCamelContext context = context();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("memory:messages?initialDelay=0&delay=20&startFrom=beginning&concurrentConsumers=2").routeId("intake")
                        .to("seda:next?size=1");
                from("seda:next?size=1").routeId("next").autoStartup(false).process(MessageCompletionTest.this::collect);
            }
        });
        source.write("a", "1");
        source.write("b", "2");
        context.start();
        await().until(() -> source.reads.get() >= 3);
        context.getRouteController().startRoute("next");
        awaitGotInAnyOrder("1", "2");
    }

    @Test
    void aFailureBehindAHandOverIsNotDone() throws Exception {
        source.write("a", "1");
        AtomicInteger attempts = new AtomicInteger();
        DefaultCamelContext context = context();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("memory:messages?initialDelay=0&delay=20&startFrom=beginning").routeId("intake").to("seda:archive")
                        .process(exchange -> {
                            if (attempts.incrementAndGet() == 1) {
                                throw new RuntimeCamelException("not sent");
                            }
                            collect(exchange);
                        });
                from("seda:archive").to("log:archive?level=DEBUG");
            }
        });
        context.start();
        awaitGot("1");
    }

    @Test
    void pooledExchangesAreFollowedToo() throws Exception {
        source.write("a", "1");
        source.write("a", "2");
        DefaultCamelContext context = context();
        context.getCamelContextExtension().setExchangeFactory(new PooledExchangeFactory());
        AtomicInteger attempts = new AtomicInteger();
        startRoute(context, SOON + BEGINNING, exchange -> {
            if (attempts.incrementAndGet() == 1) {
                throw new RuntimeCamelException("not yet");
            }
            collect(exchange);
        });
        await().untilAsserted(() -> assertThat(got).containsExactly("1", "2"));
    }
}
