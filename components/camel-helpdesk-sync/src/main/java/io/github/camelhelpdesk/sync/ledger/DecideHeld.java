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

/** Decides about a held message once the sends that it may be a copy of have ended. */
public record DecideHeld(long row) implements LedgerWrite<Boolean> {

    /** @return false when it cannot be decided yet */
    @Override
    public Boolean run(Statements statements) throws SQLException {
        EndedRow before = EndedRow.of(statements, row);
        if (before.state() != MessageState.HELD) {
            return true;
        }
        if (PerhapsOurs.isCopy(statements, row)) {
            statements.change("UPDATE message SET state = 'skipped', reason = ?, ended_at = ? WHERE id = ?",
                    "It is a copy that this link made", Instant.now().toEpochMilli(), row);
            DirectionTable.countMove(statements, before.direction(), before.state(), MessageState.SKIPPED);
            return true;
        }
        if (PerhapsOurs.hasUnendedSend(statements, row)) {
            return false;
        }
        statements.change("UPDATE message SET state = 'pending' WHERE id = ?", row);
        return true;
    }
}
