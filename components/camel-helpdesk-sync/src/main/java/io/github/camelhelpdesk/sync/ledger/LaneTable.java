package io.github.camelhelpdesk.sync.ledger;

import java.sql.SQLException;
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
        return statements.insert("INSERT INTO lane (direction_id, provider, account, conversation) VALUES (?, ?, ?, ?)", direction,
                key.provider(), key.account(), key.conversationId());
    }

    static void lastCopy(Statements statements, long lane, String id) throws SQLException {
        statements.change("UPDATE lane SET last_copy_id = ? WHERE id = ?", id, lane);
    }
}
