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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. What has queued up while the last commit was on its way to the disk is committed together, so
 * that the number of writes a second does not depend on the time of a single commit.
 */
final class LedgerWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerWriter.class);
    private static final int LARGEST_BATCH = 512;

    private final Statements statements;
    private final BlockingQueue<QueuedWrite<?>> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private final QueuedWrite<Void> end = new QueuedWrite<>(any -> null, new CompletableFuture<>());
    private boolean closed;

    LedgerWriter(Statements statements, String name) {
        this.statements = statements;
        this.thread = new Thread(this::loop, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Queues a change. The future completes on the writer's thread, after the commit; what hangs on it must not block. */
    <T> CompletableFuture<T> write(LedgerWrite<T> write) {
        QueuedWrite<T> queued = new QueuedWrite<>(write, new CompletableFuture<>());
        synchronized (this) {
            if (closed) {
                queued.future().completeExceptionally(new LedgerClosedException());
            } else {
                queue.add(queued);
            }
        }
        return queued.future();
    }

    boolean isWriterThread() {
        return Thread.currentThread() == thread;
    }

    private void loop() {
        List<QueuedWrite<?>> batch = new ArrayList<>();
        boolean open = true;
        while (open) {
            batch.clear();
            try {
                batch.add(queue.take());
            } catch (InterruptedException e) {
                // Nobody interrupts this thread but a JVM that goes down; the queue is then lost like in a crash.
                Thread.currentThread().interrupt();
                return;
            }
            queue.drainTo(batch, LARGEST_BATCH - 1);
            open = !batch.remove(end);
            commit(batch);
        }
    }

    private void commit(List<QueuedWrite<?>> batch) {
        try {
            change("BEGIN IMMEDIATE");
            for (QueuedWrite<?> write : batch) {
                write.run(statements);
            }
            change("COMMIT");
            batch.forEach(QueuedWrite::complete);
        } catch (Throwable e) {
            rollback();
            LOG.debug("A batch of {} writes failed and is written one by one: {}", batch.size(), e.getMessage());
            batch.forEach(this::commitAlone);
        }
    }

    private void commitAlone(QueuedWrite<?> write) {
        try {
            change("BEGIN IMMEDIATE");
            change("SAVEPOINT row");
            write.runOrRefuse(statements, () -> change("ROLLBACK TO row"));
            change("RELEASE row");
            change("COMMIT");
            write.complete();
        } catch (Throwable e) {
            rollback();
            write.fail(e);
        }
    }

    private void rollback() {
        try {
            if (!statements.connection().isClosed()) {
                change("ROLLBACK");
            }
        } catch (SQLException e) {
            // No transaction was open: BEGIN itself failed, or the database has rolled back by itself.
            LOG.debug("Nothing to roll back: {}", e.getMessage());
        }
    }

    private void change(String sql) throws SQLException {
        statements.change(sql);
    }

    /** Writes what is queued, then ends. */
    @Override
    public void close() throws InterruptedException {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            queue.add(end);
        }
        thread.join();
    }
}
