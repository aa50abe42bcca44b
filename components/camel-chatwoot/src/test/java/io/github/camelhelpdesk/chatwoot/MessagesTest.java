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
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhelpdesk.common.HelpdeskConstants;

/** The consumer against a Chatwoot that behaves as the provider page says: nothing is lost, nothing comes twice. */
class MessagesTest extends ChatwootTestBase {

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final String FROM_BEGINNING = "&startFrom=beginning";

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

    @ParameterizedTest
    @ValueSource(ints = { 300, 2500 })
    @DisplayName("L13, L11: back-dated messages in reversed order of time, more than a page and more than a window of ids")
    void l13BackDatedMessages(int count) throws Exception {
        long conversation = chatwoot.openConversation("Kim");
        List<String> texts = texts("m", 1, count);
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

    private static String content(Exchange exchange) {
        return exchange.getMessage().getBody(io.github.camelhelpdesk.chatwoot.model.ChatwootMessage.class).content();
    }
}
