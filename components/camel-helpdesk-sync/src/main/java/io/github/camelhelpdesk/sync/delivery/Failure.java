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

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;

import javax.net.ssl.SSLHandshakeException;

import io.github.camelhelpdesk.common.CannotTellException;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.NotFoundYetException;
import io.github.camelhelpdesk.common.NotSentException;

/**
 * What a failed attempt means.
 *
 * @param kind what is to be done
 * @param maySent whether the message may have arrived all the same
 * @param reason what happened, in words, without the message's text
 * @param retryAfter how long the provider asks to wait, or null
 * @param countsFrom for {@link Kind#NOT_FOUND_YET}: when to look again
 */
record Failure(Kind kind, boolean maySent, String reason, Duration retryAfter, Instant countsFrom) {

    enum Kind {
        /** The account or host is in trouble: everybody waits, nobody is to blame. */
        ACCOUNT,
        /** Our own budget of requests is used up: everybody waits, and nothing is wrong. */
        BUDGET,
        /** The message will never be taken. */
        REFUSED,
        /** In doubt, and looked for too early. */
        NOT_FOUND_YET,
        /** In doubt, and the look-up has no answer. */
        CANNOT_TELL,
        /** Anything else: try again some times. */
        RETRY
    }

    static Failure of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof HelpdeskException known) {
                return of(known);
            }
            if (isWithoutConnection(cause)) {
                return new Failure(Kind.ACCOUNT, false, "No connection: " + cause, null, null);
            }
        }
        return new Failure(Kind.RETRY, true, describe(thrown), null, null);
    }

    /** The same after the message had been sent: a later step of the route has failed. */
    Failure afterSend() {
        return new Failure(kind, true, reason, retryAfter, countsFrom);
    }

    private static Failure of(HelpdeskException known) {
        boolean maySent = known.outcome() == HelpdeskException.Outcome.UNCLEAR;
        if (known instanceof NotFoundYetException early) {
            return new Failure(Kind.NOT_FOUND_YET, false, known.getMessage(), null, early.countsFrom());
        }
        if (known instanceof CannotTellException) {
            return new Failure(Kind.CANNOT_TELL, false, known.getMessage(), null, null);
        }
        return new Failure(kind(known), maySent, known.getMessage(), known.retryAfter(), null);
    }

    private static Kind kind(HelpdeskException known) {
        if (known instanceof NotSentException && known.statusCode() == 0 && known.retryAfter() != null) {
            return Kind.BUDGET;
        }
        if (known.concernsAccount()) {
            return Kind.ACCOUNT;
        }
        return known.outcome() == HelpdeskException.Outcome.REFUSED ? Kind.REFUSED : Kind.RETRY;
    }

    private static boolean isWithoutConnection(Throwable cause) {
        return cause instanceof ConnectException || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException || cause instanceof SSLHandshakeException;
    }

    /** Type and place only: the text of an exception that we do not know may quote the message. */
    private static String describe(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null && root.getCause() != root && !(root instanceof IOException)) {
            root = root.getCause();
        }
        StackTraceElement[] stack = root.getStackTrace();
        return root.getClass().getName() + (stack.length == 0 ? "" : " at " + stack[0]);
    }
}
