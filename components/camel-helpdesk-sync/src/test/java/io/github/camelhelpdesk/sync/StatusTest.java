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

import static io.github.camelhelpdesk.common.ConversationStatus.CLOSED;
import static io.github.camelhelpdesk.common.ConversationStatus.OPEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.SideCapability;
import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.common.model.AuthorType;
import io.github.camelhelpdesk.common.model.Visibility;
import io.github.camelhelpdesk.sync.fake.Bridge;
import io.github.camelhelpdesk.sync.fake.FakeDesk;
import io.github.camelhelpdesk.sync.fake.StatusFeed;

/** A conversation that is closed or opened on one side follows on the other. */
class StatusTest {

    @TempDir
    Path directory;
    private final FakeDesk alpha = new FakeDesk("a");
    private final FakeDesk beta = new FakeDesk("b");
    private final StatusFeed fromAlpha = new StatusFeed(alpha, "direct:in");
    private final StatusFeed fromBeta = new StatusFeed(beta, "direct:back");
    private String copy;

    @BeforeEach
    void capable() {
        alpha.capabilities = Set.of(SideCapability.STATUS);
        beta.capabilities = Set.of(SideCapability.STATUS);
        alpha.settleTime = Duration.ofMillis(50);
        beta.settleTime = Duration.ofMillis(50);
    }

    /** A conversation c1 of alpha with a message, and its copy on beta. */
    private Bridge bridge() throws Exception {
        Bridge bridge = Bridge.twoWay(directory.resolve("ledger.db"), alpha, beta).start();
        if (copy == null) {
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            copy = beta.newest();
        }
        return bridge;
    }

    private static void awaitStatus(FakeDesk desk, String conversation,
            io.github.camelhelpdesk.common.ConversationStatus status) {
        await().atMost(Duration.ofSeconds(30)).until(() -> desk.status(conversation) == status);
    }

    private static void awaitIdle(Bridge bridge) {
        await().atMost(Duration.ofSeconds(30)).until(() -> bridge.flow().pending() + bridge.flow("beta").pending() == 0);
    }

    @Test
    void whatIsClosedHereIsClosedThereAndItsEchoGoesNowhere() throws Exception {
        try (Bridge bridge = bridge()) {
            alpha.change("c1", CLOSED);
            fromAlpha.poll(bridge, "c1");
            awaitStatus(beta, copy, CLOSED);
            fromBeta.poll(bridge, copy);
            awaitIdle(bridge);
            beta.change(copy, OPEN);
            fromBeta.poll(bridge, copy);
            awaitStatus(alpha, "c1", OPEN);
            fromAlpha.poll(bridge, "c1");
            awaitIdle(bridge);
            assertThat(beta.statusCalls).containsExactly(copy + " CLOSED");
            assertThat(alpha.statusCalls).containsExactly("c1 OPEN");
        }
    }

    @Test
    @DisplayName("the status comes behind the messages before it")
    void statusComesBehindTheMessagesBeforeIt() throws Exception {
        try (Bridge bridge = bridge()) {
            AtomicInteger sentAtClosing = new AtomicInteger();
            beta.beforeStatus = conversation -> sentAtClosing.set(beta.calls.size());
            beta.beforeSend = call -> await().atMost(Duration.ofSeconds(30)).until(() -> bridge.flow().pending() >= 3
                    || beta.calls.size() > 2);
            bridge.write("c1", "2", "3");
            alpha.change("c1", CLOSED);
            fromAlpha.poll(bridge, "c1");
            awaitStatus(beta, copy, CLOSED);
            assertThat(sentAtClosing).hasValue(3);
        }
    }

    @Test
    void whatBothHaveDoneCostsNoCall() throws Exception {
        try (Bridge bridge = bridge()) {
            alpha.change("c1", CLOSED);
            beta.change(copy, CLOSED);
            fromBeta.poll(bridge, copy);
            awaitStatus(alpha, "c1", CLOSED);
            fromAlpha.poll(bridge, "c1");
            awaitIdle(bridge);
            assertThat(alpha.statusCalls.size() + beta.statusCalls.size()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    @DisplayName("a status that was taken back before it was delivered is dropped")
    void overtakenStatusIsDropped() throws Exception {
        try (Bridge bridge = bridge()) {
            AtomicInteger failures = new AtomicInteger();
            beta.beforeSend = call -> {
                if (failures.incrementAndGet() == 1) {
                    fromAlpha.tell(bridge, "c1", CLOSED);
                    fromAlpha.tell(bridge, "c1", OPEN);
                }
            };
            bridge.write("c1", "2");
            bridge.awaitDelivered(2);
            awaitIdle(bridge);
            assertThat(beta.statusCalls).isEmpty();
            assertThat(bridge.trace("status").state()).isEqualTo("skipped");
            assertThat(bridge.trace("status").reason()).contains("taken back");
        }
    }

    @Test
    @DisplayName("an echo is known as ours after a restart, too, and before the end of its call was written")
    void echoIsKnownAcrossARestart() throws Exception {
        try (Bridge bridge = bridge()) {
            alpha.change("c1", CLOSED);
            beta.afterStatus = conversation -> {
                fromBeta.poll(bridge, conversation);
                throw new HelpdeskException("time-out", Outcome.UNCLEAR, 0, null, false, null);
            };
            fromAlpha.poll(bridge, "c1");
            await().atMost(Duration.ofSeconds(30)).until(() -> !beta.statusCalls.isEmpty());
        }
        beta.afterStatus = conversation -> {
        };
        try (Bridge bridge = bridge()) {
            awaitIdle(bridge);
            fromBeta.poll(bridge, copy);
            fromAlpha.poll(bridge, "c1");
            awaitIdle(bridge);
            assertThat(alpha.statusCalls).isEmpty();
            assertThat(beta.status(copy)).isEqualTo(CLOSED);
        }
    }

    @Test
    @DisplayName("what people change back before the consumer looks is noticed all the same")
    void changeBackBetweenTwoLooks() throws Exception {
        try (Bridge bridge = bridge()) {
            alpha.change("c1", CLOSED);
            fromAlpha.poll(bridge, "c1");
            awaitStatus(beta, copy, CLOSED);
            beta.change(copy, OPEN);
            fromBeta.poll(bridge, copy);
            awaitStatus(alpha, "c1", OPEN);
            assertThat(beta.statusCalls).hasSize(1);
        }
    }

    @Test
    @DisplayName("what people change back while our call is still being answered follows once, and nothing else does")
    void changeBackBeforeTheAnswer() throws Exception {
        try (Bridge bridge = bridge()) {
            AtomicBoolean isFollowing = new AtomicBoolean();
            beta.afterStatus = conversation -> {
                fromBeta.poll(bridge, conversation);
                beta.change(conversation, OPEN);
                fromBeta.poll(bridge, conversation);
                await().atMost(Duration.ofSeconds(30)).untilTrue(isFollowing);
            };
            alpha.beforeStatus = conversation -> {
                isFollowing.set(true);
                await().atMost(Duration.ofSeconds(30)).until(() -> bridge.flow().pending() == 0);
            };
            alpha.change("c1", CLOSED);
            fromAlpha.poll(bridge, "c1");
            awaitStatus(alpha, "c1", OPEN);
            fromAlpha.poll(bridge, "c1");
            awaitIdle(bridge);
            assertThat(beta.statusCalls).containsExactly(copy + " CLOSED");
            assertThat(alpha.statusCalls).containsExactly("c1 OPEN");
        }
    }

    @Test
    @DisplayName("an answer about a status that is overtaken on its way by what the consumer tells changes nothing")
    void overtakenAnswerToACheck() throws Exception {
        try (Bridge bridge = bridge()) {
            AtomicInteger answers = new AtomicInteger();
            beta.afterAskedStatus = conversation -> {
                if (answers.incrementAndGet() == 1) {
                    fromBeta.poll(bridge, conversation);
                    beta.change(conversation, OPEN);
                    fromBeta.poll(bridge, conversation);
                    awaitStatus(alpha, "c1", OPEN);
                    awaitIdle(bridge);
                }
            };
            alpha.change("c1", CLOSED);
            fromAlpha.poll(bridge, "c1");
            await().atMost(Duration.ofSeconds(30)).until(() -> answers.get() >= 2);
            awaitIdle(bridge);
            assertThat(beta.statusCalls).containsExactly(copy + " CLOSED");
            assertThat(alpha.statusCalls).containsExactly("c1 OPEN");
        }
    }

    @Test
    @DisplayName("a conversation that is opened for a message of before the closing is closed behind it")
    void closedBeforeItsFirstMessageIsRead() throws Exception {
        try (Bridge bridge = bridge()) {
            alpha.change("late", CLOSED);
            fromAlpha.poll(bridge, "late");
            awaitIdle(bridge);
            bridge.write("late", "2");
            bridge.awaitState("status", 2, "confirmed");
            assertThat(beta.statusCalls).containsExactly(beta.newest() + " CLOSED");
            assertThat(alpha.statusCalls).isEmpty();
        }
    }

    @Test
    @DisplayName("what a check finds that the other side has told already is agreed on")
    void checkThatFindsWhatTheOtherSideHasToldAlready() throws Exception {
        try (Bridge bridge = bridge()) {
            alpha.change("c1", CLOSED);
            fromAlpha.poll(bridge, "c1");
            awaitStatus(beta, copy, CLOSED);
            awaitIdle(bridge);
            AtomicInteger answers = new AtomicInteger();
            beta.beforeSend = call -> {
                alpha.change("c1", OPEN);
                fromAlpha.poll(bridge, "c1");
                beta.change(copy, OPEN);
                beta.afterAskedStatus = conversation -> answers.incrementAndGet();
                // The first may be of before, and what the second one says is written when there is a third.
                await().atMost(Duration.ofSeconds(30)).until(() -> answers.get() >= 3);
            };
            bridge.write(Bridge.message("c1", "2").createdAt(Instant.now().plusSeconds(60)).build());
            bridge.awaitState("2", "confirmed");
            awaitIdle(bridge);
            fromBeta.tell(bridge, copy, CLOSED);
            awaitStatus(alpha, "c1", CLOSED);
            assertThat(alpha.statusCalls).containsExactly("c1 CLOSED");
            assertThat(beta.statusCalls).containsExactly(copy + " CLOSED");
        }
    }

    /** As an incoming message opens a conversation at Chatwoot, and any message at Acquire, where it makes a new case. */
    private void closeBothWhereACopyOpensTheTarget(Bridge bridge) throws Exception {
        alpha.change("c1", CLOSED);
        fromAlpha.poll(bridge, "c1");
        awaitStatus(beta, copy, CLOSED);
        fromBeta.poll(bridge, copy);
        beta.afterSend = call -> {
            beta.change(copy, OPEN);
            fromBeta.poll(bridge, copy);
        };
    }

    private void awaitBothClosedBehindTheCopy(Bridge bridge) throws Exception {
        await().atMost(Duration.ofSeconds(30)).until(() -> beta.calls.size() == 2 && beta.statusCalls.size() >= 2);
        awaitStatus(beta, copy, CLOSED);
        fromBeta.poll(bridge, copy);
        awaitIdle(bridge);
        assertThat(beta.status(copy)).isEqualTo(CLOSED);
        assertThat(alpha.statusCalls).isEmpty();
    }

    @Test
    @DisplayName("a message of before the closing that is read behind it opens neither side")
    void messageReadBehindTheClosing() throws Exception {
        try (Bridge bridge = bridge()) {
            closeBothWhereACopyOpensTheTarget(bridge);
            bridge.write("c1", "2");
            awaitBothClosedBehindTheCopy(bridge);
        }
    }

    @ParameterizedTest
    @EnumSource(value = AuthorType.class, names = { "SYSTEM", "AGENT" })
    @DisplayName("what is noted after the closing opens neither side, though the target opens for any message")
    void noteBehindTheClosing(AuthorType author) throws Exception {
        try (Bridge bridge = bridge()) {
            closeBothWhereACopyOpensTheTarget(bridge);
            bridge.write(Bridge.message("c1", "2").createdAt(Instant.now().plusSeconds(60))
                    .author(new Author(author, "7", "Mia", null, null))
                    .visibility(author == AuthorType.SYSTEM ? Visibility.PUBLIC : Visibility.PRIVATE).build());
            awaitBothClosedBehindTheCopy(bridge);
        }
    }

    @ParameterizedTest(name = "it is known when: {0}")
    @ValueSource(booleans = { true, false })
    @DisplayName("a customer who writes again opens both sides")
    void customerWhoWritesAgainOpensBothSides(boolean isKnownWhen) throws Exception {
        try (Bridge bridge = bridge()) {
            alpha.change("c1", CLOSED);
            fromAlpha.poll(bridge, "c1");
            awaitStatus(beta, copy, CLOSED);
            fromBeta.poll(bridge, copy);
            beta.afterSend = call -> beta.change(copy, OPEN);
            alpha.change("c1", OPEN);
            bridge.write(Bridge.message("c1", "2").createdAt(isKnownWhen ? Instant.now().plusSeconds(1) : null).build());
            await().atMost(Duration.ofSeconds(30)).until(() -> beta.calls.size() == 2);
            awaitIdle(bridge);
            fromBeta.poll(bridge, copy);
            fromAlpha.poll(bridge, "c1");
            awaitIdle(bridge);
            assertThat(beta.status(copy)).isEqualTo(OPEN);
            assertThat(alpha.status("c1")).isEqualTo(OPEN);
            // It may be opened too: the bridge looks for itself, and may see that the other side is open.
            assertThat(beta.statusCalls).filteredOn((copy + " CLOSED")::equals).hasSize(1);
            assertThat(alpha.statusCalls).doesNotContain("c1 CLOSED");
        }
    }

    @Test
    @DisplayName("what is noted in an open conversation closes and opens nothing")
    void noteInAnOpenConversation() throws Exception {
        try (Bridge bridge = bridge()) {
            bridge.write(Bridge.message("c1", "2").visibility(Visibility.PRIVATE).build());
            await().atMost(Duration.ofSeconds(30)).until(() -> beta.calls.size() == 2);
            awaitIdle(bridge);
            assertThat(bridge.flow().received()).as("messages, and no change of the status").isEqualTo(2);
            assertThat(beta.statusCalls).isEmpty();
            assertThat(alpha.statusCalls).isEmpty();
        }
    }

    @Test
    void aTargetThatCannotIsReported() throws Exception {
        beta.capabilities = Set.of();
        try (Bridge bridge = bridge()) {
            fromAlpha.tell(bridge, "c1", CLOSED);
            awaitIdle(bridge);
            assertThat(bridge.trace("status").state()).isEqualTo("skipped");
            assertThat(bridge.trace("status").reason()).contains("cannot close or open a conversation");
            assertThat(beta.statusCalls).isEmpty();
            bridge.write("c1", "2");
            bridge.awaitDelivered(2);
        }
    }

    @Test
    void aConversationWithoutACopyIsNotOpenedForItsStatus() throws Exception {
        try (Bridge bridge = bridge()) {
            fromAlpha.tell(bridge, "other", OPEN);
            fromAlpha.tell(bridge, "other", CLOSED);
            awaitIdle(bridge);
            assertThat(beta.requests).hasSize(1);
            assertThat(bridge.trace("status").reason()).contains("has none on the target");
        }
    }

    @Test
    void failuresAreRepeated() throws Exception {
        try (Bridge bridge = bridge()) {
            AtomicInteger calls = new AtomicInteger();
            beta.beforeStatus = conversation -> {
                if (calls.incrementAndGet() < 3) {
                    throw new HelpdeskException("503", Outcome.UNCLEAR, 503, null, true, null);
                }
            };
            alpha.change("c1", CLOSED);
            fromAlpha.poll(bridge, "c1");
            awaitStatus(beta, copy, CLOSED);
        }
    }
}
