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
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.model.AuthorType;

class RereadTest extends ConsumerTestBase {

    private static void awaitEnd(Reread reread) {
        await().atMost(Duration.ofSeconds(20)).until(reread::isEnded);
    }

    @Test
    void everythingIsHandedOutAgainWithTheOlderThanTheStartAsNew() throws Exception {
        source.write("a", "before the start");
        List<String> again = new CopyOnWriteArrayList<>();
        DefaultCamelContext context = start(SOON, exchange -> {
            if (exchange.getMessage().getHeader(HelpdeskConstants.REREAD, false, boolean.class)) {
                again.add(shown(exchange));
            }
            collect(exchange);
        });
        source.write("a", "1");
        source.write("a", "2");
        awaitGot("1", "2");
        Reread reread = consumer(context).reread(Instant.EPOCH);
        awaitEnd(reread);
        awaitGot("1", "2", "before the start", "1*", "2*");
        source.write("a", "3");
        awaitGot("1", "2", "before the start", "1*", "2*", "3");
        assertThat(again).containsExactly("before the start", "1*", "2*");
        assertThat(reread.messages()).isEqualTo(3);
        assertThat(reread.conversationsDone()).isEqualTo(1);
        assertThat(reread.conversationsTotal()).hasValue(1);
        assertThat(reread.timeLeft()).contains(Duration.ZERO);
        assertThat(reread.ratePerSecond()).isPositive();
        assertThat(consumer(context).reread()).contains(reread);
    }

    @Test
    void aSecondReReadingKnowsWhatTheFirstHasHandedOut() throws Exception {
        source.write("a", "before the start");
        DefaultCamelContext context = start(SOON);
        awaitPolls(1);
        awaitEnd(consumer(context).reread(Instant.EPOCH));
        awaitEnd(consumer(context).reread(Instant.EPOCH));
        awaitGot("before the start", "before the start*");
    }

    @Test
    void onlyWhatWasWrittenSinceIsHandedOutAgain() throws Exception {
        DefaultCamelContext context = start(SOON + BEGINNING);
        source.write("a", "1");
        source.write("quiet", "0");
        await().until(() -> got.size() == 2);
        source.now = source.now.plus(Duration.ofHours(1));
        source.write("a", "2");
        await().until(() -> got.size() == 3);
        got.clear();
        Reread reread = consumer(context).reread(source.now);
        awaitEnd(reread);
        assertThat(got).containsExactly("2*");
        assertThat(reread.conversationsTotal()).hasValue(1);
    }

    @Test
    void oneConversationIsReadAgainOnItsOwn() throws Exception {
        DefaultCamelContext context = start(SOON + BEGINNING + UPDATES);
        source.write("a", "a1");
        source.write("b", "b1");
        await().until(() -> got.size() == 2);
        consumer(context).reread("a", Instant.EPOCH);
        await().until(() -> got.size() == 3);
        source.write("a", "a2");
        await().until(() -> got.contains("a2"));
        assertThat(got.subList(2, 4)).containsExactly("a1*", "a2");
        assertThatThrownBy(() -> consumer(context).reread(" ", Instant.EPOCH)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReReadingGoesOnAfterARestartAndKeepsItsOrder() throws Exception {
        List<String> texts = IntStream.range(0, 12).mapToObj(Integer::toString).toList();
        texts.forEach(text -> source.write("a", text));
        CountDownLatch stuck = new CountDownLatch(1);
        DefaultCamelContext first = start(SOON + BEGINNING, exchange -> {
            if (shown(exchange).equals("7*")) {
                stuck.countDown();
                throw new RuntimeCamelException("stop here");
            }
            collect(exchange);
        });
        await().until(() -> got.size() == 12);
        consumer(first).reread(Instant.EPOCH);
        assertThat(stuck.await(10, TimeUnit.SECONDS)).isTrue();
        first.stop();
        DefaultCamelContext second = start(SOON + BEGINNING);
        await().until(() -> consumer(second).reread().isPresent());
        Reread reread = consumer(second).reread().orElseThrow();
        awaitEnd(reread);
        assertThat(got.subList(12, got.size())).containsExactlyElementsOf(texts.stream().map(text -> text + "*").toList());
        assertThat(reread.messages()).isEqualTo(12);
    }

    @Test
    void whatIsLeftOutIsCountedOnceWhateverRestartsThereAre() throws Exception {
        for (int i = 0; i < 6; i++) {
            source.write("a", "a" + i, 10 * i + 1, source.now, AuthorType.CUSTOMER, false);
            source.write("a", "machine " + i, 10 * i + 2, source.now, AuthorType.BOT, false);
        }
        source.write("a", "secret", 2000, source.now, AuthorType.AGENT, true);
        source.write("b", "machine", 3000, source.now, AuthorType.BOT, false);
        CountDownLatch stuck = new CountDownLatch(1);
        DefaultCamelContext first = start(SOON, exchange -> {
            if (shown(exchange).equals("a4")) {
                stuck.countDown();
                throw new RuntimeCamelException("stop here");
            }
            collect(exchange);
        });
        awaitPolls(1);
        consumer(first).reread(Instant.EPOCH);
        assertThat(stuck.await(10, TimeUnit.SECONDS)).isTrue();
        first.stop();
        DefaultCamelContext second = start(SOON);
        await().until(() -> consumer(second).reread().filter(Reread::isEnded).isPresent());
        Reread reread = consumer(second).reread().orElseThrow();
        assertThat(reread.leftOut()).isEqualTo(Map.of("bot", 7L, "private", 1L));
        assertThat(reread.conversationsWithoutMessages()).isEqualTo(1);
        assertThat(got).containsExactly("a0", "a1", "a2", "a3", "a4", "a5");
        second.stop();

        DefaultCamelContext third = start(SOON);
        await().until(() -> consumer(third).reread().isPresent());
        Reread last = consumer(third).reread().orElseThrow();
        assertThat(last.isEnded()).isTrue();
        assertThat(last.startedAt().toEpochMilli()).isEqualTo(reread.startedAt().toEpochMilli());
        assertThat(last.leftOut()).isEqualTo(reread.leftOut());
        assertThat(last.conversationsTotal()).hasValue(2);
    }

    @Test
    void aReReadingThatWasAskedForIsDurableBeforeItBegins() throws Exception {
        source.write("a", "1");
        DefaultCamelContext first = start(SOON + BEGINNING);
        awaitGot("1");
        source.failure = () -> {
            throw new IllegalStateException("away");
        };
        consumer(first).reread(Instant.EPOCH);
        assertThat(repository.getState(repository.keys("memory").findFirst().orElseThrow())).contains("\"reread\"");
        first.stop();
        source.failure = () -> null;
        start(SOON + BEGINNING);
        awaitGot("1", "1*");
    }

    @Test
    void whatIsWrittenMeanwhileComesBehindWhatIsReadAgain() throws Exception {
        CountDownLatch halfWay = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        List<String> texts = IntStream.range(0, 9).mapToObj(Integer::toString).toList();
        texts.forEach(text -> source.write("a", text));
        DefaultCamelContext context = start(SOON + BEGINNING, exchange -> {
            if (shown(exchange).equals("4*")) {
                halfWay.countDown();
                written.await(10, TimeUnit.SECONDS);
            }
            collect(exchange);
        });
        await().until(() -> got.size() == 9);
        Reread reread = consumer(context).reread(Instant.EPOCH);
        assertThat(halfWay.await(10, TimeUnit.SECONDS)).isTrue();
        source.write("a", "new");
        written.countDown();
        awaitEnd(reread);
        await().until(() -> got.contains("new"));
        awaitPolls(2);
        assertThat(got).hasSize(19);
        assertThat(got.get(18)).isEqualTo("new");
    }

    @Test
    @DisplayName("D12: two backfills in parallel are one: every conversation once, in order")
    void d12TwoBackfillsInParallelAreOne() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        for (int i = 0; i < 30; i++) {
            source.write("c" + i % 10, "c" + i % 10 + "/" + i / 10);
        }
        DefaultCamelContext context = start("&delay=20&concurrentConsumers=4", exchange -> {
            release.await(10, TimeUnit.SECONDS);
            collect(exchange);
        });
        awaitPolls(1);
        Reread one = consumer(context).reread(Instant.EPOCH);
        Reread other = consumer(context).reread(Instant.EPOCH);
        consumer(context).reread("c3", Instant.EPOCH);
        release.countDown();
        awaitEnd(one);
        awaitPolls(2);
        assertThat(other).isSameAs(one);
        assertThat(got).filteredOn(text -> !text.startsWith("c3") && text.endsWith("*")).isEmpty();
        for (int i = 0; i < 10; i++) {
            String conversation = "c" + i;
            List<String> own = got.stream().filter(text -> text.startsWith(conversation)).toList();
            assertThat(own.subList(0, 3)).containsExactly(conversation + "/0", conversation + "/1", conversation + "/2");
            assertThat(own.size()).isLessThanOrEqualTo(i == 3 ? 6 : 3);
        }
    }

    @Test
    void aWiderReReadingTakesOverTheOneThatIsUnderWay() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        source.write("old", "0");
        source.now = source.now.plus(Duration.ofHours(1));
        source.write("a", "1");
        DefaultCamelContext context = start(SOON, exchange -> {
            release.await(10, TimeUnit.SECONDS);
            collect(exchange);
        });
        awaitPolls(1);
        Reread reread = consumer(context).reread(source.now);
        assertThat(consumer(context).reread(Instant.EPOCH)).isSameAs(reread);
        release.countDown();
        awaitEnd(reread);
        assertThat(reread.from()).isEqualTo(Instant.EPOCH);
        assertThat(reread.conversationsTotal()).hasValue(2);
        assertThat(got).contains("0", "1");
    }

    @Test
    void newMessagesDoNotWaitForTheEndOfAReReading() throws Exception {
        for (int i = 0; i < 400; i++) {
            source.write("c" + i, "old");
        }
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        DefaultCamelContext context = start(SOON, exchange -> {
            begun.countDown();
            written.await(10, TimeUnit.SECONDS);
            collect(exchange);
        });
        awaitPolls(1);
        Reread reread = consumer(context).reread(Instant.EPOCH);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        await().until(() -> reread.conversationsTotal().isPresent());
        source.write("live", "new");
        consumer(context).wake("live", null);
        awaitPolls(2);
        written.countDown();
        awaitEnd(reread);
        assertThat(got).hasSize(401);
        assertThat(got.indexOf("new")).isLessThan(10);
    }

    @Test
    void anEditDuringAReReadingIsHandedOutWithIt() throws Exception {
        DefaultCamelContext context = start(SOON + BEGINNING + UPDATES);
        String id = source.write("a", "1");
        source.write("a", "2");
        awaitGot("1", "2");
        source.edit("a", id, "1 edited");
        awaitEnd(consumer(context).reread(Instant.EPOCH));
        source.write("a", "3");
        awaitGot("1", "2", "1 edited*", "2*", "3");
    }

    @Test
    void aConsumerThatHasNotBegunSaysSo() throws Exception {
        source.failure = () -> {
            throw new HelpdeskException("away", Outcome.NOT_SENT, 503, null, true, null);
        };
        DefaultCamelContext context = start(SOON);
        assertThatThrownBy(() -> consumer(context).reread(Instant.EPOCH)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has not begun to read");
    }
}
