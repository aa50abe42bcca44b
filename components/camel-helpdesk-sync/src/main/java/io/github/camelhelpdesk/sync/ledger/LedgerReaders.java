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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** A few connections for reading, so that nobody who reads waits for a commit. */
final class LedgerReaders implements AutoCloseable {

    private static final int CONNECTIONS = 4;

    private final BlockingQueue<Statements> idle = new ArrayBlockingQueue<>(CONNECTIONS);
    private final List<Statements> all = new ArrayList<>();
    private volatile boolean closed;

    LedgerReaders(LedgerDatabase database) throws SQLException {
        for (int i = 0; i < CONNECTIONS; i++) {
            all.add(new Statements(database.connect()));
        }
        idle.addAll(all);
    }

    <T> T read(LedgerRead<T> read) {
        Statements statements = take();
        try {
            if (closed) {
                throw new LedgerClosedException();
            }
            return read.run(statements);
        } catch (SQLException e) {
            throw new LedgerException("The ledger could not be read: " + e.getMessage(), e);
        } finally {
            idle.add(statements);
        }
    }

    private Statements take() {
        try {
            return idle.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerException("Interrupted while waiting to read the ledger", e);
        }
    }

    /** Waits for the reads that are running. */
    @Override
    public void close() throws SQLException {
        closed = true;
        for (int i = 0; i < CONNECTIONS; i++) {
            take().close();
        }
        idle.addAll(all);
    }
}
