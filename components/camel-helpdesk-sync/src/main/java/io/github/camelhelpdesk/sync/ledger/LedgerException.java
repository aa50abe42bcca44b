package io.github.camelhelpdesk.sync.ledger;

/** The ledger cannot do what was asked: it cannot be opened, read or written, or it is closed. */
public class LedgerException extends RuntimeException {

    public LedgerException(String message, Throwable cause) {
        super(message, cause);
    }

    public LedgerException(String message) {
        super(message);
    }
}
