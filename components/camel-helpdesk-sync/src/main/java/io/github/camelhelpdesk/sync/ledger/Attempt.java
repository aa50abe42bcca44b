package io.github.camelhelpdesk.sync.ledger;

import java.time.Instant;

/**
 * What one attempt leaves behind.
 *
 * @param handedOutAt when the route got the message; null when it did not get it
 * @param countsAsFailure whether it counts towards the most attempts allowed
 * @param notFoundFrom when the message is in doubt now: from when on "not found" counts; else null
 */
public record Attempt(Instant handedOutAt, boolean countsAsFailure, Instant notFoundFrom) {

    int handedOut() {
        return handedOutAt == null ? 0 : 1;
    }

    int counted() {
        return countsAsFailure ? 1 : 0;
    }
}
