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

import java.time.Instant;

/**
 * A message in doubt was looked for and not found, at a time when an earlier attempt may still land. Nothing was sent. Look
 * again from {@link #countsFrom()} on.
 */
public class NotFoundYetException extends HelpdeskException {

    private final Instant countsFrom;

    /**
     * @param message which message, in which conversation
     * @param countsFrom from when on "not found" counts
     */
    public NotFoundYetException(String message, Instant countsFrom) {
        super(message, Outcome.UNCLEAR, 0, null, false, null);
        this.countsFrom = countsFrom;
    }

    /** From when on "not found" counts, by this machine's clock. */
    public Instant countsFrom() {
        return countsFrom;
    }
}
