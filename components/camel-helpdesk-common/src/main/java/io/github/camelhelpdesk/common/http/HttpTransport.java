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

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

import com.fasterxml.jackson.databind.JavaType;

import io.github.camelhelpdesk.common.NotSentException;

/** Makes each call once, within the budget and the time that it may take. */
public final class HttpTransport implements Transport {

    /** Calls that are only a little early are paced; for longer waits the caller decides. */
    private static final Duration MOST_PACING = Duration.ofSeconds(1);

    private final HttpClient client;
    private final RateBudget budget;
    private final RequestDeadlines deadlines;
    private final Duration longest;
    private final String subject;
    private final HttpRequests requests;
    private final HttpAnswers answers;
    private final CallFailures failures;

    /**
     * @param client the client; must neither retry nor follow redirects
     * @param target where the API is, and how to be let in
     * @param budget how many calls may be made
     * @param errors reads answers that are not 2xx
     * @param deadlines ends requests that take too long
     */
    HttpTransport(HttpClient client, HttpTarget target, RateBudget budget, ErrorReader errors, RequestDeadlines deadlines) {
        this.client = client;
        this.budget = budget;
        this.deadlines = deadlines;
        this.longest = target.maxResponseTime();
        this.subject = errors.subject();
        this.requests = new HttpRequests(target);
        this.failures = new CallFailures(subject, target.origin());
        this.answers = new HttpAnswers(target, budget, errors, failures);
    }

    @Override
    public <T> HttpAnswer<T> send(HttpCall call, JavaType type) {
        HttpUriRequestBase request = requests.of(call);
        takeFromBudget(call);
        try {
            return send(call, type, request);
        } catch (IOException e) {
            throw failures.of(call, e);
        }
    }

    private <T> HttpAnswer<T> send(HttpCall call, JavaType type, HttpUriRequestBase request) throws IOException {
        ScheduledFuture<?> deadline = deadlines.abortAfter(request, longest);
        try {
            return client.execute(request, response -> answers.read(call, type, response, request));
        } catch (IOException e) {
            throw deadline.getDelay(TimeUnit.NANOSECONDS) <= 0 && !ConnectionFailure.nothingWasSent(e) ? tooSlow(e) : e;
        } finally {
            deadline.cancel(false);
        }
    }

    /** The aborted request itself only says that its socket was closed. */
    private IOException tooSlow(IOException cause) {
        IOException tooSlow = new SocketTimeoutException("no complete answer within " + longest.toMillis()
                + " ms; raise responseTimeout if that is right");
        tooSlow.initCause(cause);
        return tooSlow;
    }

    private void takeFromBudget(HttpCall call) {
        try {
            for (Duration wait = budget.take(); !wait.isZero(); wait = budget.take()) {
                if (wait.compareTo(MOST_PACING) > 0) {
                    throw new NotSentException(call + " of " + subject + ": our own budget of requests is used up for "
                            + wait.toMillis() + " ms", 0, wait, null);
                }
                TimeUnit.NANOSECONDS.sleep(wait.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSentException(call + " of " + subject + ": stopped while waiting for the budget", 0, null, e);
        }
    }
}
