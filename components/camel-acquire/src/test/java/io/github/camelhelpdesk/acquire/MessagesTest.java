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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

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

class MessagesTest extends AcquireTestBase {

    private static final String BEGINNING = "&startFrom=beginning";

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

    @ParameterizedTest
    @CsvSource({ "MESSAGES,thread", "CASES,caseMessage" })
    @DisplayName("L7: a burst of 10 pages and a message between two polls comes whole and in order, by whatever list it is read")
    void l7BurstsLargerThanAPageComeWhole(AcquireMessageListing listing, MessageListing source) throws Exception {
        simulator.listing(listing);
        String thread = simulator.openCase("Ann");
        DefaultCamelContext context = start("&messageSource=" + source, this::collect);
        context.getRouteController().suspendRoute("intake");
        List<String> texts = write(thread, 0, 1_001);
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

    @ParameterizedTest
    @ValueSource(strings = { "", "&messageSource=caseMessage", "&caseFilter=status%7Ceq%7Cactive" })
    @DisplayName("Q1: once the list of a thread was seen to lack messages, those of each of its cases come as well")
    void q1NewsOfSeveralCasesComesWhateverTheListsShow(String options) throws Exception {
        String thread = simulator.openCase("Ann");
        DefaultCamelContext context = start(options, this::collect);
        simulator.writeAsContact(thread, "first");
        awaitGot("first");
        context.getRouteController().suspendRoute("intake");
        simulator.writeAsContact(thread, "last of the first case");
        simulator.closeCase(thread);
        simulator.reopenCase(thread);
        simulator.changeStatus(thread, AcquireStatus.ACTIVE);
        simulator.writeAsContact(thread, "first of the second case");
        context.getRouteController().resumeRoute("intake");
        awaitGot("first", "last of the first case", "first of the second case");
        assertThat(got).containsExactly("first", "last of the first case", "first of the second case");
    }

    @Test
    void threadThatChangedBeforeTheStartIsAskedForItsCasesOnce() throws Exception {
        String old = simulator.openCase("Ann");
        String other = simulator.openCase("Ben");
        simulator.clock().advance(Duration.ofHours(1));
        start("", this::collect);
        simulator.clock().advance(Duration.ofHours(1));
        simulator.writeAsContact(other, "1");
        simulator.writeAsContact(old, "2");
        awaitGot("1", "2");
        stop();
        simulator.clock().advance(Duration.ofHours(1));
        start("", this::collect);
        simulator.writeAsContact(other, "3");
        awaitGot("1", "2", "3");
        simulator.clock().advance(Duration.ofHours(1));
        awaitPolls();
        long asked = simulator.requests().count("GET", MESSAGES);
        simulator.writeAsContact(old, "4");
        awaitGot("1", "2", "3", "4");
        simulator.clock().advance(Duration.ofHours(1));
        simulator.writeAsContact(old, "5");
        awaitGot("1", "2", "3", "4", "5");
        assertThat(simulator.requests().count("GET", MESSAGES) - asked).isEqualTo(1);
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
