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
package io.github.camelhelpdesk.sync.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

import io.github.camelhelpdesk.common.model.MessageKey;
import io.github.camelhelpdesk.sync.view.FlowStatus;

class LedgerTest {

    private static final DirectionKey DIRECTION = new DirectionKey("link", "alpha", "beta");

    @TempDir
    Path directory;

    private Ledger open() {
        return Ledger.open(directory.resolve("sub").resolve("ledger.db"));
    }

    private static StoreMessage store(LedgerDirection direction, String conversation, String id) {
        return new StoreMessage(new NewMessage(direction.id(), new MessageKey("fake", "a", conversation, id), "marker-" + id,
                "{\"text\":\"" + id + "\"}", Instant.EPOCH, null));
    }

    @Test
    void writesThatQueueUpShareACommit() throws Exception {
        try (Ledger ledger = open()) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            CompletableFuture<Object> first = ledger.write(statements -> {
                begun.countDown();
                awaitQuietly(go);
                return null;
            });
            awaitQuietly(begun);
            List<Boolean> alone = new ArrayList<>();
            List<CompletableFuture<Boolean>> rest = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                rest.add(ledger.write(statements -> {
                    alone.add(statements.one("SELECT count(*) FROM cursor", result -> result.getInt(1)).orElseThrow() == 0);
                    return statements.change("INSERT INTO cursor (key, value) VALUES (?, 'x')", "k" + alone.size()) == 1;
                }));
            }
            CompletableFuture<Integer> seen = rest.get(0).thenApply(any -> ledger.read(
                    statements -> statements.one("SELECT count(*) FROM cursor", result -> result.getInt(1)).orElseThrow()));
            go.countDown();
            first.join();
            assertThat(seen.join()).as("rows that were durable when the first write of the batch was").isEqualTo(100);
        }
    }

    @Test
    void writeThatFailsDoesNotTakeItsBatchWithIt() throws Exception {
        try (Ledger ledger = open()) {
            CountDownLatch go = new CountDownLatch(1);
            ledger.write(statements -> {
                awaitQuietly(go);
                return null;
            });
            CompletableFuture<Integer> good = put(ledger, "a");
            CompletableFuture<Integer> bad = ledger.write(statements -> {
                put(statements, "half");
                return statements.change("INSERT INTO cursor (key, value) VALUES ('b', NULL)");
            });
            CompletableFuture<Integer> alsoGood = put(ledger, "c");
            go.countDown();
            assertThat(good.join()).isEqualTo(1);
            assertThat(alsoGood.join()).isEqualTo(1);
            assertThatThrownBy(bad::join).hasCauseInstanceOf(LedgerException.class);
            assertThat(ledger.<List<String>> read(statements -> statements.all("SELECT key FROM cursor ORDER BY key",
                    result -> result.getString(1)))).containsExactly("a", "c");
        }
    }

    @Test
    void rowThatTheDatabaseRefusesIsStoredEscapedAndParked() throws Exception {
        try (Ledger ledger = open()) {
            LedgerDirection direction = ledger.direction(DIRECTION);
            ledger.writeNow(statements -> statements.change("CREATE TRIGGER refuse BEFORE INSERT ON message"
                    + " WHEN instr(NEW.content, char(7)) > 0 BEGIN SELECT RAISE(ABORT, 'not this character'); END"));
            MessageKey key = new MessageKey("fake", "a", "c1", "1");
            ledger.write(store(direction, "c1", "0"));
            StoredMessage stored = ledger.writeNow(new StoreMessage(
                    new NewMessage(direction.id(), key, "marker", "{\"text\":\"a\u0007b\"}", Instant.EPOCH, null)));
            assertThat(stored.outcome()).isEqualTo(StoredMessage.Outcome.STORED);
            assertThat(ledger.<String> read(statements -> statements.one("SELECT content FROM message WHERE state = 'parked'",
                    result -> result.getString(1)).orElseThrow())).isEqualTo("{\"text\":\"a\\u0007b\"}");
            assertThat(ledger.view().messages("link", 1).get(0).reason()).contains("not this character");
            assertThat(ledger.view().links().get(0).flows().get(0)).extracting(FlowStatus::received, FlowStatus::parked)
                    .containsExactly(2L, 1L);
        }
    }

    @Test
    void firstIdsWinAndASecondCopyIsReported() throws Exception {
        try (Ledger ledger = open()) {
            LedgerDirection direction = ledger.direction(DIRECTION);
            StoredMessage stored = ledger.writeNow(store(direction, "c1", "1"));
            long row = direction.head(stored.lane(), false).orElseThrow().id();
            assertThat(ledger.writeNow(new ConfirmMessage(row, copies("x1"), null))).isTrue();
            assertThat(ledger.writeNow(new ConfirmMessage(row, copies("x1"), null))).isTrue();
            assertThat(ledger.writeNow(new ConfirmMessage(row, copies("x2"), null))).isFalse();
            assertThat(ledger.view().messages("link", 10)).singleElement().satisfies(trace -> {
                assertThat(trace.targetIds()).containsExactly("x1");
                assertThat(trace.reason()).contains("x2");
            });
            assertThat(ledger.view().links().get(0).flows().get(0).delivered()).isEqualTo(1);
        }
    }

    private static Copies copies(String id) {
        return new Copies("link", "fake/b", "t1", List.of(id));
    }

    @Test
    void countersTellEveryStateAndTheAgeOfTheOldest() throws Exception {
        try (Ledger ledger = open()) {
            LedgerDirection direction = ledger.direction(DIRECTION);
            List<Long> rows = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                StoredMessage stored = ledger.writeNow(store(direction, "c" + i, "m" + i));
                rows.add(direction.head(stored.lane(), false).orElseThrow().id());
            }
            Attempt attempt = new Attempt(Instant.now(), false, null);
            ledger.writeNow(new ConfirmMessage(rows.get(0), copies("x"), Instant.now()));
            ledger.writeNow(new EndMessage(rows.get(1), MessageState.SKIPPED, "skipped", attempt));
            ledger.writeNow(new EndMessage(rows.get(2), MessageState.PARKED, "parked", attempt));
            ledger.writeNow(statements -> statements.change("UPDATE message SET received_at = received_at - 60000 WHERE id = ?",
                    rows.get(3)));
            FlowStatus flow = ledger.view().links().get(0).flows().get(0);
            assertThat(flow).extracting(FlowStatus::received, FlowStatus::delivered, FlowStatus::pending, FlowStatus::parked)
                    .containsExactly(5L, 1L, 2L, 1L);
            assertThat(flow.lagMillis()).isBetween(60_000L, 90_000L);
        }
    }

    @Test
    void whatAPersonHasDiscardedIsNotParkedAgainByAnAttemptThatEndsLater() throws Exception {
        try (Ledger ledger = open()) {
            LedgerDirection direction = ledger.direction(DIRECTION);
            long lane = ledger.writeNow(store(direction, "c", "m")).lane();
            long row = direction.head(lane, false).orElseThrow().id();
            EndMessage parks = new EndMessage(row, MessageState.PARKED, "parked", new Attempt(Instant.now(), false, null));
            assertThat(ledger.writeNow(parks)).isTrue();
            ledger.writeNow(new DiscardMessage(row));
            assertThat(ledger.writeNow(parks)).isFalse();
            assertThat(direction.head(lane, false)).isEmpty();
        }
    }

    @Test
    void secondOwnerInThisProcessIsRefusedWithAClearMessage() throws Exception {
        try (Ledger ledger = open()) {
            assertThat(ledger.openedAt()).isNotNull();
            assertThatThrownBy(this::open).isInstanceOf(LedgerException.class)
                    .hasMessageContaining("is in use by another process")
                    .hasMessageContaining("ledgerFile");
        }
    }

    @Test
    @DisplayName("D8, L16: while one process has the ledger, a second one is refused")
    void d8SecondProcessIsRefused() throws Exception {
        try (Ledger ledger = open()) {
            assertSecondProcessIsRefused();
        }
    }

    @Test
    @DisplayName("D8: a second process is refused even after a second owner in this one was")
    void d8SecondProcessIsRefusedAfterASecondOwnerInThisProcess() throws Exception {
        try (Ledger ledger = open()) {
            assertThatThrownBy(this::open).isInstanceOf(LedgerException.class);
            assertSecondProcessIsRefused();
        }
    }

    private void assertSecondProcessIsRefused() throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), SecondOwner.class.getName(),
                directory.resolve("sub").resolve("ledger.db").toString()).redirectErrorStream(true)
                .redirectOutput(new File(directory.toFile(), "out")).start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(new File(directory.toFile(), "out")).content().contains("is in use by another process");
        assertThat(process.exitValue()).isEqualTo(SecondOwner.REFUSED);
    }

    @Test
    void dataSourceThatIsSqliteIsTaken() throws Exception {
        SQLiteDataSource dataSource = new SQLiteDataSource();
        dataSource.setUrl("jdbc:sqlite:" + directory.resolve("given.db"));
        try (Ledger ledger = Ledger.open(dataSource)) {
            ledger.writeNow(store(ledger.direction(DIRECTION), "c1", "1"));
            assertThat(directory.resolve("given.db.lock")).exists();
        }
    }

    @Test
    void dataSourceInMemoryIsRefused() {
        SQLiteDataSource dataSource = new SQLiteDataSource();
        dataSource.setUrl("jdbc:sqlite::memory:");
        assertThatThrownBy(() -> Ledger.open(dataSource)).isInstanceOf(LedgerException.class)
                .hasMessageContaining("SQLite file");
    }

    @Test
    void commitsAreWrittenThroughToTheDisk() throws Exception {
        try (Ledger ledger = open()) {
            assertThat(ledger.<Integer> read(statements -> statements.one("PRAGMA synchronous", result -> result.getInt(1))
                    .orElseThrow())).as("FULL").isEqualTo(2);
            assertThat(ledger.<String> read(statements -> statements.one("PRAGMA journal_mode", result -> result.getString(1))
                    .orElseThrow())).isEqualTo("wal");
        }
    }

    @Test
    void questionsForHeadsAndCountersUseTheirIndexes() throws Exception {
        try (Ledger ledger = open()) {
            String plan = ledger.read(statements -> String.join("\n", statements.all("EXPLAIN QUERY PLAN " + MessageRow.SELECT
                    + "WHERE m.direction_id = 1 AND m.lane_id = 1 AND m.state IN ('pending', 'held', 'parked') AND m.state = 'pending'"
                    + " ORDER BY m.id LIMIT 1", result -> result.getString(4))));
            assertThat(plan).contains("message_open_in_lane").doesNotContain("SCAN").doesNotContain("TEMP B-TREE");
        }
    }

    @Test
    void rowsThatAMessageHasAreFoundByIndexHoweverManyThereAre() throws Exception {
        try (Ledger ledger = open()) {
            String plan = ledger
                    .read(statements -> String.join("\n", statements.all("EXPLAIN QUERY PLAN " + KnownRevision.BY_KEY,
                            result -> result.getString(4), 1, "fake", "a", "c1", "1")));
            assertThat(plan).contains("message_open_in_lane").doesNotContain("SCAN").doesNotContain("TEMP B-TREE");
        }
    }

    private static CompletableFuture<Integer> put(Ledger ledger, String key) {
        return ledger.write(statements -> put(statements, key));
    }

    private static int put(Statements statements, String key) throws java.sql.SQLException {
        return statements.change("INSERT INTO cursor (key, value) VALUES (?, 'x')", key);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
