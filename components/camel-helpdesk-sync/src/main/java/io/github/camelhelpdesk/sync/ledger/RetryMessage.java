package io.github.camelhelpdesk.sync.ledger;

import java.sql.SQLException;

/** Writes what an attempt met that will be repeated. */
public final class RetryMessage implements LedgerWrite<Void> {

    private final long row;
    private final String reason;
    private final Attempt attempt;

    public RetryMessage(long row, String reason, Attempt attempt) {
        this.row = row;
        this.reason = reason;
        this.attempt = attempt;
    }

    @Override
    public Void run(Statements statements) throws SQLException {
        statements.change("UPDATE message SET reason = ?, attempts = attempts + ?, failures = failures + ?, not_found_from = ?,"
                + " first_handed_out_at = coalesce(first_handed_out_at, ?) WHERE id = ? AND state = 'pending'", reason,
                attempt.handedOut(), attempt.counted(), Times.millis(attempt.notFoundFrom()), Times.millis(attempt.handedOutAt()),
                row);
        return null;
    }
}
