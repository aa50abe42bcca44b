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
        statements.change("UPDATE direction SET received = received + 1, parked = parked + ? WHERE id = ?",
                state == MessageState.PARKED ? 1 : 0, direction);
    }

    static void countDropped(Statements statements, long direction) throws SQLException {
        statements.change("UPDATE direction SET dropped = dropped + 1 WHERE id = ?", direction);
    }

    static void countMove(Statements statements, long direction, MessageState from, MessageState to) throws SQLException {
        statements.change("UPDATE direction SET delivered = delivered + ?, skipped = skipped + ?, parked = parked + ?"
                + " WHERE id = ?", moved(MessageState.CONFIRMED, from, to), moved(MessageState.SKIPPED, from, to),
                moved(MessageState.PARKED, from, to), direction);
    }

    private static int moved(MessageState state, MessageState from, MessageState to) {
        return (to == state ? 1 : 0) - (from == state ? 1 : 0);
    }
}
