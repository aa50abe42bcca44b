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
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.camelhelpdesk.common.ConversationRequest;
import io.github.camelhelpdesk.common.ConversationStatus;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.NotSentException;
import io.github.camelhelpdesk.common.SideCapability;
import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.common.model.AuthorType;
import io.github.camelhelpdesk.sync.desk.DeskException;
import io.github.camelhelpdesk.sync.fake.Bridge;
import io.github.camelhelpdesk.sync.fake.FakeDesk;
import io.github.camelhelpdesk.sync.fake.StatusFeed;
import io.github.camelhelpdesk.sync.view.ImportReport;

class ImportTest {

    private static final Instant WRITTEN = Instant.parse("2024-03-01T12:00:30Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CONVERSATIONS = 4;
    private static final int MESSAGES = 12;

    @TempDir
    Path directory;

    private final FakeDesk alpha = new FakeDesk("a");
    private final FakeDesk beta = new FakeDesk("b");
    private final AtomicInteger readings = new AtomicInteger();

    @BeforeEach
    void writeTheHistory() {
        beta.capabilities = Set.of(SideCapability.STATUS);
        alpha.beforeReread = readings::incrementAndGet;
        IntStream.range(0, MESSAGES).forEach(i -> alpha.written.add(
                Bridge.message("c" + i % CONVERSATIONS, "m" + i).createdAt(WRITTEN.plusSeconds(60L * i)).build()));
    }

    private Path ledger() {
        return directory.resolve("ledger.db");
    }

    private Bridge importing(Path ledger, String moreOptions) throws Exception {
        return new Bridge(ledger, alpha, beta).intake().route("alpha:read", Bridge.INTAKE)
                .route(Bridge.DELIVERY + "&importHistory=true" + moreOptions, "beta:send").start();
    }

    private List<String> closed() {
        return beta.conversations().stream().filter(each -> beta.status(each) == ConversationStatus.CLOSED).toList();
    }

    private void openAll() {
        beta.conversations().forEach(each -> beta.change(each, ConversationStatus.OPEN));
    }

    private static ImportReport report(Bridge bridge) {
        return bridge.sync().desk().link("link").importing().all().get(0);
    }

    private static ImportReport ended(Bridge bridge) {
        await().atMost(PATIENCE).until(() -> report(bridge).state().equals("done"));
        return report(bridge);
    }

    private void assertAllImported(ImportReport report) {
        assertEachOnce();
        assertThat(closed()).containsExactlyInAnyOrderElementsOf(beta.conversations());
        assertThat(report.reconciled()).isTrue();
        assertThat(report.messages().read()).isEqualTo(MESSAGES);
        assertThat(report.messages().imported()).isEqualTo(MESSAGES);
        assertThat(report.conversations().read()).isEqualTo(CONVERSATIONS);
        assertThat(report.conversations().imported()).isEqualTo(CONVERSATIONS);
        assertThat(report.conversations().closed()).isEqualTo(CONVERSATIONS);
        assertThat(report.conversations().notClosed()).isZero();
    }

    @Test
    void historyIsFiledInSilenceWithItsTimesAndEveryConversationIsClosed() throws Exception {
        try (Bridge bridge = importing(ledger(), "")) {
            assertAllImported(ended(bridge));
            assertThat(beta.silent).hasSize(MESSAGES);
            assertThat(beta.requests).allMatch(ConversationRequest::silent);
            assertThat(beta.callsFor("m0")).singleElement().extracting(FakeDesk.Call::prefix)
                    .isEqualTo("Mina (2024-03-01 12:00 UTC): ");
            assertThat(report(bridge).messages().byAuthor()).isEqualTo(Map.of("customer", (long) MESSAGES));
        }
    }

    @Test
    void aSecondStartImportsNothingAnewAndKeepsTheReport() throws Exception {
        ImportReport first;
        try (Bridge bridge = importing(ledger(), "")) {
            first = ended(bridge);
        }
        int calls = beta.calls.size();
        openAll();
        try (Bridge bridge = importing(ledger(), "")) {
            bridge.write("c9", "written since");
            await().atMost(PATIENCE).until(() -> closed().contains(beta.newest()));
            assertThat(closed()).as("what was closed before is left alone").hasSize(1);
            assertThat(report(bridge).endedAt()).isEqualTo(first.endedAt());
            assertThat(report(bridge).messages().imported()).isEqualTo(MESSAGES + 1);
        }
        assertThat(beta.calls).hasSize(calls + 1);
        assertThat(readings).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({ "reading, 1", "opened, 2", "sending, 3", "sent, 1", "sent, 7", "sent, 12", "closing, 1", "closing, 3",
            "closed, 1", "closed, 4" })
    void afterAPowerCutTheImportGoesOn(String where, int count) throws Exception {
        AtomicBoolean off = new AtomicBoolean();
        AtomicReference<Path> left = new AtomicReference<>();
        AtomicInteger remaining = new AtomicInteger(count);
        Runnable cut = () -> cut(off, left, remaining);
        beta.beforeOpen = () -> stopIf(off);
        beta.afterOpen = at("opened", where, cut);
        Runnable sending = at("sending", where, cut);
        beta.beforeSend = call -> {
            stopIf(off);
            sending.run();
        };
        Runnable sent = at("sent", where, cut);
        beta.afterSend = call -> sent.run();
        Runnable closing = at("closing", where, cut);
        beta.beforeStatus = conversation -> {
            stopIf(off);
            closing.run();
        };
        Runnable closed = at("closed", where, cut);
        beta.afterStatus = conversation -> closed.run();
        Runnable reading = at("reading", where, cut);
        alpha.beforeReread = () -> {
            readings.incrementAndGet();
            reading.run();
        };
        try (Bridge bridge = importing(ledger(), "")) {
            await().atMost(PATIENCE).until(() -> left.get() != null);
        }
        calm();
        try (Bridge bridge = importing(left.get(), "")) {
            assertAllImported(ended(bridge));
        }
    }

    @Test
    void noteOfTheTargetInAConversationThatAPowerCutLeftIsNoOtherImport() throws Exception {
        AtomicBoolean off = new AtomicBoolean();
        AtomicReference<Path> left = new AtomicReference<>();
        AtomicInteger remaining = new AtomicInteger(1);
        beta.beforeOpen = () -> stopIf(off);
        beta.afterOpen = () -> {
            beta.written.add(Bridge.message(beta.newest(), "note").text("Given to Ann").author(
                    new Author(AuthorType.SYSTEM, null, null, null, null)).build());
            cut(off, left, remaining);
        };
        try (Bridge bridge = importing(ledger(), "")) {
            await().atMost(PATIENCE).until(() -> left.get() != null);
        }
        calm();
        try (Bridge bridge = importing(left.get(), "")) {
            assertAllImported(ended(bridge));
        }
    }

    private static Runnable at(String point, String where, Runnable cut) {
        return point.equals(where) ? cut : () -> {
        };
    }

    private void cut(AtomicBoolean off, AtomicReference<Path> left, AtomicInteger count) {
        if (count.decrementAndGet() == 0) {
            try {
                off.set(true);
                left.set(Bridge.powerCut(ledger()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        stopIf(off);
    }

    private static void stopIf(AtomicBoolean off) {
        if (off.get()) {
            throw new NotSentException("The power is off", 0, null, null);
        }
    }

    private void calm() {
        beta.beforeOpen = () -> {
        };
        beta.afterOpen = beta.beforeOpen;
        beta.beforeSend = call -> {
        };
        beta.afterSend = beta.beforeSend;
        beta.beforeStatus = conversation -> {
        };
        beta.afterStatus = beta.beforeStatus;
        alpha.beforeReread = readings::incrementAndGet;
    }

    @Test
    void aDryRunWritesNothingAndARealRunImportsEverythingAfterwards() throws Exception {
        alpha.written.add(Bridge.message("c0", "with files").attachments(List.of(
                new Attachment("f1", "a.txt", "https://files.example/1", "text/plain", 3L),
                new Attachment("f2", "b.txt", "https://files.example/2", "text/plain", 3L))).build());
        try (Bridge bridge = importing(ledger(), "&dryRun=true")) {
            bridge.unreadable("c8", "odd", false);
            ImportReport dry = ended(bridge);
            assertThat(dry.dryRun()).isTrue();
            assertThat(dry.reconciled()).isTrue();
            assertThat(dry.messages().read()).isEqualTo(MESSAGES + 2);
            assertThat(dry.messages().toImport()).isEqualTo(MESSAGES + 1);
            assertThat(dry.messages().unreadable()).isEqualTo(1);
            assertThat(dry.messages().attachments()).isEqualTo(2);
            assertThat(dry.conversations().toImport()).isEqualTo(CONVERSATIONS + 1);
            assertThat(bridge.flow().received()).isZero();
        }
        assertThat(beta.calls).isEmpty();
        assertThat(beta.requests).isEmpty();
        alpha.written.removeIf(message -> message.id().equals("with files"));
        try (Bridge bridge = importing(ledger(), "")) {
            assertAllImported(ended(bridge));
        }
    }

    @Test
    void countsAgreeWithParkedUnreadableLeftOutAndKnownMessages() throws Exception {
        beta.beforeSend = call -> {
            if (call.text().equals("m5")) {
                throw new HelpdeskException("Refused", Outcome.REFUSED, 422, null, false, null);
            }
        };
        alpha.written.add(Bridge.message("c0", "by an agent")
                .author(new Author(AuthorType.AGENT, "x", "Ann", null, null)).build());
        alpha.written.add(Bridge.message("c6", "gone").deleted(true).build());
        try (Bridge live = Bridge.running(ledger(), alpha, beta)) {
            live.write(alpha.written.get(0));
            live.awaitDelivered(1);
        }
        try (Bridge bridge = importing(ledger(), "")) {
            bridge.unreadable("c7", "odd", false);
            ImportReport report = ended(bridge);
            assertThat(report.reconciled()).isTrue();
            var messages = report.messages();
            assertThat(List.of(messages.alreadyThere(), messages.parked(), messages.unreadable(), messages.pending()))
                    .containsExactly(1L, 1L, 1L, 1L);
            assertThat(messages.leftOut()).isEqualTo(Map.of("agent", 1L, "deleted", 1L));
            assertThat(messages.imported()).isEqualTo(MESSAGES - 3);
            assertThat(messages.read()).isEqualTo(MESSAGES + 3).isEqualTo(messages.imported() + messages.alreadyThere() + 2
                    + messages.parked() + messages.unreadable() + messages.pending());
            var conversations = report.conversations();
            assertThat(conversations.read()).isEqualTo(CONVERSATIONS + 2).isEqualTo(conversations.imported()
                    + conversations.alreadyThere() + conversations.waiting() + conversations.leftOut());
            assertThat(closed()).hasSize(CONVERSATIONS);

            openAll();
            beta.beforeSend = call -> {
            };
            bridge.sync().desk().link("link").parking().replayAll(null, null);
            await().atMost(PATIENCE).until(() -> closed().size() == 1);
            assertThat(report(bridge).messages().imported()).isEqualTo(MESSAGES - 1);
            assertThat(report(bridge).messages().unreadable()).isEqualTo(1);
        }
    }

    @Test
    void anImportThatWaitsBehindAParkedMessageSaysForWhat() throws Exception {
        beta.beforeSend = call -> {
            if (call.text().equals("m1")) {
                throw new HelpdeskException("Refused", Outcome.REFUSED, 422, null, false, null);
            }
        };
        try (LoggedLines lines = LoggedLines.of("io.github.camelhelpdesk.sync.imports.ImportJob");
                Bridge bridge = importing(ledger(), "")) {
            assertThat(ended(bridge).messages().pending()).isEqualTo(2);
            await().atMost(PATIENCE).until(() -> lines.warnings().stream().anyMatch(line -> line.contains(
                    "waits: 2 messages wait behind 1 parked ones in 1 conversations")));
            beta.beforeSend = call -> {
            };
            bridge.sync().desk().link("link").parking().replayAll(null, null);
            await().atMost(PATIENCE).until(() -> report(bridge).conversations().closed() == CONVERSATIONS);
            assertAllImported(report(bridge));
        }
    }

    @Test
    void conversationThatAReplayedMessageHasOpenedIsClosedAgain() throws Exception {
        beta.beforeSend = call -> {
            if (call.text().equals("m1")) {
                throw new HelpdeskException("Refused", Outcome.REFUSED, 422, null, false, null);
            }
        };
        try (Bridge bridge = importing(ledger(), "&onFinalFailure=goOn")) {
            assertThat(ended(bridge).messages().parked()).isEqualTo(1);
            assertThat(closed()).hasSize(CONVERSATIONS);
            beta.beforeSend = call -> beta.change(call.conversation(), ConversationStatus.OPEN);
            bridge.sync().desk().link("link").parking().replayAll(null, null);
            bridge.awaitDelivered(MESSAGES);
            await().atMost(PATIENCE).until(() -> closed().size() == CONVERSATIONS);
            assertThat(beta.statusCalls).hasSize(CONVERSATIONS + 1);
        }
    }

    @Test
    void aTargetThatTellsSomebodyIsNotImportedInto() throws Exception {
        beta.checkSilent = () -> {
            throw new IllegalArgumentException("Turn the greeting off");
        };
        assertThatThrownBy(() -> importing(ledger(), "")).hasStackTraceContaining("Turn the greeting off");
        assertThat(beta.calls).isEmpty();
        assertThatCode(() -> Bridge.running(directory.resolve("other.db"), alpha, beta).close()).doesNotThrowAnyException();
    }

    @Test
    void aConversationThatCannotBeClosedIsReportedAndOneThatIsGoneCountsAsClosed() throws Exception {
        AtomicReference<String> refused = new AtomicReference<>();
        AtomicReference<String> gone = new AtomicReference<>();
        beta.beforeStatus = conversation -> {
            boolean isRefused = refused.compareAndSet(null, conversation) || conversation.equals(refused.get());
            boolean isGone = !isRefused && (gone.compareAndSet(null, conversation) || conversation.equals(gone.get()));
            if (isRefused || isGone) {
                throw new HelpdeskException("No", Outcome.REFUSED, isGone ? 404 : 422, null, false, null);
            }
        };
        try (Bridge bridge = importing(ledger(), "")) {
            assertThat(ended(bridge).conversations().notClosed()).isEqualTo(1);
            assertThat(report(bridge).conversations().closed()).isEqualTo(CONVERSATIONS - 1);
            assertThat(closed()).hasSize(CONVERSATIONS - 2);
        }
    }

    @Test
    void troubleOfTheAccountDelaysTheClosingOnly() throws Exception {
        AtomicInteger troubles = new AtomicInteger(2);
        beta.beforeStatus = conversation -> {
            if (troubles.getAndDecrement() > 0) {
                throw new HelpdeskException("Busy", Outcome.REFUSED, 429, Duration.ofMillis(100), true, null);
            }
        };
        try (Bridge bridge = importing(ledger(), "")) {
            assertAllImported(ended(bridge));
        }
    }

    @Test
    @DisplayName("D12: two imports of one history at once, each with a ledger of its own, write each message once")
    void d12TwoImportsFromTwoLedgersWriteEachMessageOnce() throws Exception {
        try (Bridge one = importing(ledger(), "");
                Bridge other = importing(directory.resolve("other.db"), "")) {
            ImportReport first = ended(one);
            ImportReport second = ended(other);
            assertEachOnce();
            assertThat(closed()).containsExactlyInAnyOrderElementsOf(beta.conversations());
            for (ImportReport report : List.of(first, second)) {
                assertThat(report.reconciled()).as(report.toString()).isTrue();
                assertThat(report.messages().read()).isEqualTo(MESSAGES)
                        .isEqualTo(report.messages().imported() + report.messages().alreadyThere());
                assertThat(report.conversations().read()).isEqualTo(CONVERSATIONS)
                        .isEqualTo(report.conversations().imported() + report.conversations().alreadyThere());
            }
            assertThat(first.messages().imported() + second.messages().imported()).isEqualTo(MESSAGES);
        }
    }

    @Test
    @DisplayName("D12: an import whose ledger is lost is taken up by another one when somebody says so")
    void d12LostLedger() throws Exception {
        AtomicBoolean off = new AtomicBoolean();
        beta.afterSend = call -> off.set(beta.all().size() >= 5);
        beta.beforeSend = call -> stopIf(off);
        try (Bridge lost = importing(ledger(), "")) {
            await().atMost(PATIENCE).until(off::get);
        }
        calm();
        try (Bridge waiting = importing(directory.resolve("other.db"), "")) {
            await().atMost(PATIENCE).until(() -> report(waiting).messages().pending() > 0
                    && report(waiting).messages().alreadyThere() > 0);
        }
        try (Bridge bridge = importing(directory.resolve("other.db"), "&onUnknown=resend")) {
            ImportReport report = ended(bridge);
            assertEachOnce();
            assertThat(report.reconciled()).isTrue();
            assertThat(report.messages().imported() + report.messages().alreadyThere()).isEqualTo(MESSAGES);
        }
    }

    private void assertEachOnce() {
        assertThat(beta.textsByConversation()).containsExactlyInAnyOrder(List.of("m0", "m4", "m8"),
                List.of("m1", "m5", "m9"), List.of("m2", "m6", "m10"), List.of("m3", "m7", "m11"));
    }

    /** With both directions, whose statuses follow each other. */
    private Bridge importingBothWays() throws Exception {
        return new Bridge(ledger(), alpha, beta).intake().route("alpha:read", Bridge.INTAKE)
                .route(Bridge.DELIVERY + "&importHistory=true", "beta:send").wayBack("").start();
    }

    @ParameterizedTest
    @CsvSource({ "false, ", "false, OPEN", "false, CLOSED", "true, ", "true, OPEN", "true, CLOSED" })
    void statusBridgeDoesNotCarryTheClosingOfAnImportBack(boolean answerIsLost, ConversationStatus toldBefore)
            throws Exception {
        alpha.capabilities = Set.of(SideCapability.STATUS);
        alpha.settleTime = Duration.ofMillis(50);
        beta.settleTime = alpha.settleTime;
        StatusFeed fromAlpha = new StatusFeed(alpha, "direct:in");
        StatusFeed fromBeta = new StatusFeed(beta, "direct:back");
        try (Bridge bridge = importingBothWays()) {
            if (toldBefore != null) {
                alpha.change("c1", toldBefore);
                fromAlpha.tell(bridge, "c1", toldBefore);
            }
            beta.afterStatus = conversation -> {
                fromBeta.poll(bridge, conversation);
                if (answerIsLost && beta.statusCalls.size() <= CONVERSATIONS) {
                    throw new HelpdeskException("time-out", Outcome.UNCLEAR, 0, null, false, null);
                }
            };
            ended(bridge);
            beta.conversations().forEach(conversation -> fromBeta.poll(bridge, conversation));
            awaitIdle(bridge);
            assertThat(closed()).hasSize(CONVERSATIONS);
        }
        beta.afterStatus = conversation -> {
        };
        int calls = beta.statusCalls.size();
        try (Bridge bridge = importingBothWays()) {
            fromAlpha.poll(bridge, "c1");
            beta.conversations().forEach(conversation -> fromBeta.poll(bridge, conversation));
            String reopened = beta.conversations().stream()
                    .filter(each -> beta.messages(each).get(0).text().equals("m0")).findFirst().orElseThrow();
            beta.change(reopened, ConversationStatus.OPEN);
            fromBeta.poll(bridge, reopened);
            await().atMost(PATIENCE).until(() -> !alpha.statusCalls.isEmpty());
            awaitIdle(bridge);
            assertThat(alpha.statusCalls).as("what a person does follows").singleElement().asString().endsWith(" OPEN");
            assertThat(closed()).hasSize(CONVERSATIONS - 1).doesNotContain(reopened);
            assertThat(beta.statusCalls).hasSize(calls);
        }
    }

    @Test
    void whatAPersonOpensWhileTheClosingOfAnImportIsAnsweredIsKnownAsOpen() throws Exception {
        alpha.capabilities = Set.of(SideCapability.STATUS);
        alpha.written.removeIf(message -> !message.conversationId().equals("c1"));
        StatusFeed fromAlpha = new StatusFeed(alpha, "direct:in");
        StatusFeed fromBeta = new StatusFeed(beta, "direct:back");
        AtomicReference<Bridge> running = new AtomicReference<>();
        beta.afterStatus = conversation -> {
            if (beta.statusCalls.size() == 1) {
                fromBeta.poll(running.get(), conversation);
                beta.change(conversation, ConversationStatus.OPEN);
                fromBeta.poll(running.get(), conversation);
                awaitIdle(running.get());
            }
        };
        alpha.beforeReread = () -> await().until(() -> running.get() != null);
        try (Bridge bridge = importingBothWays()) {
            fromAlpha.tell(bridge, "c1", ConversationStatus.OPEN);
            running.set(bridge);
            ended(bridge);
            beta.change(beta.newest(), ConversationStatus.CLOSED);
            fromBeta.poll(bridge, beta.newest());
            await().atMost(PATIENCE).until(() -> alpha.status("c1") == ConversationStatus.CLOSED);
            assertThat(alpha.statusCalls).containsExactly("c1 OPEN", "c1 CLOSED");
            assertThat(beta.statusCalls).containsExactly(beta.newest() + " CLOSED");
        }
    }

    private static void awaitIdle(Bridge bridge) {
        await().atMost(PATIENCE).until(() -> bridge.flow().pending() + bridge.flow("beta").pending() == 0);
    }

    @Test
    @DisplayName("D12: a backfill is refused while an import reads")
    void d12OneReadingAtATime() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        alpha.beforeReread = () -> {
            readings.incrementAndGet();
            pass(go);
        };
        try (Bridge bridge = importing(ledger(), "")) {
            await().atMost(PATIENCE).until(() -> readings.get() == 1);
            assertThatThrownBy(() -> bridge.sync().desk().link("link").backfilling().start("alpha", WRITTEN))
                    .isInstanceOf(DeskException.class).hasMessageContaining("is being read again already");
            go.countDown();
            assertAllImported(ended(bridge));
        }
        assertThat(readings).hasValue(1);
    }

    private static void pass(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theTripWireDoesNotStrikeImports() throws Exception {
        try (Bridge bridge = importing(ledger(), "&maxWritesPerHour=1")) {
            assertAllImported(ended(bridge));
        }
    }

    @Test
    void dryRunIsForImportsOnly() {
        assertThatThrownBy(() -> Bridge.running(ledger(), alpha, beta, "&dryRun=true"))
                .hasStackTraceContaining("importHistory");
    }
}
