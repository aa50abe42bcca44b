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
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.HelpdeskMessageBuilder;
import io.github.camelhelpdesk.common.model.MessageKey;
import io.github.camelhelpdesk.sync.fake.Bridge;
import io.github.camelhelpdesk.sync.fake.FakeDesk;
import io.github.camelhelpdesk.sync.view.MessageTrace;

/** What becomes of a message that arrives again. Nothing is delivered before a test says so. */
class RevisionIntakeTest {

    private static final Instant STAMP = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    Path directory;
    private final FakeDesk beta = new FakeDesk("b");
    private Bridge bridge;

    @BeforeEach
    void startIntakeOnly() throws Exception {
        bridge = new Bridge(ledger(), new FakeDesk("a"), beta).intake().start();
    }

    @AfterEach
    void stop() {
        bridge.close();
    }

    private Path ledger() {
        return directory.resolve("ledger.db");
    }

    private static HelpdeskMessageBuilder at(String id, int second) {
        return Bridge.message("c1", id).updatedAt(STAMP.plusSeconds(second));
    }

    private List<MessageTrace> rows() {
        return bridge.sync().ledgerView().messages("link", 1000);
    }

    private void deliver() throws Exception {
        bridge.route(Bridge.DELIVERY, "beta:send");
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + ledger());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    @DisplayName("D1: the same content a thousand times, each time with a new stamp, is one row")
    void d1SameContentWithNewStampsIsOneRow() {
        for (int i = 0; i < 1000; i++) {
            bridge.update(at("1", i).build());
        }
        bridge.write(at("1", 0).build());
        for (int i = 0; i < 1000; i++) {
            bridge.update(at("1", i).build());
        }
        assertThat(rows()).hasSize(1);
        assertThat(bridge.flow().received()).isEqualTo(1);
    }

    @Test
    void lineEndsAndSpaceAtTheirEndsMakeNoRevision() {
        bridge.write(at("1", 0).text("one\ntwo").build());
        bridge.update(at("1", 1).text("one \r\ntwo\r\n").build());
        assertThat(rows()).hasSize(1);
    }

    @Test
    void filesInAnotherOrderOrWithAnotherAddressMakeNoRevision() {
        Attachment one = new Attachment("f1", "a.pdf", "https://files.test/1?signed=x", null, null);
        Attachment two = new Attachment("f2", "b.pdf", null, null, null);
        bridge.write(at("1", 0).attachments(List.of(one, two)).build());
        bridge.update(at("1", 1)
                .attachments(List.of(two, new Attachment("f1", "a.pdf", "https://files.test/1?signed=y", null, null))).build());
        assertThat(rows()).hasSize(1);
        bridge.update(at("1", 2).attachments(List.of(two)).build());
        assertThat(rows()).hasSize(2);
    }

    @Test
    void olderStampIsKnownAlsoAfterAStatusUpdate() throws Exception {
        bridge.write("c1", "head");
        bridge.write(at("1", 10).text("second").build());
        bridge.update(at("1", 5).text("first").build());
        bridge.update(at("1", 30).text("second").build());
        bridge.update(at("1", 20).text("other").build());
        assertThat(rows()).hasSize(2);
        assertThat(contentOf("1")).contains("second");
    }

    private String contentOf(String id) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + ledger());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT content FROM message WHERE message_id = '" + id + "' ORDER BY revision DESC LIMIT 1")) {
            return result.getString(1);
        }
    }

    @Test
    void editOfAMessageThatIsNotSentYetTakesItsPlace() throws Exception {
        bridge.write("c1", "head", "1", "last");
        bridge.update(at("1", 1).text("better").build());
        bridge.update(at("1", 2).text("best").build());
        assertThat(rows()).hasSize(3);
        deliver();
        bridge.awaitDelivered(3);
        assertThat(beta.texts()).containsExactly("head", "best", "last");
        assertThat(bridge.trace("1")).extracting(MessageTrace::kind, MessageTrace::revision).containsExactly("message", 0);
    }

    @Test
    void editOfAMessageThatMayBeUnderWayQueuesBehindItAndFurtherOnesTakeItsPlace() throws Exception {
        bridge.write("c1", "1");
        for (int i = 1; i <= 10; i++) {
            bridge.update(at("1", i).text("edit " + i).build());
        }
        assertThat(rows()).hasSize(2);
        assertThat(bridge.trace("1")).extracting(MessageTrace::kind, MessageTrace::revision).containsExactly("edit", 1);
        deliver();
        bridge.awaitDelivered(2);
        assertThat(beta.texts()).containsExactly("1", "Edited: edit 10");
        assertThat(beta.calls).extracting(call -> Marker.parse(call.marker()).orElseThrow().revision()).containsExactly(0, 1);
    }

    @Test
    void deletionOfAMessageThatIsNotSentYetDiscardsItForEver() throws Exception {
        bridge.write("c1", "head", "1", "last");
        bridge.update(at("1", 1).text("This message was deleted").deleted(true).build());
        bridge.update(at("1", 2).text("back again").build());
        bridge.write("c1", "1");
        assertThat(rows()).hasSize(3);
        assertThat(bridge.trace("1").state()).isEqualTo("discarded");
        assertThat(bridge.flow().pending()).isEqualTo(2);
        deliver();
        bridge.awaitDelivered(2);
        assertThat(beta.texts()).containsExactly("head", "last");
        assertThat(bridge.flow().pending()).isZero();
    }

    @Test
    void deletionOfAMessageThatMayBeUnderWayQueuesBehindItAndDiscardsItsUnsentEdit() {
        bridge.write("c1", "1");
        bridge.update(at("1", 1).text("edited").build());
        bridge.update(at("1", 2).deleted(true).build());
        bridge.update(at("1", 3).deleted(true).build());
        assertThat(rows()).extracting(MessageTrace::revision, MessageTrace::kind, MessageTrace::state).containsExactly(
                tuple(2, "deletion", "pending"),
                tuple(1, "edit", "discarded"),
                tuple(0, "message", "pending"));
    }

    @Test
    void deletionIsFinalEvenWithAnOlderStamp() {
        bridge.write(at("1", 10).build());
        bridge.update(at("1", 5).deleted(true).build());
        bridge.update(at("1", 20).text("risen").build());
        assertThat(rows()).extracting(MessageTrace::kind).containsExactly("deletion", "message");
    }

    @Test
    void rowsOfBeforeAreComparedByTheirContent() throws Exception {
        bridge.write("c1", "head", "1");
        execute("UPDATE message SET digest = NULL, edited_at = NULL");
        bridge.update(at("1", 1).build());
        assertThat(rows()).hasSize(2);
        bridge.update(at("1", 2).text("edited").build());
        assertThat(contentOf("1")).contains("edited");
        assertThat(rows()).hasSize(2);
    }

    @Test
    @DisplayName("E4: an edit belongs to its conversation, whatever ids other conversations use")
    void e4EditTouchesNoMessageOfTheSameIdElsewhere() throws Exception {
        bridge.write("c1", "head1", "1");
        bridge.write("c2", "head2", "1");
        bridge.update(Bridge.message("c2", "1").text("changed").updatedAt(STAMP).build());
        deliver();
        bridge.awaitDelivered(4);
        assertThat(beta.textsByConversation()).containsExactlyInAnyOrder(List.of("head1", "1"), List.of("head2", "changed"));
    }

    @Test
    void updateOfAMessageThatWasNeverTakenInCreatesNothing() {
        bridge.update(at("1", 1).text("changed").build());
        assertThat(rows()).isEmpty();
    }

    @Test
    void updateOfAMessageThatTheLedgerLacksIsTakenInWhenItIsRereadForRepair() {
        bridge.send("direct:in", exchange -> {
            exchange.getIn().setBody(at("1", 1).text("changed").build());
            exchange.getIn().setHeader(HelpdeskConstants.UPDATED, true);
            exchange.getIn().setHeader(HelpdeskConstants.REREAD, true);
        });
        assertThat(bridge.trace("1")).extracting(MessageTrace::kind, MessageTrace::state).containsExactly("message", "pending");
    }

    @Test
    void deletionOfAMessageThatWasNeverTakenInCreatesNothing() {
        bridge.update(at("1", 1).deleted(true).build());
        assertThat(rows()).isEmpty();
    }

    @Test
    void messageThatCanBeReadAtLastIsDeliveredInItsPlace() throws Exception {
        bridge.unreadable("c1", "1", false);
        bridge.write("c1", "2");
        bridge.unreadable("c1", "1", true);
        assertThat(rows()).hasSize(2);
        bridge.update(at("1", 1).text("readable").build());
        assertThat(bridge.trace("1").state()).isEqualTo("pending");
        assertThat(bridge.flow().parked()).isZero();
        deliver();
        bridge.awaitDelivered(2);
        assertThat(beta.texts()).containsExactly("readable", "2");
    }

    @Test
    void changeThatCannotBeReadIsParkedOnceBehindItsMessage() throws Exception {
        bridge.write("c1", "1");
        bridge.unreadable("c1", "1", false);
        assertThat(rows()).as("no change was announced").hasSize(1);
        bridge.unreadable("c1", "1", true);
        bridge.unreadable("c1", "1", true);
        assertThat(rows()).hasSize(2);
        assertThat(bridge.trace("1")).extracting(MessageTrace::kind, MessageTrace::state).containsExactly("edit", "parked");
    }

    @Test
    void editThatTheDatabaseRefusesIsParkedBehindItsMessage() throws Exception {
        bridge.write("c1", "1");
        execute("CREATE TRIGGER refuse BEFORE INSERT ON message WHEN instr(NEW.content, char(233)) > 0"
                + " BEGIN SELECT RAISE(ABORT, 'not this character'); END");
        bridge.update(at("1", 1).text("caf\u00e9").build());
        bridge.update(at("1", 1).text("caf\u00e9").build());
        assertThat(rows()).hasSize(2);
        assertThat(bridge.trace("1")).extracting(MessageTrace::kind, MessageTrace::revision, MessageTrace::state)
                .containsExactly("edit", 1, "parked");
        assertThat(bridge.trace("1").reason()).contains("not this character");
    }

    @Test
    void editOfAMessageThatAnotherLinkHasCopiedIsCarriedOnlyWhenItsOriginHasChanged() throws Exception {
        Marker first = Marker.of("ring", new MessageKey("other", "z", "c9", "9"), 0);
        HelpdeskMessageBuilder copy = Bridge.message("c1", "1").marker(first.toString());
        bridge.write(copy.build());
        bridge.update(copy.text("changed by somebody here").build());
        assertThat(rows()).hasSize(1);
        Marker second = Marker.of("ring", new MessageKey("other", "z", "c9", "9"), 1);
        bridge.update(copy.text("changed at the origin").marker(second.toString()).build());
        assertThat(rows()).hasSize(2);
        deliver();
        bridge.awaitDelivered(2);
        assertThat(beta.calls.get(1).marker()).isEqualTo(second.toString());
    }

    @Test
    void messageThatIsParkedWithoutEverBeingHandedOutIsChangedInItsPlace() throws Exception {
        beta.beforeOpen = () -> {
            throw new HelpdeskException("no such inbox",
                    HelpdeskException.Outcome.REFUSED, 422, null, false, null);
        };
        deliver();
        bridge.write("c1", "1");
        bridge.awaitState("1", "parked");
        bridge.update(at("1", 1).text("edited").build());
        assertThat(rows()).hasSize(1);
        assertThat(contentOf("1")).contains("edited");
        assertThat(bridge.trace("1").state()).isEqualTo("parked");
        beta.beforeOpen = () -> {
        };
        bridge.write("c1", "2");
        bridge.update(at("1", 2).deleted(true).build());
        bridge.awaitDelivered(1);
        assertThat(bridge.trace("1").state()).isEqualTo("discarded");
        assertThat(beta.texts()).containsExactly("2");
        await().until(() -> bridge.flow().pending() == 0);
        assertThat(bridge.flow().parked()).isZero();
    }
}
