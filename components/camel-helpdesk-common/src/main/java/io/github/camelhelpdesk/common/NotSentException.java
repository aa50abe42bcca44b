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
package io.github.camelhelpdesk.common;

import java.time.Duration;

/** A call of which nothing was processed, for certain: it can be repeated without asking whether it has happened. */
public class NotSentException extends HelpdeskException {

    /**
     * @param message what failed and what to change
     * @param statusCode 429, or 0 when there was no answer
     * @param retryAfter how long to wait, or null
     * @param cause the cause, or null
     */
    public NotSentException(String message, int statusCode, Duration retryAfter, Throwable cause) {
        super(message, Outcome.NOT_SENT, statusCode, retryAfter, true, cause);
    }
}
