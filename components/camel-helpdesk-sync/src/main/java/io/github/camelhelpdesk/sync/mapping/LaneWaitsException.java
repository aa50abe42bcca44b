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
package io.github.camelhelpdesk.sync.mapping;

import java.time.Instant;

/** A message cannot be handed out yet, for a reason that is nobody's failure. Its conversation waits, and no other does. */
public final class LaneWaitsException extends RuntimeException {

    private final Instant until;

    /**
     * @param message what it waits for, in words
     * @param until when to try again; null when it is woken
     */
    public LaneWaitsException(String message, Instant until) {
        super(message, null, false, false);
        this.until = until;
    }

    /** When to try again; null when it is woken. */
    public Instant until() {
        return until;
    }
}
