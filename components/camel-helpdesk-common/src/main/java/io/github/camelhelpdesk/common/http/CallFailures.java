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

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.NotSentException;

/** Says of a call without a usable answer what may have come of it, and what to change. */
final class CallFailures {

    private final String subject;
    private final String origin;

    /**
     * @param subject the account, as messages name it
     * @param origin the host, as messages name it
     */
    CallFailures(String subject, String origin) {
        this.subject = subject;
        this.origin = origin;
    }

    HelpdeskException of(HttpCall call, IOException cause) {
        if (cause instanceof JsonProcessingException json) {
            return unreadable(call, json);
        }
        if (cause instanceof LimitedInputStream.LimitExceededException tooLarge) {
            return tooLarge(call, tooLarge);
        }
        if (ConnectionFailure.nothingWasSent(cause)) {
            return new NotSentException(call + " of " + subject + ": cannot connect to " + origin + " ("
                    + ConnectionFailure.describe(cause) + "). Check baseUrl, the proxy options and that the host is up.", 0,
                    null, cause);
        }
        return unclear(call, ConnectionFailure.describe(cause), cause);
    }

    HelpdeskException unclear(HttpCall call, String what, Throwable cause) {
        return new HelpdeskException(call + " of " + subject + ": " + what, Outcome.UNCLEAR, 0, null, true, cause);
    }

    private HelpdeskException unreadable(HttpCall call, JsonProcessingException cause) {
        // Within a list Jackson wraps what its source throws.
        if (cause.getCause() instanceof LimitedInputStream.LimitExceededException tooLarge) {
            return tooLarge(call, tooLarge);
        }
        // Without the cause: Jackson quotes the source, which may be a customer's text.
        if (isOfUnexpectedShape(cause)) {
            return new UnexpectedShapeException(call + " of " + subject + ": the answer is not the JSON that was expected ("
                    + ((JsonMappingException) cause).getPathReference() + ")");
        }
        return unclear(call, "the answer is not the JSON that was expected (" + cause.getClass().getSimpleName() + " at line "
                + (cause.getLocation() == null ? 0 : cause.getLocation().getLineNr()) + ")", null);
    }

    /** Whether a field is of another kind, or a number too large for it; else the answer is no JSON, or not whole. */
    private static boolean isOfUnexpectedShape(JsonProcessingException cause) {
        boolean isMismatch = cause instanceof MismatchedInputException || cause.getCause() instanceof InputCoercionException;
        return isMismatch && cause instanceof JsonMappingException mapping && !mapping.getPath().isEmpty();
    }

    private ResponseTooLargeException tooLarge(HttpCall call, LimitedInputStream.LimitExceededException cause) {
        return new ResponseTooLargeException(call + " of " + subject + ": " + cause.getMessage()
                + "; raise maxResponseSize if that is right", 200, cause);
    }
}
