package io.github.camelhelpdesk.sync.ledger;

/** The ledger was closed, as happens when the application stops. What was not written is in doubt at the next start. */
public final class LedgerClosedException extends LedgerException {

    LedgerClosedException() {
        super("The ledger is closed");
    }
}
