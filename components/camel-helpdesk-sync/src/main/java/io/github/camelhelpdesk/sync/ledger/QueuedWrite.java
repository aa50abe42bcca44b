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
