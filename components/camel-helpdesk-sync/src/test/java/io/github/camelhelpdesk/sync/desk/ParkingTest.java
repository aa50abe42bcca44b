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
package io.github.camelhelpdesk.sync.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.sync.desk.DeskException.Problem;
import io.github.camelhelpdesk.sync.fake.Bridge;
import io.github.camelhelpdesk.sync.fake.FakeDesk;

class ParkingTest {

    @TempDir
    Path directory;

    private final FakeDesk alpha = new FakeDesk("a");
    private final FakeDesk beta = new FakeDesk("b");
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<String> unclear = ConcurrentHashMap.newKeySet();

    private Bridge running(String moreOptions) throws Exception {
        beta.beforeSend = call -> {
            if (refused.contains(call.text())) {
                throw new HelpdeskException("The provider answered 413", Outcome.REFUSED, 413, null, false, null);
            }
        };
        beta.afterSend = call -> {
            if (unclear.contains(call.text())) {
                throw new HelpdeskException("The answer was lost", Outcome.UNCLEAR, 0, null, false, null);
            }
        };
        return Bridge.running(directory.resolve("ledger.db"), alpha, beta, moreOptions);
    }

    private static Parking parking(Bridge bridge) {
        return bridge.sync().desk().link("link").parking();
    }

    private static MessageSummary only(Bridge bridge, String id) {
        List<MessageSummary> found = bridge.sync().desk().find("alpha", id);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static void assertRefused(Problem problem, String text, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(DeskException.class,
                e -> assertThat(e.problem()).as(e.getMessage()).isEqualTo(problem)).hasMessageContaining(text);
    }

    @Test
    void listShowsWhatIsKnownOfAParkedMessageAndNoText() throws Exception {
        refused.add("hello");
        try (Bridge bridge = running("")) {
            bridge.write(Bridge.message("c1", "1").text("hello").build());
            bridge.awaitState("1", "parked");
            MessageSummary parked = parking(bridge).parked(10, 0).get(0);
            assertThat(parked).extracting(MessageSummary::link, MessageSummary::source, MessageSummary::target,
                    MessageSummary::sourceConversationId, MessageSummary::sourceId, MessageSummary::kind,
                    MessageSummary::revision, MessageSummary::state, MessageSummary::attempts, MessageSummary::inDoubt)
                    .containsExactly("link", "alpha", "beta", "c1", "1", "message", 0, "parked", 1, false);
            assertThat(parked.reason()).contains("413");
            assertThat(parked.firstHandedOutAt()).isNotNull();
            assertThat(parked.toString()).doesNotContain("hello");
            assertThat(parking(bridge).parked(10, parked.row())).isEmpty();
            MessageDetails details = parking(bridge).message(parked.row());
            assertThat(details.text()).isEqualTo("hello");
            assertThat(details.toString()).doesNotContain("hello");
            assertThat(details.audit()).isEmpty();
        }
    }

    @Test
    void replayedMessageIsSentAtItsOldPlaceAndTheAuditKnows() throws Exception {
        refused.add("2");
        try (Bridge bridge = running("")) {
            bridge.write("c1", "1", "2", "3");
            bridge.awaitState("2", "parked");
            refused.clear();
            Replayed replayed = parking(bridge).replay(only(bridge, "2").row());
            assertThat(replayed).extracting(Replayed::inDoubt, Replayed::late).containsExactly(true, false);
            bridge.awaitDelivered(3);
            assertThat(beta.texts()).containsExactly("1", "2", "3");
            assertThat(bridge.flow()).extracting("parked", "pending").containsExactly(0L, 0L);
            assertThat(parking(bridge).message(replayed.row()).audit()).singleElement().satisfies(entry -> {
                assertThat(entry.action()).isEqualTo("replay");
                assertThat(entry.detail()).contains("In doubt").contains("413");
                assertThat(entry.at()).isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
            });
        }
    }

    @Test
    void messageThatTheTargetHasIsFoundAndNotSentAgain() throws Exception {
        unclear.add("1");
        beta.lookUp = call -> {
            throw new HelpdeskException("The look-up failed", Outcome.UNCLEAR, 0, null, false, null);
        };
        try (Bridge bridge = running("&maxRedeliveries=1")) {
            bridge.write("c1", "1");
            bridge.awaitState("1", "parked");
            assertThat(beta.texts()).containsExactly("1");
            beta.lookUp = call -> {
            };
            unclear.clear();
            assertThat(parking(bridge).replay(only(bridge, "1").row()).inDoubt()).isTrue();
            bridge.awaitDelivered(1);
            assertThat(beta.texts()).containsExactly("1");
        }
    }

    @Test
    void messageThatWasNeverHandedOutIsNotInDoubt() throws Exception {
        beta.beforeOpen = () -> {
            throw new HelpdeskException("No inbox takes it", Outcome.REFUSED, 422, null, false, null);
        };
        try (Bridge bridge = running("")) {
            bridge.write("c1", "1");
            bridge.awaitState("1", "parked");
            beta.beforeOpen = () -> {
            };
            assertThat(parking(bridge).replay(only(bridge, "1").row()).inDoubt()).isFalse();
            bridge.awaitDelivered(1);
            assertThat(beta.calls).extracting(FakeDesk.Call::inDoubt).containsExactly(false);
        }
    }

    @Test
    @DisplayName("O2: parked messages that are replayed together are sent in their order")
    void o2ReplayOfParkedMessagesKeepsTheirOrder() throws Exception {
        refused.addAll(List.of("1", "2", "4", "x"));
        try (Bridge bridge = running("&onFinalFailure=goOn")) {
            bridge.write("c1", "1", "2", "3", "4");
            bridge.write("c2", "x");
            bridge.awaitDelivered(1);
            await().until(() -> bridge.flow().parked() == 4);
            refused.clear();
            assertThat(parking(bridge).replayAll("alpha", "c1")).isEqualTo(new ReplayedAll(3, 3, 2, 0));
            bridge.awaitDelivered(4);
            assertThat(beta.texts()).containsExactly("3", "1", "2", "4");
            assertThat(parking(bridge).parked(10, 0)).extracting(MessageSummary::sourceId).containsExactly("x");
            assertThat(parking(bridge).replayAll(null, null).replayed()).isEqualTo(1);
            bridge.awaitDelivered(5);
        }
    }

    @Test
    @DisplayName("O2: while a lane waits, its next messages are not sent between two that are replayed")
    void o2MessagesThatComeMeanwhileStayBehindTheReplayedOnes() throws Exception {
        refused.add("1");
        try (Bridge bridge = running("")) {
            bridge.write("c1", "1", "2", "3");
            bridge.awaitState("1", "parked");
            refused.clear();
            refused.add("2");
            parking(bridge).replay(only(bridge, "1").row());
            bridge.awaitState("2", "parked");
            bridge.write("c1", "4");
            refused.clear();
            assertThat(parking(bridge).replayAll(null, null).replayed()).isEqualTo(1);
            bridge.awaitDelivered(4);
            assertThat(beta.texts()).containsExactly("1", "2", "3", "4");
        }
    }

    @Test
    @DisplayName("D3: a later message that was with the route during a replay is looked for after a crash")
    void d3MessageThatWasOvertakenByAReplayIsNotSentTwiceAfterACrash() throws Exception {
        refused.add("1");
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch sent = new CountDownLatch(1);
        Path cut;
        try (Bridge bridge = running("&onFinalFailure=goOn")) {
            bridge.write("c1", "1");
            bridge.awaitState("1", "parked");
            beta.afterSend = call -> {
                sent.countDown();
                awaitQuietly(stuck);
            };
            bridge.write("c1", "2");
            sent.await();
            Replayed replayed = parking(bridge).replay(only(bridge, "1").row());
            assertThat(replayed.late()).as("nothing later is confirmed yet").isFalse();
            cut = Bridge.powerCut(directory.resolve("ledger.db"));
            stuck.countDown();
        }
        beta.afterSend = call -> {
        };
        refused.clear();
        try (Bridge bridge = Bridge.running(cut, alpha, beta, "&onFinalFailure=goOn")) {
            bridge.awaitDelivered(2);
            assertThat(beta.texts()).containsOnlyOnce("2").containsOnlyOnce("1");
            assertThat(beta.callsFor("2")).extracting(FakeDesk.Call::afterId).as("the copy of 1 is newer than that of 2")
                    .containsOnlyNulls();
        }
    }

    @Test
    void deletionStaysBehindAMessageThatGotAnotherTextAfterIt() throws Exception {
        refused.add("1");
        try (Bridge bridge = running("&onFinalFailure=goOn")) {
            bridge.write("c1", "1");
            bridge.awaitState("1", "parked");
            long row = only(bridge, "1").row();
            bridge.update(Bridge.message("c1", "1").deleted(true).build());
            bridge.awaitState("1", 1, "parked");
            parking(bridge).changeText(row, "changed", false);
            parking(bridge).replay(parking(bridge).parked(10, row).get(0).row());
            await().until(() -> !bridge.trace("1", 1).state().equals("pending"));
            assertThat(bridge.trace("1", 1).state()).isEqualTo("parked");
            parking(bridge).replay(row);
            bridge.awaitState("1", 2, "skipped");
            assertThat(beta.texts()).isEmpty();
        }
    }

    @Test
    void conversationThatWentOnIsToldThatTheReplayComesLate() throws Exception {
        refused.add("1");
        try (Bridge bridge = running("&onFinalFailure=goOn")) {
            bridge.write("c1", "1", "2");
            bridge.awaitDelivered(1);
            refused.clear();
            Replayed replayed = parking(bridge).replay(only(bridge, "1").row());
            assertThat(replayed.late()).isTrue();
            assertThat(replayed.note()).contains("late");
            bridge.awaitDelivered(2);
            assertThat(beta.texts()).containsExactly("2", "1");
        }
    }

    @Test
    void onlyOneOfManyReplaysTakesTheMessageUp() throws Exception {
        refused.add("1");
        try (Bridge bridge = running("")) {
            bridge.write("c1", "1");
            bridge.awaitState("1", "parked");
            refused.clear();
            long row = only(bridge, "1").row();
            List<CompletableFuture<Object>> pressed = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> outcome(() -> parking(bridge).replay(row)))).toList();
            assertThat(pressed).extracting(CompletableFuture::join)
                    .filteredOn(Replayed.class::isInstance).hasSize(1);
            assertThat(pressed).extracting(CompletableFuture::join).filteredOn(DeskException.class::isInstance).hasSize(7);
            bridge.awaitDelivered(1);
            assertThat(beta.texts()).containsExactly("1");
            assertThat(parking(bridge).message(row).audit()).hasSize(1);
            assertRefused(Problem.CONFLICT, "confirmed", () -> parking(bridge).replay(row));
        }
    }

    private static Object outcome(java.util.function.Supplier<Object> call) {
        try {
            return call.get();
        } catch (DeskException e) {
            return e;
        }
    }

    @Test
    void discardedMessageIsNeverSentAndItsConversationGoesOn() throws Exception {
        refused.add("1");
        try (Bridge bridge = running("")) {
            bridge.write("c1", "1", "2");
            bridge.awaitState("1", "parked");
            long row = only(bridge, "1").row();
            assertThat(parking(bridge).discard(row).state()).isEqualTo("discarded");
            bridge.awaitDelivered(1);
            assertThat(beta.texts()).containsExactly("2");
            assertThat(bridge.flow()).extracting("received", "delivered", "parked", "pending").containsExactly(2L, 1L, 0L, 0L);
            assertThat(parking(bridge).message(row).audit()).extracting(AuditEntry::action).containsExactly("discard");
            assertRefused(Problem.CONFLICT, "discarded", () -> parking(bridge).discard(row));
            assertRefused(Problem.CONFLICT, "discarded", () -> parking(bridge).replay(row));
            assertRefused(Problem.CONFLICT, "discarded", () -> parking(bridge).changeText(row, "other", false));
        }
    }

    @Test
    void changedTextIsANewRevisionAtTheOldPlace() throws Exception {
        refused.add("too long");
        try (Bridge bridge = running("")) {
            bridge.write("c1", "0");
            bridge.write(Bridge.message("c1", "1").text("too long").html("<b>too long</b>").build());
            bridge.write("c1", "2");
            bridge.awaitState("1", "parked");
            String before = beta.callsFor("too long").get(0).marker();
            MessageSummary changed = parking(bridge).changeText(only(bridge, "1").row(), "short", false);
            assertThat(changed).extracting(MessageSummary::state, MessageSummary::revision).containsExactly("parked", 1);
            assertThat(parking(bridge).message(changed.row()).audit()).singleElement().satisfies(entry -> {
                assertThat(entry.action()).isEqualTo("changeText");
                assertThat(entry.detail()).contains("Revision 1").doesNotContain("short").doesNotContain("too long");
            });
            bridge.write(Bridge.message("c1", "1").text("too long").html("<b>too long</b>").build());
            assertThat(bridge.flow().received()).as("read again, it is still the same message").isEqualTo(3);
            assertThat(parking(bridge).replay(changed.row()).inDoubt()).as("nothing was sent with the new mark").isFalse();
            bridge.awaitDelivered(3);
            assertThat(beta.texts()).containsExactly("0", "short", "2");
            assertThat(beta.callsFor("short").get(0).marker()).isEqualTo(before.replace(".r0.", ".r1."));
        }
    }

    @Test
    void textThatMayHaveBeenSentIsChangedOnlyWhenAskedFor() throws Exception {
        unclear.add("old");
        try (Bridge bridge = running("&maxRedeliveries=0")) {
            bridge.write(Bridge.message("c1", "1").text("old").build());
            bridge.awaitState("1", "parked");
            long row = only(bridge, "1").row();
            assertRefused(Problem.CONFLICT, "evenIfSent", () -> parking(bridge).changeText(row, "new", false));
            assertThat(parking(bridge).message(row).text()).isEqualTo("old");
            parking(bridge).changeText(row, "new", true);
            parking(bridge).replay(row);
            bridge.awaitDelivered(1);
            assertThat(beta.texts()).containsExactly("old", "new");
            assertThat(parking(bridge).message(row).audit().get(0).detail()).contains("may have been sent");
        }
    }

    @Test
    void badTextIsRefused() throws Exception {
        refused.add("1");
        try (Bridge bridge = running("")) {
            bridge.write("c1", "1");
            bridge.awaitState("1", "parked");
            long row = only(bridge, "1").row();
            assertRefused(Problem.BAD_REQUEST, "characters", () -> parking(bridge).changeText(row, " ", false));
            assertRefused(Problem.BAD_REQUEST, "characters", () -> parking(bridge).changeText(row, null, false));
            assertRefused(Problem.BAD_REQUEST, "characters",
                    () -> parking(bridge).changeText(row, "x".repeat(100_001), false));
        }
    }

    @Test
    void messageThatCouldNotBeReadCanOnlyBeDiscarded() throws Exception {
        try (Bridge bridge = running("")) {
            bridge.send("direct:in", exchange -> {
                exchange.getIn().setBody(JsonNodeFactory.instance.objectNode().put("content", "secret"));
                exchange.getIn().setHeader(HelpdeskConstants.PROVIDER, "fake");
                exchange.getIn().setHeader(HelpdeskConstants.ACCOUNT, "a");
                exchange.getIn().setHeader(HelpdeskConstants.CONVERSATION_ID, "c1");
                exchange.getIn().setHeader(HelpdeskConstants.MESSAGE_ID, "1");
                exchange.getIn().setHeader(HelpdeskConstants.UNREADABLE, "no author");
            });
            bridge.write("c1", "2");
            long row = only(bridge, "1").row();
            assertThat(parking(bridge).message(row)).extracting(MessageDetails::readable, MessageDetails::text)
                    .containsExactly(false, null);
            assertRefused(Problem.CONFLICT, "could not read it", () -> parking(bridge).replay(row));
            assertRefused(Problem.CONFLICT, "could not read it", () -> parking(bridge).changeText(row, "x", false));
            assertThat(parking(bridge).replayAll(null, null)).isEqualTo(new ReplayedAll(0, 0, 0, 1));
            parking(bridge).discard(row);
            bridge.awaitDelivered(1);
            assertThat(beta.texts()).containsExactly("2");
        }
    }

    @Test
    void messageIsFoundByItsIdAndByThatOfItsCopy() throws Exception {
        try (Bridge bridge = running("")) {
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            SyncDesk desk = bridge.sync().desk();
            String copy = desk.find(null, "1").get(0).targetIds().get(0);
            assertThat(desk.find("alpha", "1")).extracting(MessageSummary::state).containsExactly("confirmed");
            assertThat(desk.find("beta", copy)).extracting(MessageSummary::sourceId).containsExactly("1");
            assertThat(desk.find(null, copy)).extracting(MessageSummary::sourceId).containsExactly("1");
            assertThat(desk.find("beta", "1")).isEmpty();
            assertThat(desk.find("alpha", copy)).isEmpty();
        }
    }

    @Test
    void whatIsNotThereIsSaidToBeMissing() throws Exception {
        try (Bridge bridge = running("")) {
            bridge.write("c1", "1");
            SyncDesk desk = bridge.sync().desk();
            assertRefused(Problem.NOT_FOUND, "Known links: link", () -> desk.link("other"));
            assertRefused(Problem.NOT_FOUND, "999", () -> desk.linkOf(999));
            assertRefused(Problem.NOT_FOUND, "999", () -> parking(bridge).replay(999));
            assertRefused(Problem.NOT_FOUND, "999", () -> parking(bridge).discard(999));
            assertThat(desk.linkOf(only(bridge, "1").row()).name()).isEqualTo("link");
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(Duration.ofSeconds(20).toSeconds(), java.util.concurrent.TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
