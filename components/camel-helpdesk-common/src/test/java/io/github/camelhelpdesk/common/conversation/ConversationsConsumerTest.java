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
package io.github.camelhelpdesk.common.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.consumer.MemoryComponent;
import io.github.camelhelpdesk.common.cursor.MemoryCursorRepository;

class ConversationsConsumerTest {

    private static final String SOON = "&delay=20";
    /** A poll at the start and then none: what arrives later was asked for. */
    private static final String ONE_POLL = "&delay=3600000";
    private static final String BEGINNING = SOON + "&startFrom=beginning";

    private final MemoryConversations desk = new MemoryConversations();
    private final MemoryCursorRepository repository = new MemoryCursorRepository();
    /** Conversation and event. */
    private final List<String> got = new CopyOnWriteArrayList<>();
    private final List<DefaultCamelContext> contexts = new ArrayList<>();

    @AfterEach
    void stopContexts() {
        contexts.forEach(DefaultCamelContext::stop);
    }

    private DefaultCamelContext start(String options) throws Exception {
        return start(options, this::collect, null);
    }

    private DefaultCamelContext start(String options, Processor processor, String conversationId) throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        contexts.add(context);
        context.getRegistry().bind("cursors", repository);
        context.addComponent("memory", new MemoryComponent(
                (endpoint, route) -> new ConversationsConsumer(endpoint, route, desk, "inbox=4", conversationId)));
        context.getShutdownStrategy().setTimeout(5);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("memory:conversations?initialDelay=0" + options).routeId("watch").process(processor);
            }
        });
        context.start();
        return context;
    }

    private void collect(Exchange exchange) {
        got.add(shown(exchange));
    }

    private static String shown(Exchange exchange) {
        return exchange.getMessage().getBody(String.class) + " "
                + exchange.getMessage().getHeader(HelpdeskConstants.CONVERSATION_EVENT, "unreadable", String.class);
    }

    private void awaitGot(String... events) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(got).hasSizeGreaterThanOrEqualTo(events.length));
        assertThat(got).containsExactlyInAnyOrder(events);
    }

    private void awaitPolls(int polls) {
        int lists = desk.lists.get();
        await().atMost(Duration.ofSeconds(30)).until(() -> desk.lists.get() >= lists + polls);
    }

    private void tick() {
        desk.now = desk.now.plusSeconds(1);
    }

    private List<String> entries() {
        return repository.keys("memory/").filter(key -> key.contains("/c/")).map(repository::getState).toList();
    }

    @Test
    void whatHappensAfterTheStartIsToldInAFixedOrder() throws Exception {
        start(ONE_POLL);
        desk.open("a");
        desk.close("a");
        desk.label("a", "vip");
        desk.assign("a", "7");
        wakeAll();
        awaitGot("a opened", "a assigned", "a labelled", "a closed");
        assertThat(got).containsExactly("a opened", "a assigned", "a labelled", "a closed");
    }

    private void wakeAll() {
        ((ConversationsConsumer) contexts.get(contexts.size() - 1).getRoute("watch").getConsumer()).wake(null, null);
    }

    @Test
    @DisplayName("what is opened in the second of the start is new, though a provider may tell its time in whole seconds")
    void whatIsOpenedInTheSecondOfTheStartIsNew() throws Exception {
        desk.now = MemoryConversations.START.plusMillis(300);
        start(ONE_POLL);
        desk.now = MemoryConversations.START;
        desk.open("a");
        desk.label("a", "vip");
        wakeAll();
        awaitGot("a opened", "a labelled");
    }

    @Test
    void providerAccountAndTheProvidersOwnHeadersAreSet() throws Exception {
        desk.open("a");
        List<Exchange> exchanges = new CopyOnWriteArrayList<>();
        start(SOON, exchanges::add, null);
        desk.close("a");
        await().atMost(Duration.ofSeconds(30)).until(() -> !exchanges.isEmpty());
        assertThat(exchanges.get(0).getMessage().getHeaders()).containsEntry(HelpdeskConstants.PROVIDER, "memory")
                .containsEntry(HelpdeskConstants.ACCOUNT, "memory/1").containsEntry("CamelMemoryConversationId", "a")
                .doesNotContainKey(HelpdeskConstants.CONVERSATION_ID);
    }

    @Test
    @DisplayName("startFrom=now: a change of an old conversation is told from what it was")
    void changeOfAnOldConversationIsToldFromWhatItWas() throws Exception {
        for (String id : List.of("a", "b", "c", "d", "e")) {
            desk.open(id);
            desk.label(id, "old");
            desk.assign(id, "1");
        }
        desk.close("e");
        tick();
        start(SOON);
        assertThat(entries()).hasSize(5);
        desk.close("a");
        desk.assign("b", null);
        desk.label("c", "old", "new");
        desk.touch("d");
        desk.open("e");
        awaitGot("a closed", "b assigned", "c labelled", "e opened");
        awaitPolls(3);
        assertThat(got).hasSize(4);
    }

    @Test
    void whatWasClosedForLongIsKnownToBeClosedWithoutAnEntry() throws Exception {
        desk.open("a");
        desk.label("a", "x");
        desk.assign("a", "1");
        desk.close("a");
        desk.open("still open");
        desk.now = desk.now.plus(Duration.ofDays(40));
        start(SOON);
        assertThat(entries()).hasSize(1);
        desk.label("a", "y");
        awaitPolls(3);
        desk.label("a", "z");
        desk.open("a");
        awaitGot("a opened", "a labelled");
        assertThat(got).containsExactly("a opened", "a labelled");
    }

    @Test
    void theBeginningTellsOfAllThereIs() throws Exception {
        desk.open("a");
        desk.close("a");
        desk.open("b");
        start(BEGINNING);
        awaitGot("a opened", "a closed", "b opened");
    }

    @Test
    void anInstantTellsWhatHappenedSince() throws Exception {
        desk.saysClosed = true;
        desk.open("a");
        desk.open("b");
        desk.now = MemoryConversations.START.plusSeconds(60);
        desk.close("a");
        desk.open("c");
        start(SOON + "&startFrom=2026-11-01T10:00:30Z");
        awaitGot("a closed", "c opened");
    }

    @Test
    @DisplayName("what happens while the route is stopped is told after the next start, once")
    void restart() throws Exception {
        desk.open("a");
        desk.open("b");
        start(SOON).stop();
        desk.close("a");
        desk.open("c");
        DefaultCamelContext second = start(SOON);
        awaitGot("a closed", "c opened");
        second.stop();
        desk.open("a");
        start(SOON);
        await().atMost(Duration.ofSeconds(30)).until(() -> got.size() > 2);
        awaitPolls(2);
        assertThat(got).containsExactlyInAnyOrder("a closed", "c opened", "a opened");
    }

    @Test
    @DisplayName("a stop between any two events of a conversation loses and repeats nothing")
    void stopAfterAnyEvent() throws Exception {
        for (int k = 0; k < 4; k++) {
            String id = "c" + k;
            got.clear();
            stopAfter(k, id);
            start(SOON);
            awaitGot(id + " opened", id + " assigned", id + " labelled", id + " closed");
            assertThat(got).containsExactly(id + " opened", id + " assigned", id + " labelled", id + " closed");
            contexts.get(contexts.size() - 1).stop();
        }
    }

    private void stopAfter(int count, String id) throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        DefaultCamelContext context = start(SOON, exchange -> {
            if (got.size() == count) {
                reached.countDown();
                throw new RuntimeCamelException("stop here");
            }
            collect(exchange);
        }, null);
        tick();
        desk.open(id);
        desk.assign(id, "1");
        desk.label(id, "x");
        desk.close(id);
        assertThat(reached.await(30, TimeUnit.SECONDS)).isTrue();
        context.stop();
        assertThat(got).hasSizeBetween(count, 4);
    }

    @Test
    void failedEventHoldsBackItsConversationOnly() throws Exception {
        AtomicInteger failures = new AtomicInteger();
        start(SOON, exchange -> {
            if (shown(exchange).equals("a assigned") && failures.incrementAndGet() <= 3) {
                throw new RuntimeCamelException("not yet");
            }
            collect(exchange);
        }, null);
        desk.open("a");
        desk.assign("a", "1");
        await().atMost(Duration.ofSeconds(30)).until(() -> failures.get() > 0);
        desk.label("a", "x");
        desk.open("b");
        desk.close("b");
        awaitGot("a opened", "a assigned", "a labelled", "b opened", "b closed");
        assertThat(got).filteredOn(event -> event.startsWith("a")).containsExactly("a opened", "a assigned", "a labelled");
        assertThat(got.indexOf("b opened")).isLessThan(got.indexOf("a assigned"));
        assertThat(failures).hasValue(4);
    }

    @Test
    @DisplayName("what was undone before it could be told is not told")
    void undoneWhileFailing() throws Exception {
        desk.open("a");
        AtomicInteger failures = new AtomicInteger();
        start(SOON, exchange -> {
            if (shown(exchange).equals("a closed")) {
                failures.incrementAndGet();
                throw new RuntimeCamelException("never");
            }
            collect(exchange);
        }, null);
        desk.close("a");
        await().atMost(Duration.ofSeconds(30)).until(() -> failures.get() > 0);
        desk.open("a");
        desk.assign("a", "1");
        awaitGot("a assigned");
    }

    @Test
    void equalStampsHideNothing() throws Exception {
        desk.open("a");
        start(SOON);
        for (int i = 0; i < 3; i++) {
            int told = got.size();
            desk.close("a");
            await().atMost(Duration.ofSeconds(30)).until(() -> got.size() > told);
            desk.open("a");
            await().atMost(Duration.ofSeconds(30)).until(() -> got.size() > told + 1);
        }
        assertThat(got).containsExactly("a closed", "a opened", "a closed", "a opened", "a closed", "a opened");
    }

    @Test
    @DisplayName("closed and opened between two polls: told where the provider says when it was closed")
    void quickCloseAndOpen() throws Exception {
        desk.saysClosed = true;
        desk.open("a");
        desk.open("b");
        tick();
        desk.close("b");
        tick();
        start(ONE_POLL);
        tick();
        desk.close("a");
        desk.open("b");
        tick();
        desk.open("a");
        desk.close("b");
        wakeAll();
        awaitGot("a closed", "a opened", "b opened", "b closed");
        assertThat(got).containsSubsequence("a closed", "a opened").containsSubsequence("b opened", "b closed");
        tick();
        desk.touch("a");
        desk.touch("b");
        desk.open("last");
        wakeAll();
        await().atMost(Duration.ofSeconds(30)).until(() -> got.contains("last opened"));
        assertThat(got).hasSize(5);
    }

    @Test
    @DisplayName("closed and opened between two polls: not told where the provider does not say")
    void quickCloseAndOpenUnsaid() throws Exception {
        desk.open("a");
        start(ONE_POLL);
        desk.close("a");
        desk.open("a");
        desk.open("b");
        wakeAll();
        awaitGot("b opened");
    }

    @Test
    void faultsCostTimeOnly() throws Exception {
        desk.open("a");
        AtomicInteger calls = new AtomicInteger();
        desk.failure = () -> calls.incrementAndGet() % 3 == 0 ? null
                : new HelpdeskException("503", Outcome.UNCLEAR, 503, Duration.ofMillis(1), true, null);
        start(SOON);
        awaitPolls(1);
        desk.close("a");
        desk.open("b");
        awaitGot("a closed", "b opened");
    }

    @Test
    @DisplayName("a baseline that fails half-way goes on where it was")
    void baselineGoesOn() throws Exception {
        List<String> ids = IntStream.range(0, 20).mapToObj(number -> "c" + number).toList();
        ids.forEach(desk::open);
        tick();
        AtomicInteger calls = new AtomicInteger();
        desk.failure = () -> calls.incrementAndGet() % 4 == 0
                ? new HelpdeskException("429", Outcome.NOT_SENT, 429, Duration.ofMillis(1), true, null)
                : null;
        start(SOON);
        await().atMost(Duration.ofSeconds(30)).until(() -> entries().size() == 20);
        awaitPolls(2);
        ids.forEach(desk::close);
        await().atMost(Duration.ofSeconds(30)).until(() -> got.size() >= 20);
        assertThat(got).containsExactlyInAnyOrderElementsOf(ids.stream().map(id -> id + " closed").toList());
    }

    @Test
    void aConversationThatIsGoneHoldsNothingBack() throws Exception {
        desk.open("a");
        desk.open("b");
        AtomicInteger failures = new AtomicInteger();
        start(SOON, exchange -> {
            if (shown(exchange).startsWith("a")) {
                failures.incrementAndGet();
                throw new RuntimeCamelException("never");
            }
            collect(exchange);
        }, null);
        desk.close("a");
        await().atMost(Duration.ofSeconds(30)).until(() -> failures.get() > 0);
        desk.remove("a");
        desk.close("b");
        awaitGot("b closed");
        await().atMost(Duration.ofSeconds(30)).until(() -> desk.singles.get() > 0);
        int told = failures.get();
        awaitPolls(5);
        assertThat(failures).hasValueLessThanOrEqualTo(told + 1);
    }

    @Test
    void whatCannotBeReadIsHandedOnAsItCame() throws Exception {
        desk.open("a");
        List<Exchange> exchanges = new CopyOnWriteArrayList<>();
        start(SOON, exchange -> {
            exchanges.add(exchange);
            collect(exchange);
        }, null);
        tick();
        desk.spoil("a");
        awaitGot("{} unreadable");
        assertThat(exchanges.get(0).getMessage().getHeader(HelpdeskConstants.UNREADABLE)).isEqualTo("it has no status");
        assertThat(exchanges.get(0).getMessage().getHeader(HelpdeskConstants.CONVERSATION_ID)).isEqualTo("a");
        awaitPolls(3);
        assertThat(got).hasSize(1);
    }

    @Test
    @DisplayName("wakeUpPath: a wake reads the conversation at once, and one that was not said is found by a list")
    void wake() throws Exception {
        desk.open("a");
        DefaultCamelContext context = start(ONE_POLL);
        await().atMost(Duration.ofSeconds(30)).until(() -> desk.lists.get() == 1);
        desk.close("a");
        ConversationsConsumer consumer = (ConversationsConsumer) context.getRoute("watch").getConsumer();
        consumer.wake("a", "12");
        awaitGot("a closed");
        assertThat(desk.singles).hasValue(1);
        assertThat(desk.lists).hasValue(1);
    }

    @Test
    void oneConversationIsReadAlone() throws Exception {
        desk.open("a");
        desk.open("b");
        start(SOON, this::collect, "a");
        desk.close("b");
        desk.close("a");
        awaitGot("a closed");
        assertThat(desk.lists).hasValue(0);
    }

    @Test
    @DisplayName("entries of conversations that were closed a month ago go, and what happens to these is still told")
    void closedConversationsAreForgotten() throws Exception {
        start(SOON);
        tick();
        desk.open("a");
        desk.close("a");
        desk.open("b");
        awaitGot("a opened", "a closed", "b opened");
        desk.now = desk.now.plus(Duration.ofDays(31));
        desk.touch("b");
        desk.open("c");
        await().atMost(Duration.ofSeconds(30)).until(() -> entries().size() == 2);
        desk.open("a");
        await().atMost(Duration.ofSeconds(30)).until(() -> got.contains("c opened") && got.size() >= 5);
        assertThat(got).containsExactlyInAnyOrder("a opened", "a closed", "b opened", "c opened", "a opened");
        assertThat(entries()).hasSize(3).allMatch(entry -> entry.length() < 100);
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5 })
    @DisplayName("whatever happens, with stops and failures between: what was told adds up to what is")
    void whatWasToldAddsUp(long seed) throws Exception {
        Random random = new Random(seed);
        List<String> ids = List.of("a", "b", "c", "d");
        ids.forEach(desk::open);
        AtomicInteger calls = new AtomicInteger();
        Processor failing = exchange -> {
            if (calls.incrementAndGet() % 5 == 0) {
                throw new RuntimeCamelException("now and then");
            }
            collect(exchange);
        };
        DefaultCamelContext context = start(SOON, failing, null);
        for (int i = 0; i < 60; i++) {
            change(random, ids.get(random.nextInt(ids.size())));
            if (random.nextInt(4) == 0) {
                awaitPolls(1);
            }
            if (random.nextInt(15) == 0) {
                context.stop();
                change(random, ids.get(random.nextInt(ids.size())));
                context = start(SOON, failing, null);
            }
        }
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> ids.forEach(this::assertAddsUp));
    }

    private void change(Random random, String id) {
        if (random.nextBoolean()) {
            tick();
        }
        if (random.nextBoolean()) {
            desk.open(id);
        } else {
            desk.close(id);
        }
    }

    private void assertAddsUp(String id) {
        List<String> told = got.stream().filter(event -> event.startsWith(id)).toList();
        for (int i = 0; i < told.size(); i++) {
            assertThat(told.get(i)).isEqualTo(id + (i % 2 == 0 ? " closed" : " opened"));
        }
        boolean isOpen = desk.conversation(id).status() == io.github.camelhelpdesk.common.ConversationStatus.OPEN;
        assertThat(told.size() % 2 == 0).as(id + " is open").isEqualTo(isOpen);
    }

    @Test
    void anIdleAccountCostsOneListForEachPoll() throws Exception {
        IntStream.range(0, 50).forEach(number -> desk.open("c" + number));
        start(SOON);
        awaitPolls(5);
        assertThat(desk.singles).hasValue(0);
        assertThat(got).isEmpty();
    }

    @Test
    void aWakeIsNotAnsweredWithWhatWasListedBefore() {
        LatestSnapshots latest = new LatestSnapshots();
        desk.open("a");
        ConversationSnapshot open = desk.conversation("a");
        long began = latest.begin();
        latest.woken("a");
        latest.listed(began, List.of(open));
        assertThat(latest.take("a")).isNull();
        latest.listed(latest.begin(), List.of(new ConversationSnapshot("a", open.status(), "9", null, Instant.EPOCH,
                Instant.EPOCH, null, "a", open.headers(), null)));
        latest.woken("a");
        assertThat(latest.take("a")).isNull();
    }
}
