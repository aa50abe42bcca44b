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
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhelpdesk.common.ConversationStatus;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.NotSentException;
import io.github.camelhelpdesk.common.SideCapability;
import io.github.camelhelpdesk.sync.fake.Bridge;
import io.github.camelhelpdesk.sync.fake.FakeDesk;
import io.github.camelhelpdesk.sync.fake.StatusFeed;

/** What is written in a conversation before the ledger knows whose it is. */
class CreationHoldTest {

    private static final Duration A_WHILE = Duration.ofMillis(400);

    @TempDir
    Path directory;
    private final FakeDesk alpha = new FakeDesk("a");
    private final FakeDesk beta = new FakeDesk("b");

    @BeforeEach
    void nothingButTheHoldHelps() {
        beta.tellsKeys = false;
    }

    private Bridge bridge() throws Exception {
        return Bridge.twoWay(directory.resolve("ledger.db"), alpha, beta);
    }

    private void nothingIsOpenedOnAlphaForAWhile() {
        await().during(A_WHILE).until(alpha.requests::isEmpty);
    }

    @Test
    void answerInAConversationThatIsBeingCreatedOpensNoSecondOneOnTheWayBack() throws Exception {
        try (Bridge bridge = bridge().start()) {
            beta.afterOpen = () -> {
                bridge.read(beta.read(beta.write(beta.newest(), "greeting")));
                nothingIsOpenedOnAlphaForAWhile();
                assertThat(bridge.flow("beta").pending()).isEqualTo(1);
            };
            bridge.write("c1", "1");
            await().until(() -> bridge.flow("beta").delivered() == 1);
            bridge.awaitDelivered(1);
            assertThat(alpha.requests).isEmpty();
            assertThat(alpha.messages("c1")).extracting(FakeDesk.Stored::text).containsExactly("greeting");
            assertThat(bridge.flow().parked() + bridge.flow("beta").parked()).isZero();
        }
    }

    @Test
    void closingOfAConversationThatIsBeingCreatedFollowsOnceItIsKnownWhoseItIs() throws Exception {
        alpha.capabilities = Set.of(SideCapability.STATUS);
        try (Bridge bridge = bridge().start()) {
            beta.afterOpen = () -> {
                new StatusFeed(beta, "direct:back").tell(bridge, beta.newest(), ConversationStatus.CLOSED);
                await().during(A_WHILE).until(() -> bridge.flow("beta").pending() == 1);
            };
            bridge.write("c1", "1");
            await().until(() -> bridge.flow("beta").delivered() == 1);
            bridge.awaitDelivered(1);
            assertThat(alpha.statusCalls).containsExactly("c1 CLOSED");
        }
    }

    @Test
    void answerInAConversationWhoseCreationACrashInterruptedWaitsForTheDoubtToEnd() throws Exception {
        AtomicReference<Path> cut = new AtomicReference<>();
        try (Bridge before = bridge().start()) {
            beta.afterOpen = () -> {
                before.read(beta.read(beta.write(beta.newest(), "greeting")));
                try {
                    cut.compareAndSet(null, Bridge.powerCut(directory.resolve("ledger.db")));
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
                throw new HelpdeskException("the old process is dead", Outcome.REFUSED, 400, null, false, null);
            };
            before.write("c1", "1");
            await().until(() -> cut.get() != null);
        }
        alpha.requests.clear();
        beta.afterOpen = () -> {
        };
        beta.beforeOpen = this::nothingIsOpenedOnAlphaForAWhile;
        try (Bridge after = Bridge.twoWay(cut.get(), alpha, beta).start()) {
            await().until(() -> after.flow("beta").delivered() == 1 && after.flow().delivered() == 1);
            assertThat(alpha.requests).isEmpty();
            assertThat(alpha.messages("c1")).extracting(FakeDesk.Stored::text).containsExactly("greeting");
            assertThat(beta.conversationCount()).isEqualTo(1);
        }
    }

    @Test
    void conversationThatWasThereBeforeTheCreationBeganIsNotHeld() throws Exception {
        CountDownLatch creating = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        beta.beforeOpen = () -> {
            creating.countDown();
            await().until(() -> go.getCount() == 0);
        };
        Bridge bridge = new Bridge(directory.resolve("ledger.db"), alpha, beta).intake().route(Bridge.DELIVERY, "beta:send")
                .route("direct:back", Bridge.BACK).start();
        try (bridge) {
            bridge.read(beta.read(beta.write("old", "old")));
            bridge.write("c1", "1");
            creating.await();
            bridge.read(beta.read(beta.write("new", "new")));
            bridge.route(Bridge.BACK, "alpha:send");
            await().until(() -> alpha.texts().equals(java.util.List.of("old")));
            await().during(A_WHILE).until(() -> alpha.texts().equals(java.util.List.of("old")));
            go.countDown();
            await().until(() -> alpha.texts().size() == 2);
            assertThat(alpha.conversationCount()).isEqualTo(2);
        }
    }

    @Test
    void creationThatIsRefusedHoldsNobody() throws Exception {
        beta.beforeOpen = () -> {
            throw new HelpdeskException("no such inbox", Outcome.REFUSED, 400, null, false, null);
        };
        try (Bridge bridge = bridge().start()) {
            bridge.write("c1", "1");
            bridge.awaitState("1", "parked");
            bridge.read(beta.read(beta.write("other", "other")));
            await().until(() -> bridge.flow("beta").delivered() == 1);
        }
    }

    @Test
    void creationThatDidNotLeaveHoldsNobodyHoweverLongTheTargetIsDown() throws Exception {
        beta.beforeOpen = () -> {
            throw new NotSentException("No connection", 0, null, null);
        };
        try (Bridge bridge = bridge().start()) {
            bridge.write("c1", "1");
            await().until(() -> beta.requests.size() > 1);
            bridge.read(beta.read(beta.write("other", "other")));
            await().until(() -> bridge.flow("beta").delivered() == 1);
            assertThat(bridge.trace("1").state()).isEqualTo("pending");
        }
    }

    @Test
    void doubtOfACreationIsResolvedBeforeOthersGoOnWhenTheTargetIsBack() throws Exception {
        CountDownLatch back = new CountDownLatch(1);
        beta.afterOpen = () -> {
            if (back.getCount() > 0) {
                throw new HelpdeskException("502", Outcome.UNCLEAR, 502, null, true, null);
            }
        };
        try (Bridge bridge = bridge().start()) {
            bridge.write("c1", "1");
            await().until(() -> beta.requests.size() > 1);
            bridge.read(beta.read(beta.write(beta.newest(), "answer")));
            nothingIsOpenedOnAlphaForAWhile();
            back.countDown();
            await().until(() -> bridge.flow("beta").delivered() == 1);
            assertThat(alpha.messages("c1")).extracting(FakeDesk.Stored::text).containsExactly("answer");
            assertThat(alpha.requests).isEmpty();
        }
    }

    @Test
    void creationWhoseMessageWaitsForAPersonHoldsNobody() throws Exception {
        beta.afterOpen = () -> {
            throw new IllegalStateException("an error that we do not know");
        };
        Bridge bridge = new Bridge(directory.resolve("ledger.db"), alpha, beta).intake()
                .route(Bridge.DELIVERY + "&maxRedeliveries=1", "beta:send").route("direct:back", Bridge.BACK)
                .route(Bridge.BACK, "alpha:send").start();
        try (bridge) {
            bridge.write("c1", "1");
            bridge.awaitState("1", "parked");
            bridge.read(beta.read(beta.write("other", "other")));
            await().until(() -> bridge.flow("beta").delivered() == 1);
        }
    }
}
