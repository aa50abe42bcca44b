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
import java.util.List;

import org.apache.camel.Exchange;
import org.apache.camel.RollbackExchangeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.sync.ledger.Attempt;
import io.github.camelhelpdesk.sync.ledger.ConfirmMessage;
import io.github.camelhelpdesk.sync.ledger.Copies;
import io.github.camelhelpdesk.sync.ledger.DirectionKey;
import io.github.camelhelpdesk.sync.ledger.EndDeletion;
import io.github.camelhelpdesk.sync.ledger.EndMessage;
import io.github.camelhelpdesk.sync.ledger.LedgerWrite;
import io.github.camelhelpdesk.sync.ledger.MessageState;
import io.github.camelhelpdesk.sync.ledger.ReplaceConversation;
import io.github.camelhelpdesk.sync.ledger.RetryMessage;
import io.github.camelhelpdesk.sync.ledger.TargetMessage;
import io.github.camelhelpdesk.sync.mapping.LaneWaitsException;

/** Decides what an attempt came to, has it written, and only then lets the lane go on. */
final class Endings {

    private static final Logger LOG = LoggerFactory.getLogger(Endings.class);

    private final DirectionKey direction;
    private final DeliverySettings settings;
    private final LaneQueue lanes;
    private final EndWriter writer;
    private final HeldLanes held;
    private final VanishedTarget vanished;

    Endings(DirectionKey direction, DeliverySettings settings, LaneQueue lanes, EndWriter writer, HeldLanes held,
            VanishedTarget vanished) {
        this.direction = direction;
        this.settings = settings;
        this.lanes = lanes;
        this.writer = writer;
        this.held = held;
        this.vanished = vanished;
    }

    /** The route has finished with a message. */
    void ended(HandOut handOut, Exchange exchange) {
        Throwable thrown = exchange.getException();
        if (thrown == null && exchange.isRollbackOnly()) {
            thrown = new RollbackExchangeException("The route marked the exchange as rollback-only", exchange);
        }
        if (thrown == null) {
            succeeded(handOut, exchange);
        } else if (SentIds.of(exchange).isEmpty()) {
            notSent(handOut, thrown);
        } else {
            failed(handOut, Failure.of(thrown).afterSend());
        }
    }

    private void notSent(HandOut handOut, Throwable thrown) {
        ReplaceConversation replacement;
        try {
            replacement = vanished.replacement(handOut, thrown);
        } catch (RuntimeException e) {
            failed(handOut, Failure.of(e));
            return;
        }
        if (replacement == null) {
            failed(handOut, Failure.of(thrown));
        } else {
            settings.pause().passed(handOut.permit());
            writer.write(replacement, any -> goOn(handOut));
        }
    }

    private void succeeded(HandOut handOut, Exchange exchange) {
        settings.pause().passed(handOut.permit());
        List<String> ids = SentIds.of(exchange);
        if (!ids.isEmpty()) {
            confirm(handOut, SentIds.conversation(exchange, handOut.conversation()), ids);
        } else if (SentIds.isSkipped(exchange)) {
            writer.write(new EndMessage(handOut.row().id(), MessageState.SKIPPED, "Skipped by the route", unchanged(handOut)),
                    any -> goOn(handOut));
        } else {
            park(handOut,
                    "Not sent: the route ended without CamelHelpdeskMessageId. Let it end at a sendMessage endpoint, or set"
                            + " CamelHelpdeskSkipped=true where it sends nothing on purpose.",
                    unchanged(handOut));
        }
    }

    /** The sync itself has deleted the copies. */
    void deleted(HandOut handOut, List<TargetMessage> copies) {
        settings.pause().passed(handOut.permit());
        writer.write(new EndDeletion(handOut.row().id(), copies, handOut.at()), any -> {
            LOG.debug("Deleted {} for {} in {}", copies, handOut.row(), direction);
            goOn(handOut);
        });
    }

    /** The sync itself has changed the status of the conversation. */
    void changed(HandOut handOut, LedgerWrite<Boolean> end) {
        settings.pause().passed(handOut.permit());
        writer.write(end, any -> {
            LOG.debug("Changed conversation {} for {} in {}", handOut.conversation(), handOut.row(), direction);
            goOn(handOut);
        });
    }

    /** There is nothing to do for a row; the target was not called. */
    void needless(HandOut handOut, String reason) {
        settings.pause().unused(handOut.permit());
        writer.write(new EndMessage(handOut.row().id(), MessageState.SKIPPED, reason, unchanged(handOut)),
                any -> goOn(handOut));
    }

    /** A row cannot go before a person has decided about another one; the target was not called. */
    void blocked(HandOut handOut, String reason) {
        settings.pause().unused(handOut.permit());
        park(handOut, reason, unchanged(handOut));
    }

    /** The attempt failed before the route got the message. */
    void failed(HandOut handOut, Throwable thrown) {
        if (thrown instanceof LaneWaitsException wait) {
            waits(handOut, wait);
        } else {
            failed(handOut, Failure.of(thrown));
        }
    }

    private void waits(HandOut handOut, LaneWaitsException wait) {
        settings.pause().unused(handOut.permit());
        if (wait.until() == null) {
            writer.nothing();
            held.hold(handOut.row().lane());
        } else {
            writer.write(new RetryMessage(handOut.row().id(), wait.getMessage(), unchanged(handOut)),
                    any -> sleep(handOut, Duration.between(Instant.now(), wait.until())));
        }
    }

    private void failed(HandOut handOut, Failure failure) {
        LOG.debug("{} in {}: {}: {}", handOut.row(), direction, failure.kind(), failure.reason());
        if (failure.kind() != Failure.Kind.ACCOUNT && failure.kind() != Failure.Kind.BUDGET) {
            settings.pause().passed(handOut.permit());
        }
        switch (failure.kind()) {
            case ACCOUNT -> pauseSide(handOut, failure);
            case BUDGET -> holdSide(handOut, failure);
            case NOT_FOUND_YET -> notFoundYet(handOut, failure);
            case CANNOT_TELL -> cannotTell(handOut, failure);
            case REFUSED -> park(handOut, failure.reason(), attempt(handOut, false, doubt(handOut, failure)));
            default -> retry(handOut, failure);
        }
    }

    private void confirm(HandOut handOut, String conversation, List<String> ids) {
        Copies copies = new Copies(direction.link(), settings.target().identity().toString(), conversation, ids);
        writer.write(new ConfirmMessage(handOut.row().id(), copies, handOut.at()), first -> {
            if (!first) {
                LOG.warn("Doubled on {}: {} was confirmed before with other ids than {}", settings.target(), handOut.row(),
                        ids);
            }
            LOG.debug("Delivered {} as {} in {}", handOut.row(), ids, direction);
            goOn(handOut);
        });
    }

    private void pauseSide(HandOut handOut, Failure failure) {
        settings.pause().failed(handOut.permit(), failure.reason(),
                settings.backoff().after(settings.pause().failures(), failure.retryAfter()));
        writer.write(new RetryMessage(handOut.row().id(), failure.reason(), attempt(handOut, false, doubt(handOut, failure))),
                any -> goOn(handOut));
    }

    private void holdSide(HandOut handOut, Failure failure) {
        settings.pause().held(handOut.permit(), failure.retryAfter());
        if (failure.maySent()) {
            writer.write(
                    new RetryMessage(handOut.row().id(), failure.reason(), attempt(handOut, false, doubt(handOut, failure))),
                    any -> goOn(handOut));
        } else {
            writer.nothing();
            goOn(handOut);
        }
    }

    private void notFoundYet(HandOut handOut, Failure failure) {
        Instant latest = settings.latestNotFoundFrom();
        if (failure.countsFrom().isAfter(latest) && handOut.at() != null) {
            // The clock has been set back since: what was stored would hold the lane up for as long.
            writer.write(
                    new RetryMessage(handOut.row().id(), failure.reason(),
                            new Attempt(null, false, latest, handOut.row().afterId())),
                    any -> sleep(handOut, Duration.between(Instant.now(), latest)));
        } else {
            writer.nothing();
            Instant until = failure.countsFrom().isAfter(latest) ? latest : failure.countsFrom();
            sleep(handOut, Duration.between(Instant.now(), until));
        }
    }

    private void cannotTell(HandOut handOut, Failure failure) {
        if (settings.resendUnknown()) {
            writer.write(new RetryMessage(handOut.row().id(), "Sent again: " + failure.reason(), attempt(handOut, false, null)),
                    any -> goOn(handOut));
        } else {
            park(handOut, failure.reason(), attempt(handOut, false, doubt(handOut, failure)));
        }
    }

    private void retry(HandOut handOut, Failure failure) {
        int failures = handOut.row().failures();
        Attempt attempt = attempt(handOut, true, doubt(handOut, failure));
        if (failures >= settings.maxRedeliveries()) {
            park(handOut, failure.reason(), attempt);
        } else {
            writer.write(new RetryMessage(handOut.row().id(), failure.reason(), attempt),
                    any -> sleep(handOut, settings.backoff().after(failures)));
        }
    }

    private void park(HandOut handOut, String reason, Attempt attempt) {
        writer.write(new EndMessage(handOut.row().id(), MessageState.PARKED, reason, attempt), any -> {
            LOG.warn("Parked {} in {}; the next messages of its conversation {}. {}", handOut.row(), direction,
                    settings.goOn() ? "go on without it" : "wait for it", reason);
            goOn(handOut);
        });
    }

    /** Doubt never ends by a failure: it may have been the look-up that failed. */
    private Instant doubt(HandOut handOut, Failure failure) {
        boolean maySent = failure.maySent() && handOut.at() != null;
        return maySent ? Instant.now().plus(settings.settleTime()) : handOut.row().notFoundFrom();
    }

    private Attempt unchanged(HandOut handOut) {
        return attempt(handOut, false, handOut.row().notFoundFrom());
    }

    private Attempt attempt(HandOut handOut, boolean counts, Instant notFoundFrom) {
        return new Attempt(handOut.at(), counts, notFoundFrom, handOut.row().afterId());
    }

    private void goOn(HandOut handOut) {
        lanes.again(handOut.row().lane());
    }

    private void sleep(HandOut handOut, Duration delay) {
        long lane = handOut.row().lane();
        lanes.sleep(lane);
        writer.later(delay, () -> lanes.again(lane));
    }
}
