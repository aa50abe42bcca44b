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
package io.github.camelhelpdesk.sync.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.common.model.AuthorType;
import io.github.camelhelpdesk.common.model.Contact;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.MessageKey;
import io.github.camelhelpdesk.sync.ledger.Attempt;
import io.github.camelhelpdesk.sync.ledger.ConfirmMessage;
import io.github.camelhelpdesk.sync.ledger.Copies;
import io.github.camelhelpdesk.sync.ledger.DirectionKey;
import io.github.camelhelpdesk.sync.ledger.EndMessage;
import io.github.camelhelpdesk.sync.ledger.Ledger;
import io.github.camelhelpdesk.sync.ledger.MessageState;
import io.github.camelhelpdesk.sync.ledger.NewMessage;
import io.github.camelhelpdesk.sync.ledger.StoreMessage;
import io.github.camelhelpdesk.sync.view.ConversationHistory;
import io.github.camelhelpdesk.sync.view.ConversationMessage;
import io.github.camelhelpdesk.sync.view.ConversationSide;
import io.github.camelhelpdesk.sync.view.ConversationSummary;

/** Conversations as they are read from a ledger with two directions of one link. */
class ConversationReportTest {

    private static final String LINK = "support";
    private static final Instant WRITTEN = Instant.parse("2026-11-20T10:00:00Z");

    @TempDir
    Path directory;
    private Ledger ledger;
    private ConversationReport report;
    private long forth;
    private long back;

    @BeforeEach
    void open() {
        ledger = Ledger.open(directory.resolve("ledger.db"));
        report = new ConversationReport(ledger);
        forth = ledger.direction(new DirectionKey(LINK, "alpha", "beta")).id();
        back = ledger.direction(new DirectionKey(LINK, "beta", "alpha")).id();
    }

    @AfterEach
    void close() throws Exception {
        ledger.close();
    }

    @Test
    void messagesOfBothSidesStandInTheOrderInWhichTheyBecameKnown() {
        confirm(write("c1", "m1", "Where is my parcel?"), "t1", "x1");
        map("c1", "t1");
        answer("t1", "m2", "It left on Monday.");
        confirm(write("c1", "m3", "Thank you!"), "t1", "x3");

        ConversationHistory history = report.conversation(LINK, "alpha", "c1", 10).orElseThrow();

        assertThat(history.messages()).extracting(ConversationMessage::side, ConversationMessage::text,
                message -> message.copy().state(), message -> message.copy().ids()).containsExactly(
                        tuple("alpha", "Where is my parcel?", "confirmed", List.of("x1")),
                        tuple("beta", "It left on Monday.", "pending", List.of()),
                        tuple("alpha", "Thank you!", "confirmed", List.of("x3")));
        assertThat(history.messages().get(0)).satisfies(message -> {
            assertThat(message.author().name()).isEqualTo("Mina Park");
            assertThat(message.author().type()).isEqualTo("customer");
            assertThat(message.createdAt()).isEqualTo(WRITTEN);
            assertThat(message.attachments()).containsExactly("label.pdf");
            assertThat(message.copy().conversationId()).isEqualTo("t1");
            assertThat(message.copy().endedAt()).isNotNull();
        });
        assertThat(history.olderLeftOut()).isFalse();
        assertThat(report.conversation(LINK, "beta", "t1", 10)).as("asked from the other side").contains(history);
    }

    @Test
    void conversationIsFoundByTheIdOfItsCopiesWhereNobodyWrote() {
        confirm(write("c1", "m1", "Hello"), "t1", "x1");
        map("c1", "t1");

        ConversationHistory history = report.conversation(LINK, "beta", "t1", 10).orElseThrow();

        assertThat(history.conversation().source()).isEqualTo(new ConversationSide("alpha", "c1", 1, 0, 0));
        assertThat(history.conversation().target()).isEqualTo(new ConversationSide("beta", "t1", 0, 0, 0));
        assertThat(report.conversation(LINK, "alpha", "t1", 10)).as("an id of the other side").isEmpty();
        assertThat(report.conversation(LINK, "beta", "c1", 10)).as("an id of the other side").isEmpty();
        assertThat(report.conversation("other", "beta", "t1", 10)).isEmpty();
    }

    @Test
    void onlyTheNewestMessagesAreReadAndItIsSaid() {
        for (int i = 1; i <= 5; i++) {
            write("c1", "m" + i, "text " + i);
        }
        ConversationHistory history = report.conversation(LINK, "alpha", "c1", 2).orElseThrow();

        assertThat(history.messages()).extracting(ConversationMessage::id).containsExactly("m4", "m5");
        assertThat(history.olderLeftOut()).isTrue();
        assertThat(report.conversation(LINK, "alpha", "c1", 5).orElseThrow().olderLeftOut()).isFalse();
    }

    @Test
    void conversationsWithTheNewestMessagesComeFirstAndEachOnce() {
        write("c1", "m1", "a");
        write("c2", "m2", "b");
        map("c1", "t1");
        answer("t1", "m3", "c");
        write("c3", "m4", "d");

        assertThat(report.conversations(LINK, 10, null)).extracting(found -> found.source().conversationId())
                .containsExactly("c3", "c1", "c2");
        assertThat(report.conversations(LINK, 2, "")).hasSize(2);
        assertThat(report.conversations("other", 10, null)).isEmpty();
    }

    @Test
    void stateTellsWhatWaitsAndWhatIsParkedOnEachSide() {
        confirm(write("c1", "m1", "a"), "t1", "x1");
        map("c1", "t1");
        assertThat(only().state()).isEqualTo("upToDate");
        assertThat(only().lastActivity()).isBetween(Instant.now().minusSeconds(60), Instant.now());

        write("c1", "m2", "b");
        write("c1", "m3", "c");
        assertThat(only().state()).isEqualTo("waiting");

        park(answer("t1", "m4", "d"));
        assertThat(only()).extracting(ConversationSummary::state, ConversationSummary::source, ConversationSummary::target)
                .containsExactly("parked", new ConversationSide("alpha", "c1", 3, 2, 0),
                        new ConversationSide("beta", "t1", 1, 0, 1));
        assertThat(report.conversation(LINK, "alpha", "c1", 10).orElseThrow().messages().get(3).copy().reason())
                .isEqualTo("the target said no");
    }

    @Test
    void searchFindsPartsOfNamesAndIdsOfBothSides() {
        write("c1", "m1", "a");
        map("c1", "t-17");
        ledger.writeNow(statements -> statements.change("UPDATE lane SET contact = 'Ünal Çelik' WHERE conversation = 'c1'"));
        write("c2", "m2", "b");

        assertThat(report.conversations(LINK, 10, "ÜNAL")).singleElement()
                .satisfies(found -> assertThat(found.contact()).isEqualTo("Ünal Çelik"));
        assertThat(report.conversations(LINK, 10, "T-1")).hasSize(1);
        assertThat(report.conversations(LINK, 10, "mina")).singleElement()
                .satisfies(found -> assertThat(found.source().conversationId()).isEqualTo("c2"));
        assertThat(report.conversations(LINK, 10, "%")).isEmpty();
    }

    @Test
    void searchGoesBeyondTheFirstPageOfConversations() {
        write("old", "m0", "a");
        for (int i = 0; i < 450; i++) {
            write("c" + i, "m" + i, "b");
        }
        assertThat(report.conversations(LINK, 10, "old")).hasSize(1);
        assertThat(report.conversations(LINK, 200, null)).hasSize(200);
    }

    @Test
    void deletedWordsAreNotShown() {
        write("c1", "m1", "my card number");
        write("c1", "m2", "other");
        ledger.writeNow(
                statements -> statements.change("INSERT INTO message (direction_id, lane_id, message_id, revision, kind,"
                        + " marker, content, state, received_at) SELECT direction_id, lane_id, message_id, 1, 'deletion', marker,"
                        + " content, 'pending', received_at FROM message WHERE message_id = 'm1'"));

        assertThat(report.conversation(LINK, "alpha", "c1", 10).orElseThrow().messages())
                .extracting(ConversationMessage::kind, ConversationMessage::text, ConversationMessage::deleted)
                .containsExactly(tuple("message", null, true),
                        tuple("message", "other", false),
                        tuple("deletion", null, true));
        assertThat(only().source().messages()).as("a deletion is no message").isEqualTo(2);
    }

    @Test
    void wordsThatWereDeletedBeforeTheyWereSentAreNotShown() {
        write("c1", "m1", "my card number");
        write("c1", "m2", "other");
        ledger.writeNow(statements -> statements.change("UPDATE message SET digest = 'deleted' WHERE message_id = 'm1'"));

        assertThat(report.conversation(LINK, "alpha", "c1", 10).orElseThrow().messages())
                .extracting(ConversationMessage::text, ConversationMessage::deleted)
                .containsExactly(tuple(null, true), tuple("other", false));
    }

    @Test
    void messageThatCouldNotBeReadIsShownWithoutWords() {
        ledger.writeNow(new StoreMessage(new NewMessage(forth, new MessageKey("fake", "a", "c1", "m1"), "marker",
                "no JSON \\u0007", null, "The source's consumer could not read it")));

        ConversationMessage message = report.conversation(LINK, "alpha", "c1", 10).orElseThrow().messages().get(0);

        assertThat(message.text()).isNull();
        assertThat(message.author().type()).isNull();
        assertThat(message.copy().state()).isEqualTo("parked");
        assertThat(message.createdAt()).isNull();
    }

    @Test
    void earlierCounterpartsOfAConversationBelongToIt() {
        write("c1", "m1", "a");
        map("c1", "t1");
        answer("t1", "m2", "b");
        ledger.writeNow(
                statements -> statements.change("UPDATE conversation_end SET replaced_at = 1 WHERE conversation = 't1'"));
        ledger.writeNow(statements -> statements.change("INSERT INTO conversation_end (link, side, conversation, mapping_id,"
                + " generation) SELECT link, side, 't2', mapping_id, 2 FROM conversation_end WHERE conversation = 't1'"));
        answer("t2", "m3", "c");

        ConversationHistory history = report.conversation(LINK, "alpha", "c1", 10).orElseThrow();

        assertThat(history.conversation().target()).isEqualTo(new ConversationSide("beta", "t2", 2, 2, 0));
        assertThat(history.messages()).extracting(ConversationMessage::id).containsExactly("m1", "m2", "m3");
        assertThat(report.conversations(LINK, 10, null)).hasSize(1);
    }

    @Test
    void noQuestionReadsAllMessagesOrAllLanes() {
        for (String sql : List.of(
                "SELECT id FROM lane WHERE direction_id = 1 AND newest_row < 9 ORDER BY newest_row DESC LIMIT 9",
                "SELECT id FROM lane WHERE direction_id = 1 AND conversation = 'c' ORDER BY newest_row DESC",
                "SELECT content FROM message WHERE lane_id = 1 ORDER BY id DESC LIMIT 9",
                "SELECT state FROM message WHERE direction_id = 1 AND lane_id = 1 AND state IN ('pending', 'held', 'parked')",
                "SELECT side FROM conversation_end WHERE link = 'l' AND conversation = 'c'")) {
            List<String> plan = ledger.read(statements -> statements.all("EXPLAIN QUERY PLAN " + sql,
                    result -> result.getString(4)));
            assertThat(plan).as(sql).allSatisfy(step -> assertThat(step).startsWith("SEARCH").contains("INDEX"));
        }
    }

    private ConversationSummary only() {
        List<ConversationSummary> all = report.conversations(LINK, 10, null);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private long write(String conversation, String id, String text) {
        return store(forth, new MessageKey("fake", "a", conversation, id), AuthorType.CUSTOMER, text);
    }

    private long answer(String conversation, String id, String text) {
        return store(back, new MessageKey("fake", "b", conversation, id), AuthorType.AGENT, text);
    }

    private long store(long direction, MessageKey key, AuthorType author, String text) {
        HelpdeskMessage message = HelpdeskMessage.builder().provider(key.provider()).account(key.account())
                .conversationId(key.conversationId()).id(key.id()).text(text).createdAt(WRITTEN)
                .author(new Author(author, "u1", author == AuthorType.CUSTOMER ? "Mina Park" : "Gil", null, null))
                .contact(new Contact("u1", null, "Mina Park", null, null))
                .attachments(List.of(new Attachment("f1", "label.pdf", null, "application/pdf", 10L))).build();
        ledger.writeNow(new StoreMessage(new NewMessage(direction, key, "marker-" + key.id(), json(message), WRITTEN, null)));
        return ledger
                .read(statements -> statements.one("SELECT max(id) FROM message", result -> result.getLong(1)).orElseThrow());
    }

    private static String json(HelpdeskMessage message) {
        try {
            return HelpdeskJson.mapper().writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void confirm(long row, String conversation, String id) {
        ledger.writeNow(new ConfirmMessage(row, new Copies(LINK, "fake/b", conversation, List.of(id)), WRITTEN));
    }

    private void park(long row) {
        ledger.writeNow(new EndMessage(row, MessageState.PARKED, "the target said no", new Attempt(WRITTEN, true, null)));
    }

    private void map(String conversation, String counterpart) {
        ledger.writeNow(statements -> {
            long mapping = statements.insert("INSERT INTO conversation (link, state, created_at) VALUES (?, 'open', 0)", LINK);
            for (String[] end : new String[][] { { "fake/a", conversation }, { "fake/b", counterpart } }) {
                statements.change("INSERT INTO conversation_end (link, side, conversation, mapping_id) VALUES (?, ?, ?, ?)",
                        LINK, end[0], end[1], mapping);
            }
            return null;
        });
    }
}
