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
package io.github.camelhelpdesk.common.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateBudgetTest {

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1_000_000);

    /** Calls as fast as the budget lets us, for ten minutes; gives the times of the calls. */
    private List<Long> callsInTenMinutes(RateBudget budget) {
        long end = clock.get() + TimeUnit.MINUTES.toNanos(10);
        List<Long> calls = new ArrayList<>();
        while (clock.get() - end < 0) {
            Duration wait = budget.take();
            if (wait.isZero()) {
                calls.add(clock.get());
            } else {
                clock.addAndGet(wait.toNanos());
            }
        }
        return calls;
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 10, 60, 600, 3_000 })
    @DisplayName("R3: never more than allowed in any minute, and at least 95 % of it")
    void r3AllowedCallsAreUsedAndNotExceeded(int perMinute) {
        List<Long> calls = callsInTenMinutes(new RateBudget(perMinute, null, clock::get));
        assertThat(calls).hasSizeGreaterThanOrEqualTo((int) (perMinute * 10 * 0.95));
        for (int i = perMinute; i < calls.size(); i++) {
            assertThat(calls.get(i) - calls.get(i - perMinute)).isGreaterThanOrEqualTo(TimeUnit.SECONDS.toNanos(60) - 1_000);
        }
    }

    @Test
    @DisplayName("R5: the budget of a host limits all credentials together")
    void r5HostBudgetIsShared() {
        RateBudget host = new RateBudget(60, null, clock::get);
        RateBudget first = new RateBudget(0, host, clock::get);
        RateBudget second = new RateBudget(0, host, clock::get);
        int taken = 0;
        while (first.take().isZero() && second.take().isZero()) {
            taken += 2;
        }
        assertThat(taken).isLessThanOrEqualTo(4);
        assertThat(second.take()).isPositive();
    }

    @Test
    void noLimitNeverWaits() {
        RateBudget budget = new RateBudget(0, null, clock::get);
        for (int i = 0; i < 10_000; i++) {
            assertThat(budget.take()).isZero();
        }
    }

    @Test
    void aPauseHoldsForItsTime() {
        RateBudget budget = new RateBudget(600, null, clock::get);
        budget.pause(Duration.ofSeconds(20));
        assertThat(budget.take()).isBetween(Duration.ofMillis(19_900), Duration.ofMillis(20_100));
        clock.addAndGet(Duration.ofSeconds(21).toNanos());
        assertThat(budget.take()).isZero();
    }
}
