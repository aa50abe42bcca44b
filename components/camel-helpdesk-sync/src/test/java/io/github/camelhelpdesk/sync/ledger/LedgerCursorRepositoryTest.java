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
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerCursorRepositoryTest {

    @TempDir
    Path directory;

    @Test
    void entriesSurviveAReopening() throws Exception {
        Path file = directory.resolve("ledger.db");
        try (Ledger ledger = Ledger.open(file)) {
            LedgerCursorRepository cursors = new LedgerCursorRepository(() -> ledger);
            cursors.setState("a", "1");
            cursors.setState("a", "2");
            cursors.putAll(Map.of("b", "3", "c", "4"));
            cursors.remove("c");
        }
        try (Ledger ledger = Ledger.open(file)) {
            LedgerCursorRepository cursors = new LedgerCursorRepository(() -> ledger);
            assertThat(cursors.getState("a")).isEqualTo("2");
            assertThat(cursors.getState("b")).isEqualTo("3");
            assertThat(cursors.getState("c")).isNull();
        }
    }

    @Test
    void prefixIsTakenLiterally() throws Exception {
        try (Ledger ledger = Ledger.open(directory.resolve("ledger.db"))) {
            LedgerCursorRepository cursors = new LedgerCursorRepository(() -> ledger);
            cursors.putAll(Map.of("a%/1", "x", "a%/2", "x", "ab/1", "x", "a%", "x", "a%/\ud83d\ude00", "x", "A%/1", "x"));
            assertThat(cursors.keys("a%/")).containsExactly("a%/1", "a%/2", "a%/\ud83d\ude00");
            assertThat(cursors.keys("")).hasSize(6);
        }
    }
}
