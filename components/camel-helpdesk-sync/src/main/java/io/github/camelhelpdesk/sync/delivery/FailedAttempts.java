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

import java.time.Duration;
import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.sync.ledger.Attempt;
import io.github.camelhelpdesk.sync.ledger.DirectionKey;
import io.github.camelhelpdesk.sync.mapping.LaneWaitsException;

/** Decides what becomes of a row whose attempt has failed, and of its side. */
final class FailedAttempts {

    private static final Logger LOG = LoggerFactory.getLogger(FailedAttempts.class);

    private final DirectionKey direction;
    private final DeliverySettings settings;
    private final Closings closings;

    FailedAttempts(DirectionKey direction, DeliverySettings settings, Closings closings) {
        this.direction = direction;
        this.settings = settings;
        this.closings = closings;
    }

    /** The row cannot go before something else has happened; the target was not called. */
    void waits(HandOut handOut, LaneWaitsException wait) {
        settings.pause().unused(handOut.permit());
        if (wait.until() == null) {
            closings.hold(handOut);
        } else {
            closings.later(handOut, wait.getMessage(), closings.unchanged(handOut),
                    () -> Duration.between(Instant.now(), wait.until()));
        }
    }

    void failed(HandOut handOut, Failure failure) {
        LOG.debug("{} in {}: {}: {}", handOut.row(), direction, failure.kind(), failure.reason());
        if (failure.kind() != Failure.Kind.ACCOUNT && failure.kind() != Failure.Kind.BUDGET) {
            settings.pause().passed(handOut.permit());
        }
        switch (failure.kind()) {
            case ACCOUNT -> pauseSide(handOut, failure);
            case BUDGET -> holdSide(handOut, failure);
            case NOT_FOUND_YET -> notFoundYet(handOut, failure);
            case CANNOT_TELL -> cannotTell(handOut, failure);
            case REFUSED -> closings.park(handOut, failure.reason(), doubted(handOut, false, failure));
            default -> retry(handOut, failure);
        }
    }

    private void pauseSide(HandOut handOut, Failure failure) {
        settings.pause().failed(handOut.permit(), failure.reason(),
                settings.backoff().after(settings.pause().failures(), failure.retryAfter()));
        closings.again(handOut, failure.reason(), doubted(handOut, false, failure));
    }

    private void holdSide(HandOut handOut, Failure failure) {
        settings.pause().held(handOut.permit(), failure.retryAfter());
        if (failure.maySent()) {
            closings.again(handOut, failure.reason(), doubted(handOut, false, failure));
        } else {
            closings.againUnchanged(handOut);
        }
    }

    private void notFoundYet(HandOut handOut, Failure failure) {
        Instant latest = settings.latestNotFoundFrom();
        boolean isTooLate = failure.countsFrom().isAfter(latest);
        if (isTooLate && handOut.at() != null) {
            // The clock has been set back since: what was stored would hold the lane up for as long.
            closings.later(handOut, failure.reason(), new Attempt(null, false, latest, handOut.row().afterId()),
                    () -> Duration.between(Instant.now(), latest));
        } else if (handOut.shared()) {
            closings.later(handOut, failure.reason(), closings.attempt(handOut, false, failure.countsFrom()),
                    () -> Duration.between(Instant.now(), failure.countsFrom()));
        } else {
            Instant until = isTooLate ? latest : failure.countsFrom();
            closings.laterUnchanged(handOut, Duration.between(Instant.now(), until));
        }
    }

    private void cannotTell(HandOut handOut, Failure failure) {
        if (settings.resendUnknown()) {
            closings.again(handOut, "Sent again: " + failure.reason(), closings.attempt(handOut, false, null));
        } else {
            closings.park(handOut, failure.reason(), doubted(handOut, false, failure));
        }
    }

    private void retry(HandOut handOut, Failure failure) {
        int failures = handOut.row().failures();
        Attempt attempt = doubted(handOut, true, failure);
        if (failures >= settings.maxRedeliveries()) {
            closings.park(handOut, failure.reason(), attempt);
        } else {
            closings.later(handOut, failure.reason(), attempt, () -> settings.backoff().after(failures));
        }
    }

    /** Doubt never ends by a failure: it may have been the look-up that failed. */
    private Attempt doubted(HandOut handOut, boolean counts, Failure failure) {
        boolean maySent = failure.maySent() && handOut.at() != null;
        return closings.attempt(handOut, counts,
                maySent ? Instant.now().plus(settings.settleTime()) : handOut.row().notFoundFrom());
    }
}
