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
package io.github.camelhelpdesk.chatwoot.consumer;

import java.time.Instant;
import java.util.function.LongSupplier;

/** The server's clock, carried on from its last answer by the time that has passed here; never the local time of day. */
final class ProviderClock {

    private final LongSupplier nanoClock;
    private Instant date;
    private long dateNanos;

    ProviderClock() {
        this(System::nanoTime);
    }

    ProviderClock(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /**
     * Takes in the date of an answer.
     *
     * @return that date; when the server says none, what the clock would have said
     */
    synchronized Instant observe(Instant answered) {
        if (answered == null) {
            return now();
        }
        date = answered;
        dateNanos = nanoClock.getAsLong();
        return answered;
    }

    /** The server's time, to about a second. A server that never says its time is taken to have ours. */
    synchronized Instant now() {
        return date == null ? Instant.now() : date.plusNanos(nanoClock.getAsLong() - dateNanos);
    }
}
