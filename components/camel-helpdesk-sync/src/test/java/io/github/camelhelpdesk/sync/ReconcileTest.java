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
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.NotSentException;
import io.github.camelhelpdesk.common.SideCapability;
import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.common.model.AuthorType;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.Visibility;
import io.github.camelhelpdesk.sync.desk.DeskException;
import io.github.camelhelpdesk.sync.desk.Reconciling;
import io.github.camelhelpdesk.sync.fake.Bridge;
import io.github.camelhelpdesk.sync.fake.FakeDesk;
import io.github.camelhelpdesk.sync.reconcile.ConversationFindings;
import io.github.camelhelpdesk.sync.reconcile.Finding;
import io.github.camelhelpdesk.sync.reconcile.Patience;
import io.github.camelhelpdesk.sync.reconcile.Reconciliation;

class ReconcileTest {

    private static final Duration AT_ONCE = Duration.ofMillis(10);

    @TempDir
    Path directory;

    private final FakeDesk alpha = new FakeDesk("a");
    private final FakeDesk beta = new FakeDesk("b");

    private Bridge running(Patience patience) throws Exception {
        return new Bridge(directory.resolve("ledger.db"), alpha, beta).set(sync -> sync.setPatience(patience)).intake()
                .route("alpha:read", Bridge.INTAKE).route(Bridge.DELIVERY + "&onFinalFailure=goOn", "beta:send").start();
    }

    private Bridge running() throws Exception {
        return running(new Patience(Duration.ZERO, Duration.ofMinutes(15), AT_ONCE, Duration.ofSeconds(3)));
    }

    private static HelpdeskMessage message(String conversation, String id, int minute) {
        return Bridge.message(conversation, id).createdAt(Instant.parse("2026-11-20T10:00:00Z").plusSeconds(60L * minute))
                .build();
    }

    /** Somebody writes at alpha, and the consumer reads it. */
    private void cross(Bridge bridge, HelpdeskMessage... messages) {
        for (HelpdeskMessage message : messages) {
            alpha.written.add(message);
            bridge.write(message);
        }
    }

    private static Reconciling reconciling(Bridge bridge) {
        return bridge.sync().desk().link("link").reconciling();
    }

    private static Reconciliation reconciled(Bridge bridge, boolean repair) {
        reconciling(bridge).start(repair);
        return ended(bridge);
    }

    private static Reconciliation ended(Bridge bridge) {
        await().atMost(Duration.ofSeconds(20)).until(() -> reconciling(bridge).last().orElseThrow().endedAt() != null);
        return reconciling(bridge).last().orElseThrow();
    }

    private static void assertFound(Reconciliation reconciliation, String conversation, Map<Finding, List<String>> findings) {
        assertThat(reconciliation.state()).as(reconciliation.error()).isEqualTo("done");
        assertThat(reconciliation.conversations()).singleElement().satisfies(found -> {
            assertThat(found).extracting(ConversationFindings::source, ConversationFindings::target,
                    ConversationFindings::sourceConversationId).containsExactly("alpha", "beta", conversation);
            assertThat(found.findings()).isEqualTo(findings);
        });
        findings.forEach((finding, ids) -> assertThat(reconciliation.findings()).containsEntry(finding, (long) ids.size()));
    }

    @Test
    void nothingIsFoundWhereAllHasCrossed() throws Exception {
        try (Bridge bridge = running()) {
            cross(bridge, message("c1", "1", 0), message("c1", "2", 1), message("c2", "3", 2));
            bridge.awaitDelivered(3);
            Reconciliation done = reconciled(bridge, false);
            assertThat(done).extracting(Reconciliation::state, Reconciliation::conversationsDone,
                    Reconciliation::conversationsTotal, Reconciliation::secondsLeft).containsExactly("done", 2L, 2L, 0L);
            assertThat(done.findings().values()).containsOnly(0L);
            assertThat(done.conversations()).isEmpty();
        }
    }

    @Test
    @DisplayName("L14: what is missing is counted per conversation, and only a repair brings it")
    void l14MissingMessagesAreCountedPerConversationAndRepaired() throws Exception {
        try (Bridge bridge = running()) {
            cross(bridge, message("c1", "1", 0), message("c2", "x", 0));
            alpha.written.add(message("c1", "lost1", 1));
            cross(bridge, message("c1", "2", 2));
            alpha.written.add(message("c1", "lost2", 3));
            bridge.awaitDelivered(3);
            Reconciliation readOnly = reconciled(bridge, false);
            assertFound(readOnly, "c1", Map.of(Finding.missing, List.of("lost1", "lost2")));
            assertThat(readOnly.conversations().get(0).targetConversationId()).startsWith("b-c");
            assertThat(bridge.flow().received()).as("a comparison changes nothing").isEqualTo(3);
            Reconciliation repaired = reconciled(bridge, true);
            assertThat(repaired).extracting(Reconciliation::readAgain, Reconciliation::repaired).containsExactly(2L, 2L);
            bridge.awaitDelivered(5);
            assertThat(beta.texts()).containsExactlyInAnyOrder("1", "x", "2", "lost1", "lost2");
            assertThat(reconciled(bridge, false).conversations()).isEmpty();
        }
    }

    @Test
    void copyThatIsDeletedWithItsOriginalDuringTheComparisonIsNotMissed() throws Exception {
        beta.capabilities = Set.of(SideCapability.DELETE);
        try (Bridge bridge = running()) {
            cross(bridge, message("c1", "1", 0), message("c1", "2", 1));
            bridge.awaitDelivered(2);
            beta.beforeList = conversation -> {
                bridge.update(message("c1", "1", 0).toBuilder().deleted(true).build());
                bridge.awaitDelivered(3);
            };
            assertThat(reconciled(bridge, false).conversations()).isEmpty();
            assertThat(beta.texts()).containsExactly("2");
        }
    }

    @Test
    void whatWasNeverMeantToCrossIsNotMissing() throws Exception {
        try (Bridge bridge = running()) {
            alpha.written.add(message("c1", "older than the link", -1));
            cross(bridge, message("c1", "1", 0));
            bridge.awaitDelivered(1);
            alpha.written.add(message("c1", "private", 1).toBuilder().visibility(Visibility.PRIVATE).build());
            alpha.written.add(message("c1", "bot", 1).toBuilder()
                    .author(new Author(AuthorType.BOT, "b", null, null, null)).build());
            alpha.written.add(message("c1", "withdrawn", 1).toBuilder().deleted(true).build());
            alpha.written.add(message("c1", "echo", 1).toBuilder().marker("hd1.link.0123456789.01234567890123456789.r0.1of1")
                    .build());
            assertThat(reconciled(bridge, false).conversations()).isEmpty();
        }
    }

    @Test
    void whatIsYoungMayBeOnItsWay() throws Exception {
        try (Bridge bridge = running(new Patience(Duration.ofMinutes(1), Duration.ofMinutes(15), AT_ONCE, AT_ONCE))) {
            cross(bridge, message("c1", "1", 0));
            bridge.awaitDelivered(1);
            alpha.written.add(Bridge.message("c1", "young").createdAt(Instant.now()).build());
            assertThat(reconciled(bridge, false).conversations()).isEmpty();
        }
    }

    @Test
    @DisplayName("L14: an edit or a deletion that moved no conversation is found")
    void l14EditsAndDeletionsThatNobodySawAreFound() throws Exception {
        try (Bridge bridge = running()) {
            cross(bridge, message("c1", "edited", 0), message("c1", "deleted", 1), message("c1", "same", 2));
            bridge.awaitDelivered(3);
            alpha.written.set(0, alpha.written.get(0).toBuilder().text("other").build());
            alpha.written.set(1, alpha.written.get(1).toBuilder().text("").deleted(true).build());
            assertFound(reconciled(bridge, false), "c1", Map.of(Finding.diverged, List.of("edited", "deleted")));
        }
    }

    @Test
    void copiesThatAreGoneOrThereTwiceAreFoundAndLeftAlone() throws Exception {
        try (Bridge bridge = running()) {
            cross(bridge, message("c1", "1", 0), message("c1", "2", 1));
            bridge.awaitDelivered(2);
            FakeDesk.Call second = beta.callsFor("2").get(0);
            beta.remove(second.conversation(), bridge.trace("1").targetIds().get(0));
            String doubled = beta.store(second, false);
            Reconciliation done = reconciled(bridge, true);
            assertFound(done, "c1", Map.of(Finding.removedThere, bridge.trace("1").targetIds(),
                    Finding.doubledThere, List.of(doubled)));
            assertThat(done.readAgain()).isZero();
            assertThat(beta.texts()).containsExactly("2", "2");
        }
    }

    @Test
    void unendedMessagesAreListedAndNeverTouched() throws Exception {
        beta.beforeSend = call -> {
            throw call.text().equals("parked") ? new HelpdeskException("413", Outcome.REFUSED, 413, null, false, null)
                    : new NotSentException("no connection", 0, null, null);
        };
        try (Bridge bridge = running(new Patience(Duration.ZERO, Duration.ZERO, AT_ONCE, AT_ONCE))) {
            cross(bridge, message("c1", "parked", 0));
            bridge.awaitState("parked", "parked");
            cross(bridge, message("c1", "waits", 1));
            Reconciliation done = reconciled(bridge, true);
            assertFound(done, "c1", Map.of(Finding.parked, List.of("parked"), Finding.unconfirmed, List.of("waits")));
            assertThat(done.readAgain()).isZero();
            assertThat(bridge.trace("parked").state()).isEqualTo("parked");
        }
    }

    @Test
    void vanishedConversationIsAFindingAndTheOthersAreCompared() throws Exception {
        try (Bridge bridge = running()) {
            cross(bridge, message("c1", "1", 0), message("c2", "2", 0));
            bridge.awaitDelivered(2);
            alpha.beforeList = conversation -> {
                if (conversation.equals("c1")) {
                    throw new HelpdeskException("404", Outcome.REFUSED, 404, null, false, null);
                }
            };
            Reconciliation done = reconciled(bridge, false);
            assertFound(done, "c1", Map.of(Finding.gone, List.of("alpha c1")));
            assertThat(done.conversationsDone()).isEqualTo(2);
        }
    }

    @Test
    void troubleOfTheAccountIsWaitedForAndToldMeanwhile() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        CountDownLatch seen = new CountDownLatch(1);
        alpha.beforeList = conversation -> {
            int call = calls.incrementAndGet();
            if (call == 8) {
                awaitQuietly(seen);
            }
            if (call <= 8) {
                throw new HelpdeskException("The provider answered 401", Outcome.REFUSED, 401, null, true, null);
            }
        };
        try (Bridge bridge = running()) {
            cross(bridge, message("c1", "1", 0));
            bridge.awaitDelivered(1);
            Reconciliation started = reconciling(bridge).start(false);
            assertThat(started.state()).isEqualTo("running");
            await().until(() -> calls.get() == 8);
            assertThat(reconciling(bridge).last().orElseThrow().waitsFor()).contains("401");
            seen.countDown();
            assertThat(ended(bridge)).extracting(Reconciliation::state, Reconciliation::waitsFor,
                    Reconciliation::conversationsDone).containsExactly("done", null, 1L);
        }
    }

    @Test
    void conversationThatTheServerNeverAnswersForIsPassedOver() throws Exception {
        alpha.beforeList = conversation -> {
            if (conversation.equals("c1")) {
                throw new HelpdeskException("The provider answered 500", Outcome.UNCLEAR, 500, null, true, null);
            }
        };
        try (Bridge bridge = running()) {
            cross(bridge, message("c1", "1", 0), message("c2", "2", 0));
            bridge.awaitDelivered(2);
            Reconciliation done = reconciled(bridge, false);
            assertFound(done, "c1", Map.of(Finding.notCompared, List.of("The provider answered 500")));
            assertThat(done.conversationsDone()).isEqualTo(2);
        }
    }

    @Test
    void secondStartIsRefusedAndACancelledOneEnds() throws Exception {
        alpha.beforeList = conversation -> {
            throw new HelpdeskException("429", Outcome.NOT_SENT, 429, Duration.ofMinutes(10), true, null);
        };
        try (Bridge bridge = running()) {
            cross(bridge, message("c1", "1", 0));
            assertThat(reconciling(bridge).last()).isEmpty();
            assertThatThrownBy(() -> reconciling(bridge).cancel()).isInstanceOf(DeskException.class);
            reconciling(bridge).start(false);
            assertThatThrownBy(() -> reconciling(bridge).start(false)).isInstanceOf(DeskException.class)
                    .hasMessageContaining("already");
            reconciling(bridge).cancel();
            assertThat(ended(bridge).state()).isEqualTo("cancelled");
            alpha.beforeList = conversation -> {
            };
            assertThat(reconciled(bridge, false).state()).isEqualTo("done");
        }
    }

    @Test
    void repairWithoutARunningRouteIsRefused() throws Exception {
        try (Bridge bridge = Bridge.running(directory.resolve("ledger.db"), alpha, beta)) {
            bridge.write("c1", "1");
            assertThatThrownBy(() -> reconciling(bridge).start(true)).isInstanceOf(DeskException.class)
                    .hasMessageContaining("No running route").hasMessageContaining("alpha");
            assertThat(reconciled(bridge, false).state()).isEqualTo("done");
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
