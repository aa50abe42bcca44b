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
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhelpdesk.channelio.model.ChannelioMessage;
import io.github.camelhelpdesk.testkit.channelio.PendingChannelioMessage;

/** Nothing is lost and nothing comes twice, whatever the list does and whenever the consumer stops. */
class MessagesTest extends ChannelioTestBase {

    private static final String BEGINNING = "&startFrom=beginning";

    @Test
    @DisplayName("L1: twenty messages of one second over two polls all come, once and in order")
    void l1ManyMessagesInOneSecondOverTwoPolls() throws Exception {
        String chat = simulator.openUserChat("Ann");
        start("", this::collect);
        simulator.clock().fix(simulator.clock().now().plusSeconds(2));
        List<String> first = write(chat, 0, 10);
        awaitGot(first);
        List<String> all = new ArrayList<>(first);
        all.addAll(write(chat, 10, 20));
        awaitGot(all);
        assertThat(got).containsExactlyElementsOf(all);
    }

    @Test
    @DisplayName("L1: a message that becomes visible late, with an old stamp, comes")
    void l1MessageThatCommitsLateComes() throws Exception {
        String chat = simulator.openUserChat("Ann");
        start("", this::collect);
        PendingChannelioMessage late = simulator.beginAsCustomer(chat, "late");
        simulator.clock().advance(Duration.ofMinutes(4));
        simulator.writeAsCustomer(chat, "punctual");
        awaitGot("punctual");
        late.commit();
        awaitGot("punctual", "late");
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7 })
    @DisplayName("L2: a stop after k of n messages with one stamp loses and repeats nothing")
    void l2StopAfterAnyNumberOfMessagesWithOneStamp(int k) throws Exception {
        String chat = simulator.openUserChat("Ann");
        simulator.clock().fix(simulator.clock().now());
        List<String> texts = write(chat, 0, 8);
        CountDownLatch reached = new CountDownLatch(1);
        start(BEGINNING, exchange -> {
            if (got.size() == k) {
                reached.countDown();
                throw new RuntimeCamelException("stop here");
            }
            collect(exchange);
        });
        assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
        stop();
        assertThat(got).hasSize(k);
        start(BEGINNING, this::collect);
        awaitGot(texts);
        assertThat(got).containsExactlyElementsOf(texts);
    }

    @Test
    @DisplayName("L3: a message in the same millisecond as the last one seen comes")
    void l3MessageWithTheStampOfTheLastOneComes() throws Exception {
        String chat = simulator.openUserChat("Ann");
        start("", this::collect);
        simulator.clock().fix(simulator.clock().now());
        simulator.writeAsCustomer(chat, "first");
        awaitGot("first");
        stop();
        simulator.writeAsCustomer(chat, "same stamp");
        start("", this::collect);
        awaitGot("first", "same stamp");
    }

    @ParameterizedTest
    @ValueSource(ints = { -10, 10 })
    @DisplayName("L4: the provider's clock ten minutes behind and ahead of ours changes nothing")
    void l4OnlyTheProvidersClockCounts(int minutes) throws Exception {
        simulator.clock().offset(Duration.ofMinutes(minutes));
        String chat = simulator.openUserChat("Ann");
        simulator.writeAsCustomer(chat, "old");
        simulator.clock().advance(Duration.ofSeconds(2));
        start("", this::collect);
        simulator.writeAsCustomer(chat, "1");
        awaitGot("1");
        stop();
        simulator.writeAsCustomer(chat, "2");
        start("", this::collect);
        awaitGot("1", "2");
    }

    @ParameterizedTest
    @ValueSource(ints = { 100, 200, 1_000 })
    @DisplayName("L7: bursts of 1, 2 and 10 pages plus one message between two polls come whole and in order")
    void l7BurstsLargerThanAPageComeWhole(int burst) throws Exception {
        String chat = simulator.openUserChat("Ann");
        DefaultCamelContext context = start("", this::collect);
        context.getRouteController().suspendRoute("intake");
        List<String> texts = write(chat, 0, burst + 1);
        context.getRouteController().resumeRoute("intake");
        awaitGot(texts);
        assertThat(got).containsExactlyElementsOf(texts);
    }

    @Test
    @DisplayName("L7: a burst that is too large for memory is read from the beginning, and still comes once and in order")
    void l7BurstTooLargeForMemoryComesWhole() throws Exception {
        String chat = simulator.openUserChat("Ann");
        write(chat, -3, 0);
        simulator.clock().advance(Duration.ofSeconds(2));
        DefaultCamelContext context = start("", this::collect);
        context.getRouteController().suspendRoute("intake");
        List<String> texts = write(chat, 0, 2_300);
        context.getRouteController().resumeRoute("intake");
        awaitGot(texts);
        assertThat(got).containsExactlyElementsOf(texts);
        assertThat(simulator.requests().list()).anyMatch(request -> request.query().contains("sortOrder=asc"));
    }

    @Test
    @DisplayName("L8: messages that are written while pages are read shift nothing")
    void l8MessagesWrittenWhilePagingAreNeitherLostNorDoubled() throws Exception {
        String chat = simulator.openUserChat("Ann");
        DefaultCamelContext context = start("", this::collect);
        context.getRouteController().suspendRoute("intake");
        List<String> texts = new ArrayList<>(write(chat, 0, 350));
        AtomicInteger more = new AtomicInteger(350);
        simulator.faults().on("GET", MESSAGES).next(4).then(execution -> {
            int number = more.getAndIncrement();
            simulator.writeAsCustomer(chat, "m" + number);
            return execution.process();
        });
        texts.addAll(List.of("m350", "m351", "m352", "m353"));
        context.getRouteController().resumeRoute("intake");
        awaitGot(texts);
        assertThat(got).containsExactlyElementsOf(texts);
    }

    @Test
    @DisplayName("L10: a stop between two pages repeats nothing and skips nothing")
    void l10StopBetweenPagesLosesNothing() throws Exception {
        String chat = simulator.openUserChat("Ann");
        List<String> texts = write(chat, 0, 1_200);
        CountDownLatch reached = new CountDownLatch(1);
        start(BEGINNING, exchange -> {
            if (got.size() == 500) {
                reached.countDown();
                throw new RuntimeCamelException("stop at the first message of the second page");
            }
            collect(exchange);
        });
        assertThat(reached.await(20, TimeUnit.SECONDS)).isTrue();
        stop();
        start(BEGINNING, this::collect);
        awaitGot(texts);
        assertThat(got).containsExactlyElementsOf(texts);
    }

    @Test
    @DisplayName("L12: old and long conversations are read whole, whatever their state")
    void l12OldConversationsOfEachStateAreReadWhole() throws Exception {
        Instant old = Instant.parse("2021-06-23T02:17:35.810Z");
        String closed = simulator.openUserChat("Ann");
        simulator.writeAsCustomer(closed, "closed", old);
        simulator.closeUserChat(closed);
        String snoozed = simulator.openUserChat("Ben");
        simulator.writeAsCustomer(snoozed, "snoozed", old.plusSeconds(1));
        simulator.snoozeUserChat(snoozed);
        simulator.writeAsCustomer(simulator.openUserChat("Cid"), "opened", old.plusSeconds(2));
        start(BEGINNING, this::collect);
        awaitGot("closed", "snoozed", "opened");
    }

    @Test
    @DisplayName("L15: other options and a restart keep the cursor")
    void l15ChangedOptionsKeepTheCursor() throws Exception {
        String chat = simulator.openUserChat("Ann");
        start("", this::collect);
        simulator.writeAsCustomer(chat, "1");
        awaitGot("1");
        stop();
        simulator.writeAsCustomer(chat, "2");
        start("&startFrom=beginning&concurrentConsumers=3&include=customer,agent,bot", this::collect);
        awaitGot("1", "2");
        awaitPolls();
        assertThat(got).containsExactly("1", "2");
    }

    @Test
    @DisplayName("L18: milliseconds stay milliseconds")
    void l18TimesAreKeptToTheMillisecond() throws Exception {
        Instant time = Instant.parse("2026-11-02T03:04:05.678Z");
        simulator.writeAsCustomer(simulator.openUserChat("Ann"), "hello", time);
        List<Long> times = new ArrayList<>();
        start("&startFrom=2026-11-02T03:04:05.678Z", exchange -> {
            times.add(exchange.getMessage().getBody(ChannelioMessage.class).createdAt());
            collect(exchange);
        });
        awaitGot("hello");
        assertThat(times).containsExactly(time.toEpochMilli());
    }

    @Test
    @DisplayName("L18: a message one millisecond before startFrom does not come")
    void l18StartFromIsExact() throws Exception {
        Instant time = Instant.parse("2026-11-02T03:04:05.678Z");
        String chat = simulator.openUserChat("Ann");
        simulator.writeAsCustomer(chat, "before", time.minusMillis(1));
        simulator.writeAsCustomer(chat, "at", time);
        start("&startFrom=2026-11-02T03:04:05.678Z", this::collect);
        awaitGot("at");
    }

    @Test
    void newConversationUnderStartFromNowIsReadFromItsFirstMessage() throws Exception {
        start("", this::collect);
        awaitPolls();
        String chat = simulator.openUserChat("Ann");
        simulator.writeAsCustomer(chat, "first");
        simulator.writeAsManager(chat, "second");
        awaitGot("first", "second");
    }

    @Test
    void whatIsWrittenBeforeTheStartIsNotRead() throws Exception {
        String chat = simulator.openUserChat("Ann");
        simulator.writeAsCustomer(chat, "old");
        simulator.clock().advance(Duration.ofSeconds(2));
        start("", this::collect);
        simulator.writeAsCustomer(chat, "new");
        awaitGot("new");
    }

    @Test
    @DisplayName("start, nothing, stop, two messages, start: both come")
    void messagesWrittenWhileDownCome() throws Exception {
        start("", this::collect);
        awaitPolls();
        stop();
        simulator.writeAsCustomer(simulator.openUserChat("Ann"), "1");
        simulator.writeAsCustomer(simulator.openUserChat("Ben"), "2");
        simulator.clock().advance(Duration.ofHours(3));
        start("", this::collect);
        awaitGot("1", "2");
    }

    @Test
    void conversationWith450MessagesComesWholeAndInOrder() throws Exception {
        String chat = simulator.openUserChat("Ann");
        List<String> texts = write(chat, 0, 450);
        start(BEGINNING, this::collect);
        awaitGot(texts);
        assertThat(got).containsExactlyElementsOf(texts);
    }

    @Test
    void oneConversationAloneIsReadWhenTheOptionNamesIt() throws Exception {
        String wanted = simulator.openUserChat("Ann");
        String other = simulator.openUserChat("Ben");
        start("&userChatId=" + wanted, this::collect);
        simulator.writeAsCustomer(other, "other");
        simulator.writeAsCustomer(wanted, "wanted");
        awaitGot("wanted");
        assertThat(simulator.requests().count("GET", USER_CHATS)).isZero();
    }

    @Test
    @DisplayName("O1: a failing message holds back its conversation and no other")
    void o1FailingMessageHoldsBackItsConversationOnly() throws Exception {
        String ann = simulator.openUserChat("Ann");
        String ben = simulator.openUserChat("Ben");
        for (int i = 1; i <= 3; i++) {
            simulator.writeAsCustomer(ann, "a" + i);
            simulator.writeAsCustomer(ben, "b" + i);
        }
        AtomicBoolean broken = new AtomicBoolean(true);
        start(BEGINNING, exchange -> {
            if (broken.get() && "a2".equals(text(exchange))) {
                throw new RuntimeCamelException("not yet");
            }
            collect(exchange);
        });
        awaitGot("a1", "b1", "b2", "b3");
        broken.set(false);
        awaitGot("a1", "b1", "b2", "b3", "a2", "a3");
        assertThat(got).filteredOn(text -> text.startsWith("a")).containsExactly("a1", "a2", "a3");
    }

    @Test
    @DisplayName("D14: a message handed over to seda is done when its exchange ends")
    void d14HandOverToSedaIsFollowed() throws Exception {
        String chat = simulator.openUserChat("Ann");
        write(chat, 0, 2);
        CountDownLatch release = new CountDownLatch(1);
        DefaultCamelContext context = context();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("channelio:messages?initialDelay=0&delay=20&startFrom=beginning").routeId("intake").to("seda:next");
                from("seda:next").process(exchange -> {
                    collect(exchange);
                    release.await(10, TimeUnit.SECONDS);
                });
            }
        });
        context.start();
        awaitGot("m0");
        await().during(Duration.ofMillis(300)).atMost(Duration.ofSeconds(3)).until(() -> got.size() == 1);
        release.countDown();
        awaitGot("m0", "m1");
    }

    @Test
    @DisplayName("D9: idle polls deliver nothing")
    void d9IdlePollsDeliverNothing() throws Exception {
        write(simulator.openUserChat("Ann"), 0, 3);
        start(BEGINNING, this::collect);
        awaitGot("m0", "m1", "m2");
        awaitPolls();
        assertThat(got).hasSize(3);
    }

    private List<String> write(String chat, int from, int to) {
        List<String> texts = IntStream.range(from, to).mapToObj(number -> "m" + number).toList();
        texts.forEach(text -> simulator.writeAsCustomer(chat, text));
        return texts;
    }
}
