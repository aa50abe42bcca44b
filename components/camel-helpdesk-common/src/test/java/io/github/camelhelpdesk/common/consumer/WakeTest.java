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
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;

class WakeTest extends ConsumerTestBase {

    private MessagesConsumer startAwake(String options) throws Exception {
        DefaultCamelContext context = start(options);
        await().until(() -> source.changesCalls.get() > 0);
        return consumer(context);
    }

    @Test
    void aWakeReadsItsConversationAtOnceAndAsksForNothingElse() throws Exception {
        MessagesConsumer consumer = startAwake(ONE_POLL);
        source.write("a", "1");
        source.write("b", "not woken");
        consumer.wake("a", null);
        awaitGot("1");
        assertThat(source.changesCalls).hasValue(1);
    }

    @Test
    void aWakeWithoutAConversationAsksForChanges() throws Exception {
        MessagesConsumer consumer = startAwake(ONE_POLL);
        source.write("a", "1");
        consumer.wake(null, null);
        awaitGot("1");
    }

    @Test
    @DisplayName("D2: a hundred doubled wakes are few reads, and each message comes once")
    void d2DoubledWakesAreOneRead() throws Exception {
        CountDownLatch inRoute = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        DefaultCamelContext context = start(ONE_POLL + UPDATES, exchange -> {
            inRoute.countDown();
            release.await(10, TimeUnit.SECONDS);
            collect(exchange);
        });
        await().until(() -> source.changesCalls.get() > 0);
        String first = source.write("a", "1");
        consumer(context).wake("a", first);
        assertThat(inRoute.await(10, TimeUnit.SECONDS)).isTrue();
        String second = source.write("a", "2");
        for (int i = 0; i < 100; i++) {
            consumer(context).wake("a", i % 2 == 0 ? second : first);
        }
        release.countDown();
        awaitGot("1", "2");
        consumer(context).wake("b", null);
        await().until(() -> source.reads.get() >= 3);
        assertThat(source.reads.get()).isLessThan(10);
        assertThat(got).containsExactly("1", "2");
    }

    @Test
    @DisplayName("W1: a wake that is lost costs time only")
    void w1PollRepairsALostWake() throws Exception {
        start(SOON);
        source.write("a", "1");
        awaitGot("1");
    }

    @Test
    void aWakeWhileItsConversationIsBeingReadIsNotLost() throws Exception {
        CountDownLatch inRoute = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        source.write("a", "1");
        DefaultCamelContext context = start(ONE_POLL + BEGINNING, exchange -> {
            inRoute.countDown();
            release.await(10, TimeUnit.SECONDS);
            collect(exchange);
        });
        assertThat(inRoute.await(10, TimeUnit.SECONDS)).isTrue();
        source.write("a", "2");
        consumer(context).wake("a", null);
        // The one who looks for what is due has been there and found the conversation taken.
        int calls = source.changesCalls.get();
        consumer(context).wake(null, null);
        await().until(() -> source.changesCalls.get() > calls);
        release.countDown();
        awaitGot("1", "2");
    }

    /** Leaves "1" below the floor of its conversation. */
    private String oldMessage() {
        String id = source.write("a", "1");
        await().until(() -> got.size() == 1);
        source.now = source.now.plus(Duration.ofMinutes(5));
        source.write("a", "2");
        await().until(() -> got.size() == 2);
        return id;
    }

    @Test
    @DisplayName("D2: an edit below the floor comes when it is named, and once however often it is named")
    void d2NamedMessageBelowTheFloorIsReadAgain() throws Exception {
        DefaultCamelContext context = start(SOON + UPDATES);
        String id = oldMessage();
        source.edit("a", id, "1 edited");
        consumer(context).wake("a", id);
        awaitGot("1", "2", "1 edited*");
        int revisits = source.revisits.get();
        consumer(context).wake("a", id);
        await().until(() -> source.revisits.get() > revisits);
        awaitPolls(2);
        assertThat(got).hasSize(3);
    }

    @Test
    void withoutTheOptionTheNamedMessageIsNotLookedAt() throws Exception {
        DefaultCamelContext context = start(SOON);
        String id = oldMessage();
        source.edit("a", id, "1 edited");
        int reads = source.reads.get();
        consumer(context).wake("a", id);
        await().until(() -> source.reads.get() > reads);
        assertThat(source.revisits).hasValue(0);
        assertThat(got).containsExactly("1", "2");
    }

    @Test
    void aNamedMessageThatIsOwedComesOnce() throws Exception {
        MessagesConsumer consumer = startAwake(ONE_POLL + UPDATES);
        String id = source.write("a", "1");
        consumer.wake("a", id);
        awaitGot("1");
        int revisits = source.revisits.get();
        consumer.wake("a", id);
        await().until(() -> source.revisits.get() > revisits);
        consumer.wake(null, null);
        await().until(() -> source.changesCalls.get() >= 2);
        assertThat(got).containsExactly("1");
    }

    @Test
    void aMessageOlderThanTheStartIsNotHandedOut() throws Exception {
        String old = source.write("a", "before the start");
        MessagesConsumer consumer = startAwake(ONE_POLL + UPDATES);
        source.edit("a", old, "edited");
        consumer.wake("a", old);
        await().until(() -> source.reads.get() > 0);
        source.write("a", "1");
        consumer.wake("a", null);
        awaitGot("1");
    }

    @Test
    @DisplayName("E1: a named message is looked at after a restart, too")
    void e1NamedMessageIsStored() throws Exception {
        DefaultCamelContext context = start(SOON + UPDATES);
        String id = oldMessage();
        source.edit("a", id, "1 edited");
        source.failureOf = conversation -> away(503, Duration.ofMillis(20));
        consumer(context).wake("a", id);
        awaitPolls(2);
        context.stop();
        source.failureOf = conversation -> null;
        start(SOON + UPDATES);
        awaitGot("1", "2", "1 edited*");
    }

    @Test
    void anUpdateThatFailsIsOfferedAgain() throws Exception {
        AtomicInteger failures = new AtomicInteger();
        DefaultCamelContext context = start(SOON + UPDATES, exchange -> {
            if (shown(exchange).endsWith("*") && failures.incrementAndGet() <= 2) {
                throw new RuntimeCamelException("not yet");
            }
            collect(exchange);
        });
        String id = oldMessage();
        source.edit("a", id, "1 edited");
        consumer(context).wake("a", id);
        awaitGot("1", "2", "1 edited*");
        assertThat(failures).hasValue(3);
    }

    @Test
    void aPauseIsKeptAndWhatWasWokenIsReadBehindIt() throws Exception {
        MessagesConsumer consumer = startAwake(ONE_POLL);
        source.failure = () -> away(429, Duration.ofMillis(700));
        consumer.wake(null, null);
        await().until(() -> source.changesCalls.get() == 2);
        long begin = System.nanoTime();
        source.failure = () -> null;
        source.write("a", "1");
        for (int i = 0; i < 50; i++) {
            consumer.wake("a", null);
        }
        awaitGot("1");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(500));
        assertThat(source.reads).hasValue(1);
    }

    @Test
    void whatTheProviderPutsOffGoesOnWhenThePauseEndsAndNotAtTheNextPoll() throws Exception {
        MessagesConsumer consumer = startAwake(ONE_POLL);
        AtomicInteger calls = new AtomicInteger();
        source.failureOf = conversation -> calls.incrementAndGet() == 1 ? away(429, Duration.ofMillis(100)) : null;
        source.write("a", "1");
        consumer.wake("a", null);
        awaitGot("1");
        source.failure = () -> calls.incrementAndGet() == 3 ? away(429, Duration.ofMillis(100)) : null;
        source.write("b", "2");
        consumer.wake(null, null);
        awaitGot("1", "2");
    }

    @Test
    void aConversationThatDoesNotExistIsLeftAlone() throws Exception {
        MessagesConsumer consumer = startAwake(ONE_POLL + UPDATES);
        source.failureOf = id -> "ghost".equals(id)
                ? new HelpdeskException("404", Outcome.REFUSED, 404, null, false, null)
                : null;
        consumer.wake("ghost", "7");
        await().until(() -> source.reads.get() == 1 || source.revisits.get() == 1);
        source.write("a", "1");
        consumer.wake("a", null);
        awaitGot("1");
        int reads = source.reads.get();
        consumer.wake("b", null);
        await().until(() -> source.reads.get() > reads);
        assertThat(source.reads.get()).isEqualTo(reads + 1);
    }

    @Test
    void anIdThatCannotBeOneIsIgnored() throws Exception {
        MessagesConsumer consumer = startAwake(ONE_POLL + UPDATES);
        consumer.wake("a", "not a number");
        consumer.wake(" ", null);
        source.write("a", "1");
        consumer.wake("a", null);
        awaitGot("1");
        assertThat(source.revisits).hasValue(0);
    }

    private static HelpdeskException away(int status, Duration pause) {
        return new HelpdeskException(Integer.toString(status), Outcome.NOT_SENT, status, pause, true, null);
    }
}
