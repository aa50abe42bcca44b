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
package io.github.camelhelpdesk.sync.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.sync.Side;
import io.github.camelhelpdesk.sync.ledger.LedgerDirection;
import io.github.camelhelpdesk.sync.reread.RereadProgress;
import io.github.camelhelpdesk.sync.reread.SourceReader;
import io.github.camelhelpdesk.sync.reread.SourceReaders;

/**
 * Carries an import through: has the source read from its beginning, waits until all of it is delivered, closes the
 * conversations and reports. Each step is noted before the next one, so that it goes on after a crash. After its end it stays,
 * and closes conversations into which something was written since.
 */
public final class ImportJob implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LATE_ONES = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(30);

    private final LedgerDirection direction;
    private final SourceReaders readers;
    private final boolean goOn;
    private final BooleanSupplier stopping;
    private final ImportNotes notes;
    private final ConversationClosing closing;
    private final Deliverable deliverable;
    private Instant notBefore = Instant.MIN;
    private Instant nextLine = Instant.MIN;
    private Instant nextQuestion = Instant.MIN;
    private int failures;
    private long closedAt = -1;
    private String said;

    /**
     * @param goOn whether a conversation goes on without its parked message
     * @param stopping whether the direction is not delivered any more
     */
    public ImportJob(LedgerDirection direction, Side target, SourceReaders readers, boolean goOn, BooleanSupplier stopping) {
        this.direction = direction;
        this.readers = readers;
        this.goOn = goOn;
        this.stopping = stopping;
        this.notes = new ImportNotes(direction.ledger(), direction.key());
        this.closing = new ConversationClosing(notes, target);
        this.deliverable = new Deliverable(direction);
    }

    /** Does what can be done now; to be called again and again, never by two threads at once. */
    @Override
    public void run() {
        if (stopping.getAsBoolean() || Instant.now().isBefore(notBefore)) {
            return;
        }
        try {
            notes.state().ifPresent(this::step);
            failures = 0;
            sayWhatIsAwaited();
        } catch (RuntimeException e) {
            if (stopping.getAsBoolean()) {
                LOG.debug("The import of {} was stopped within a step, which is taken again", direction.key(), e);
                return;
            }
            Duration pause = pause(e);
            notBefore = Instant.now().plus(pause);
            sayOnce("The import of " + direction.key() + " waits, and goes on by itself: " + e.getMessage());
            LOG.debug("The import of {} waits for {}", direction.key(), pause, e);
        }
    }

    private Duration pause(RuntimeException e) {
        Duration own = FIRST_PAUSE.multipliedBy(1L << Math.min(failures++, 6));
        Duration asked = e instanceof HelpdeskException known && known.retryAfter() != null ? known.retryAfter() : own;
        Duration longer = asked.compareTo(own) > 0 ? asked : own;
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    private void step(ImportState state) {
        switch (state.phase()) {
            case reading -> read(state);
            case delivering -> deliver(state);
            case closing -> close(state);
            default -> closeLateOnes(state);
        }
    }

    private void read(ImportState state) {
        Optional<SourceReader> reader = readers.of(direction.key());
        if (reader.isEmpty()) {
            sayOnce(SourceReaders.missing(direction.key()));
            return;
        }
        Optional<RereadProgress> reading = reader.get().reread();
        if (reading.isPresent() && state.isOwn(reading.get())) {
            follow(state, reading.get());
        } else {
            readers.begin(reader.get(), Instant.EPOCH).ifPresentOrElse(begun -> begun(state, begun),
                    () -> sayOnce("The import of "
                            + direction.key() + " begins when the backfill of " + direction.key().source() + " has ended"));
        }
    }

    private void begun(ImportState state, RereadProgress reading) {
        notes.save(state.readingSince(reading.startedAt()));
        LOG.info("{} of {} begins: {} is read from its beginning", name(state), direction.key(), direction.key().source());
    }

    private void follow(ImportState state, RereadProgress reading) {
        if (!reading.isEnded()) {
            if (Instant.now().isAfter(nextLine)) {
                nextLine = Instant.now().plus(BETWEEN_LINES);
                LOG.info("{} of {}: {} of {} conversations read", name(state), direction.key(), reading.conversationsDone(),
                        reading.conversationsTotal() == null ? "?" : reading.conversationsTotal());
            }
            return;
        }
        ImportState read = state.read(ImportState.Reading.of(reading));
        notes.save(read);
        if (read.phase() == ImportPhase.done) {
            report(read);
        } else {
            deliver(read);
        }
    }

    private void deliver(ImportState state) {
        if (!deliverable.isAny(goOn)) {
            ImportState next = state.closing();
            notes.save(next);
            close(next);
        }
    }

    private void close(ImportState state) {
        long delivered = deliverable.delivered();
        closing.closeAll(state.lastRowBefore(), stopping);
        if (stopping.getAsBoolean() || deliverable.isAny(goOn) || deliverable.delivered() != delivered) {
            return;
        }
        closedAt = delivered;
        ImportState done = state.done(Instant.now());
        notes.save(done);
        report(done);
    }

    /** A parked message that was replayed, or one that was written meanwhile, may have opened a conversation again. */
    private void closeLateOnes(ImportState state) {
        long delivered = deliverable.delivered();
        if (!state.dryRun() && delivered != closedAt && !deliverable.isAny(goOn)) {
            closing.closeAll(state.lastRowBefore(), stopping);
            closedAt = delivered;
            notBefore = Instant.now().plus(BETWEEN_LATE_ONES);
        }
    }

    /** Now and then, as it is asked for often and changes rarely. */
    private void sayWhatIsAwaited() {
        if (!goOn && Instant.now().isAfter(nextQuestion)) {
            nextQuestion = Instant.now().plus(BETWEEN_LATE_ONES);
            deliverable.awaited().ifPresent(awaited -> sayOnce("The import of " + direction.key() + " waits: " + awaited));
        }
    }

    private void report(ImportState state) {
        LOG.info("{} of {} has ended. {}", name(state), direction.key(), ImportReports.of(notes, null).orElseThrow());
    }

    private static String name(ImportState state) {
        return state.dryRun() ? "The dry run of the import" : "The import";
    }

    private void sayOnce(String what) {
        if (!what.equals(said)) {
            LOG.warn(what);
            said = what;
        }
    }
}
