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
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.apache.camel.Consumer;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhelpdesk.common.model.AuthorType;

class MessagesConsumerTest extends ConsumerTestBase {

    @Test
    void onlyWhatIsWrittenAfterTheStartIsReadByDefault() throws Exception {
        source.write("a", "old");
        start(SOON);
        source.write("a", "new");
        source.write("b", "first of a new conversation");
        awaitGotInAnyOrder("new", "first of a new conversation");
    }

    @Test
    @DisplayName("startFrom=now is stored: start, nothing, stop, two messages, start: both come")
    void whatIsWrittenWhileStoppedIsRead() throws Exception {
        start(SOON).stop();
        source.write("a", "1");
        source.write("b", "2");
        start(SOON);
        awaitGotInAnyOrder("1", "2");
    }

    @Test
    void oneThatWasNeverStartedCanBeStopped() throws Exception {
        DefaultCamelContext context = start(SOON);
        Consumer consumer = context.getEndpoint("memory:messages?cursorId=other").createConsumer(exchange -> {
        });
        consumer.init();
        assertThatCode(consumer::stop).doesNotThrowAnyException();
    }

    @Test
    void fromTheBeginningEverythingIsReadInOrder() throws Exception {
        List<String> texts = IntStream.range(0, 450).mapToObj(Integer::toString).toList();
        texts.forEach(text -> source.write("a", text));
        start(SOON + BEGINNING);
        await().untilAsserted(() -> assertThat(got).hasSizeGreaterThanOrEqualTo(450));
        assertThat(got).containsExactlyElementsOf(texts);
    }

    @Test
    void anInstantIsComparedWithTheProvidersTime() throws Exception {
        source.write("a", "before");
        source.now = MemorySource.START.plusSeconds(60);
        source.write("a", "at");
        start(SOON + "&startFrom=2026-11-01T10:01:00Z");
        source.write("a", "back-dated but new", 99, MemorySource.START.minusSeconds(86_400), AuthorType.CUSTOMER, false);
        awaitGot("at", "back-dated but new");
    }

    @Test
    @DisplayName("L1: a message that commits late with a lower id and an old stamp is read")
    void l1MessageThatCommitsLateIsRead() throws Exception {
        start(SOON);
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
        DefaultCamelContext first = start(SOON + BEGINNING, exchange -> {
            if (got.size() == k) {
                reached.countDown();
                throw new RuntimeCamelException("stop here");
            }
            collect(exchange);
        });
        assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
        first.stop();
        assertThat(got).hasSize(k);
        start(SOON + BEGINNING);
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
        start(SOON + BEGINNING, exchange -> {
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
    void includeDecidesWhatIsHandedOn() throws Exception {
        source.write("a", "customer", 1, MemorySource.START, AuthorType.CUSTOMER, false);
        source.write("a", "agent", 2, MemorySource.START, AuthorType.AGENT, false);
        source.write("a", "bot", 3, MemorySource.START, AuthorType.BOT, false);
        source.write("a", "system", 4, MemorySource.START, AuthorType.SYSTEM, false);
        source.write("a", "note", 5, MemorySource.START, AuthorType.AGENT, true);
        start(SOON + "&startFrom=beginning&include=bot,private");
        awaitGot("bot", "note");
    }

    @Test
    @DisplayName("D9: idle polls deliver nothing and read no conversation")
    void d9IdlePollsReadNothing() throws Exception {
        source.write("a", "1");
        start(SOON + BEGINNING);
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
        start(SOON + BEGINNING).stop();
        source.write("a", "2");
        start(SOON + "&startFrom=now&include=customer,agent,bot&concurrentConsumers=3");
        awaitGot("1", "2");
    }

    @Test
    void conversationsAreReadAtTheSameTimeUpToTheOption() throws Exception {
        for (int i = 0; i < 4; i++) {
            source.write("c" + i, "x");
        }
        CountDownLatch together = new CountDownLatch(4);
        start(SOON + "&startFrom=beginning&concurrentConsumers=4", exchange -> {
            together.countDown();
            assertThat(together.await(10, TimeUnit.SECONDS)).isTrue();
            collect(exchange);
        });
        await().untilAsserted(() -> assertThat(got).hasSize(4));
    }

    @Test
    @DisplayName("M1: positions of quiet conversations are removed, and what they write later still arrives once")
    void m1PositionsOfQuietConversationsAreRemoved() throws Exception {
        for (int i = 0; i < 50; i++) {
            source.write("c" + i, "early " + i);
        }
        start(SOON + BEGINNING);
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
        start(SOON + BEGINNING, exchange -> headers.add(exchange.getMessage().getHeaders()));
        await().until(() -> !headers.isEmpty());
        assertThat(headers.get(0)).containsEntry("CamelHelpdeskProvider", "memory")
                .containsEntry("CamelHelpdeskAccount", "memory/1").containsEntry("CamelMemoryConversationId", "a")
                .doesNotContainKeys("CamelHelpdeskConversationId", "CamelHelpdeskMessageId");
    }

    @Test
    @DisplayName("M1: more conversations than a queue of Camel holds are still read one at a time")
    void m1ManyConversationsKeepTheOption() throws Exception {
        for (int i = 0; i < 1_300; i++) {
            source.write("c" + i, "x");
        }
        AtomicInteger together = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        start(SOON + BEGINNING, exchange -> {
            most.accumulateAndGet(together.incrementAndGet(), Math::max);
            await().pollInterval(Duration.ofMillis(1)).pollDelay(Duration.ofMillis(1)).until(() -> true);
            collect(exchange);
            together.decrementAndGet();
        });
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(got).hasSize(1_300));
        assertThat(most).hasValue(1);
    }
}
