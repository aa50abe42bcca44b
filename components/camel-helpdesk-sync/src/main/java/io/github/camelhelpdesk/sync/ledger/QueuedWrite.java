package io.github.camelhelpdesk.sync.ledger;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

/** A change that waits for its commit, and its result until then. */
final class QueuedWrite<T> {

    /** Undoes what one change has done. */
    interface Undo {
        void run() throws SQLException;
    }

    private final LedgerWrite<T> write;
    private final CompletableFuture<T> future;
    private T result;

    QueuedWrite(LedgerWrite<T> write, CompletableFuture<T> future) {
        this.write = write;
        this.future = future;
    }

    CompletableFuture<T> future() {
        return future;
    }

    void run(Statements statements) throws SQLException {
        result = write.run(statements);
    }

    void runOrRefuse(Statements statements, Undo undo) throws SQLException {
        try {
            run(statements);
        } catch (SQLException refusal) {
            undo.run();
            result = write.refused(statements, refusal);
        }
    }

    void complete() {
        future.complete(result);
    }

    void fail(Throwable cause) {
        future.completeExceptionally(new LedgerException("The ledger could not be written: " + cause.getMessage(), cause));
    }
}
