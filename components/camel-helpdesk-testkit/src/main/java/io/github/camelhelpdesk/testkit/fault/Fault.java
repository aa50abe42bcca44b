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
package io.github.camelhelpdesk.testkit.fault;

import java.time.Duration;

import io.github.camelhelpdesk.testkit.http.Answer;

/** One way in which a request goes wrong. Write another as a lambda when none of these fits. */
@FunctionalInterface
public interface Fault {

    Answer apply(Execution execution);

    /** Refused with this status and a JSON body; nothing is processed. */
    static Fault status(int status) {
        return answer(Answer.of(status, "application/json", "{\"error\":\"simulated status " + status + "\"}"));
    }

    /**
     * Refused with this status and a {@code Retry-After} header; nothing is processed.
     *
     * @param retryAfter written as is: seconds, an HTTP date, or nonsense
     */
    static Fault status(int status, String retryAfter) {
        return answer(Answer.of(status, "text/plain", "Retry later\n").withHeader("Retry-After", retryAfter));
    }

    /** Refused with 429 as Chatwoot does it: plain text, and no word of when to come back; nothing is processed. */
    static Fault retryLater() {
        return answer(Answer.of(429, "text/plain", "Retry later\n"));
    }

    /** Refused with this status and a proxy's HTML page; nothing is processed. */
    static Fault htmlPage(int status) {
        return answer(Answer.of(status, "text/html",
                "<html><head><title>" + status + "</title></head><body><h1>Bad Gateway</h1></body></html>"));
    }

    /** This answer instead of the provider's; nothing is processed. */
    static Fault answer(Answer answer) {
        return execution -> answer;
    }

    /** Processed at once, answered late: a slow acknowledgement. */
    static Fault delay(Duration delay) {
        return execution -> execution.process().delayed(delay);
    }

    /** Processed in full, then the connection is reset without an answer. */
    static Fault processThenDrop() {
        return execution -> {
            execution.process();
            return Answer.reset();
        };
    }

    /** The connection is reset at once; the request is processed that much later. */
    static Fault processLate(Duration delay) {
        return processLate(delay, Duration.ZERO);
    }

    /**
     * Nothing is heard for a while, then the connection is reset; the request is processed on its own time.
     *
     * @param delay from the request to its processing
     * @param silence from the request to the reset; longer than the client's patience for a time-out on its side
     */
    static Fault processLate(Duration delay, Duration silence) {
        return execution -> {
            execution.processAfter(delay);
            return Answer.reset().delayed(silence);
        };
    }

    /** The connection is reset; nothing is processed. */
    static Fault resetBeforeProcessing() {
        return answer(Answer.reset());
    }

    /** Processed in full, then half of the answer is sent and the connection closed. */
    static Fault truncatedBody() {
        return execution -> execution.process().ending(Answer.Ending.TRUNCATED);
    }

    /** Processed in full; the status is the provider's, the body is no JSON. */
    static Fault malformedBody() {
        return execution -> execution.process().withBody("{\"payload\": [{\"id\": 1,, ");
    }

    /** Processed in full; the status is the provider's, the body is empty. */
    static Fault emptyBody() {
        return execution -> execution.process().withBody("");
    }
}
