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
import java.time.Instant;
import java.util.List;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.chatwoot.model.ChatwootMessage;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.consumer.MessagesConsumer;
import io.github.camelhelpdesk.common.consumer.Reread;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootInboxType;

/** Edits, deletions, wakes and re-reading against a Chatwoot that behaves as the provider page says. */
class UpdatesTest extends ChatwootTestBase {

    private static final String UPDATES = "&startFrom=beginning&includeUpdates=true";

    @Override
    void collect(Exchange exchange) {
        ChatwootMessage message = exchange.getMessage().getBody(ChatwootMessage.class);
        boolean isUpdate = exchange.getMessage().getHeader(HelpdeskConstants.UPDATED, false, boolean.class);
        exchanges.add(exchange.copy());
        got.add((message.isDeleted() ? "deleted" : message.content()) + (isUpdate ? "*" : ""));
    }

    private static MessagesConsumer consumer(CamelContext context) {
        return (MessagesConsumer) context.getRoute("intake").getConsumer();
    }

    @Test
    @DisplayName("E1: an edit and a deletion made while the consumer was stopped come at the next read, in place")
    void e1EditAndDeletionAfterARestart() throws Exception {
        long conversation = chatwoot.openConversation("Kim");
        long first = chatwoot.writeAsCustomer(conversation, "one");
        long second = chatwoot.writeAsAgent(conversation, "two");
        CamelContext context = consume(UPDATES);
        awaitGot("one", "two");
        context.stop();
        chatwoot.editMessage(conversation, first, "one edited");
        chatwoot.deleteMessage(conversation, second);
        chatwoot.writeAsCustomer(conversation, "three");
        consume(UPDATES);
        awaitGot("one", "two", "one edited*", "deleted*", "three");
        assertThat(neutral(exchanges.get(3)).deleted()).isTrue();
    }

    @Test
    @DisplayName("D9: idle polls deliver nothing, with updates too")
    void d9IdlePollsDeliverNothing() throws Exception {
        long conversation = chatwoot.openConversation("Kim");
        write(conversation, List.of("one", "two"));
        consume(UPDATES);
        awaitGot("one", "two");
        chatwoot.clock().advance(Duration.ofSeconds(30));
        awaitPolls(5);
        assertThat(got).hasSize(2);
    }

    @Test
    void aDeletionBelowTheFloorComesWhenItIsNamed() throws Exception {
        long conversation = chatwoot.openConversation("Kim");
        long old = chatwoot.writeAsCustomer(conversation, "one");
        CamelContext context = consume(UPDATES);
        awaitGot("one");
        chatwoot.clock().advance(Duration.ofMinutes(5));
        chatwoot.writeAsCustomer(conversation, "two");
        awaitGot("one", "two");
        chatwoot.deleteMessage(conversation, old);
        consumer(context).wake(Long.toString(conversation), Long.toString(old));
        awaitGot("one", "two", "deleted*");
        consumer(context).wake(Long.toString(conversation), Long.toString(old));
        awaitPolls(3);
        assertThat(got).hasSize(3);
    }

    /** Reading a conversation marks all of its messages as read, and Chatwoot calls for each of them. */
    @Test
    void manyNamedMessagesOfAConversationFitIntoASmallBudget() throws Exception {
        long conversation = chatwoot.openConversation("Kim");
        List<String> texts = texts("old ", 1, 30);
        write(conversation, texts);
        DefaultCamelContext context = context();
        component(context).setRequestsPerMinute(100);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("chatwoot:messages?initialDelay=0&delay=3600000" + UPDATES).routeId("intake")
                        .process(UpdatesTest.this::collect);
            }
        });
        context.start();
        awaitGot(texts);
        List<Long> ids = chatwoot.messages(conversation).stream().map(message -> message.id()).toList();
        chatwoot.clock().advance(Duration.ofMinutes(5));
        write(conversation, List.of("new"));
        consumer(context).wake(Long.toString(conversation), null);
        await().atMost(Duration.ofSeconds(20)).until(() -> got.contains("new"));
        chatwoot.editMessage(conversation, ids.get(0), "old 1 edited");
        chatwoot.editMessage(conversation, ids.get(29), "old 30 edited");
        long before = chatwoot.requests().count();
        ids.forEach(id -> consumer(context).wake(Long.toString(conversation), id.toString()));
        await().atMost(Duration.ofSeconds(20)).until(() -> got.contains("old 30 edited*"));
        // What they were is forgotten by now: those that were not edited come again as well, and the ledger knows them.
        assertThat(got).hasSize(61).contains("old 1 edited*");
        assertThat(chatwoot.requests().count() - before).isLessThan(10);
    }

    @Test
    @DisplayName("D9: an idle account costs one request for each poll, with updates too")
    void d9IdlePollCostsOneRequest() throws Exception {
        for (int i = 0; i < 5; i++) {
            write(chatwoot.openConversation("Kim " + i), List.of("text " + i));
        }
        consume(UPDATES);
        await().until(() -> got.size() == 5);
        chatwoot.clock().advance(Duration.ofSeconds(30));
        // Each is read once more when nothing can land late any more.
        await().until(() -> chatwoot.requests().count("GET", ".*/messages") == 10);
        long before = chatwoot.requests().count("GET", ".*/messages");
        awaitPolls(10);
        assertThat(chatwoot.requests().count("GET", ".*/messages")).isEqualTo(before);
        assertThat(chatwoot.requests().count()).isLessThanOrEqualTo(polls() + before + 2);
    }

    @Test
    @DisplayName("W1: without the wake a deletion of an old message stays unseen, and reading again finds it")
    void w1ReadingAgainFindsWhatALostWakeLeft() throws Exception {
        long conversation = chatwoot.openConversation("Kim");
        long old = chatwoot.writeAsCustomer(conversation, "one");
        CamelContext context = consume(UPDATES);
        awaitGot("one");
        chatwoot.clock().advance(Duration.ofMinutes(5));
        chatwoot.writeAsCustomer(conversation, "two");
        awaitGot("one", "two");
        chatwoot.deleteMessage(conversation, old);
        awaitPolls(3);
        assertThat(got).hasSize(2);
        consumer(context).reread(Long.toString(conversation), Instant.EPOCH);
        awaitGot("one", "two", "deleted*", "two*");
    }

    @Test
    void aWakeForAnotherInboxReadsNothing() throws Exception {
        long other = chatwoot.addInbox("Other", ChatwootInboxType.API);
        long foreign = chatwoot.openConversationIn(other, "Lee", null, null);
        long message = chatwoot.writeAsCustomer(foreign, "not ours");
        long own = chatwoot.openConversation("Kim");
        CamelContext context = consume(UPDATES + "&inboxId=" + chatwoot.inboxId());
        awaitPolls(1);
        consumer(context).wake(Long.toString(foreign), Long.toString(message));
        consumer(context).reread(Long.toString(foreign), Instant.EPOCH);
        await().until(() -> chatwoot.requests().count("GET", ".*/conversations/" + foreign + "/messages") >= 2);
        write(own, List.of("ours"));
        awaitGot("ours");
    }

    @Test
    void aConsumerOfOneConversationIgnoresWakesForOthers() throws Exception {
        long own = chatwoot.openConversation("Kim");
        long other = chatwoot.openConversation("Lee");
        write(other, List.of("not ours"));
        CamelContext context = consume(UPDATES + "&conversationId=" + own);
        consumer(context).wake(Long.toString(other), null);
        assertThatThrownBy(() -> consumer(context).reread(Long.toString(other), Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class);
        write(own, List.of("ours"));
        awaitGot("ours");
        assertThat(chatwoot.requests().count("GET", ".*/conversations/" + other + "/messages")).isZero();
    }

    @Test
    void wakesForWhatIsNotThereDoNoHarm() throws Exception {
        long conversation = chatwoot.openConversation("Kim");
        CamelContext context = consume(UPDATES);
        awaitPolls(1);
        consumer(context).wake("9999", "1");
        consumer(context).wake("abc", "1");
        consumer(context).wake(Long.toString(conversation), "1; DROP");
        await().until(() -> chatwoot.requests().count("GET", ".*/conversations/9999/messages") >= 1);
        write(conversation, List.of("one"));
        awaitGot("one");
        awaitPolls(3);
        assertThat(chatwoot.requests().count("GET", ".*/conversations/9999/messages")).isEqualTo(1);
    }

    @Test
    void aWakeReadsAtOnce() throws Exception {
        long conversation = chatwoot.openConversation("Kim");
        CamelContext context = started(new RouteBuilder() {
            @Override
            public void configure() {
                from("chatwoot:messages?initialDelay=0&delay=3600000&startFrom=beginning").routeId("intake")
                        .process(UpdatesTest.this::collect);
            }
        });
        await().until(() -> polls() >= 1);
        write(conversation, List.of("one"));
        consumer(context).wake(Long.toString(conversation), null);
        awaitGot("one");
    }

    @Test
    @DisplayName("D12: history older than startFrom is handed out once, from every conversation, in order")
    void d12BackfillOfAnAccount() throws Exception {
        for (int i = 0; i < 60; i++) {
            write(chatwoot.openConversation("Kim " + i), List.of(i + "/a", i + "/b"));
        }
        CamelContext context = consume("&includeUpdates=true&concurrentConsumers=4");
        awaitPolls(1);
        Reread reread = consumer(context).reread(Instant.EPOCH);
        assertThat(consumer(context).reread(Instant.EPOCH)).isSameAs(reread);
        await().atMost(Duration.ofSeconds(20)).until(reread::isEnded);
        assertThat(got).hasSize(120).doesNotHaveDuplicates();
        for (int i = 0; i < 60; i++) {
            assertThat(got.indexOf(i + "/a")).isLessThan(got.indexOf(i + "/b"));
        }
        assertThat(reread.conversationsTotal()).hasValue(60);
        assertThat(reread.messages()).isEqualTo(120);
    }
}
