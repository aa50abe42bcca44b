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

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

class SimulatorClockTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final SimulatorClock clock = new SimulatorClock(Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void ticksWithTheMachineByItsOffset() {
        assertThat(clock.now()).isEqualTo(NOON);
        clock.offset(Duration.ofMinutes(-10));
        assertThat(clock.now()).isEqualTo(NOON.minusSeconds(600));
        clock.advance(Duration.ofMinutes(1));
        assertThat(clock.now()).isEqualTo(NOON.minusSeconds(540));
    }

    @Test
    void standsStillWhereItWasFixedUntilItIsMoved() {
        clock.fix(NOON.minusSeconds(5));
        assertThat(clock.now()).isEqualTo(NOON.minusSeconds(5));
        clock.advance(Duration.ofSeconds(2));
        assertThat(clock.now()).isEqualTo(NOON.minusSeconds(3));
        clock.offset(Duration.ZERO);
        assertThat(clock.now()).isEqualTo(NOON);
    }
}
