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
package io.github.camelhelpdesk.testkit.contract;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Waits for what will be, long enough for a slow machine: 90 seconds, or those of the system property
 * {@value #PROPERTY}.
 */
final class Patience {

    static final String PROPERTY = "helpdesk.contract.patience";

    private static final long USUAL_SECONDS = 90;
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(10);

    private Patience() {
    }

    /**
     * Returns when the condition holds.
     *
     * @param failure says what did not happen, and what did
     * @throws AssertionError when it does not hold in time
     */
    static void await(BooleanSupplier condition, Supplier<String> failure) {
        Duration limit = Duration.ofSeconds(Long.getLong(PROPERTY, USUAL_SECONDS));
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("After " + limit.toSeconds() + " s: " + failure.get());
            }
            LockSupport.parkNanos(STEP);
        }
    }
}
