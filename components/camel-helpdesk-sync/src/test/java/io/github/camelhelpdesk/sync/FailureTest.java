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
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.NotSentException;
import io.github.camelhelpdesk.sync.fake.Bridge;
import io.github.camelhelpdesk.sync.fake.FakeDesk;

class FailureTest {

    @TempDir
    Path directory;
    private final FakeDesk alpha = new FakeDesk("a");
    private final FakeDesk beta = new FakeDesk("b");

    private Bridge running(String moreOptions) throws Exception {
        return Bridge.running(directory.resolve("ledger.db"), alpha, beta, moreOptions);
    }

    private static HelpdeskException refused(int status, boolean account) {
        return new HelpdeskException("The provider answered " + status, Outcome.REFUSED, status, null, account, null);
    }

    private static HealthCheck.Result health(Bridge bridge) {
        return HealthCheckHelper.invokeReadiness(bridge.context(), "full").stream()
                .filter(result -> result.getCheck().getId().equals("consumer:delivery")).findFirst().orElseThrow();
    }

    @Test
    void troubleOfTheAccountPausesTheSideAndParksNothing() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        beta.beforeSend = call -> {
            if (broken.get()) {
                throw refused(401, true);
            }
        };
        try (Bridge bridge = running("&maxRedeliveries=1")) {
            for (int i = 0; i < 20; i++) {
                bridge.write("c" + i, "m" + i);
            }
            await().until(() -> beta.calls.size() >= 12);
            HealthCheck.Result down = health(bridge);
            assertThat(down.getState()).isEqualTo(HealthCheck.State.DOWN);
            assertThat(down.getMessage().orElseThrow()).contains("beta").contains("401");
            assertThat(down.getDetails()).containsEntry("link", "link").containsKey(HealthCheck.FAILURE_START_TIME);
            assertThat(bridge.flow().parked()).isZero();
            broken.set(false);
            bridge.awaitDelivered(20);
            assertThat(health(bridge).getState()).isEqualTo(HealthCheck.State.UP);
        }
    }

    @Test
    void onlyOneConversationProbesASideThatIsPaused() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        beta.beforeSend = call -> {
            if (tries.incrementAndGet() <= 12) {
                throw new HelpdeskException("503", Outcome.UNCLEAR, 503, null, true, null);
            }
        };
        beta.settleTime = Duration.ofMillis(1);
        try (Bridge bridge = running("")) {
            for (int i = 0; i < 30; i++) {
                bridge.write("c" + i, "m" + i);
            }
            await().until(() -> tries.get() > 9);
            beta.mostAtOnce.set(0);
            await().until(() -> tries.get() > 11);
            assertThat(beta.mostAtOnce).hasValue(1);
            bridge.awaitDelivered(30);
            assertThat(beta.texts()).doesNotHaveDuplicates().hasSize(30);
        }
    }

    @Test
    void retryAfterOfTheProviderIsHonoured() throws Exception {
        AtomicBoolean once = new AtomicBoolean();
        beta.beforeSend = call -> {
            if (once.compareAndSet(false, true)) {
                throw new NotSentException("429", 429, Duration.ofMillis(700), null);
            }
        };
        try (Bridge bridge = running("")) {
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            assertThat(Duration.ofNanos(beta.calls.get(1).atNanos() - beta.calls.get(0).atNanos())).isGreaterThan(
                    Duration.ofMillis(690));
        }
    }

    @Test
    void refusedMessageIsParkedAndItsConversationWaits() throws Exception {
        refuse("2");
        try (Bridge bridge = running("")) {
            bridge.write("c1", "1", "2", "3");
            bridge.write("c2", "other");
            bridge.awaitState("2", "parked");
            bridge.awaitDelivered(2);
            assertThat(bridge.trace("2").reason()).contains("413");
            assertThat(bridge.trace("3").state()).isEqualTo("pending");
            HealthCheck.Result down = health(bridge);
            assertThat(down.getState()).isEqualTo(HealthCheck.State.DOWN);
            assertThat(down.getMessage().orElseThrow()).contains("message 2 of conversation c1").contains("413");
        }
    }

    @Test
    void parkedMessageStillHoldsItsConversationAfterARestart() throws Exception {
        refuse("1");
        try (Bridge bridge = running("")) {
            bridge.write("c1", "1", "2");
            bridge.awaitState("1", "parked");
        }
        beta.calls.clear();
        try (Bridge bridge = running("")) {
            bridge.write("c1", "3");
            bridge.write("c2", "other");
            bridge.awaitDelivered(1);
            assertThat(beta.calls).extracting(FakeDesk.Call::text).containsExactly("other");
        }
    }

    @Test
    void conversationGoesOnWithoutItsParkedMessageWhenAskedFor() throws Exception {
        refuse("2");
        try (Bridge bridge = running("&onFinalFailure=goOn")) {
            bridge.write("c1", "1", "2", "3");
            bridge.awaitDelivered(2);
            assertThat(beta.texts()).containsExactly("1", "3");
            assertThat(health(bridge).getState()).isEqualTo(HealthCheck.State.UP);
        }
    }

    @Test
    void unknownFailureIsTriedAgainAsOftenAsAllowedAndThenParked() throws Exception {
        AtomicInteger sends = new AtomicInteger();
        beta.settleTime = Duration.ofMillis(1);
        beta.beforeSend = call -> {
            sends.incrementAndGet();
            throw new IllegalStateException("secret text of a customer");
        };
        try (Bridge bridge = running("&maxRedeliveries=3")) {
            bridge.write("c1", "1");
            bridge.awaitState("1", "parked");
            assertThat(sends).hasValue(4);
            assertThat(bridge.trace("1").attempts()).isEqualTo(4);
            assertThat(bridge.trace("1").reason()).contains("IllegalStateException").contains("FailureTest")
                    .doesNotContain("secret text");
        }
    }

    @Test
    void wrongOptionOfTheTargetStopsTheStart() throws Exception {
        beta.check = () -> {
            throw new IllegalArgumentException("inboxId must be an API inbox");
        };
        Bridge bridge = new Bridge(directory.resolve("ledger.db"), alpha, beta).route(Bridge.DELIVERY, "beta:send");
        try (bridge) {
            org.assertj.core.api.Assertions.assertThatThrownBy(bridge::start)
                    .hasStackTraceContaining("inboxId must be an API inbox");
        }
    }

    @Test
    void targetThatCannotBeAskedAtStartIsAskedAgain() throws Exception {
        beta.check = () -> {
            if (beta.checks.get() < 3) {
                throw refused(401, true);
            }
        };
        try (Bridge bridge = running("")) {
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            assertThat(beta.checks).hasValue(3);
        }
    }

    @Test
    void alarmOfATargetThatCannotBeAskedAtStartEndsByItself() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        beta.check = () -> {
            if (broken.get()) {
                throw refused(401, true);
            }
        };
        try (Bridge bridge = running("")) {
            assertThat(health(bridge).getMessage().orElseThrow()).contains("401");
            broken.set(false);
            await().until(() -> health(bridge).getState() == HealthCheck.State.UP);
        }
    }

    @Test
    void targetThatIsDownDoesNotHoldUpTheIntake() throws Exception {
        beta.identity = () -> {
            throw new NotSentException("No connection", 0, null, null);
        };
        try (Bridge bridge = running("")) {
            bridge.write("c1", "1");
            assertThat(bridge.trace("1").state()).isEqualTo("pending");
            beta.identity = () -> {
            };
            bridge.awaitDelivered(1);
        }
    }

    @Test
    void ownBudgetOfRequestsHoldsTheSideWithoutAnAlarm() throws Exception {
        AtomicBoolean used = new AtomicBoolean(true);
        beta.beforeSend = call -> {
            if (used.get()) {
                throw new NotSentException("Our own budget is used up", 0, Duration.ofMillis(5), null);
            }
        };
        try (Bridge bridge = running("")) {
            bridge.write("c1", "1");
            await().until(() -> beta.calls.size() > 3);
            assertThat(health(bridge).getState()).isEqualTo(HealthCheck.State.UP);
            used.set(false);
            bridge.awaitDelivered(1);
            assertThat(beta.calls).extracting(FakeDesk.Call::inDoubt).containsOnly(false);
        }
    }

    private void refuse(String text) {
        beta.beforeSend = call -> {
            if (call.text().equals(text)) {
                throw refused(413, false);
            }
        };
    }

    @Test
    @DisplayName("E9: a message waits for its file, but not for ever: it is not parked for it")
    void e9MessageWaitsForItsFileButNotForEver() throws Exception {
        beta.beforeSend = call -> {
            if (call.mayWaitForFiles()) {
                throw new HelpdeskException("The file cannot be copied now", Outcome.NOT_SENT, 0, null, false, null);
            }
        };
        try (Bridge bridge = running("&maxRedeliveries=3")) {
            bridge.write("c", "with a file");
            bridge.awaitDelivered(1);
            assertThat(bridge.flow().parked()).isZero();
        }
        assertThat(beta.calls).extracting(FakeDesk.Call::mayWaitForFiles).containsExactly(true, true, true, false);
        assertThat(beta.calls).extracting(FakeDesk.Call::inDoubt).containsExactly(false, false, false, false);
    }
}
