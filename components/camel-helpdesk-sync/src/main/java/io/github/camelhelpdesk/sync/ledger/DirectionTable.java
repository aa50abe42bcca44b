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
import java.util.Optional;

/** The directions and their counters. */
final class DirectionTable {

    private DirectionTable() {
    }

    static long idOf(Statements statements, DirectionKey key) throws SQLException {
        Optional<Long> known = statements.one("SELECT id FROM direction WHERE link = ? AND source = ? AND target = ?",
                result -> result.getLong(1), key.link(), key.source(), key.target());
        if (known.isPresent()) {
            return known.get();
        }
        return statements.insert("INSERT INTO direction (link, source, target) VALUES (?, ?, ?)", key.link(), key.source(),
                key.target());
    }

    static void countReceived(Statements statements, long direction, MessageState state) throws SQLException {
        statements.change("UPDATE direction SET received = received + 1 WHERE id = ?", direction);
        if (!state.isOpen()) {
            countMove(statements, direction, MessageState.PENDING, state);
        }
    }

    static void countDropped(Statements statements, long direction) throws SQLException {
        statements.change("UPDATE direction SET dropped = dropped + 1 WHERE id = ?", direction);
    }

    static void countMove(Statements statements, long direction, MessageState from, MessageState to) throws SQLException {
        statements.change("UPDATE direction SET delivered = delivered + ?, skipped = skipped + ?, parked = parked + ?,"
                + " discarded = discarded + ? WHERE id = ?", moved(MessageState.CONFIRMED, from, to),
                moved(MessageState.SKIPPED, from, to), moved(MessageState.PARKED, from, to),
                moved(MessageState.DISCARDED, from, to), direction);
    }

    private static int moved(MessageState state, MessageState from, MessageState to) {
        return (to == state ? 1 : 0) - (from == state ? 1 : 0);
    }
}
