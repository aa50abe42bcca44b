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
 * What must be known of a row before a person changes it.
 *
 * @param row the row
 * @param link name of its link
 * @param direction id of its direction
 * @param lane id of its lane
 * @param state where it stands now; only a parked one may be changed
 * @param reason why it is parked
 * @param firstHandedOutAt when a route first got it, or null
 * @param notFoundFrom when it is in doubt: from when on "not found" counts; else null
 */
public record ParkedRow(long row, String link, long direction, long lane, MessageState state, String reason,
        Instant firstHandedOutAt, Instant notFoundFrom) {

    private static final String SELECT = "SELECT m.id, d.link, m.direction_id, m.lane_id, m.state, m.reason,"
            + " m.first_handed_out_at, m.not_found_from FROM message m JOIN direction d ON d.id = m.direction_id WHERE m.id = ?";

    static Optional<ParkedRow> find(Statements statements, long row) throws SQLException {
        return statements.one(SELECT, result -> new ParkedRow(result.getLong(1), result.getString(2), result.getLong(3),
                result.getLong(4), MessageState.of(result.getString(5)), result.getString(6), Times.instant(result, 7),
                Times.instant(result, 8)), row);
    }

    /** Whether it was parked when the change was made, which then was made. */
    public boolean wasParked() {
        return state == MessageState.PARKED;
    }

    /** Whether the target may have it: then it is looked for before it is sent. */
    public boolean maySent() {
        return firstHandedOutAt != null || notFoundFrom != null;
    }
}
