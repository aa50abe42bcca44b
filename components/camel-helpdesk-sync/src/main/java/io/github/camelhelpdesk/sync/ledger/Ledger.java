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

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

import javax.sql.DataSource;

import io.github.camelhelpdesk.sync.view.LedgerView;

/** The durable memory of all links: one SQLite database with one owner, one thread that writes and a few that read. */
public final class Ledger implements AutoCloseable {

    private final LedgerLock lock;
    private final LedgerWriter writer;
    private final LedgerReaders readers;
    private final LedgerView view = new LedgerReport(this);
    private final Map<DirectionKey, LedgerDirection> directions = new ConcurrentHashMap<>();
    private final Instant openedAt;
    private final long lastRowAtOpening;

    private Ledger(LedgerDatabase database, LedgerLock lock) throws SQLException {
        this.lock = lock;
        this.openedAt = Instant.now();
        this.writer = new LedgerWriter(new Statements(database.connect()), "helpdesk-ledger " + database.file().getFileName());
        this.readers = new LedgerReaders(database);
        this.lastRowAtOpening = readers.read(statements -> statements.one("SELECT max(id) FROM message",
                result -> result.getLong(1))).orElse(0L);
    }

    /**
     * Opens a ledger file, and makes it when there is none.
     *
     * @throws LedgerException when another owner has it or it cannot be made; says what to change
     */
    public static Ledger open(Path file) {
        return open(LedgerDatabase.ofFile(file));
    }

    /**
     * Opens the ledger that a data source leads to.
     *
     * @throws LedgerException when it is no SQLite file, or another owner has it; says what to change
     */
    public static Ledger open(DataSource dataSource) {
        return open(LedgerDatabase.of(dataSource));
    }

    private static Ledger open(LedgerDatabase database) {
        LedgerLock lock = LedgerLock.acquire(database.file());
        try {
            database.connect().close();
            LedgerMigration.run(database.dataSource());
            return new Ledger(database, lock);
        } catch (SQLException | RuntimeException e) {
            release(lock, e);
            throw e instanceof LedgerException known ? known
                    : new LedgerException("The ledger " + database.file() + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private static void release(LedgerLock lock, Exception cause) {
        try {
            lock.close();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** When this process became the owner: nothing that an earlier owner sent can have left after it. */
    public Instant openedAt() {
        return openedAt;
    }

    /** Id of the newest row that an earlier owner left, 0 when it left none. */
    long lastRowAtOpening() {
        return lastRowAtOpening;
    }

    /**
     * One direction of a link; the same object for the same key.
     *
     * @throws IllegalArgumentException when the link joins two other sides already
     */
    public synchronized LedgerDirection direction(DirectionKey key) {
        directions.keySet().stream().filter(other -> other.link().equals(key.link()) && !other.joinsTheSidesOf(key)).findAny()
                .ifPresent(other -> {
                    throw new IllegalArgumentException("The link " + key.link() + " joins exactly two sides, but is used " + key
                            + " and " + other + ". Copies would be taken for echoes and dropped: give one of them a link of"
                            + " another name.");
                });
        return directions.computeIfAbsent(key,
                any -> new LedgerDirection(this, key, writeNow(statements -> DirectionTable.idOf(statements, key))));
    }

    /** The other direction of a link, once this process uses it. */
    Optional<LedgerDirection> opposite(DirectionKey key) {
        return Optional.ofNullable(directions.get(key.opposite()));
    }

    /** Tells the consumer of a direction, if this process has one, that a lane has work. */
    public void wake(long directionId, long lane) {
        directions.values().stream().filter(direction -> direction.id() == directionId)
                .forEach(direction -> direction.wake(lane));
    }

    /**
     * Makes a change, together with others that are asked for at the same time.
     *
     * @return completes on the writer's thread when the change is durable, so that nothing that hangs on it may block; fails
     *         with {@link LedgerException}, and then nothing was changed
     */
    public <T> CompletableFuture<T> write(LedgerWrite<T> write) {
        return writer.write(write);
    }

    /** Makes a change and waits until it is durable. */
    public <T> T writeNow(LedgerWrite<T> write) {
        if (writer.isWriterThread()) {
            throw new IllegalStateException("The writer's thread must not wait for itself");
        }
        try {
            return write(write).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof LedgerException known ? known : new LedgerException(e.getMessage(), e);
        }
    }

    /** Asks the ledger; sees all that is durable. */
    public <T> T read(LedgerRead<T> read) {
        return readers.read(read);
    }

    /** Counters and traces for people. */
    public LedgerView view() {
        return view;
    }

    /** Writes what is queued, then gives the file up. */
    @Override
    public void close() throws InterruptedException, SQLException, IOException {
        writer.close();
        readers.close();
        lock.close();
    }
}
