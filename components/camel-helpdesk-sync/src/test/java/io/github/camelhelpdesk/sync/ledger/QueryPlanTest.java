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

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions that are asked per message must not grow with the ledger. */
class QueryPlanTest {

    @TempDir
    Path directory;

    private List<String> plan(String sql, Object... values) throws Exception {
        try (Ledger ledger = Ledger.open(directory.resolve("ledger.db"))) {
            return ledger.read(
                    statements -> statements.all("EXPLAIN QUERY PLAN " + sql, result -> result.getString(4), values));
        }
    }

    @Test
    void writesOfAnHourAreCountedByIndex() throws Exception {
        assertThat(plan("SELECT count(*) FROM message WHERE " + LedgerDirection.WRITTEN + " AND ended_at > ?", 1, "c", 1, 0))
                .anyMatch(step -> step.contains("message_written"));
    }

    @Test
    void headOfALaneIsFoundByIndex() throws Exception {
        assertThat(plan(LedgerDirection.head(""), 1, 1)).noneMatch(step -> step.startsWith("SCAN"))
                .anyMatch(step -> step.contains("message_open_in_lane (direction_id=? AND lane_id=?"))
                .anyMatch(step -> step.startsWith("SEARCH d") && step.contains("lane_id=? AND message_id=?"));
    }

    @Test
    void rowsOfAMessageAreFoundByIndex() throws Exception {
        assertThat(plan(KnownRevision.BY_KEY, 1, "p", "a", "c", "m")).noneMatch(step -> step.startsWith("SCAN"))
                .anyMatch(step -> step.startsWith("SEARCH m") && step.contains("lane_id=? AND message_id=?"));
    }

    @Test
    void whatAChangeWaitsForIsFoundByIndex() throws Exception {
        assertThat(plan(EarlierRevisions.UNENDED, 1, "m", 2))
                .anyMatch(step -> step.startsWith("SEARCH message") && step.contains("lane_id=? AND message_id=?"));
    }

    @Test
    void subjectOfTheMailBeforeIsFoundFromTheEndOfItsLane() throws Exception {
        assertThat(plan(LaneSubjects.BEFORE, 1, "m", "c")).noneMatch(step -> step.startsWith("SCAN"))
                .noneMatch(step -> step.contains("TEMP B-TREE")).anyMatch(step -> step.contains("lane_id=?"));
    }

    @Test
    void sendsThatAHeldMessageWaitsForAreFoundByIndex() throws Exception {
        assertThat(plan(PerhapsOurs.UNENDED, 1)).noneMatch(step -> step.startsWith("SCAN"))
                .anyMatch(step -> step.startsWith("SEARCH s") && step.contains("conversation=?"))
                .anyMatch(step -> step.contains("message_open_in_lane (direction_id=? AND lane_id=?"));
    }
}
