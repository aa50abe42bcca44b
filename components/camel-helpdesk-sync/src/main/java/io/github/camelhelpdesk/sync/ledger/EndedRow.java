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
