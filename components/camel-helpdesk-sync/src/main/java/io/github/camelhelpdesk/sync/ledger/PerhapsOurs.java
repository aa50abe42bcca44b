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

/**
 * Whether a message may be a copy whose end is not written yet: a row of the link's other direction whose copy goes into this
 * conversation, and that was there before the message, has not ended or is parked in doubt.
 */
final class PerhapsOurs {

    /** In this order of tables: the planner, which knows no numbers, would walk along all rows of the direction. */
    static final String UNENDED = "SELECT r.id FROM message m CROSS JOIN lane l ON l.id = m.lane_id"
            + " CROSS JOIN direction d ON d.id = m.direction_id"
            + " CROSS JOIN direction o ON o.link = d.link AND o.source = d.target AND o.target = d.source"
            + " CROSS JOIN conversation_end here ON here.link = d.link AND here.side = l.provider || '/' || l.account"
            + " AND here.conversation = l.conversation"
            + " CROSS JOIN conversation_end there ON there.mapping_id = here.mapping_id AND there.side <> here.side"
            + " CROSS JOIN lane s ON s.direction_id = o.id AND s.provider = substr(there.side, 1, instr(there.side, '/') - 1)"
            + " AND s.account = substr(there.side, instr(there.side, '/') + 1) AND s.conversation = there.conversation"
            + " CROSS JOIN message r ON r.direction_id = o.id AND r.lane_id = s.id AND r.state IN ('pending', 'held', 'parked')"
            + " WHERE m.id = ? AND r.id < m.id AND (r.state = 'pending' OR r.state = 'parked' AND r.not_found_from IS NOT NULL)"
            + " LIMIT 1";
    private static final String COPY = "SELECT c.row_id FROM message m JOIN lane l ON l.id = m.lane_id"
            + " JOIN direction d ON d.id = m.direction_id JOIN copy c ON c.link = d.link"
            + " AND c.side = l.provider || '/' || l.account AND c.conversation = l.conversation AND c.message_id = m.message_id"
            + " WHERE m.id = ?";

    private PerhapsOurs() {
    }

    static boolean hasUnendedSend(Statements statements, long row) throws SQLException {
        return statements.one(UNENDED, result -> result.getLong(1), row).isPresent();
    }

    static boolean isCopy(Statements statements, long row) throws SQLException {
        return statements.one(COPY, result -> result.getLong(1), row).isPresent();
    }
}
