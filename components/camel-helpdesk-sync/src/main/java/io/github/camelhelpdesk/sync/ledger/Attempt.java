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
package io.github.camelhelpdesk.sync.ledger;

import java.time.Instant;

/**
 * What one attempt leaves behind.
 *
 * @param handedOutAt when the route got the message; null when it did not get it
 * @param countsAsFailure whether it counts towards the most attempts allowed
 * @param notFoundFrom when the message is in doubt now: from when on "not found" counts; else null
 * @param afterId the last copy that was known to be before it, or null: a later look-up then reads the whole conversation
 */
public record Attempt(Instant handedOutAt, boolean countsAsFailure, Instant notFoundFrom, String afterId) {

    /** An attempt before which no copy is known. */
    public Attempt(Instant handedOutAt, boolean countsAsFailure, Instant notFoundFrom) {
        this(handedOutAt, countsAsFailure, notFoundFrom, null);
    }

    /** How far back a later look-up must read, or null when it may still be decided. */
    String lookBack() {
        boolean maySent = handedOutAt != null || notFoundFrom != null;
        return maySent ? afterId == null ? "" : afterId : null;
    }

    int handedOut() {
        return handedOutAt == null ? 0 : 1;
    }

    int counted() {
        return countsAsFailure ? 1 : 0;
    }
}
