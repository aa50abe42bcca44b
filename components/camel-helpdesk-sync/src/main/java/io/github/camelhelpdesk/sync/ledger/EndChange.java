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

import java.sql.SQLException;
import java.time.Instant;

/** Writes that the sync itself has made a change on the target, which left no copy. */
public record EndChange(long row, String conversation, Instant handedOutAt) implements LedgerWrite<Void> {

    @Override
    public Void run(Statements statements) throws SQLException {
        EndedRow before = EndedRow.of(statements, row);
        statements.change(
                "UPDATE message SET state = 'confirmed', reason = NULL, target_conversation = ?, attempts = attempts + 1,"
                        + " first_handed_out_at = coalesce(first_handed_out_at, ?), ended_at = ? WHERE id = ?",
                conversation,
                Times.millis(handedOutAt), Instant.now().toEpochMilli(), row);
        DirectionTable.countMove(statements, before.direction(), before.state(), MessageState.CONFIRMED);
        return null;
    }
}
