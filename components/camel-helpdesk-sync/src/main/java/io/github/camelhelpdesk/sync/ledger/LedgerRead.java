package io.github.camelhelpdesk.sync.ledger;

import java.sql.SQLException;

/** A question to the ledger. */
@FunctionalInterface
public interface LedgerRead<T> {

    T run(Statements statements) throws SQLException;
}
