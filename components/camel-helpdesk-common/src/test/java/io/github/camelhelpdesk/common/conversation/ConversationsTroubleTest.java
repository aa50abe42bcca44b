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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;

/** Stops, routes that fail, and a provider that does. */
class ConversationsTroubleTest extends ConversationsTestBase {

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
}
