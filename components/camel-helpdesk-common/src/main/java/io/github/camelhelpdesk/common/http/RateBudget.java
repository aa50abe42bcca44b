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

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How many calls may be made per minute, shared by all who call the same origin with the same credential. A budget never
 * blocks: it says how long to wait. In no span of 60 seconds are more calls let through than allowed: 5 % of them as a burst,
 * the others evenly (generic cell rate algorithm).
 */
public final class RateBudget {

    private static final double BURST_SHARE = 0.05;

    private final long intervalNanos;
    private final long burstNanos;
    private final RateBudget above;
    private final LongSupplier nanoClock;
    private final AtomicLong theoreticalArrival;

    /**
     * @param requestsPerMinute calls per minute; 0 for no limit
     * @param above a wider budget that each call must fit in as well, or null
     */
    public RateBudget(int requestsPerMinute, RateBudget above) {
        this(requestsPerMinute, above, System::nanoTime);
    }

    RateBudget(int requestsPerMinute, RateBudget above, LongSupplier nanoClock) {
        int burst = Math.max(1, (int) (requestsPerMinute * BURST_SHARE));
        int even = Math.max(1, requestsPerMinute - burst + 1);
        this.intervalNanos = requestsPerMinute == 0 ? 0 : TimeUnit.MINUTES.toNanos(1) / even;
        this.burstNanos = intervalNanos * (burst - 1L);
        this.above = above;
        this.nanoClock = nanoClock;
        this.theoreticalArrival = new AtomicLong(nanoClock.getAsLong());
    }

    /**
     * Takes one call from the budget, if there is one.
     *
     * @return zero when it was taken, else how long to wait before asking again; nothing was taken then
     */
    public Duration take() {
        Duration wait = above == null ? Duration.ZERO : above.missing();
        if (!wait.isZero()) {
            return wait;
        }
        Duration own = takeOwn();
        return own.isZero() && above != null ? above.take() : own;
    }

    /** Lets nobody call for a time: the provider has said so to one of us. */
    public void pause(Duration time) {
        long until = nanoClock.getAsLong() + time.toNanos() + burstNanos;
        theoreticalArrival.accumulateAndGet(until, (a, b) -> a - b > 0 ? a : b);
    }

    private Duration takeOwn() {
        while (true) {
            long now = nanoClock.getAsLong();
            long arrival = theoreticalArrival.get();
            long base = arrival - now > 0 ? arrival : now;
            if (base - now > burstNanos) {
                return Duration.ofNanos(base - now - burstNanos);
            }
            if (theoreticalArrival.compareAndSet(arrival, base + intervalNanos)) {
                return Duration.ZERO;
            }
        }
    }

    private Duration missing() {
        long ahead = theoreticalArrival.get() - nanoClock.getAsLong() - burstNanos;
        return ahead > 0 ? Duration.ofNanos(ahead) : Duration.ZERO;
    }
}
