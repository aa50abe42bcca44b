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

/**
 * Writes that a conversation of the target has vanished: its mapping is to get a new one, and the row that met this is sent
 * again, not in doubt, as it was refused. The old conversation stays known. Ids of copies in it mean nothing in the new one.
 *
 * @param direction the direction of the row
 * @param row what could not be sent
 * @param side the target, as {@code provider/account}
 * @param conversation what has vanished
 * @param key by which the new conversation will be found, without its generation
 * @param attempt what could not be sent in it
 */
public record ReplaceConversation(DirectionKey direction, long row, String side, String conversation, String key,
        Attempt attempt) implements LedgerWrite<Void> {

    private static final String LANES = " IN (SELECT l.id FROM conversation_end s JOIN lane l ON l.direction_id = ?"
            + " AND l.provider = substr(s.side, 1, instr(s.side, '/') - 1)"
            + " AND l.account = substr(s.side, instr(s.side, '/') + 1) AND l.conversation = s.conversation WHERE s.mapping_id = ? AND s.side <> ?)";

    @Override
    public Void run(Statements statements) throws SQLException {
        EndedRow before = EndedRow.of(statements, row);
        long now = Instant.now().toEpochMilli();
        Long mapping = statements.one("UPDATE conversation_end SET replaced_at = ? WHERE link = ? AND side = ?"
                + " AND conversation = ? AND replaced_at IS NULL RETURNING mapping_id", result -> result.getLong(1), now,
                direction.link(), side, conversation).orElse(null);
        // Another lane of the same mapping may have met it first.
        if (mapping != null) {
            statements.change("UPDATE conversation SET state = 'creating', generation = generation + 1, not_found_from = NULL,"
                    + " key = ?, lanes_before = (SELECT coalesce(max(id), 0) FROM lane) WHERE id = ?", key, mapping);
            forgetCopies(statements, before.direction(), mapping);
        }
        statements.change("UPDATE message SET reason = ?, attempts = attempts + ?, not_found_from = NULL,"
                + " first_handed_out_at = coalesce(first_handed_out_at, ?) WHERE id = ? AND state = 'pending'",
                "Conversation " + conversation + " is no longer there; another one takes its place", attempt.handedOut(),
                Times.millis(attempt.handedOutAt()), row);
        return null;
    }

    private void forgetCopies(Statements statements, long directionId, long mapping) throws SQLException {
        statements.change("UPDATE lane SET last_copy_id = NULL WHERE id" + LANES, directionId, mapping, side);
        statements.change("UPDATE message SET after_id = NULL WHERE direction_id = ? AND state IN ('pending', 'held', 'parked')"
                + " AND lane_id" + LANES, directionId, directionId, mapping, side);
    }
}
