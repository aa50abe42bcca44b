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
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.sync.ledger.Attempt;
import io.github.camelhelpdesk.sync.ledger.DirectionKey;
import io.github.camelhelpdesk.sync.ledger.EndMessage;
import io.github.camelhelpdesk.sync.ledger.LedgerWrite;
import io.github.camelhelpdesk.sync.ledger.MessageState;
import io.github.camelhelpdesk.sync.ledger.RetryMessage;

/** Closes attempts: has written what they came to, and only then lets the lane go on, at once or after a while. */
final class Closings {

    private static final Logger LOG = LoggerFactory.getLogger(Closings.class);

    private final DirectionKey direction;
    private final DeliverySettings settings;
    private final LaneQueue lanes;
    private final EndWriter writer;
    private final HeldLanes held;

    Closings(DirectionKey direction, DeliverySettings settings, LaneQueue lanes, EndWriter writer, HeldLanes held) {
        this.direction = direction;
        this.settings = settings;
        this.lanes = lanes;
        this.writer = writer;
        this.held = held;
    }

    /** Writes an end of its own kind. */
    void close(HandOut handOut, LedgerWrite<?> end) {
        writer.write(end, any -> goOn(handOut));
    }

    /**
     * Writes an end of its own kind.
     *
     * @param then what to do with the answer of the write, before the lane goes on
     */
    <T> void close(HandOut handOut, LedgerWrite<T> end, Consumer<T> then) {
        writer.write(end, answer -> {
            then.accept(answer);
            goOn(handOut);
        });
    }

    /** Nothing is sent for the row. */
    void skip(HandOut handOut, String reason) {
        close(handOut, new EndMessage(handOut.row().id(), MessageState.SKIPPED, reason, unchanged(handOut)));
    }

    /** A person has to decide about the row. */
    void park(HandOut handOut, String reason, Attempt attempt) {
        close(handOut, new EndMessage(handOut.row().id(), MessageState.PARKED, reason, attempt), parked -> {
            if (parked) {
                LOG.warn("Parked {} in {}; the next messages of its conversation {}. {}", handOut.row(), direction,
                        settings.goOn() ? "go on without it" : "wait for it", reason);
            }
        });
    }

    /** The row comes again as soon as its lane has its turn. */
    void again(HandOut handOut, String reason, Attempt attempt) {
        close(handOut, new RetryMessage(handOut.row().id(), reason, attempt));
    }

    /**
     * The row comes again after a while.
     *
     * @param delay asked for once the end is written
     */
    void later(HandOut handOut, String reason, Attempt attempt, Supplier<Duration> delay) {
        writer.write(new RetryMessage(handOut.row().id(), reason, attempt), any -> sleep(handOut, delay.get()));
    }

    /** The row comes again, and there is nothing to write. */
    void againUnchanged(HandOut handOut) {
        writer.nothing();
        goOn(handOut);
    }

    /** The row comes again after a while, and there is nothing to write. */
    void laterUnchanged(HandOut handOut, Duration delay) {
        writer.nothing();
        sleep(handOut, delay);
    }

    /** The row comes again once the lane is woken, and there is nothing to write. */
    void hold(HandOut handOut) {
        writer.nothing();
        held.hold(handOut.row().lane());
    }

    /** An attempt that tells nothing new about the row. */
    Attempt unchanged(HandOut handOut) {
        return attempt(handOut, false, handOut.row().notFoundFrom());
    }

    Attempt attempt(HandOut handOut, boolean counts, Instant notFoundFrom) {
        return new Attempt(handOut.at(), counts, notFoundFrom, handOut.row().afterId());
    }

    private void goOn(HandOut handOut) {
        lanes.again(handOut.row().lane());
    }

    private void sleep(HandOut handOut, Duration delay) {
        long lane = handOut.row().lane();
        lanes.sleep(lane);
        writer.later(delay, () -> lanes.again(lane));
    }
}
