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
package io.github.camelhelpdesk.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The provider's clock. It ticks with the machine's until {@link #fix(Instant)} stops it, and can be moved at any time, so that
 * a
 * test may have a provider whose clock disagrees with ours.
 */
public final class SimulatorClock {

    private final Clock machine;
    private Duration offset = Duration.ZERO;
    private Instant fixed;

    public SimulatorClock() {
        this(Clock.systemUTC());
    }

    SimulatorClock(Clock machine) {
        this.machine = machine;
    }

    /** The provider's time, to the microsecond, as a database keeps it. */
    public synchronized Instant now() {
        Instant base = fixed == null ? machine.instant().plus(offset) : fixed;
        return base.truncatedTo(ChronoUnit.MICROS);
    }

    /** Moves the clock by this much from where it is; negative moves it back. */
    public synchronized void advance(Duration duration) {
        if (fixed == null) {
            offset = offset.plus(duration);
        } else {
            fixed = fixed.plus(duration);
        }
    }

    /** Lets the clock tick this far ahead of the machine's; negative is behind. Ends {@link #fix(Instant)}. */
    public synchronized void offset(Duration ahead) {
        fixed = null;
        offset = ahead;
    }

    /** Stops the clock at this instant until {@link #offset(Duration)} lets it tick again. */
    public synchronized void fix(Instant instant) {
        fixed = instant;
    }
}
