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
import java.util.Optional;

/** Ends a parked message for good: it is never sent. A row that is not parked any more is left alone. */
public final class DiscardMessage implements LedgerWrite<Optional<ParkedRow>> {

    private final long row;

    public DiscardMessage(long row) {
        this.row = row;
    }

    /** @return the row as it was; empty when there is no such row */
    @Override
    public Optional<ParkedRow> run(Statements statements) throws SQLException {
        Optional<ParkedRow> found = ParkedRow.find(statements, row);
        if (found.isPresent() && found.get().wasParked()) {
            ParkedRow parked = found.get();
            statements.change("UPDATE message SET state = 'discarded', ended_at = ? WHERE id = ?",
                    Instant.now().toEpochMilli(), row);
            DirectionTable.countMove(statements, parked.direction(), MessageState.PARKED, MessageState.DISCARDED);
            AuditTable.add(statements, parked.link(), row, "discard", "Was parked: " + parked.reason());
        }
        return found;
    }
}
