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
package io.github.camelhelpdesk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhelpdesk.common.CannotTellException;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.NotSentException;
import io.github.camelhelpdesk.sync.fake.Bridge;
import io.github.camelhelpdesk.sync.fake.FakeDesk;

class InDoubtTest {

    @TempDir
    Path directory;
    private final FakeDesk alpha = new FakeDesk("a");
    private final FakeDesk beta = new FakeDesk("b");

    private Path ledger() {
        return directory.resolve("ledger.db");
    }

    private static HelpdeskException unclear(boolean account) {
        return new HelpdeskException("The connection was reset", Outcome.UNCLEAR, 0, null, account, null);
    }

    @Test
    @DisplayName("D3: the provider stored it, the answer got lost: it is found and not sent again")
    void d3MessageWhoseAnswerGotLostIsFoundAndNotSentAgain() throws Exception {
        AtomicBoolean once = new AtomicBoolean();
        beta.afterSend = call -> {
            if (call.text().equals("2") && once.compareAndSet(false, true)) {
                throw unclear(true);
            }
        };
        try (Bridge bridge = Bridge.running(ledger(), alpha, beta)) {
            bridge.write("c1", "1", "2", "3");
            bridge.awaitDelivered(3);
            assertThat(beta.texts()).containsExactly("1", "2", "3");
            assertThat(beta.callsFor("2")).extracting(FakeDesk.Call::inDoubt).containsExactly(false, true);
        }
    }

    @Test
    @DisplayName("D14: a power cut between send and mark leads neither to a loss nor to a double")
    void d14PowerCutBetweenSendAndMarkIsFoundAfterTheRestart() throws Exception {
        CountDownLatch sent = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        beta.afterSend = call -> {
            sent.countDown();
            awaitQuietly(go);
        };
        Path cut;
        Bridge before = Bridge.running(ledger(), alpha, beta);
        try (before) {
            before.write("c1", "1", "2", "3");
            assertThat(sent.await(60, TimeUnit.SECONDS)).isTrue();
            cut = Bridge.powerCut(ledger());
            beta.afterSend = call -> {
                throw new IllegalStateException("the old process is dead");
            };
            before.context().getRouteController().stopRoute("delivery", 1,
                    TimeUnit.MILLISECONDS);
            go.countDown();
        }
        beta.afterSend = call -> {
        };
        beta.calls.clear();
        try (Bridge after = Bridge.running(cut, alpha, beta)) {
            after.awaitDelivered(3);
            assertThat(beta.texts()).containsExactly("1", "2", "3");
            assertThat(beta.calls).extracting(FakeDesk.Call::inDoubt).containsExactly(true, false, false);
        }
    }

    @Test
    @DisplayName("D14: a stop between hand-out and send marks nothing as sent")
    void d14StopBetweenHandOutAndSendLosesNothing() throws Exception {
        CountDownLatch handedOut = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        beta.beforeSend = call -> {
            handedOut.countDown();
            awaitQuietly(go);
            throw new IllegalStateException("the old process is dead");
        };
        Path cut;
        try (Bridge before = Bridge.running(ledger(), alpha, beta)) {
            before.write("c1", "1", "2");
            assertThat(handedOut.await(60, TimeUnit.SECONDS)).isTrue();
            cut = Bridge.powerCut(ledger());
            go.countDown();
        }
        beta.beforeSend = call -> {
        };
        try (Bridge after = Bridge.running(cut, alpha, beta)) {
            after.awaitDelivered(2);
            assertThat(beta.texts()).containsExactly("1", "2");
        }
    }

    @Test
    @DisplayName("D14: a confirm that the database refuses is repeated, and the send is not")
    void d14ConfirmThatCannotBeWrittenIsRepeatedAndTheSendIsNot() throws Exception {
        try (Bridge bridge = Bridge.running(ledger(), alpha, beta);
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + ledger());
                Statement statement = other.createStatement()) {
            statement
                    .execute("CREATE TRIGGER broken BEFORE UPDATE ON message BEGIN SELECT RAISE(ABORT, 'disk is broken'); END");
            bridge.write("c1", "1", "2");
            await().until(() -> beta.calls.size() == 1);
            await().during(Duration.ofMillis(300)).until(() -> bridge.flow().delivered() == 0);
            statement.execute("DROP TRIGGER broken");
            bridge.awaitDelivered(2);
            assertThat(beta.texts()).containsExactly("1", "2");
            assertThat(beta.calls).extracting(FakeDesk.Call::inDoubt).containsExactly(false, false);
        }
    }

    @Test
    void messageThatWasHandedOutBeforeARestartIsNotSentBeforeTheOldSendCanHaveSettled() throws Exception {
        beta.settleTime = Duration.ofSeconds(1);
        Bridge before = new Bridge(ledger(), alpha, beta).intake().start();
        try (before) {
            before.write("c1", "1", "2");
        }
        Instant opened = Instant.now();
        AtomicBoolean late = new AtomicBoolean();
        beta.lookUp = call -> {
            // The old process's request takes effect only after our first look.
            if (late.getAndSet(true) && beta.find(call.conversation(), call.marker()) == null) {
                beta.store(call, false);
            }
        };
        try (Bridge after = Bridge.running(ledger(), alpha, beta)) {
            after.awaitDelivered(2);
            FakeDesk.Call first = beta.callsFor("1").get(0);
            assertThat(first.inDoubt()).isTrue();
            assertThat(first.notFoundFrom()).isAfter(opened.plusMillis(900));
            assertThat(beta.texts()).containsExactly("1", "2");
            assertThat(after.trace("1").attempts()).as("looking is no attempt").isEqualTo(1);
        }
    }

    @Test
    void rowThatCameAfterTheLedgerWasOpenedIsNotInDoubtWhenItsConsumerStartsLater() throws Exception {
        Bridge bridge = new Bridge(ledger(), alpha, beta).intake().start();
        try (bridge) {
            bridge.write("c1", "1");
            bridge.route(Bridge.DELIVERY, "beta:send");
            bridge.awaitDelivered(1);
            assertThat(beta.calls).singleElement().extracting(FakeDesk.Call::inDoubt).isEqualTo(false);
        }
    }

    @Test
    void consumerThatIsRestartedInOneProcessDoubtsItsHeads() throws Exception {
        Bridge bridge = new Bridge(ledger(), alpha, beta).intake().route(Bridge.DELIVERY, "beta:send").start();
        try (bridge) {
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            bridge.context().getRouteController().stopRoute("delivery");
            bridge.write("c1", "2");
            bridge.context().getRouteController().startRoute("delivery");
            bridge.awaitDelivered(2);
            assertThat(beta.callsFor("2").get(0).inDoubt()).isTrue();
        }
    }

    @Test
    void messageThatSurelyDidNotLeaveIsNotInDoubt() throws Exception {
        AtomicBoolean once = new AtomicBoolean();
        beta.beforeSend = call -> {
            if (once.compareAndSet(false, true)) {
                throw new NotSentException("No connection", 0, null, null);
            }
        };
        try (Bridge bridge = Bridge.running(ledger(), alpha, beta)) {
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            assertThat(beta.calls).extracting(FakeDesk.Call::inDoubt).containsExactly(false, false);
        }
    }

    @Test
    void doubtStaysWhenTheLookUpItselfFails() throws Exception {
        AtomicBoolean lost = new AtomicBoolean();
        AtomicBoolean refused = new AtomicBoolean();
        beta.afterSend = call -> {
            if (lost.compareAndSet(false, true)) {
                throw unclear(false);
            }
        };
        beta.lookUp = call -> {
            if (refused.compareAndSet(false, true)) {
                throw new HelpdeskException("401", Outcome.REFUSED, 401, null, true, null);
            }
        };
        try (Bridge bridge = Bridge.running(ledger(), alpha, beta)) {
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            assertThat(beta.calls).extracting(FakeDesk.Call::inDoubt).containsExactly(false, true, true);
            assertThat(beta.texts()).containsExactly("1");
        }
    }

    @Test
    void messageOfWhichNobodyCanTellIsParkedByDefault() throws Exception {
        loseAnswerAndForget();
        try (Bridge bridge = Bridge.running(ledger(), alpha, beta)) {
            bridge.write("c1", "1", "2");
            bridge.awaitState("1", "parked");
            assertThat(bridge.trace("1").reason()).contains("nobody knows");
            assertThat(bridge.trace("2").state()).isEqualTo("pending");
        }
    }

    @Test
    void messageOfWhichNobodyCanTellIsSentAgainWhenAskedFor() throws Exception {
        loseAnswerAndForget();
        try (Bridge bridge = Bridge.running(ledger(), alpha, beta, "&onUnknown=resend")) {
            bridge.write("c1", "1", "2");
            bridge.awaitDelivered(2);
            assertThat(beta.texts()).containsExactly("1", "1", "2");
        }
    }

    @Test
    void messageThatWasSentBeforeALaterStepFailedIsLookedFor() throws Exception {
        AtomicBoolean once = new AtomicBoolean();
        Bridge bridge = new Bridge(ledger(), alpha, beta).intake();
        bridge.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from(Bridge.DELIVERY).errorHandler(noErrorHandler()).to("beta:send").process(exchange -> {
                    if (once.compareAndSet(false, true)) {
                        throw new NotSentException("The labels were not set: 429", 429, null, null);
                    }
                });
            }
        });
        try (bridge) {
            bridge.start();
            bridge.write("c1", "1", "2");
            bridge.awaitDelivered(2);
            assertThat(beta.texts()).containsExactly("1", "2");
            assertThat(beta.callsFor("1")).extracting(FakeDesk.Call::inDoubt).containsExactly(false, true);
        }
    }

    @Test
    void messageThatWasSentBeforeALaterStepRanOutOfBudgetIsLookedFor() throws Exception {
        AtomicBoolean once = new AtomicBoolean();
        Bridge bridge = new Bridge(ledger(), alpha, beta).intake();
        bridge.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from(Bridge.DELIVERY).errorHandler(noErrorHandler()).to("beta:send").process(exchange -> {
                    if (once.compareAndSet(false, true)) {
                        throw new NotSentException("Our own budget is used up", 0, Duration.ofMillis(5), null);
                    }
                });
            }
        });
        try (bridge) {
            bridge.start();
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            assertThat(beta.texts()).containsExactly("1");
            assertThat(beta.calls).extracting(FakeDesk.Call::inDoubt).containsExactly(false, true);
        }
    }

    @Test
    void doubtEndsAlthoughTheClockWasSetBackMeanwhile() throws Exception {
        try (Bridge before = new Bridge(ledger(), alpha, beta).intake().start()) {
            before.write("c1", "1", "2");
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + ledger());
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE message SET not_found_from = "
                    + Instant.now().plus(Duration.ofDays(1)).toEpochMilli() + " WHERE message_id = '1'");
        }
        Instant start = Instant.now();
        try (Bridge after = Bridge.running(ledger(), alpha, beta)) {
            after.awaitDelivered(2);
            assertThat(beta.texts()).containsExactly("1", "2");
            assertThat(Duration.between(start, Instant.now())).as("the time that an earlier attempt may take to land")
                    .isGreaterThan(beta.settleTime);
        }
    }

    @Test
    void workerThatWaitedForTheLedgerEndsWithItsConsumer() throws Exception {
        try (Bridge bridge = Bridge.running(ledger(), alpha, beta, "&concurrentConsumers=1");
                Connection connection = DriverManager.getConnection("jdbc:sqlite:" + ledger());
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TRIGGER broken BEFORE UPDATE OF state ON message BEGIN SELECT RAISE(ABORT, 'disk is broken'); END");
            for (int i = 0; i < 20; i++) {
                bridge.write("c" + i, "m" + i);
            }
            await().until(() -> beta.calls.size() == 16 && bridge.context().getInflightRepository().size() == 0);
            // As a route policy does.
            bridge.context().getRoute("delivery").getConsumer().stop();
            bridge.context().getRoute("delivery").getConsumer().start();
            await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
                    .filteredOn(name -> name.endsWith("helpdesk-sync-link")).hasSize(1));
            statement.execute("DROP TRIGGER broken");
            bridge.awaitDelivered(20);
            assertThat(beta.texts()).doesNotHaveDuplicates().hasSize(20);
        }
    }

    private void loseAnswerAndForget() {
        AtomicBoolean once = new AtomicBoolean();
        beta.afterSend = call -> {
            if (once.compareAndSet(false, true)) {
                throw unclear(false);
            }
        };
        beta.lookUp = call -> {
            throw new CannotTellException("nobody knows");
        };
    }

    @Test
    @DisplayName("D9: an idle link delivers nothing, restarts included")
    void d9NothingIsDeliveredAgainAfterARestart() throws Exception {
        try (Bridge bridge = Bridge.running(ledger(), alpha, beta)) {
            bridge.write("c1", "1", "2");
            bridge.awaitDelivered(2);
        }
        beta.calls.clear();
        try (Bridge bridge = Bridge.running(ledger(), alpha, beta)) {
            bridge.write("c1", "1", "2");
            bridge.write("c2", "3");
            bridge.awaitDelivered(3);
            await().during(Duration.ofMillis(200)).until(() -> beta.calls.size() == 1);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
