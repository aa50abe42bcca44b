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

/** What must be known of a row before its state is changed. */
record EndedRow(long direction, long lane, MessageState state, String targetIds) {

    static EndedRow of(Statements statements, long row) throws SQLException {
        return statements.one("SELECT direction_id, lane_id, state, target_ids FROM message WHERE id = ?",
                result -> new EndedRow(result.getLong(1), result.getLong(2), MessageState.of(result.getString(3)),
                        result.getString(4)),
                row).orElseThrow(() -> new SQLException("There is no row " + row));
    }
}
