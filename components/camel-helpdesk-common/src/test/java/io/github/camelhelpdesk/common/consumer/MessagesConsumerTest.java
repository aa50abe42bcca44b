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
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.engine.PooledExchangeFactory;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.support.processor.state.FileStateRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.cursor.MemoryCursorRepository;
import io.github.camelhelpdesk.common.model.AuthorType;

class MessagesConsumerTest {

    private final MemorySource source = new MemorySource();
    private final MemoryCursorRepository repository = new MemoryCursorRepository();
    private final List<String> got = new CopyOnWriteArrayList<>();
    private final List<DefaultCamelContext> contexts = new ArrayList<>();

    @AfterEach
    void stopContexts() {
        contexts.forEach(DefaultCamelContext::stop);
    }

    private DefaultCamelContext context() {
        DefaultCamelContext context = new DefaultCamelContext();
        contexts.add(context);
        context.getRegistry().bind("cursors", repository);
        context.addComponent("memory", new MemoryComponent(source));
        context.getShutdownStrategy().setTimeout(5);
        return context;
    }

    private DefaultCamelContext start(String options, Processor processor) throws Exception {
        return startRoute(context(), options, processor);
    }

    private static DefaultCamelContext startRoute(DefaultCamelContext context, String options, Processor processor)
            throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("memory:messages?initialDelay=0&delay=20" + options).routeId("intake").process(processor);
            }
        });
        context.start();
        return context;
    }

    private void collect(Exchange exchange) {
        got.add(exchange.getMessage().getBody(String.class));
    }

    private void awaitGot(String... texts) {
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(got).containsExactlyInAnyOrder(texts));
    }

    @Test
    void onlyWhatIsWrittenAfterTheStartIsReadByDefault() throws Exception {
        source.write("a", "old");
        start("", this::collect);
        source.write("a", "new");
        source.write("b", "first of a new conversation");
        awaitGot("new", "first of a new conversation");
    }

    @Test
    @DisplayName("startFrom=now is stored: start, nothing, stop, two messages, start: both come")
    void whatIsWrittenWhileStoppedIsRead() throws Exception {
        start("", this::collect).stop();
        source.write("a", "1");
        source.write("b", "2");
        start("", this::collect);
        awaitGot("1", "2");
    }

    @Test
    void oneThatWasNeverStartedCanBeStopped() throws Exception {
        DefaultCamelContext context = start("", this::collect);
        Consumer consumer = context.getEndpoint("memory:messages?cursorId=other").createConsumer(exchange -> {
        });
        consumer.init();
        assertThatCode(consumer::stop).doesNotThrowAnyException();
    }

    @Test
    void fromTheBeginningEverythingIsReadInOrder() throws Exception {
        List<String> texts = IntStream.range(0, 450).mapToObj(Integer::toString).toList();
        texts.forEach(text -> source.write("a", text));
        start("&startFrom=beginning", this::collect);
        await().untilAsserted(() -> assertThat(got).hasSizeGreaterThanOrEqualTo(450));
        assertThat(got).containsExactlyElementsOf(texts);
    }

    @Test
    void anInstantIsComparedWithTheProvidersTime() throws Exception {
        source.write("a", "before");
        source.now = MemorySource.START.plusSeconds(60);
        source.write("a", "at");
        start("&startFrom=2026-11-01T10:01:00Z", this::collect);
        source.write("a", "back-dated but new", 99, MemorySource.START.minusSeconds(86_400), AuthorType.CUSTOMER, false);
        awaitGot("at", "back-dated but new");
    }

    @Test
    @DisplayName("L1: a message that commits late with a lower id and an old stamp is read")
    void l1MessageThatCommitsLateIsRead() throws Exception {
        start("", this::collect);
        source.write("a", "5", 5, MemorySource.START, AuthorType.CUSTOMER, false);
        awaitGot("5");
        source.write("a", "4", 4, MemorySource.START, AuthorType.CUSTOMER, false);
        awaitGot("5", "4");
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7 })
    @DisplayName("L2: stop after k of n messages with one stamp loses and repeats nothing")
    void l2StopAfterAnyNumberOfMessages(int k) throws Exception {
        List<String> texts = IntStream.range(0, 8).mapToObj(Integer::toString).toList();
        texts.forEach(text -> source.write("a", text));
        CountDownLatch reached = new CountDownLatch(1);
        DefaultCamelContext first = start("&startFrom=beginning", exchange -> {
            if (got.size() == k) {
                reached.countDown();
                throw new RuntimeCamelException("stop here");
            }
            collect(exchange);
        });
        assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
        first.stop();
        assertThat(got).hasSize(k);
        start("&startFrom=beginning", this::collect);
        await().untilAsserted(() -> assertThat(got).hasSizeGreaterThanOrEqualTo(8));
        assertThat(got).containsExactlyElementsOf(texts);
    }

    @Test
    @DisplayName("O1: a failed message holds back its own conversation, in order, and no other")
    void o1FailedMessageHoldsBackItsConversationOnly() throws Exception {
        for (int i = 1; i <= 5; i++) {
            source.write("a", "a" + i);
            source.write("b", "b" + i);
        }
        AtomicInteger failures = new AtomicInteger();
        start("&startFrom=beginning", exchange -> {
            if ("a2".equals(exchange.getMessage().getBody()) && failures.incrementAndGet() <= 3) {
                throw new RuntimeCamelException("not yet");
            }
            collect(exchange);
        });
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(got).hasSize(10));
        assertThat(got).filteredOn(text -> text.startsWith("a")).containsExactly("a1", "a2", "a3", "a4", "a5");
        assertThat(got).filteredOn(text -> text.startsWith("b")).containsExactly("b1", "b2", "b3", "b4", "b5");
        assertThat(got.indexOf("b5")).isLessThan(got.indexOf("a2"));
        assertThat(failures).hasValue(4);
    }

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

    private List<String> cursorEntries() {
        return repository.keys("memory/").filter(key -> key.contains("/c/")).map(repository::getState).toList();
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
        start("&startFrom=beginning", exchange -> {
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
    void includeDecidesWhatIsHandedOn() throws Exception {
        source.write("a", "customer", 1, MemorySource.START, AuthorType.CUSTOMER, false);
        source.write("a", "agent", 2, MemorySource.START, AuthorType.AGENT, false);
        source.write("a", "bot", 3, MemorySource.START, AuthorType.BOT, false);
        source.write("a", "system", 4, MemorySource.START, AuthorType.SYSTEM, false);
        source.write("a", "note", 5, MemorySource.START, AuthorType.AGENT, true);
        start("&startFrom=beginning&include=bot,private", this::collect);
        awaitGot("bot", "note");
    }

    @Test
    @DisplayName("D9: idle polls deliver nothing and read no conversation")
    void d9IdlePollsReadNothing() throws Exception {
        source.write("a", "1");
        start("&startFrom=beginning", this::collect);
        awaitGot("1");
        int polls = source.changesCalls.get();
        await().until(() -> source.changesCalls.get() > polls + 10);
        assertThat(source.reads).hasValue(1);
        assertThat(got).hasSize(1);
    }

    @Test
    @DisplayName("L15: changed options do not reset the cursor")
    void l15ChangedOptionsKeepTheCursor() throws Exception {
        source.write("a", "1");
        start("&startFrom=beginning", this::collect).stop();
        source.write("a", "2");
        start("&startFrom=now&include=customer,agent,bot&concurrentConsumers=3", this::collect);
        awaitGot("1", "2");
    }

    @Test
    @DisplayName("L16: the same cursor twice in one process is refused")
    void l16SameCursorTwiceIsRefused() {
        DefaultCamelContext context = context();
        assertThatThrownBy(() -> {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("memory:messages?cursorId=same").to("log:a");
                    from("memory:messages?cursorId=same&delay=1000").to("log:b");
                }
            });
            context.start();
        }).hasStackTraceContaining("give one of them another cursorId");
    }

    @Test
    void aPlainStateRepositoryKeepsProgressToo(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("cursors");
        source.write("a", "1");
        DefaultCamelContext first = context();
        first.getRegistry().unbind("cursors");
        first.getRegistry().bind("file", FileStateRepository.fileStateRepository(file.toFile()));
        startRoute(first, "&startFrom=beginning", this::collect);
        awaitGot("1");
        first.stop();
        source.write("a", "2");
        DefaultCamelContext second = context();
        second.getRegistry().unbind("cursors");
        second.getRegistry().bind("file", FileStateRepository.fileStateRepository(file.toFile()));
        startRoute(second, "&startFrom=beginning", this::collect);
        awaitGot("1", "2");
    }

    @Test
    void withoutARepositoryProgressIsKeptInMemory() throws Exception {
        DefaultCamelContext context = context();
        context.getRegistry().unbind("cursors");
        startRoute(context, "", this::collect);
        source.write("a", "1");
        awaitGot("1");
    }

    @Test
    void severalRepositoriesAndNoneNamedIsRefused() {
        DefaultCamelContext context = context();
        context.getRegistry().bind("others", new MemoryCursorRepository());
        assertThatThrownBy(() -> {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("memory:messages").routeId("intake").to("log:a");
                }
            });
            context.start();
        }).hasStackTraceContaining("set its option cursorRepository");
    }

    @ParameterizedTest
    @ValueSource(strings = { "include=everyone", "startFrom=yesterday", "concurrentConsumers=0", "delay=0", "delay=-1" })
    void badOptionsAreRefusedAtStart(String option) {
        DefaultCamelContext context = context();
        assertThatThrownBy(() -> {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("memory:messages?" + option).routeId("intake").to("log:a");
                }
            });
            context.start();
        }).hasStackTraceContaining("Option " + option.substring(0, option.indexOf('=')));
    }

    @ParameterizedTest
    @ValueSource(strings = { "connectTimeout", "responseTimeout", "maxRetries", "maxRetryDelay", "maxResponseSize",
            "maxConcurrentRequests" })
    void optionsOfTheComponentThatAreOutOfRangeAreRefusedAtStart(String option) throws Exception {
        DefaultCamelContext context = context();
        MemoryComponent component = context.getComponent("memory", MemoryComponent.class);
        PropertyBindingSupport.build().bind(context, component.options(), option, "-1");
        assertThatThrownBy(() -> startRoute(context, "", this::collect))
                .hasStackTraceContaining("Option " + option + " of memory:messages is -1; use ");
    }

    @Test
    void conversationsAreReadAtTheSameTimeUpToTheOption() throws Exception {
        for (int i = 0; i < 4; i++) {
            source.write("c" + i, "x");
        }
        CountDownLatch together = new CountDownLatch(4);
        start("&startFrom=beginning&concurrentConsumers=4", exchange -> {
            together.countDown();
            assertThat(together.await(10, TimeUnit.SECONDS)).isTrue();
            collect(exchange);
        });
        await().untilAsserted(() -> assertThat(got).hasSize(4));
    }

    @Test
    void anAccountThatRefusesIsReportedByHealthAndReadOnWhenItAnswers() throws Exception {
        source.write("a", "1");
        source.failure = () -> new HelpdeskException("GET /conversations of memory was answered with 401. Check apiKey.",
                Outcome.REFUSED, 401, Duration.ofMillis(10), true, null);
        DefaultCamelContext context = start("&startFrom=beginning", this::collect);
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        registry.register(registry.resolveById("consumers"));
        await().untilAsserted(() -> {
            HealthCheck.Result result = health(context);
            assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
            assertThat(result.getMessage()).hasValueSatisfying(text -> assertThat(text).contains("401", "apiKey"));
            assertThat(result.getDetails()).containsEntry(HealthCheck.HTTP_RESPONSE_CODE, 401);
        });
        source.failure = () -> null;
        awaitGot("1");
        await().untilAsserted(() -> assertThat(health(context).getState()).isEqualTo(HealthCheck.State.UP));
    }

    private static HealthCheck.Result health(DefaultCamelContext context) {
        return HealthCheckHelper.invokeReadiness(context).stream()
                .filter(result -> result.getCheck().getId().equals("consumer:intake")).findFirst().orElseThrow();
    }

    @Test
    void aProviderThatFailsWhileReadingLosesNothing() throws Exception {
        List<String> texts = IntStream.range(0, 30).mapToObj(Integer::toString).toList();
        texts.forEach(text -> source.write("c" + Integer.parseInt(text) % 5, text));
        AtomicInteger calls = new AtomicInteger();
        source.failure = () -> calls.incrementAndGet() % 3 == 0
                ? new HelpdeskException("500", Outcome.UNCLEAR, 500, Duration.ofMillis(5), true, null)
                : null;
        start("&startFrom=beginning", this::collect);
        awaitGot(texts.toArray(String[]::new));
    }

    @Test
    @DisplayName("M1: positions of quiet conversations are removed, and what they write later still arrives once")
    void m1PositionsOfQuietConversationsAreRemoved() throws Exception {
        for (int i = 0; i < 50; i++) {
            source.write("c" + i, "early " + i);
        }
        start("&startFrom=beginning", this::collect);
        await().untilAsserted(() -> assertThat(got).hasSize(50));
        source.now = MemorySource.START.plus(Duration.ofDays(3));
        source.write("c0", "three days later");
        await().untilAsserted(() -> assertThat(cursorEntries()).hasSizeLessThan(5));
        source.write("c7", "again");
        source.write("c8", "back-dated", 1_000, MemorySource.START, AuthorType.CUSTOMER, false);
        await().untilAsserted(() -> assertThat(got).hasSize(53));
        assertThat(got).doesNotHaveDuplicates().contains("three days later", "again", "back-dated");
    }

    @Test
    void headersNameTheAccountButNotATarget() throws Exception {
        source.write("a", "1");
        List<Map<String, Object>> headers = new CopyOnWriteArrayList<>();
        start("&startFrom=beginning", exchange -> headers.add(exchange.getMessage().getHeaders()));
        await().until(() -> !headers.isEmpty());
        assertThat(headers.get(0)).containsEntry("CamelHelpdeskProvider", "memory")
                .containsEntry("CamelHelpdeskAccount", "memory/1").containsEntry("CamelMemoryConversationId", "a")
                .doesNotContainKeys("CamelHelpdeskConversationId", "CamelHelpdeskMessageId");
    }

    @Test
    void whatIsInFlightWhenStoppingIsNotRepeated() throws Exception {
        source.write("a", "1");
        source.write("a", "2");
        CountDownLatch inFlight = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        DefaultCamelContext context = start("&startFrom=beginning", exchange -> {
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
        start("&startFrom=beginning", this::collect);
        await().untilAsserted(() -> assertThat(got).contains("2"));
        assertThat(got).doesNotHaveDuplicates();
    }

    @Test
    void aSlowRouteSettlesPositionsToo() throws Exception {
        source.write("a", "1");
        start("&startFrom=beginning", exchange -> {
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
                from("seda:next?size=1").routeId("next").autoStartup(false).process(MessagesConsumerTest.this::collect);
            }
        });
        source.write("a", "1");
        source.write("b", "2");
        context.start();
        await().until(() -> source.reads.get() >= 3);
        context.getRouteController().startRoute("next");
        awaitGot("1", "2");
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
        startRoute(context, "&startFrom=beginning", exchange -> {
            if (attempts.incrementAndGet() == 1) {
                throw new RuntimeCamelException("not yet");
            }
            collect(exchange);
        });
        await().untilAsserted(() -> assertThat(got).containsExactly("1", "2"));
    }

    @Test
    void aRepositoryThatCannotStoreIsTriedAgainAndNotTheMessage() throws Exception {
        source.write("a", "1");
        AtomicInteger refusals = new AtomicInteger(3);
        MemoryCursorRepository failing = new MemoryCursorRepository() {
            @Override
            public void setState(String key, String value) {
                if (key.contains("/c/") && refusals.getAndDecrement() > 0) {
                    throw new IllegalStateException("database is away");
                }
                super.setState(key, value);
            }
        };
        DefaultCamelContext context = context();
        context.getRegistry().bind("failing", failing);
        startRoute(context, "&startFrom=beginning&cursorRepository=#failing", this::collect);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(failing.keys("memory/").anyMatch(key -> key.contains("/c/"))).isTrue());
        source.write("a", "2");
        awaitGot("1", "2");
    }

    @Test
    void aRepositoryThatIsAwayWhenStoppingLeavesNoClaimBehind() throws Exception {
        AtomicBoolean away = new AtomicBoolean();
        MemoryCursorRepository failing = new MemoryCursorRepository() {
            @Override
            public void setState(String key, String value) {
                if (away.get()) {
                    throw new IllegalStateException("database is away");
                }
                super.setState(key, value);
            }
        };
        DefaultCamelContext context = context();
        context.getRegistry().bind("failing", failing);
        String options = "&startFrom=beginning&cursorRepository=#failing";
        CountDownLatch release = new CountDownLatch(1);
        startRoute(context, options, exchange -> {
            collect(exchange);
            away.set(true);
            release.countDown();
        });
        source.write("a", "1");
        assertThat(release.await(10, TimeUnit.SECONDS)).isTrue();
        source.write("b", "2");
        int calls = source.changesCalls.get();
        await().until(() -> source.changesCalls.get() > calls + 1);
        context.getRouteController().stopRoute("intake");
        context.removeRoute("intake");
        away.set(false);
        startRoute(context, options, this::collect);
        await().untilAsserted(() -> assertThat(got).contains("2"));
    }

    @Test
    void aConsumerThatCannotStartLeavesNoClaimBehind() throws Exception {
        AtomicBoolean away = new AtomicBoolean(true);
        MemoryCursorRepository failing = new MemoryCursorRepository() {
            @Override
            public String getState(String key) {
                if (away.get()) {
                    throw new IllegalStateException("database is away");
                }
                return super.getState(key);
            }
        };
        DefaultCamelContext context = context();
        context.getRegistry().bind("failing", failing);
        context.start();
        String options = "&startFrom=beginning&cursorRepository=#failing";
        assertThatThrownBy(() -> startRoute(context, options, this::collect)).hasStackTraceContaining("database is away");
        context.getRouteController().stopRoute("intake");
        context.removeRoute("intake");
        away.set(false);
        source.write("a", "1");
        startRoute(context, options, this::collect);
        awaitGot("1");
    }

    @Test
    void aConversationThatTheProviderCannotGiveHoldsBackNoOther() throws Exception {
        source.write("a", "poison");
        source.write("b", "1");
        source.write("c", "2");
        source.failureOf = id -> "a".equals(id) ? new HelpdeskException("500", Outcome.UNCLEAR, 500, null, true, null) : null;
        start("&startFrom=beginning", this::collect);
        awaitGot("1", "2");
    }

    @Test
    void anErrorWhileReadingIsTriedAgain() throws Exception {
        source.write("a", "1");
        AtomicInteger calls = new AtomicInteger();
        source.failureOf = id -> {
            if (calls.incrementAndGet() == 1) {
                throw new StackOverflowError("a class that recurses");
            }
            return null;
        };
        start("&startFrom=beginning", this::collect);
        awaitGot("1");
    }

    @Test
    void aPollThatFailsForAnyReasonIsReportedByHealth() throws Exception {
        DefaultCamelContext context = start("&startFrom=beginning", this::collect);
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        registry.register(registry.resolveById("consumers"));
        await().untilAsserted(() -> assertThat(health(context).getState()).isEqualTo(HealthCheck.State.UP));
        source.failure = () -> {
            throw new IllegalStateException("not expected");
        };
        await().untilAsserted(() -> assertThat(health(context).getState()).isEqualTo(HealthCheck.State.DOWN));
    }

    @Test
    @DisplayName("M1: more conversations than a queue of Camel holds are still read one at a time")
    void m1ManyConversationsKeepTheOption() throws Exception {
        for (int i = 0; i < 1_300; i++) {
            source.write("c" + i, "x");
        }
        AtomicInteger together = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        start("&startFrom=beginning", exchange -> {
            most.accumulateAndGet(together.incrementAndGet(), Math::max);
            await().pollInterval(Duration.ofMillis(1)).pollDelay(Duration.ofMillis(1)).until(() -> true);
            collect(exchange);
            together.decrementAndGet();
        });
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(got).hasSize(1_300));
        assertThat(most).hasValue(1);
    }
}
