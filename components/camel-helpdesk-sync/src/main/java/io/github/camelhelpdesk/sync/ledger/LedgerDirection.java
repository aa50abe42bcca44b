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

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;

/** One direction of a link as its consumer sees it: which lanes have work, and what heads them. */
public final class LedgerDirection {

    private static final String OPEN = " state IN ('pending', 'held', 'parked') ";

    /** What a clock wrote that was set back since is not counted, or it would be counted for as long. */
    static final String WRITTEN = "state = 'confirmed' AND direction_id = ? AND target_conversation = ? AND ended_at <= ?";

    private final Ledger ledger;
    private final DirectionKey key;
    private final long id;
    private final AtomicReference<LongConsumer> consumer = new AtomicReference<>();
    private final AtomicBoolean consumedBefore = new AtomicBoolean();
    private final AtomicInteger handedOut = new AtomicInteger();
    private final Creations creations = new Creations();
    private final AtomicReference<Runnable> held = new AtomicReference<>();

    LedgerDirection(Ledger ledger, DirectionKey key, long id) {
        this.ledger = ledger;
        this.key = key;
        this.id = id;
    }

    public DirectionKey key() {
        return key;
    }

    public long id() {
        return id;
    }

    public Ledger ledger() {
        return ledger;
    }

    /** The link's other direction, once this process uses it. */
    public Optional<LedgerDirection> opposite() {
        return ledger.opposite(key);
    }

    /** Conversations that are being created on the target now. */
    public Creations creations() {
        return creations;
    }

    /** @param wake is run when something has ended that lanes may be held for; null for nobody */
    public void whenHeld(Runnable wake) {
        held.set(wake);
    }

    /** Something has ended that lanes of this direction may be held for. */
    public void wakeHeld() {
        Runnable wake = held.get();
        if (wake != null) {
            wake.run();
        }
    }

    /**
     * Makes somebody the only consumer.
     *
     * @param onWork is told the lane of each new row, on the writer's thread
     * @throws IllegalStateException when there is one already
     */
    public void claim(LongConsumer onWork) {
        if (!consumer.compareAndSet(null, onWork)) {
            throw new IllegalStateException(
                    "The direction " + key + " is consumed twice in this application, which would deliver"
                            + " everything twice: take one of the routes away, or give its link another name.");
        }
    }

    /** Ends what {@link #claim} began. */
    public void release(LongConsumer onWork) {
        consumer.compareAndSet(onWork, null);
    }

    /** Tells the consumer, if there is one, that a lane has work. */
    public void wake(long lane) {
        LongConsumer listener = consumer.get();
        if (listener != null) {
            listener.accept(lane);
        }
    }

    /** Hand-outs that have not ended, those of an earlier consumer in this process included. */
    public AtomicInteger handedOut() {
        return handedOut;
    }

    /**
     * Declares the first unended row of each lane in doubt, and any other one that is already, if an earlier consumer, of this
     * process or of another one, may have
     * sent it. Rows that came after the ledger was opened cannot have been, as long as this process has not consumed the
     * direction before.
     *
     * @param notFoundFrom from when on "not found" counts
     */
    public void doubtHeads(Instant notFoundFrom) {
        long last = consumedBefore.getAndSet(true) ? Long.MAX_VALUE : ledger.lastRowAtOpening();
        ledger.writeNow(
                statements -> statements.change("UPDATE message SET not_found_from = max(coalesce(not_found_from, 0), ?)"
                        + " WHERE direction_id = ? AND" + OPEN
                        + "AND state = 'pending' AND id <= ? AND (not_found_from IS NOT NULL"
                        + " OR id IN (SELECT min(id) FROM message WHERE direction_id = ? AND" + OPEN
                        + "AND state = 'pending' GROUP BY lane_id))", notFoundFrom.toEpochMilli(), id, last, id));
    }

    /** Lanes with rows that have not been confirmed or skipped, the one that waits longest first. */
    public List<Long> openLanes() {
        return ledger.read(statements -> statements.all("SELECT lane_id FROM message WHERE direction_id = ? AND" + OPEN
                + "GROUP BY lane_id ORDER BY min(id)", result -> result.getLong(1), id));
    }

    /**
     * The row that heads a lane.
     *
     * @param overParked whether parked rows are passed over; otherwise a parked row is a head too
     */
    public Optional<MessageRow> head(long lane, boolean overParked) {
        String withoutParked = overParked ? "AND m.state <> 'parked' " : "";
        return ledger.read(statements -> statements.one(head(withoutParked), MessageRow::read, id, lane));
    }

    static String head(String condition) {
        return MessageRow.SELECT + "WHERE m.direction_id = ? AND m.lane_id = ? AND m." + OPEN.trim() + " " + condition
                + "ORDER BY m.id LIMIT 1";
    }

    /** How many messages were written into a conversation of the target since then. */
    public long writtenSince(String conversation, Instant since) {
        return ledger.read(statements -> statements.one("SELECT count(*) FROM message WHERE " + WRITTEN + " AND ended_at > ?",
                result -> result.getLong(1), id, conversation, Instant.now().toEpochMilli(), since.toEpochMilli()))
                .orElse(0L);
    }

    /** When the message was written that so many were written after, itself counted; empty when there were not as many. */
    public Optional<Instant> writtenAt(String conversation, int newest) {
        return ledger.read(statements -> statements.one("SELECT ended_at FROM message WHERE " + WRITTEN
                + " ORDER BY ended_at DESC LIMIT 1 OFFSET ?", result -> Times.instant(result, 1), id, conversation,
                Instant.now().toEpochMilli(), newest - 1));
    }

    /** How many rows are parked. */
    public long parked() {
        return ledger
                .read(statements -> statements.one("SELECT parked FROM direction WHERE id = ?", result -> result.getLong(1),
                        id))
                .orElse(0L);
    }

    /** The parked row that waits longest, with its reason, in words. */
    public Optional<String> firstParked() {
        return ledger.read(statements -> statements.one("SELECT l.conversation, m.message_id, m.reason FROM message m"
                + " JOIN lane l ON l.id = m.lane_id WHERE m.direction_id = ? AND m.state = 'parked' ORDER BY m.id LIMIT 1",
                result -> "message " + result.getString(2) + " of conversation " + result.getString(1) + ": "
                        + result.getString(3),
                id));
    }
}
