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

import io.github.camelhelpdesk.common.model.MessageKey;

/** The lanes: one per source conversation and direction. */
final class LaneTable {

    private LaneTable() {
    }

    static long idOf(Statements statements, long direction, MessageKey key) throws SQLException {
        Optional<Long> known = statements.one(
                "SELECT id FROM lane WHERE direction_id = ? AND provider = ? AND account = ? AND conversation = ?",
                result -> result.getLong(1), direction, key.provider(), key.account(), key.conversationId());
        if (known.isPresent()) {
            return known.get();
        }
        return statements.insert("INSERT INTO lane (direction_id, provider, account, conversation) VALUES (?, ?, ?, ?)",
                direction,
                key.provider(), key.account(), key.conversationId());
    }

    /**
     * To be called before a row that was passed over takes its place in the lane again. The row that went on without it may be
     * with the route now and will not head the lane any more, which is how it would be known as such: it is put in doubt, and
     * looked for from the copy that is the last one now.
     *
     * @param notFoundFrom from when on "not found" counts, as long as this process has the row
     */
    static void doubtOvertaker(Statements statements, long lane, long overtaken, Instant notFoundFrom) throws SQLException {
        statements.change(
                "UPDATE message SET not_found_from = max(coalesce(not_found_from, 0), ?), after_id = coalesce(after_id,"
                        + " CASE WHEN first_handed_out_at IS NULL THEN (SELECT l.last_copy_id FROM lane l WHERE l.id = lane_id) END, '')"
                        + " WHERE id = (SELECT min(id) FROM message WHERE direction_id = (SELECT direction_id FROM lane WHERE id = ?)"
                        + " AND lane_id = ? AND state IN ('pending', 'held', 'parked') AND state = 'pending' AND id > ?)",
                notFoundFrom.toEpochMilli(), lane, lane, overtaken);
    }

    static void lastCopy(Statements statements, long lane, String id) throws SQLException {
        statements.change("UPDATE lane SET last_copy_id = ? WHERE id = ?", id, lane);
    }
}
