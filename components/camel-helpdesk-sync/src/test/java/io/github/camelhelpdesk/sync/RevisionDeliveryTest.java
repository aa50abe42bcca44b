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
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhelpdesk.common.CannotTellException;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.SideCapability;
import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.Visibility;
import io.github.camelhelpdesk.sync.fake.Bridge;
import io.github.camelhelpdesk.sync.fake.FakeDesk;

class RevisionDeliveryTest {

    @TempDir
    Path directory;
    private final FakeDesk alpha = new FakeDesk("a");
    private final FakeDesk beta = new FakeDesk("b");

    private Path ledger() {
        return directory.resolve("ledger.db");
    }

    private Bridge running(String options) throws Exception {
        return Bridge.running(ledger(), alpha, beta, options);
    }

    private static HelpdeskMessage edited(String id, String text) {
        return Bridge.message("c1", id).text(text).build();
    }

    private static HelpdeskMessage deleted(String id) {
        return Bridge.message("c1", id).text("This message was deleted").deleted(true).build();
    }

    @Test
    void editIsAppendedAsAnAnswerWithItsAuthorWhereTheTargetCannotEdit() throws Exception {
        beta.capabilities = Set.of(SideCapability.REPLY);
        try (Bridge bridge = running("")) {
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            bridge.update(edited("1", "new"));
            bridge.awaitDelivered(2);
            FakeDesk.Call call = beta.calls.get(1);
            assertThat(call).extracting(FakeDesk.Call::text, FakeDesk.Call::prefix, FakeDesk.Call::replaces)
                    .containsExactly("Edited: new", "Mina: ", null);
            assertThat(call.replyTo()).isEqualTo(bridge.trace("1", 0).targetIds().get(0));
            assertThat(Marker.parse(call.marker()).orElseThrow().revision()).isEqualTo(1);
            assertThat(beta.all()).extracting(FakeDesk.Stored::isPrivate).containsExactly(false, false);
        }
    }

    @Test
    void editIsANoteOrNothingWhenThePolicySaysSo() throws Exception {
        try (Bridge bridge = running("&onEdit=note")) {
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            bridge.update(edited("1", "new"));
            bridge.awaitDelivered(2);
            assertThat(beta.all()).extracting(FakeDesk.Stored::isPrivate).containsExactly(false, true);
        }
        try (Bridge bridge = running("&onEdit=ignore")) {
            bridge.update(edited("1", "newer"));
            bridge.awaitState("1", 2, "skipped");
            assertThat(bridge.trace("1").reason()).contains("beta cannot edit", "onEdit");
            assertThat(beta.all()).hasSize(2);
        }
    }

    @Test
    void privateMessageStaysPrivateWhenItIsEditedOrDeleted() throws Exception {
        try (Bridge bridge = running("&onDelete=append")) {
            bridge.write(Bridge.message("c1", "1").visibility(Visibility.PRIVATE).build());
            bridge.awaitDelivered(1);
            bridge.update(Bridge.message("c1", "1").text("new").visibility(Visibility.PRIVATE).build());
            bridge.awaitDelivered(2);
            bridge.update(Bridge.message("c1", "1").deleted(true).visibility(Visibility.PRIVATE).build());
            bridge.awaitDelivered(3);
            assertThat(beta.all()).extracting(FakeDesk.Stored::isPrivate).containsExactly(true, true, true);
        }
    }

    @Test
    void filesThatWereSentBeforeAreNotSentAgainWithAnEdit() throws Exception {
        Attachment one = new Attachment("f1", "a.pdf", null, null, null);
        Attachment two = new Attachment("f2", "b.pdf", null, null, null);
        try (Bridge bridge = running("")) {
            bridge.write(Bridge.message("c1", "1").attachments(List.of(one)).build());
            bridge.awaitDelivered(1);
            bridge.update(Bridge.message("c1", "1").text("with another").attachments(List.of(one, two)).build());
            bridge.awaitDelivered(2);
            assertThat(beta.calls).extracting(FakeDesk.Call::files).containsExactly(List.of("f1"), List.of("f2"));
        }
    }

    @Test
    void fileOfAnEditThatWasNotSentIsSentWithTheNextEdit() throws Exception {
        Attachment file = new Attachment("f1", "a.pdf", null, null, null);
        Bridge bridge = new Bridge(ledger(), alpha, beta).intake().routes(new RouteBuilder() {
            @Override
            public void configure() {
                from(Bridge.DELIVERY).choice()
                        .when(exchange -> exchange.getMessage().getBody(HelpdeskMessage.class).text().contains("skip"))
                        .setHeader(HelpdeskConstants.SKIPPED, constant(true)).otherwise().to("beta:send");
            }
        }).start();
        try (bridge) {
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            bridge.update(edited("1", "skip this").toBuilder().attachments(List.of(file)).build());
            bridge.awaitState("1", 1, "skipped");
            bridge.update(edited("1", "but not this").toBuilder().attachments(List.of(file)).build());
            bridge.awaitDelivered(2);
            assertThat(beta.calls).extracting(FakeDesk.Call::files).containsExactly(List.of(), List.of("f1"));
        }
    }

    @Test
    void messageThatIsDeletedBeforeItsTurnIsNeverSentAndSaidNothingOf() throws Exception {
        try (Bridge bridge = new Bridge(ledger(), alpha, beta).intake().start()) {
            bridge.write("c1", "secret");
            bridge.update(deleted("secret"));
            bridge.write("c1", "2");
            bridge.route(Bridge.DELIVERY + "&onDelete=append", "beta:send");
            bridge.awaitDelivered(1);
            assertThat(beta.texts()).containsExactly("2");
            assertThat(bridge.trace("secret", 0).state()).isEqualTo("skipped");
            assertThat(bridge.trace("secret", 0).reason()).contains("Deleted at the source");
            assertThat(bridge.trace("secret", 1).state()).isEqualTo("skipped");
        }
    }

    @Test
    void messageInDoubtThatIsDeletedIsLookedForAndItsCopyDeleted() throws Exception {
        beta.capabilities = Set.of(SideCapability.DELETE);
        AtomicBoolean once = new AtomicBoolean();
        try (Bridge bridge = running("")) {
            beta.afterSend = call -> {
                if (once.compareAndSet(false, true)) {
                    bridge.update(deleted("1"));
                    throw new HelpdeskException("The connection was reset", Outcome.UNCLEAR, 0, null, false, null);
                }
            };
            bridge.write("c1", "1");
            bridge.awaitDelivered(2);
            assertThat(beta.calls).extracting(FakeDesk.Call::inDoubt).containsExactly(false, true);
            assertThat(beta.texts()).isEmpty();
            assertThat(beta.deletions).hasSize(1);
        }
    }

    @Test
    void messageInDoubtThatIsDeletedAndNotFoundIsNotSentAnyMore() throws Exception {
        AtomicBoolean once = new AtomicBoolean();
        try (Bridge bridge = running("")) {
            beta.beforeSend = call -> {
                if (once.compareAndSet(false, true)) {
                    bridge.update(deleted("secret"));
                    throw new HelpdeskException("The connection was reset", Outcome.UNCLEAR, 0, null, false, null);
                }
            };
            bridge.write("c1", "secret", "2");
            bridge.awaitState("2", "confirmed");
            bridge.awaitState("secret", 1, "skipped");
            assertThat(bridge.trace("secret", 0).state()).isEqualTo("skipped");
            assertThat(bridge.trace("secret", 0).reason()).contains("Deleted at the source");
            assertThat(beta.texts()).containsExactly("2");
        }
    }

    @Test
    void editReplacesTheCopyWhereTheTargetCanEdit() throws Exception {
        beta.capabilities = Set.of(SideCapability.EDIT);
        try (Bridge bridge = running("&onEdit=ignore")) {
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            String copy = beta.all().get(0).id();
            bridge.update(edited("1", "new"));
            bridge.awaitDelivered(2);
            bridge.update(edited("1", "newer"));
            bridge.awaitDelivered(3);
            assertThat(beta.calls).extracting(FakeDesk.Call::replaces).containsExactly(null, copy, copy);
            assertThat(beta.texts()).containsExactly("newer");
        }
    }

    @Test
    void deletionDeletesEveryCopyWithoutTheRouteWhereTheTargetCanDelete() throws Exception {
        beta.capabilities = Set.of(SideCapability.DELETE);
        try (Bridge bridge = running("")) {
            bridge.write("c1", "0", "1", "2");
            bridge.awaitDelivered(3);
            bridge.update(edited("1", "new"));
            bridge.awaitDelivered(4);
            bridge.update(deleted("1"));
            bridge.awaitDelivered(5);
            String conversation = bridge.trace("1").targetConversationId();
            assertThat(beta.deletions).containsExactly(conversation + "/" + bridge.trace("1", 0).targetIds().get(0),
                    conversation + "/" + bridge.trace("1", 1).targetIds().get(0));
            assertThat(beta.texts()).containsExactly("0", "2");
            assertThat(beta.calls).hasSize(4);
            bridge.write("c1", "3");
            bridge.awaitDelivered(6);
            assertThat(beta.callsFor("3").get(0).afterId()).as("a deleted copy is no last copy")
                    .isEqualTo(bridge.trace("1", 1).targetIds().get(0));
        }
    }

    @Test
    @DisplayName("E5: every part of a copy is deleted, its files too")
    void e5AllPartsOfACopyAreDeleted() throws Exception {
        beta.capabilities = Set.of(SideCapability.DELETE);
        Bridge bridge = new Bridge(ledger(), alpha, beta).intake().routes(new RouteBuilder() {
            @Override
            public void configure() {
                from(Bridge.DELIVERY).setHeader(HelpdeskConstants.MESSAGE_ID, () -> List.of("text", "file"));
            }
        }).start();
        try (bridge) {
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            bridge.update(deleted("1"));
            bridge.awaitDelivered(2);
            assertThat(beta.deletions).extracting(place -> place.substring(place.indexOf('/') + 1)).containsExactly("text",
                    "file");
        }
    }

    @Test
    void troubleOfTheAccountPausesTheSideAndTheDeletionIsRepeated() throws Exception {
        beta.capabilities = Set.of(SideCapability.DELETE);
        AtomicInteger failures = new AtomicInteger();
        beta.beforeDelete = () -> {
            if (failures.incrementAndGet() <= 7) {
                throw new HelpdeskException("The token is no longer valid", Outcome.NOT_SENT, 401, null, true, null);
            }
        };
        try (Bridge bridge = running("")) {
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            bridge.update(deleted("1"));
            bridge.awaitDelivered(2);
            assertThat(bridge.flow().parked()).isZero();
            assertThat(beta.deletions).hasSize(8);
        }
    }

    @Test
    void deletionWhoseAnswerGotLostIsRepeatedAndOneThatIsRefusedIsParked() throws Exception {
        beta.capabilities = Set.of(SideCapability.DELETE);
        AtomicBoolean once = new AtomicBoolean();
        beta.beforeDelete = () -> {
            if (once.compareAndSet(false, true)) {
                throw new HelpdeskException("The connection was reset", Outcome.UNCLEAR, 0, null, false, null);
            }
        };
        try (Bridge bridge = running("")) {
            bridge.write("c1", "1", "2");
            bridge.awaitDelivered(2);
            bridge.update(deleted("1"));
            bridge.awaitDelivered(3);
            assertThat(beta.deletions).hasSize(2);
            beta.beforeDelete = () -> {
                throw new HelpdeskException("You may not delete it", Outcome.REFUSED, 422, null, false, null);
            };
            bridge.update(deleted("2"));
            bridge.awaitState("2", 1, "parked");
            assertThat(bridge.trace("2").reason()).contains("You may not delete it");
        }
    }

    @Test
    void deletionIsANoteWithoutTheDeletedTextWhereTheTargetCannotDelete() throws Exception {
        try (Bridge bridge = running("")) {
            bridge.write("c1", "secret");
            bridge.awaitDelivered(1);
            bridge.update(Bridge.message("c1", "secret").deleted(true).build());
            bridge.awaitDelivered(2);
            FakeDesk.Stored note = beta.all().get(1);
            assertThat(note.text()).isEqualTo("A message of 2026-11-20 10:00:00 UTC was deleted.");
            assertThat(note.isPrivate()).isTrue();
            assertThat(beta.calls.get(1).prefix()).isNull();
            assertThat(beta.deletions).isEmpty();
        }
    }

    @Test
    void deletionIsAMessageOrNothingWhenThePolicySaysSo() throws Exception {
        try (Bridge bridge = running("&onDelete=append")) {
            bridge.write("c1", "1", "2");
            bridge.awaitDelivered(2);
            bridge.update(deleted("1"));
            bridge.awaitDelivered(3);
            assertThat(beta.all().get(2).isPrivate()).isFalse();
        }
        try (Bridge bridge = running("&onDelete=ignore")) {
            bridge.update(deleted("2"));
            bridge.awaitState("2", 1, "skipped");
            assertThat(bridge.trace("2").reason()).contains("beta cannot delete", "onDelete");
        }
    }

    @Test
    void changeOfAMessageThatTheRouteHasLeftOutIsSkipped() throws Exception {
        beta.capabilities = Set.of(SideCapability.DELETE);
        Bridge bridge = new Bridge(ledger(), alpha, beta).intake().routes(new RouteBuilder() {
            @Override
            public void configure() {
                from(Bridge.DELIVERY).choice().when(exchange -> exchange.getMessage().getBody().toString().endsWith("/skip"))
                        .setHeader(HelpdeskConstants.SKIPPED, constant(true)).otherwise().to("beta:send");
            }
        }).start();
        try (bridge) {
            bridge.write("c1", "skip");
            bridge.awaitState("skip", "skipped");
            bridge.update(edited("skip", "new"));
            bridge.awaitState("skip", 1, "skipped");
            assertThat(bridge.trace("skip").reason()).contains("no copy on beta");
            bridge.update(deleted("skip"));
            bridge.write("c1", "2");
            bridge.awaitDelivered(1);
            assertThat(beta.deletions).isEmpty();
            assertThat(beta.texts()).containsExactly("2");
        }
    }

    @Test
    void editOfAParkedMessageWaitsBehindIt() throws Exception {
        park("1");
        try (Bridge bridge = running("")) {
            bridge.write("c1", "1");
            bridge.awaitState("1", "parked");
            bridge.update(edited("1", "new"));
            await().during(Duration.ofMillis(200)).until(() -> bridge.trace("1").state().equals("pending"));
            assertThat(beta.callsFor("Edited: new")).isEmpty();
        }
    }

    @Test
    void editAndDeletionOfAMessageThatWasPassedOverAreParkedAndDoNotOvertakeIt() throws Exception {
        beta.capabilities = Set.of(SideCapability.DELETE);
        park("1");
        park("1");
        try (Bridge bridge = running("&onFinalFailure=goOn")) {
            bridge.write("c1", "1", "2");
            bridge.awaitDelivered(1);
            bridge.update(edited("1", "new"));
            bridge.awaitState("1", 1, "parked");
            assertThat(bridge.trace("1").reason()).contains("revision 0, parked", "Replay or discard");
            bridge.update(deleted("1"));
            bridge.awaitState("1", 2, "parked");
            assertThat(bridge.trace("1", 1).state()).as("an edit that never went out").isEqualTo("discarded");
            assertThat(beta.deletions).isEmpty();
            assertThat(beta.texts()).containsExactly("1", "2");
        }
    }

    /** It is sent, and nobody can tell. */
    private void park(String text) {
        beta.afterSend = call -> {
            if (call.text().equals(text)) {
                throw new CannotTellException("nobody knows");
            }
        };
    }

    @Test
    @DisplayName("D3: the edit was stored, its answer got lost: it is found by its revision and not sent again")
    void d3EditWhoseAnswerGotLostIsFoundAndNotSentAgain() throws Exception {
        AtomicBoolean once = new AtomicBoolean();
        beta.afterSend = call -> {
            if (call.text().equals("Edited: new") && once.compareAndSet(false, true)) {
                throw new HelpdeskException("The connection was reset", Outcome.UNCLEAR, 0, null, true, null);
            }
        };
        try (Bridge bridge = running("")) {
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            bridge.update(edited("1", "new"));
            bridge.awaitDelivered(2);
            assertThat(beta.texts()).containsExactly("1", "Edited: new");
            assertThat(beta.callsFor("Edited: new")).extracting(FakeDesk.Call::inDoubt).containsExactly(false, true);
        }
    }

    @Test
    @DisplayName("E1: edit, reply and deletion after a restart")
    void e1EditReplyAndDeletionAfterARestartFindTheirMessage() throws Exception {
        beta.capabilities = Set.of(SideCapability.REPLY, SideCapability.DELETE);
        try (Bridge bridge = running("")) {
            bridge.write("c1", "1", "2");
            bridge.awaitDelivered(2);
        }
        beta.calls.clear();
        try (Bridge bridge = running("")) {
            String copy = bridge.trace("1").targetIds().get(0);
            bridge.update(edited("1", "new"));
            bridge.write(Bridge.message("c1", "3").inReplyTo("1").build());
            bridge.awaitDelivered(4);
            assertThat(beta.calls).extracting(FakeDesk.Call::text).containsExactly("Edited: new", "3");
            assertThat(beta.calls).extracting(FakeDesk.Call::replyTo).containsExactly(copy, copy);
        }
        try (Bridge bridge = running("")) {
            bridge.update(edited("1", "new"));
            bridge.update(deleted("1"));
            bridge.awaitDelivered(5);
            assertThat(beta.texts()).containsExactly("2", "3");
        }
    }

    @Test
    @DisplayName("D13: ten edits a second: only the newest of those that wait is sent")
    void d13EditsThatComeFasterThanTheyAreSentCoalesce() throws Exception {
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        beta.beforeSend = call -> {
            if (call.text().equals("Edited: 1")) {
                sending.countDown();
                awaitQuietly(go);
            }
        };
        try (Bridge bridge = running("")) {
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            bridge.update(edited("1", "1 "));
            assertThat(bridge.flow().received()).as("nothing has changed").isEqualTo(1);
            bridge.update(edited("1", "1").toBuilder().subject("s").build());
            assertThat(sending.await(60, TimeUnit.SECONDS)).isTrue();
            for (int i = 2; i <= 100; i++) {
                bridge.update(edited("1", "" + i));
            }
            go.countDown();
            bridge.awaitDelivered(3);
            assertThat(beta.texts()).containsExactly("1", "Edited: 1", "Edited: 100");
            assertThat(bridge.flow().pending()).isZero();
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
