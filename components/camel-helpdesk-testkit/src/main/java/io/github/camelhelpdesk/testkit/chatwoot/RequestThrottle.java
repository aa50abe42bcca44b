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
package io.github.camelhelpdesk.testkit.chatwoot;

import java.time.Instant;

import io.github.camelhelpdesk.testkit.http.Answer;
import io.github.camelhelpdesk.testkit.http.Refusal;

/**
 * Chatwoot's limit of requests per address (chatwoot.md, section 9): fixed windows that begin with each full minute of the
 * clock;
 * beyond it 429 in plain text, with no word of when to come back.
 */
final class RequestThrottle {

    private long limit = Long.MAX_VALUE;
    private long minute;
    private long taken;

    void limit(long requestsPerMinute) {
        limit = requestsPerMinute;
        taken = 0;
    }

    void take(Instant now) {
        long current = now.getEpochSecond() / 60;
        if (current != minute) {
            minute = current;
            taken = 0;
        }
        taken++;
        if (taken > limit) {
            throw new Refusal(Answer.of(429, "text/plain", "Retry later\n"));
        }
    }
}
