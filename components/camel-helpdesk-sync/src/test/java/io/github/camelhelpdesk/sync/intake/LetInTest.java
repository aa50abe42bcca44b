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
package io.github.camelhelpdesk.sync.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhelpdesk.sync.ledger.Ledger;

class LetInTest {

    @TempDir
    Path directory;

    @Test
    void echoIsJudgedByIndexHoweverManyMessagesWait() throws Exception {
        try (Ledger ledger = Ledger.open(directory.resolve("ledger.db"))) {
            List<String> plan = ledger.read(statements -> statements.all("EXPLAIN QUERY PLAN " + LetIn.UNCONFIRMED,
                    result -> result.getString(4), "marker", "link", "beta", "alpha"));
            assertThat(plan).anyMatch(step -> step.contains("message_open_by_marker (direction_id=? AND marker=?)"));
        }
    }
}
