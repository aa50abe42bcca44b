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
package io.github.camelhelpdesk.sync.delivery;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.sync.ledger.LedgerClosedException;
import io.github.camelhelpdesk.sync.ledger.LedgerDirection;
import io.github.camelhelpdesk.sync.ledger.LedgerWrite;

/**
 * Has the end of each attempt written, and repeats the write, never the attempt, until it works. Keeps count of the attempts
 * whose end is not durable yet: a ledger that cannot be written stops the delivery instead of filling the memory.
 */
final class EndWriter {

    private static final Logger LOG = LoggerFactory.getLogger(EndWriter.class);
    private static final long REPEAT_MILLIS = 1000;
    private static final int UNWRITTEN_PER_LANE = 16;

    private final LedgerDirection direction;
    private final ScheduledExecutorService scheduler;
    private final Semaphore unwritten;

    EndWriter(LedgerDirection direction, int lanesAtOnce, ScheduledExecutorService scheduler) {
        this.direction = direction;
        this.scheduler = scheduler;
        this.unwritten = new Semaphore(lanesAtOnce * UNWRITTEN_PER_LANE);
    }

    /** Waits for room for one more attempt; false when cancelled meanwhile. */
    boolean begin(BooleanSupplier cancelled) throws InterruptedException {
        while (!cancelled.getAsBoolean()) {
            if (unwritten.tryAcquire(1, TimeUnit.SECONDS)) {
                // Counted first: who takes the direction over after the cancelling must know of it.
                direction.handedOut().incrementAndGet();
                if (!cancelled.getAsBoolean()) {
                    return true;
                }
                nothing();
            }
        }
        return false;
    }

    /** The attempt has left nothing to write. */
    void nothing() {
        direction.handedOut().decrementAndGet();
        unwritten.release();
    }

    /** Writes what the attempt came to, then lets the lane go on. */
    <T> void write(LedgerWrite<T> write, Consumer<T> then) {
        direction.ledger().write(write).whenComplete((result, failure) -> {
            if (failure == null) {
                nothing();
                then.accept(result);
                direction.opposite().ifPresent(LedgerDirection::wakeHeld);
            } else if (!(failure instanceof LedgerClosedException)) {
                LOG.warn("The end of an attempt in {} is not written yet and will be tried again: {}", direction.key(),
                        failure.getMessage());
                later(Duration.ofMillis(REPEAT_MILLIS), () -> write(write, then));
            }
        });
    }

    /** Runs something later; never, when the consumer stops before. */
    void later(Duration delay, Runnable task) {
        try {
            scheduler.schedule(task, Math.max(1, delay.toMillis()), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The consumer of {} has stopped; what is left waits for its next start", direction.key());
        }
    }
}
