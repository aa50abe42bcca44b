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
package io.github.camelhelpdesk.testkit.channelio;

import java.time.Duration;
import java.time.Instant;

import io.github.camelhelpdesk.testkit.http.Answer;

/** A token bucket and the headers that tell of it (channelio.md, section 7): 1000 calls, 10 more each second. */
final class RateBucket {

    private int limit = 1000;
    private double refillPerSecond = 10;
    private double tokens = limit;
    private Instant filledAt;
    private boolean enforced;

    void enforce(int newLimit, double newRefillPerSecond) {
        limit = newLimit;
        tokens = newLimit;
        refillPerSecond = newRefillPerSecond;
        enforced = true;
    }

    /** Takes one call; refused when there is none left and the limit is enforced. */
    void take(Instant now) {
        if (filledAt != null && now.isAfter(filledAt)) {
            double seconds = Duration.between(filledAt, now).toMillis() / 1000.0;
            tokens = Math.min(limit, tokens + seconds * refillPerSecond);
        }
        filledAt = now;
        if (tokens < 1 && enforced) {
            throw Errors.tooManyRequests();
        }
        tokens = Math.max(0, tokens - 1);
    }

    Answer describe(Answer answer, Instant now) {
        long untilFull = (long) Math.ceil((limit - tokens) / refillPerSecond);
        return answer.withHeader("x-ratelimit-limit", String.valueOf(limit))
                .withHeader("x-ratelimit-remaining", String.valueOf((long) tokens))
                .withHeader("x-ratelimit-reset", String.valueOf(now.getEpochSecond() + untilFull));
    }
}
