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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhelpdesk.acquire.model.AcquireMessage;
import io.github.camelhelpdesk.testkit.acquire.AcquireMessageListing;
import io.github.camelhelpdesk.testkit.acquire.AcquireStatus;
import io.github.camelhelpdesk.testkit.acquire.PendingAcquireMessage;

class MessagesTest extends AcquireTestBase {

    private static final String BEGINNING = "&startFrom=beginning";

    @Test
    @DisplayName("L1: twenty messages of one second over two polls all come, once and in order")
    void l1ManyMessagesInOneSecondOverTwoPolls() throws Exception {
        String thread = simulator.openCase("Ann");
        start("", this::collect);
        simulator.clock().fix(simulator.clock().now().plusSeconds(2));
        List<String> first = write(thread, 0, 10);
        awaitGot(first);
        List<String> all = new ArrayList<>(first);
        all.addAll(write(thread, 10, 20));
        awaitGot(all);
        assertThat(got).containsExactlyElementsOf(all);
    }

    @Test
    @DisplayName("L1: the same text once more in the second in which the list was read comes when that second is over")
    void l1SameTextInTheSameSecondComes() throws Exception {
        String thread = simulator.openCase("Ann");
        start("", this::collect);
        simulator.clock().fix(simulator.clock().now().plusSeconds(2));
        simulator.writeAsContact(thread, "ok");
        awaitGot("ok");
        awaitPolls();
        simulator.writeAsContact(thread, "ok");
        simulator.clock().advance(Duration.ofSeconds(20));
        awaitGot("ok", "ok");
    }

    @Test
    @DisplayName("L1: a message that becomes visible late, with an old stamp, comes")
    void l1MessageThatCommitsLateComes() throws Exception {
        String thread = simulator.openCase("Ann");
        start("", this::collect);
        PendingAcquireMessage late = simulator.beginAsContact(thread, "late");
        simulator.clock().advance(Duration.ofMinutes(4));
        simulator.writeAsContact(thread, "punctual");
        awaitGot("punctual");
        simulator.clock().advance(Duration.ofSeconds(2));
        late.commit();
        awaitGot("punctual", "late");
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7 })
    @DisplayName("L2: a stop after k of n messages with one stamp loses and repeats nothing")
    void l2StopAfterAnyNumberOfMessagesWithOneStamp(int k) throws Exception {
        String thread = simulator.openCase("Ann");
        simulator.clock().fix(simulator.clock().now());
        List<String> texts = write(thread, 0, 8);
        CountDownLatch reached = new CountDownLatch(1);
        start(BEGINNING, exchange -> {
            if (got.size() == k) {
                reached.countDown();
                throw new RuntimeCamelException("stop here");
            }
            collect(exchange);
        });
        assertThat(reached.await(40, TimeUnit.SECONDS)).isTrue();
        stop();
        assertThat(got).hasSize(k);
        start(BEGINNING, this::collect);
        awaitGot(texts);
        assertThat(got).containsExactlyElementsOf(texts);
    }

    @Test
    @DisplayName("L3: a message in the same second as the last one seen comes")
    void l3MessageWithTheStampOfTheLastOneComes() throws Exception {
        String thread = simulator.openCase("Ann");
        start("", this::collect);
        simulator.clock().fix(simulator.clock().now());
        simulator.writeAsContact(thread, "first");
        awaitGot("first");
        stop();
        simulator.writeAsContact(thread, "same stamp");
        start("", this::collect);
        awaitGot("first", "same stamp");
    }

    @ParameterizedTest
    @ValueSource(ints = { -10, 10 })
    @DisplayName("L4: the provider's clock ten minutes behind and ahead of ours changes nothing")
    void l4OnlyTheProvidersClockCounts(int minutes) throws Exception {
        simulator.clock().offset(Duration.ofMinutes(minutes));
        String thread = simulator.openCase("Ann");
        simulator.writeAsContact(thread, "old");
        simulator.clock().advance(Duration.ofSeconds(2));
        start("", this::collect);
        simulator.writeAsContact(thread, "1");
        awaitGot("1");
        stop();
        simulator.writeAsContact(thread, "2");
        start("", this::collect);
        awaitGot("1", "2");
    }

    @ParameterizedTest
    @CsvSource({ "100,CASES,auto", "201,CASES,auto", "1001,CASES,auto", "1001,MESSAGES,thread", "1001,CASES,caseMessage" })
    @DisplayName("L7: bursts of 1, 2 and 10 pages plus one message between two polls come whole and in order")
    void l7BurstsLargerThanAPageComeWhole(int burst, AcquireMessageListing listing, MessageListing source) throws Exception {
        simulator.listing(listing);
        String thread = simulator.openCase("Ann");
        DefaultCamelContext context = start("&messageSource=" + source, this::collect);
        context.getRouteController().suspendRoute("intake");
        List<String> texts = write(thread, 0, burst);
        context.getRouteController().resumeRoute("intake");
        awaitGot(texts);
        assertThat(got).containsExactlyElementsOf(texts);
    }

    @ParameterizedTest
    @ValueSource(strings = { "page", "offset" })
    @DisplayName("L8: cases that open while pages are read shift nothing")
    void l8CasesThatOpenWhilePagingAreNeitherLostNorDoubled(String paging) throws Exception {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            simulator.writeAsContact(simulator.openCase("Contact " + i), "m" + i);
            texts.add("m" + i);
        }
        AtomicInteger more = new AtomicInteger(30);
        simulator.faults().on("GET", CASES).next(6).then(execution -> {
            int number = more.getAndIncrement();
            simulator.writeAsContact(simulator.openCase("Contact " + number), "m" + number);
            return execution.process();
        });
        start(BEGINNING + "&pageSize=5&paging=" + paging, this::collect);
        IntStream.range(30, 36).forEach(number -> texts.add("m" + number));
        awaitGot(texts);
    }

    @Test
    @DisplayName("L8: a case that vanishes while pages are read does not pull another one over the edge of a page")
    void l8CaseThatVanishesWhilePagingHidesNoOther() throws Exception {
        List<String> threads = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            threads.add(simulator.openCase("Contact " + i));
            simulator.writeAsContact(threads.get(i), "m" + i);
            simulator.clock().advance(Duration.ofSeconds(1));
        }
        AtomicInteger requests = new AtomicInteger();
        simulator.faults().on("GET", CASES).next(3).then(execution -> {
            if (requests.incrementAndGet() == 3) {
                simulator.deleteConversation(threads.get(11));
            }
            return execution.process();
        });
        start(BEGINNING + "&pageSize=5", this::collect);
        awaitGot(IntStream.range(0, 11).mapToObj(number -> "m" + number).toList());
    }

    @ParameterizedTest
    @CsvSource({ "0,true", "1,true", "0,false", "1,false" })
    @DisplayName("L11: whatever page Acquire begins with, and however many it gives at most, all cases are read")
    void l11EveryCaseIsReadWhateverPagingDoes(int first, boolean documentedOnly) throws Exception {
        simulator.pagesFrom(first);
        simulator.documentedOnly(documentedOnly);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 230; i++) {
            simulator.writeAsContact(simulator.openCase("Contact " + i), "m" + i);
            texts.add("m" + i);
        }
        start(BEGINNING + "&pageSize=1000&concurrentConsumers=4", this::collect);
        awaitGot(texts);
    }

    @Test
    @DisplayName("L12: old threads are read whole, over all of their cases, whatever their state")
    void l12OldThreadsAreReadWhole() throws Exception {
        Instant old = Instant.parse("2021-06-23T02:17:35Z");
        String thread = simulator.openCase("Ann");
        simulator.writeAsContact(thread, "first episode", old);
        simulator.closeCase(thread);
        simulator.reopenCase(thread);
        simulator.writeAsContact(thread, "second episode", old.plusSeconds(100));
        simulator.changeStatus(thread, AcquireStatus.PENDING);
        start(BEGINNING, this::collect);
        awaitGot("first episode", "second episode");
        assertThat(got).containsExactly("first episode", "second episode");
    }

    @Test
    @DisplayName("L15: other options and a restart keep the cursor")
    void l15ChangedOptionsKeepTheCursor() throws Exception {
        String thread = simulator.openCase("Ann");
        start("", this::collect);
        simulator.writeAsContact(thread, "1");
        awaitGot("1");
        stop();
        simulator.writeAsContact(thread, "2");
        start("&startFrom=beginning&concurrentConsumers=3&include=customer,agent,bot&messageSource=caseMessage", this::collect);
        awaitGot("1", "2");
        awaitPolls();
        assertThat(got).containsExactly("1", "2");
    }

    @Test
    @DisplayName("L18: a message one second before startFrom does not come")
    void l18StartFromIsExact() throws Exception {
        Instant time = Instant.parse("2026-11-02T03:04:05Z");
        String thread = simulator.openCase("Ann");
        simulator.writeAsContact(thread, "before", time.minusSeconds(1));
        simulator.writeAsContact(thread, "at", time);
        List<Instant> times = new ArrayList<>();
        start("&startFrom=2026-11-02T03:04:05Z", exchange -> {
            times.add(exchange.getMessage().getBody(AcquireMessage.class).dateCreated());
            collect(exchange);
        });
        awaitGot("at");
        assertThat(times).containsExactly(time);
    }

    @ParameterizedTest
    @EnumSource(AcquireMessageListing.class)
    @DisplayName("Q1: whatever the list of messages holds, all of them come")
    void q1EveryShapeOfTheListIsRead(AcquireMessageListing listing) throws Exception {
        simulator.listing(listing);
        String thread = simulator.openCase("Ann");
        List<String> texts = new ArrayList<>(write(thread, 0, 5));
        simulator.closeCase(thread);
        simulator.reopenCase(thread);
        texts.addAll(write(thread, 5, 10));
        start(BEGINNING, this::collect);
        awaitGot(texts);
        assertThat(got).containsExactlyElementsOf(texts);
    }

    @Test
    @DisplayName("Q1: messageSource=caseMessage never asks for the list of the thread")
    void q1MessagesAreReadByCaseWhenTheOptionSaysSo() throws Exception {
        String thread = simulator.openCase("Ann");
        List<String> texts = new ArrayList<>(write(thread, 0, 3));
        simulator.closeCase(thread);
        simulator.reopenCase(thread);
        texts.addAll(write(thread, 3, 6));
        start(BEGINNING + "&messageSource=caseMessage", this::collect);
        awaitGot(texts);
        assertThat(got).containsExactlyElementsOf(texts);
        assertThat(simulator.requests().count("GET", MESSAGES)).isZero();
    }

    @Test
    void mailAndSmsComeWithTheirTextsAndChannels() throws Exception {
        simulator.receiveSms("+12025550123", "by phone");
        simulator.receiveMail("Ben", "ben@example.org", "A question", "by mail");
        List<String> channels = new ArrayList<>();
        start(BEGINNING, exchange -> {
            collect(exchange);
            channels.add(exchange.getMessage().getHeader(AcquireConstants.CHANNEL, String.class));
        });
        awaitGot("by phone", "by mail");
        assertThat(channels).containsExactlyInAnyOrder("sms", "mail");
    }

    @Test
    void newThreadUnderStartFromNowIsReadFromItsFirstMessage() throws Exception {
        start("", this::collect);
        awaitPolls();
        String thread = simulator.openCase("Ann");
        simulator.writeAsContact(thread, "first");
        simulator.writeAsUser(thread, "second");
        awaitGot("first", "second");
    }

    @Test
    void whatIsWrittenBeforeTheStartIsNotRead() throws Exception {
        String thread = simulator.openCase("Ann");
        simulator.writeAsContact(thread, "old");
        simulator.clock().advance(Duration.ofSeconds(2));
        start("", this::collect);
        simulator.writeAsContact(thread, "new");
        awaitGot("new");
    }

    @Test
    @DisplayName("start, nothing, stop, two messages, start: both come")
    void messagesWrittenWhileDownCome() throws Exception {
        start("", this::collect);
        awaitPolls();
        stop();
        simulator.writeAsContact(simulator.openCase("Ann"), "1");
        simulator.writeAsContact(simulator.openCase("Ben"), "2");
        simulator.clock().advance(Duration.ofHours(3));
        start("", this::collect);
        awaitGot("1", "2");
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void oneThreadAloneIsReadWhenTheOptionNamesIt(boolean withContact) throws Exception {
        String wanted = simulator.openCase("Ann");
        String other = simulator.openCase("Ben");
        String contact = simulator.contacts().get(0).id();
        start("&threadId=" + wanted + (withContact ? "&contactId=" + contact : ""), this::collect);
        simulator.writeAsContact(other, "other");
        simulator.writeAsContact(wanted, "wanted");
        awaitGot("wanted");
        long listings = simulator.requests().list().stream()
                .filter(request -> request.path().equals(CASES) && !request.query().contains("limit=1")).count();
        assertThat(listings).isZero();
    }

    @Test
    @DisplayName("O1: a failing message holds back its conversation and no other")
    void o1FailingMessageHoldsBackItsConversationOnly() throws Exception {
        String ann = simulator.openCase("Ann");
        String ben = simulator.openCase("Ben");
        for (int i = 1; i <= 3; i++) {
            simulator.writeAsContact(ann, "a" + i);
            simulator.writeAsContact(ben, "b" + i);
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
        String thread = simulator.openCase("Ann");
        write(thread, 0, 2);
        CountDownLatch release = new CountDownLatch(1);
        DefaultCamelContext context = context();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("acquire:messages?initialDelay=0&delay=20&startFrom=beginning").routeId("intake").to("seda:next");
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
    @DisplayName("D9: idle polls deliver nothing, and cost one request each however many threads there are")
    void d9IdlePollsDeliverNothingAndCostOneRequest() throws Exception {
        for (int i = 0; i < 30; i++) {
            simulator.writeAsContact(simulator.openCase("Contact " + i), "m" + i);
        }
        start(BEGINNING, this::collect);
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(got).hasSize(30));
        simulator.clock().advance(Duration.ofMinutes(5));
        // Once all of them have been quiet for a while, and were read once more.
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            simulator.requests().clear();
            awaitPolls();
            assertThat(simulator.requests().list()).allMatch(request -> request.path().equals(CASES));
        });
        assertThat(got).hasSize(30);
    }

    private List<String> write(String thread, int from, int to) {
        List<String> texts = IntStream.range(from, to).mapToObj(number -> "m" + number).toList();
        texts.forEach(text -> simulator.writeAsContact(thread, text));
        return texts;
    }
}
