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
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.testkit.chatwoot.PendingChatwootMessage;
import io.github.camelhelpdesk.testkit.fault.Fault;

/** The consumer against a Chatwoot that behaves as the provider page says: nothing is lost, nothing comes twice. */
class MessagesTest extends ChatwootTestBase {

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final String FROM_BEGINNING = "&startFrom=beginning";

    @Test
    void newConversationUnderStartFromNowIsReadFromItsFirstMessage() throws Exception {
        write(chatwoot.openConversation("Old"), List.of("before the start"));
        consume("");
        awaitPolls(1);
        write(chatwoot.openConversation("New"), List.of("first", "second"));
        awaitGot("first", "second");
        awaitPolls(3);
        assertThat(got).hasSize(2);
    }

    @Test
    @DisplayName("start, nothing, kill, two messages, start: both come")
    void whatIsWrittenWhileStoppedIsRead() throws Exception {
        long conversation = chatwoot.openConversation("Kim");
        consume("").stop();
        write(conversation, List.of("one"));
        write(chatwoot.openConversation("Lee"), List.of("two"));
        consume("");
        await().untilAsserted(() -> assertThat(got).containsExactlyInAnyOrder("one", "two"));
    }

    @Test
    void anInstantIsComparedWithTheProvidersTime() throws Exception {
        chatwoot.clock().fix(NOON);
        long conversation = chatwoot.openConversation("Kim");
        chatwoot.writeAsCustomer(conversation, "before", NOON.minusSeconds(1));
        chatwoot.writeAsCustomer(conversation, "at", NOON);
        consume("&startFrom=" + NOON);
        awaitGot("at");
    }

    @Test
    @DisplayName("L1: twenty messages within one second, split over two polls")
    void l1ManyMessagesInOneSecondOverTwoPolls() throws Exception {
        chatwoot.clock().fix(NOON);
        long conversation = chatwoot.openConversation("Kim");
        List<String> texts = texts("m", 1, 20);
        write(conversation, texts.subList(0, 9));
        consume(FROM_BEGINNING);
        awaitGot(texts.subList(0, 9));
        write(conversation, texts.subList(9, 20));
        awaitGot(texts);
    }

    @Test
    @DisplayName("L1: a message that commits late, with a lower id and an old stamp")
    void l1MessageThatCommitsLateIsRead() throws Exception {
        long conversation = chatwoot.openConversation("Kim");
        PendingChatwootMessage pending = chatwoot.beginAsCustomer(conversation, "late");
        write(conversation, List.of("early"));
        consume(FROM_BEGINNING);
        awaitGot("early");
        awaitPolls(2);
        pending.commit();
        chatwoot.clock().advance(Duration.ofSeconds(20));
        awaitGot("early", "late");
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7 })
    @DisplayName("L2: stop after k of n messages with one stamp")
    void l2StopAfterAnyNumberOfMessages(int k) throws Exception {
        chatwoot.clock().fix(NOON);
        List<String> texts = texts("m", 1, 8);
        write(chatwoot.openConversation("Kim"), texts);
        stopAfter(k);
        consume(FROM_BEGINNING);
        awaitGot(texts);
    }

    @Test
    @DisplayName("L3: a message of the same second as the last one seen is not skipped")
    void l3CursorNeverMovesPastWhatWasSeen() throws Exception {
        chatwoot.clock().fix(NOON);
        long conversation = chatwoot.openConversation("Kim");
        List<String> texts = texts("m", 1, 5);
        consume(FROM_BEGINNING);
        for (int count = 1; count <= texts.size(); count++) {
            chatwoot.writeAsCustomer(conversation, texts.get(count - 1));
            awaitGot(texts.subList(0, count));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { -600, 600 })
    @DisplayName("L4: the provider's clock is ten minutes away from ours")
    void l4OurClockPlaysNoPart(int seconds) throws Exception {
        chatwoot.clock().offset(Duration.ofSeconds(seconds));
        long conversation = chatwoot.openConversation("Kim");
        DefaultCamelContext first = consume("");
        write(conversation, List.of("1"));
        awaitGot("1");
        first.stop();
        write(conversation, List.of("2"));
        consume("");
        awaitGot("1", "2");
        write(conversation, List.of("3"));
        awaitGot("1", "2", "3");
    }

    @Test
    @DisplayName("L4: the provider's clock jumps an hour ahead between two polls")
    void l4JumpOfTheProvidersClockLosesNothing() throws Exception {
        long conversation = chatwoot.openConversation("Kim");
        consume("");
        awaitPolls(2);
        write(conversation, List.of("before the jump"));
        chatwoot.clock().advance(Duration.ofHours(1));
        write(conversation, List.of("after the jump"));
        awaitGot("before the jump", "after the jump");
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 10 })
    @DisplayName("L7: a burst of 1, 2 and 10 pages plus one message between two polls")
    void l7BurstsOfSeveralPages(int pages) throws Exception {
        long conversation = chatwoot.openConversation("Kim");
        consume("");
        awaitPolls(1);
        List<String> texts = texts("m", 1, pages * 100 + 1);
        write(conversation, texts);
        awaitGot(texts);
    }

    @Test
    @DisplayName("L7: more changed conversations than a page holds")
    void l7ManyConversationsAtOnce() throws Exception {
        consume("");
        awaitPolls(1);
        List<String> texts = texts("m", 1, 60);
        texts.forEach(text -> write(chatwoot.openConversation("Customer"), List.of(text)));
        await().untilAsserted(() -> assertThat(got).containsExactlyInAnyOrderElementsOf(texts));
    }

    @Test
    @DisplayName("L8: rows come and go while the list of conversations is paged")
    void l8ConversationsMoveWhilePaging() throws Exception {
        List<Long> conversations = new ArrayList<>();
        List<String> texts = new ArrayList<>(texts("m", 1, 80));
        texts.forEach(text -> {
            conversations.add(chatwoot.openConversation("Customer"));
            write(conversations.get(conversations.size() - 1), List.of(text));
        });
        AtomicInteger moved = new AtomicInteger();
        chatwoot.faults().on("GET", ".*/conversations").when(call -> call.query("page") != null).then(execution -> {
            var answer = execution.process();
            if (moved.incrementAndGet() == 2) {
                write(conversations.get(79), List.of("at the head"));
                write(chatwoot.openConversation("Late"), List.of("new at the head"));
            }
            return answer;
        });
        consume(FROM_BEGINNING);
        texts.addAll(List.of("at the head", "new at the head"));
        await().untilAsserted(() -> assertThat(got).containsExactlyInAnyOrderElementsOf(texts));
        assertThat(moved).hasValueGreaterThan(3);
    }

    @Test
    @DisplayName("L8: a message is deleted while its conversation is paged")
    void l8MessageDeletedWhilePaging() throws Exception {
        long conversation = chatwoot.openConversation("Kim");
        long first = chatwoot.writeAsCustomer(conversation, "m0");
        List<String> texts = texts("m", 1, 250);
        write(conversation, texts);
        chatwoot.faults().on("GET", ".*/messages").next(1).then(execution -> {
            var answer = execution.process();
            chatwoot.deleteMessage(conversation, first);
            return answer;
        });
        consume(FROM_BEGINNING);
        await().untilAsserted(() -> assertThat(got).hasSize(251));
        assertThat(got.subList(1, 251)).containsExactlyElementsOf(texts);
    }

    @Test
    @DisplayName("L10: stop between the first page and the end")
    void l10StopInTheMiddleOfAPage() throws Exception {
        List<String> texts = texts("m", 1, 250);
        write(chatwoot.openConversation("Kim"), texts);
        stopAfter(120);
        consume(FROM_BEGINNING);
        awaitGot(texts);
    }

    @Test
    @DisplayName("L11, L19: an answer too large for us falls back to pages")
    void l11AnswerTooLargeFallsBackToPages() throws Exception {
        DefaultCamelContext context = consume("&maxResponseSize=60000");
        awaitPolls(1);
        List<String> texts = texts("m", 1, 90);
        context.getRouteController().suspendRoute("intake");
        texts.forEach(text -> write(chatwoot.openConversation("Customer"), List.of(text)));
        context.getRouteController().resumeRoute("intake");
        await().untilAsserted(() -> assertThat(got).containsExactlyInAnyOrderElementsOf(texts));
        assertThat(chatwoot.requests().list()).anyMatch(request -> request.query().contains("page=2"));
    }

    @Test
    @DisplayName("L12: an old and long conversation is read whole")
    void l12OldAndLongConversationIsReadWhole() throws Exception {
        long conversation = chatwoot.openConversation("Kim");
        List<String> texts = texts("m", 1, 450);
        chatwoot.clock().offset(Duration.ofDays(-400));
        write(conversation, texts);
        chatwoot.resolveConversation(conversation);
        chatwoot.clock().offset(Duration.ZERO);
        consume(FROM_BEGINNING);
        awaitGot(texts);
    }

    @Test
    @DisplayName("L13: back-dated messages, 300 of them in reversed order of time")
    void l13BackDatedMessages() throws Exception {
        long conversation = chatwoot.openConversation("Kim");
        List<String> texts = texts("m", 1, 300);
        for (int i = 0; i < texts.size(); i++) {
            chatwoot.writeAsCustomer(conversation, texts.get(i), NOON.minusSeconds(i));
        }
        consume(FROM_BEGINNING);
        awaitGot(texts);
    }

    @Test
    @DisplayName("L15: another option of the route does not reset the cursor")
    void l15ChangedOptionsKeepTheCursor() throws Exception {
        long conversation = chatwoot.openConversation("Kim");
        write(conversation, List.of("1"));
        DefaultCamelContext first = consume(FROM_BEGINNING);
        awaitGot("1");
        first.stop();
        write(conversation, List.of("2"));
        consume("&startFrom=now&concurrentConsumers=2&include=customer,agent,bot");
        awaitGot("1", "2");
    }

    @Test
    @DisplayName("L19: an outage of forty days, longer than every window")
    void l19OutageOfFortyDays() throws Exception {
        chatwoot.clock().offset(Duration.ofDays(-40));
        long conversation = chatwoot.openConversation("Kim");
        DefaultCamelContext first = consume("");
        write(conversation, List.of("1"));
        awaitGot("1");
        first.stop();
        write(conversation, List.of("2"));
        chatwoot.clock().offset(Duration.ZERO);
        write(chatwoot.openConversation("Lee"), List.of("3"));
        consume("");
        await().untilAsserted(() -> assertThat(got).containsExactlyInAnyOrder("1", "2", "3"));
    }

    @Test
    @DisplayName("D9: idle polls deliver nothing and cost one request each")
    void d9IdlePollsCostOneRequest() throws Exception {
        for (int i = 0; i < 40; i++) {
            write(chatwoot.openConversation("Customer"), List.of("m" + i));
        }
        consume(FROM_BEGINNING);
        await().untilAsserted(() -> assertThat(got).hasSize(40));
        // Each conversation is read once more when it has been quiet for a while.
        chatwoot.clock().advance(Duration.ofSeconds(30));
        long reads = chatwoot.requests().count("GET", ".*/messages");
        await().until(() -> chatwoot.requests().count("GET", ".*/messages") >= reads + 40);
        awaitPolls(2);
        chatwoot.requests().clear();
        awaitPolls(10);
        assertThat(got).hasSize(40);
        assertThat(chatwoot.requests().count() - polls()).isZero();
    }

    @Test
    void failingRouteHoldsBackOnlyItsConversation() throws Exception {
        long a = chatwoot.openConversation("A");
        long b = chatwoot.openConversation("B");
        write(a, texts("a", 1, 3));
        write(b, texts("b", 1, 3));
        AtomicInteger failures = new AtomicInteger();
        consume(FROM_BEGINNING, exchange -> {
            if ("a2".equals(content(exchange)) && failures.incrementAndGet() < 3) {
                throw new RuntimeCamelException("not yet");
            }
            collect(exchange);
        });
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(got).hasSize(6));
        assertThat(got).filteredOn(text -> text.startsWith("a")).containsExactly("a1", "a2", "a3");
        assertThat(got.indexOf("b3")).isLessThan(got.indexOf("a2"));
    }

    @Test
    void handOverToSedaIsFollowedToItsEnd() throws Exception {
        write(chatwoot.openConversation("Kim"), List.of("1", "2"));
        CountDownLatch release = new CountDownLatch(1);
        started(new RouteBuilder() {
            @Override
            public void configure() {
                from(POLL + FROM_BEGINNING).routeId("intake").to("seda:next");
                from("seda:next").process(exchange -> {
                    collect(exchange);
                    release.await(10, TimeUnit.SECONDS);
                });
            }
        });
        awaitGot("1");
        awaitPolls(3);
        assertThat(got).containsExactly("1");
        release.countDown();
        awaitGot("1", "2");
    }

    @Test
    void handledExceptionCountsAsDoneAndRollbackOnlyDoesNot() throws Exception {
        write(chatwoot.openConversation("Kim"), List.of("handled", "rolled back", "last"));
        started(new RouteBuilder() {
            @Override
            public void configure() {
                onException(IllegalStateException.class).handled(true);
                from(POLL + FROM_BEGINNING).routeId("intake").process(MessagesTest.this::collect).process(exchange -> {
                    if ("handled".equals(content(exchange))) {
                        throw new IllegalStateException("handled");
                    }
                    exchange.setRollbackOnly("rolled back".equals(content(exchange))
                            && Collections.frequency(got, "rolled back") == 1);
                });
            }
        });
        awaitGot("handled", "rolled back", "rolled back", "last");
    }

    @Test
    void oneConversationOnly() throws Exception {
        long one = chatwoot.openConversation("One");
        write(chatwoot.openConversation("Other"), List.of("other"));
        write(one, List.of("1"));
        consume(FROM_BEGINNING + "&conversationId=" + one);
        awaitGot("1");
        write(one, List.of("2"));
        awaitGot("1", "2");
    }

    @Test
    void oneInboxOnly() throws Exception {
        long inbox = chatwoot.addSingleConversationInbox("Second");
        write(chatwoot.openConversation("First"), List.of("first inbox"));
        write(chatwoot.openConversationIn(inbox, "Second", null, null), List.of("second inbox"));
        consume(FROM_BEGINNING + "&inboxId=" + inbox);
        awaitGot("second inbox");
        awaitPolls(2);
        assertThat(got).hasSize(1);
    }

    @Test
    void whatIsReadIsWhatWasAskedFor() throws Exception {
        long conversation = chatwoot.openConversation("Kim");
        chatwoot.writeAsCustomer(conversation, "customer");
        chatwoot.writeAsAgent(conversation, "agent");
        chatwoot.writePrivateNote(conversation, "note");
        chatwoot.writeActivity(conversation, "activity");
        chatwoot.writeTemplate(conversation, "greeting");
        consume(FROM_BEGINNING);
        consume(FROM_BEGINNING + "&include=customer,agent,bot,system,private&cursorId=all");
        await().untilAsserted(() -> assertThat(got).containsExactlyInAnyOrder("customer", "agent", "customer", "agent", "note",
                "activity", "greeting"));
    }

    @Test
    void headersNameMessageConversationAndAccount() throws Exception {
        long conversation = chatwoot.openConversation("Kim");
        long message = chatwoot.writeAsCustomer(conversation, "hello");
        consume(FROM_BEGINNING);
        awaitGot("hello");
        assertThat(exchanges.get(0).getMessage().getHeaders())
                .containsEntry(ChatwootConstants.CONVERSATION_ID, conversation)
                .containsEntry(ChatwootConstants.MESSAGE_ID, message)
                .containsEntry(ChatwootConstants.INBOX_ID, chatwoot.inboxId())
                .containsEntry(HelpdeskConstants.PROVIDER, "chatwoot")
                .containsEntry(HelpdeskConstants.ACCOUNT, account());
    }

    @Test
    void serverErrorIsSurvived() throws Exception {
        long conversation = chatwoot.openConversation("Kim");
        consume("");
        awaitPolls(1);
        chatwoot.faults().onAny().next(3).then(Fault.status(500));
        write(conversation, List.of("1"));
        awaitGot("1");
    }

    private void stopAfter(int count) throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        DefaultCamelContext context = consume(FROM_BEGINNING, exchange -> {
            if (got.size() == count) {
                reached.countDown();
                throw new RuntimeCamelException("stop here");
            }
            collect(exchange);
        });
        assertThat(reached.await(20, TimeUnit.SECONDS)).isTrue();
        context.stop();
        assertThat(got).hasSize(count);
    }

    private static String content(Exchange exchange) {
        return exchange.getMessage().getBody(io.github.camelhelpdesk.chatwoot.model.ChatwootMessage.class).content();
    }
}
