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
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;

/**
 * When a failed call is made again, and after which wait: exponential back-off with full jitter, or what the provider asked
 * for.
 */
public final class RetryPolicy {

    private static final Duration FIRST_DELAY = Duration.ofMillis(500);

    private final int maxRetries;
    private final Duration maxDelay;
    private final DoubleSupplier random;

    /**
     * @param maxRetries how often a call is made again, 0 for never
     * @param maxDelay longest wait; a call that would have to wait longer fails
     */
    public RetryPolicy(int maxRetries, Duration maxDelay) {
        this(maxRetries, maxDelay, () -> ThreadLocalRandom.current().nextDouble());
    }

    RetryPolicy(int maxRetries, Duration maxDelay, DoubleSupplier random) {
        this.maxRetries = maxRetries;
        this.maxDelay = maxDelay;
        this.random = random;
    }

    /**
     * Decides about one failure.
     *
     * @param call the call that failed
     * @param failure how it failed
     * @param retries how often it was made again already
     * @return how long to wait before the next attempt, or null when there shall be none
     */
    public Duration delay(HttpCall call, HelpdeskException failure, int retries) {
        if (retries >= maxRetries || !mayPass(call, failure)) {
            return null;
        }
        Duration asked = failure.retryAfter();
        if (asked != null) {
            return asked.compareTo(maxDelay) > 0 ? null : asked;
        }
        return backOff(retries);
    }

    /**
     * The wait after a number of failures in a row, with full jitter.
     *
     * @param failures 0 after the first failure
     */
    public Duration backOff(int failures) {
        Duration ceiling = FIRST_DELAY.multipliedBy(1L << Math.min(failures, 20));
        Duration capped = ceiling.compareTo(maxDelay) > 0 ? maxDelay : ceiling;
        return Duration.ofNanos((long) (capped.toNanos() * random.getAsDouble()));
    }

    private static boolean mayPass(HttpCall call, HelpdeskException failure) {
        if (failure.outcome() == Outcome.NOT_SENT) {
            return true;
        }
        return call.isSafe() && failure.outcome() == Outcome.UNCLEAR && !(failure instanceof ResponseTooLargeException);
    }
}
