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

/**
 * Lets a parked message into its lane again, at its old place. When it was ever handed out it is in doubt, and an earlier doubt
 * never ends by it. A row that is not parked any more is left alone.
 */
public final class ReplayMessage implements LedgerWrite<Optional<ReplayedRow>> {

    private static final String REPLAY = "UPDATE message SET state = 'pending', failures = 0, reason = NULL, ended_at = NULL,"
            + " not_found_from = CASE WHEN first_handed_out_at IS NULL AND not_found_from IS NULL THEN NULL"
            + " ELSE max(coalesce(not_found_from, 0), ?) END WHERE id = ?";
    private static final String OVERTAKEN = "SELECT 1 FROM message WHERE lane_id = ? AND id > ? AND state = 'confirmed' LIMIT 1";

    private final long row;
    private final Instant notFoundFrom;
    private final boolean overParked;

    /**
     * @param notFoundFrom when the last attempt that can be under way has settled
     * @param overParked whether the lane may have gone on without the message
     */
    public ReplayMessage(long row, Instant notFoundFrom, boolean overParked) {
        this.row = row;
        this.notFoundFrom = notFoundFrom;
        this.overParked = overParked;
    }

    /** @return empty when there is no such row */
    @Override
    public Optional<ReplayedRow> run(Statements statements) throws SQLException {
        Optional<ParkedRow> found = ParkedRow.find(statements, row);
        if (found.isEmpty() || !found.get().wasParked()) {
            return found.map(other -> new ReplayedRow(other, false));
        }
        return Optional.of(replay(statements, found.get()));
    }

    private ReplayedRow replay(Statements statements, ParkedRow parked) throws SQLException {
        boolean late = statements.one(OVERTAKEN, result -> true, parked.lane(), row).isPresent();
        if (overParked) {
            LaneTable.doubtOvertaker(statements, parked.lane(), row, notFoundFrom);
        }
        statements.change(REPLAY, notFoundFrom.toEpochMilli(), row);
        DirectionTable.countMove(statements, parked.direction(), MessageState.PARKED, MessageState.PENDING);
        AuditTable.add(statements, parked.link(), row, "replay", (parked.maySent() ? "In doubt. " : "")
                + (late ? "Later messages of its conversation were sent before it. " : "") + "Was parked: " + parked.reason());
        return new ReplayedRow(parked, late);
    }
}
