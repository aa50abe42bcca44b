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
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhelpdesk.common.CannotTellException;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.NotSentException;
import io.github.camelhelpdesk.common.SideCapability;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.HelpdeskMessageBuilder;
import io.github.camelhelpdesk.common.model.Visibility;
import io.github.camelhelpdesk.sync.fake.Bridge;
import io.github.camelhelpdesk.sync.fake.FakeDesk;

/** What people do to our copies on the target. */
class CopyDeletionTest {

    @TempDir
    Path directory;
    private final FakeDesk alpha = new FakeDesk("a");
    private final FakeDesk beta = new FakeDesk("b");

    private Bridge twoWay() throws Exception {
        return twoWay("", "");
    }

    private Bridge twoWay(String options, String optionsBack) throws Exception {
        return new Bridge(directory.resolve("ledger.db"), alpha, beta).intake().route(Bridge.DELIVERY + options, "beta:send")
                .wayBack(optionsBack).start();
    }

    private static HelpdeskMessageBuilder copy(String conversation, String id) {
        return Bridge.message(conversation, id).account("b");
    }

    private static HelpdeskMessage deletedCopy(String conversation, String id) {
        return copy(conversation, id).text("This message was deleted").deleted(true).build();
    }

    private static void awaitDeliveredBack(Bridge bridge, long count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> bridge.flow("beta").delivered() == count);
    }

    @Test
    @DisplayName("E5: who deletes a copy deletes the original, and the deletion does not come back")
    void e5DeletionOfACopyDeletesTheOriginalOnce() throws Exception {
        alpha.capabilities = Set.of(SideCapability.DELETE);
        beta.capabilities = Set.of(SideCapability.DELETE);
        try (Bridge bridge = twoWay()) {
            bridge.write("c1", "1", "2");
            bridge.awaitDelivered(2);
            FakeDesk.Stored copy = beta.all().get(0);
            bridge.writeBack(deletedCopy(copy.conversation(), copy.id()));
            awaitDeliveredBack(bridge, 1);
            assertThat(alpha.deletions).containsExactly("c1/1");
            // Now both sides tell of it, again and again.
            bridge.update(Bridge.message("c1", "1").deleted(true).build());
            bridge.writeBack(deletedCopy(copy.conversation(), copy.id()));
            bridge.update(Bridge.message("c1", "1").text("late edit").build());
            bridge.write("c1", "3");
            bridge.awaitDelivered(3);
            assertThat(alpha.deletions).hasSize(1);
            assertThat(beta.deletions).isEmpty();
            assertThat(beta.calls).hasSize(3);
            assertThat(bridge.trace("1", 1).state()).isEqualTo("skipped");
            assertThat(bridge.trace("1", 1).reason()).contains("deleted on the target");
            assertThat(bridge.flow().pending()).isZero();
        }
    }

    @Test
    @DisplayName("E5: who deletes the original deletes the copy, and the deletion does not come back")
    void e5DeletionOfTheOriginalDoesNotComeBack() throws Exception {
        alpha.capabilities = Set.of(SideCapability.DELETE);
        beta.capabilities = Set.of(SideCapability.DELETE);
        try (Bridge bridge = twoWay()) {
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            FakeDesk.Stored copy = beta.all().get(0);
            bridge.update(Bridge.message("c1", "1").deleted(true).build());
            bridge.awaitDelivered(2);
            bridge.writeBack(deletedCopy(copy.conversation(), copy.id()));
            assertThat(bridge.flow("beta").received()).isZero();
            assertThat(alpha.deletions).isEmpty();
            assertThat(beta.deletions).hasSize(1);
        }
    }

    @Test
    @DisplayName("E5: where the original cannot be deleted, its conversation gets a note")
    void e5DeletionOfACopyIsANoteWhereTheOriginalCannotBeDeleted() throws Exception {
        alpha.capabilities = Set.of(SideCapability.REPLY);
        try (Bridge bridge = twoWay()) {
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            FakeDesk.Stored copy = beta.all().get(0);
            bridge.writeBack(deletedCopy(copy.conversation(), copy.id()));
            awaitDeliveredBack(bridge, 1);
            assertThat(alpha.messages("c1")).singleElement().satisfies(note -> {
                assertThat(note.text()).isEqualTo("The copy of a message of 2026-11-20 10:00:00 UTC was deleted.");
                assertThat(note.isPrivate()).isTrue();
            });
            assertThat(alpha.calls.get(0).replyTo()).isEqualTo("1");
            assertThat(alpha.requests).as("no conversation is opened for it").isEmpty();
            // The note itself is no news for the other side.
            FakeDesk.Stored note = alpha.all().get(0);
            bridge.write(Bridge.message("c1", note.id()).marker(note.marker()).build());
            assertThat(bridge.flow().received()).as("the message and its silent deletion").isEqualTo(2);
        }
    }

    @Test
    void deletionPassesOnlyWhenAllPartsAndEditsOfACopyAreDeleted() throws Exception {
        alpha.capabilities = Set.of(SideCapability.DELETE);
        AtomicInteger number = new AtomicInteger();
        Bridge bridge = new Bridge(directory.resolve("ledger.db"), alpha, beta).intake().routes(new RouteBuilder() {
            @Override
            public void configure() {
                from(Bridge.DELIVERY).process(exchange -> {
                    int attempt = number.incrementAndGet();
                    exchange.setProperty(HelpdeskConstants.MESSAGE_ID, List.of(attempt + "-text", attempt + "-file"));
                });
            }
        }).wayBack("").start();
        try (bridge) {
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            bridge.update(Bridge.message("c1", "1").text("edited").build());
            bridge.awaitDelivered(2);
            String conversation = bridge.trace("1").targetConversationId();
            for (String part : List.of("1-text", "1-text", "1-file", "2-text")) {
                bridge.writeBack(deletedCopy(conversation, part));
            }
            assertThat(bridge.flow("beta").received()).isZero();
            bridge.writeBack(deletedCopy(conversation, "2-file"));
            awaitDeliveredBack(bridge, 1);
            assertThat(alpha.deletions).containsExactly("c1/1");
        }
    }

    @Test
    void copyThatIsDeletedBeforeItsConfirmIsConfirmedAndItsDeletionPasses() throws Exception {
        alpha.capabilities = Set.of(SideCapability.DELETE);
        beta.afterSend = call -> {
            throw new CannotTellException("the answer got lost");
        };
        try (Bridge bridge = twoWay()) {
            bridge.write("c1", "1");
            bridge.awaitState("1", "parked");
            FakeDesk.Stored copy = beta.all().get(0);
            bridge.writeBack(copy(copy.conversation(), copy.id()).marker(copy.marker()).deleted(true).build());
            awaitDeliveredBack(bridge, 1);
            assertThat(bridge.trace("1", 0).state()).isEqualTo("confirmed");
            assertThat(alpha.deletions).containsExactly("c1/1");
        }
    }

    @Test
    void editThatIsUnderWayWhenItsMessageIsDeletedOnTheTargetIsTakenBackThereToo() throws Exception {
        alpha.capabilities = Set.of(SideCapability.DELETE);
        beta.capabilities = Set.of(SideCapability.DELETE);
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        beta.beforeSend = call -> {
            if (call.text().startsWith("Edited")) {
                sending.countDown();
                awaitQuietly(go);
            }
        };
        try (Bridge bridge = twoWay()) {
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            FakeDesk.Stored copy = beta.all().get(0);
            bridge.update(Bridge.message("c1", "1").text("edited").build());
            assertThat(sending.await(60, TimeUnit.SECONDS)).isTrue();
            bridge.writeBack(deletedCopy(copy.conversation(), copy.id()));
            go.countDown();
            bridge.awaitDelivered(3);
            awaitDeliveredBack(bridge, 1);
            assertThat(beta.texts()).doesNotContain("Edited: edited");
        }
    }

    @Test
    void nothingIsSaidOfADeletionWhenTheEditThatWasUnderWayHasNotArrived() throws Exception {
        alpha.capabilities = Set.of(SideCapability.DELETE);
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        beta.beforeSend = call -> {
            if (call.text().startsWith("Edited")) {
                sending.countDown();
                awaitQuietly(go);
                throw new NotSentException("no connection", 0, null, null);
            }
        };
        try (Bridge bridge = twoWay()) {
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            FakeDesk.Stored copy = beta.all().get(0);
            bridge.update(Bridge.message("c1", "1").text("edited").build());
            assertThat(sending.await(60, TimeUnit.SECONDS)).isTrue();
            bridge.writeBack(deletedCopy(copy.conversation(), copy.id()));
            go.countDown();
            awaitDeliveredBack(bridge, 1);
            bridge.write("c1", "2");
            bridge.awaitDelivered(2);
            assertThat(beta.texts()).containsExactly("1", "2");
            assertThat(bridge.flow().pending()).isZero();
        }
    }

    @Test
    void laneGoesOnWhenTheEditThatItWaitedForIsDiscardedByTheDeletionOfTheCopy() throws Exception {
        alpha.capabilities = Set.of(SideCapability.DELETE);
        try (Bridge bridge = twoWay()) {
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            FakeDesk.Stored copy = beta.all().get(0);
            bridge.unreadable("c1", "1", true);
            bridge.write("c1", "2");
            await().during(Duration.ofMillis(200)).until(() -> beta.texts().equals(List.of("1")));
            bridge.writeBack(deletedCopy(copy.conversation(), copy.id()));
            bridge.awaitDelivered(2);
            assertThat(bridge.trace("1", 1).state()).isEqualTo("discarded");
        }
    }

    @Test
    void privateMessageIsNotSpokenOfInPublicWhenItsCopyIsDeletedWhileItsEditIsUnderWay() throws Exception {
        alpha.capabilities = Set.of(SideCapability.DELETE);
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        beta.beforeSend = call -> {
            if (call.text().startsWith("Edited")) {
                sending.countDown();
                awaitQuietly(go);
            }
        };
        try (Bridge bridge = twoWay("&onDelete=append", "")) {
            bridge.write(Bridge.message("c1", "1").visibility(Visibility.PRIVATE).build());
            bridge.awaitDelivered(1);
            FakeDesk.Stored copy = beta.all().get(0);
            bridge.update(Bridge.message("c1", "1").text("edited").visibility(Visibility.PRIVATE).build());
            assertThat(sending.await(60, TimeUnit.SECONDS)).isTrue();
            bridge.writeBack(deletedCopy(copy.conversation(), copy.id()));
            go.countDown();
            bridge.awaitDelivered(3);
            assertThat(beta.all()).hasSize(3).allMatch(FakeDesk.Stored::isPrivate);
        }
    }

    @Test
    @DisplayName("D13: an edit of a copy is never carried, so that two editors do not fight")
    void d13EditsOnBothSidesConvergeWithBoundedCalls() throws Exception {
        beta.capabilities = Set.of(SideCapability.EDIT);
        alpha.capabilities = Set.of(SideCapability.EDIT);
        try (Bridge bridge = twoWay()) {
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            FakeDesk.Stored copy = beta.all().get(0);
            bridge.writeBack(copy(copy.conversation(), copy.id()).text("1").marker(copy.marker()).build());
            for (int i = 1; i <= 50; i++) {
                bridge.update(Bridge.message("c1", "1").text("alpha " + i).build());
                bridge.writeBack(copy(copy.conversation(), copy.id()).text("beta " + i).marker(copy.marker()).build());
            }
            await().until(() -> bridge.flow().pending() == 0);
            assertThat(beta.texts()).containsExactly("alpha 50");
            assertThat(beta.calls.size()).isBetween(2, 51);
            assertThat(alpha.calls).isEmpty();
            assertThat(bridge.flow("beta").received()).isZero();
        }
    }

    @Test
    void editOfACopyIsReportedOnceAndWithoutItsText() throws Exception {
        try (Bridge bridge = twoWay();
                LoggedLines lines = LoggedLines.of("io.github.camelhelpdesk.sync.intake.IntakeProducer")) {
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            FakeDesk.Stored copy = beta.all().get(0);
            for (String text : List.of("1", "1", "private words", "more private words")) {
                bridge.writeBack(copy(copy.conversation(), copy.id()).text(text).build());
            }
            assertThat(lines.warnings()).singleElement().satisfies(
                    line -> assertThat(line).contains("fake/b/" + copy.conversation() + "/" + copy.id())
                            .doesNotContain("words"));
        }
    }

    @Test
    void editOfACopyThatWasFirstReadBeforeItsConfirmIsReported() throws Exception {
        try (Bridge bridge = twoWay();
                LoggedLines lines = LoggedLines.of("io.github.camelhelpdesk.sync.intake.IntakeProducer")) {
            beta.afterSend = call -> bridge.writeBack(beta.read(beta.all().get(0)));
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            bridge.writeBack(beta.read(beta.all().get(0)).toBuilder().text("changed").build());
            assertThat(lines.warnings()).singleElement().asString().contains("is a copy that somebody has edited");
        }
    }

    @Test
    void ownEditOfACopyIsNotTakenForAPersonsWheneverItIsRead() throws Exception {
        beta.capabilities = Set.of(SideCapability.EDIT);
        try (Bridge bridge = twoWay();
                LoggedLines lines = LoggedLines.of("io.github.camelhelpdesk.sync.intake.IntakeProducer")) {
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            bridge.writeBack(beta.read(beta.all().get(0)));
            beta.afterSend = call -> bridge.writeBack(beta.read(beta.all().get(0)));
            bridge.update(Bridge.message("c1", "1").text("new").build());
            bridge.awaitDelivered(2);
            bridge.writeBack(beta.read(beta.all().get(0)));
            assertThat(lines.warnings()).isEmpty();
            bridge.writeBack(beta.read(beta.all().get(0)).toBuilder().text("changed").build());
            assertThat(lines.warnings()).hasSize(1);
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
