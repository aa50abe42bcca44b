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
package io.github.camelhelpdesk.routes.contract;

import io.github.camelhelpdesk.common.HelpdeskException.Outcome;

/**
 * An error that a provider answers with, and what it has to come to. In its body {@code <text>} stands for what was sent and
 * {@code <secret>} for the credential, as servers quote both.
 *
 * @param status as it is answered
 * @param type media type
 * @param body the body
 * @param text what the exception says of the provider's words
 * @param advice what it says of what to change, empty for nothing
 * @param meaning the status that it is taken for
 * @param write what is known of a message that was answered so
 * @param waits whether it is said when to come back
 * @param concernsAccount whether any other call would fail, too
 */
record ErrorAnswer(int status, String type, String body, String text, String advice, int meaning, Outcome write, boolean waits,
        boolean concernsAccount) {

    private static final String JSON = "application/json";

    /** One that concerns this call only. */
    static ErrorAnswer refused(int status, String body, String text, String advice) {
        return new ErrorAnswer(status, JSON, body.replace('\'', '"'), text, advice, status, Outcome.REFUSED, false, false);
    }

    /** One that any other call would get, too. */
    static ErrorAnswer ofAccount(int status, String body, String text, String advice, Outcome write) {
        return new ErrorAnswer(status, JSON, body.replace('\'', '"'), text, advice, status, write, false, true);
    }

    /** What a proxy in front of the provider answers. */
    static ErrorAnswer page(int status, String advice, Outcome write, boolean concernsAccount) {
        return new ErrorAnswer(status, "text/html", "<html><body><h1>No</h1></body></html>", "an HTML page, not the API",
                advice,
                status, write, false, concernsAccount);
    }

    /** A body that ends in the middle. */
    static ErrorAnswer cut(int status, Outcome write) {
        return new ErrorAnswer(status, JSON, "{\"error\":", "a body that is not JSON although it looks like it", "", status,
                write,
                false, false);
    }

    /** No body at all. */
    static ErrorAnswer empty(int status, String advice) {
        return new ErrorAnswer(status, "text/plain", "", String.valueOf(status), advice, status, Outcome.UNCLEAR, false, true);
    }

    ErrorAnswer leavesUnclear() {
        return new ErrorAnswer(status, type, body, text, advice, meaning, Outcome.UNCLEAR, waits, concernsAccount);
    }

    ErrorAnswer meaning(int other) {
        return new ErrorAnswer(status, type, body, text, advice, other, write, waits, concernsAccount);
    }

    /** What is known of a call that only reads. */
    Outcome read() {
        return status == 429 ? Outcome.NOT_SENT : status >= 500 ? Outcome.UNCLEAR : Outcome.REFUSED;
    }

    @Override
    public String toString() {
        return status + " " + body;
    }
}
