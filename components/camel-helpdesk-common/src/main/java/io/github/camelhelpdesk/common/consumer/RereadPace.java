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
package io.github.camelhelpdesk.common.consumer;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** How fast a re-reading has gone on since the last start. */
final class RereadPace {

    private final LongSupplier nanoClock;
    private final long resumedNanos;
    private final long messagesBefore;
    private long doneBefore;

    /**
     * @param nanoClock tells the time
     * @param messagesBefore messages handed out before the last start
     * @param doneBefore conversations read before it
     */
    RereadPace(LongSupplier nanoClock, long messagesBefore, long doneBefore) {
        this.nanoClock = nanoClock;
        this.resumedNanos = nanoClock.getAsLong();
        this.messagesBefore = messagesBefore;
        this.doneBefore = doneBefore;
    }

    /** What was read before the start is read again. */
    void nothingDone() {
        doneBefore = 0;
    }

    /** Messages handed out in a second, on average. */
    double ratePerSecond(long messages) {
        double seconds = elapsedNanos() / 1e9;
        return seconds <= 0 ? 0 : (messages - messagesBefore) / seconds;
    }

    /** Estimated from the conversations done; empty while nothing can be said. */
    Optional<Duration> timeLeft(long allDone, long remaining) {
        long done = allDone - doneBefore;
        return done <= 0 ? Optional.empty()
                : Optional.of(Duration.ofNanos((long) (elapsedNanos() * ((double) remaining / done))));
    }

    private long elapsedNanos() {
        return nanoClock.getAsLong() - resumedNanos;
    }
}
