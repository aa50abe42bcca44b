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
package io.github.camelhelpdesk.sync.reconcile;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;

/** Calls a provider, and waits as long as the trouble is the account's or the host's. */
final class PatientCalls {

    private static final Duration LONGEST_OWN = Duration.ofSeconds(60);
    private static final Duration LONGEST_ASKED = Duration.ofHours(1);
    /** A server that fails so often in a row at one conversation may do so for ever; the others are compared meanwhile. */
    private static final int MOST_SERVER_ERRORS = 5;

    private final Duration first;
    private final Cancellation cancellation;
    private final Progress progress;

    PatientCalls(Duration first, Cancellation cancellation, Progress progress) {
        this.first = first;
        this.cancellation = cancellation;
        this.progress = progress;
    }

    /**
     * Calls until there is an answer.
     *
     * @throws HelpdeskException when the call concerns nothing but this conversation
     * @throws CancellationException when the job was cancelled
     */
    <T> T call(Supplier<T> call) throws InterruptedException {
        int failures = 0;
        while (true) {
            try {
                T answer = call.get();
                progress.waitsFor(null);
                return answer;
            } catch (HelpdeskException e) {
                failures++;
                if (!e.concernsAccount() && e.outcome() != Outcome.NOT_SENT
                        || e.statusCode() >= 500 && failures >= MOST_SERVER_ERRORS) {
                    progress.waitsFor(null);
                    throw e;
                }
                waitAfter(e, failures);
            }
        }
    }

    private void waitAfter(HelpdeskException e, int failures) throws InterruptedException {
        progress.waitsFor(e.getMessage());
        Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, 20));
        Duration own = doubled.compareTo(LONGEST_OWN) > 0 ? LONGEST_OWN : doubled;
        Duration asked = e.retryAfter() == null ? Duration.ZERO : e.retryAfter();
        Duration capped = asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
        if (cancellation.await(capped.compareTo(own) > 0 ? capped : own)) {
            throw new CancellationException();
        }
    }
}
