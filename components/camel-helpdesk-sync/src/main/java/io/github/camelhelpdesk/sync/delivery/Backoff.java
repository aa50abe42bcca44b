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

/**
 * Waiting times that double.
 *
 * @param first after the first failure
 * @param longest the most
 */
public record Backoff(Duration first, Duration longest) {

    private static final int LARGEST_EXPONENT = 30;
    private static final Duration LONGEST_ASKED = Duration.ofHours(1);

    /** @param failures how many there were before this one */
    Duration after(int failures) {
        Duration doubled = first.multipliedBy(1L << Math.min(failures, LARGEST_EXPONENT));
        return shorter(doubled, longest);
    }

    /**
     * The longer one of what the provider asks for and our own waiting time.
     *
     * @param asked what the provider asks for, up to an hour; null when it does not say
     */
    Duration after(int failures, Duration asked) {
        Duration own = after(failures);
        Duration capped = asked == null ? Duration.ZERO : shorter(asked, LONGEST_ASKED);
        return capped.compareTo(own) > 0 ? capped : own;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
