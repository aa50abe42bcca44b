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

import java.util.List;

import org.apache.camel.Exchange;
import org.apache.camel.RollbackExchangeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.sync.ledger.ConfirmMessage;
import io.github.camelhelpdesk.sync.ledger.Copies;
import io.github.camelhelpdesk.sync.ledger.DirectionKey;
import io.github.camelhelpdesk.sync.ledger.EndDeletion;
import io.github.camelhelpdesk.sync.ledger.LedgerWrite;
import io.github.camelhelpdesk.sync.ledger.ReplaceConversation;
import io.github.camelhelpdesk.sync.ledger.TargetMessage;
import io.github.camelhelpdesk.sync.mapping.LaneWaitsException;

/** Tells what an attempt came to: a copy, a change, a deletion, nothing, or a failure. */
final class Endings {

    private static final Logger LOG = LoggerFactory.getLogger(Endings.class);

    private final DirectionKey direction;
    private final DeliverySettings settings;
    private final VanishedTarget vanished;
    private final Closings closings;
    private final FailedAttempts failedAttempts;

    Endings(DirectionKey direction, DeliverySettings settings, LaneQueue lanes, EndWriter writer, HeldLanes held,
            VanishedTarget vanished) {
        this.direction = direction;
        this.settings = settings;
        this.vanished = vanished;
        this.closings = new Closings(direction, settings, lanes, writer, held);
        this.failedAttempts = new FailedAttempts(direction, settings, closings);
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
            failedAttempts.failed(handOut, Failure.of(thrown).afterSend());
        }
    }

    private void notSent(HandOut handOut, Throwable thrown) {
        ReplaceConversation replacement;
        try {
            replacement = vanished.replacement(handOut, thrown);
        } catch (RuntimeException e) {
            failedAttempts.failed(handOut, Failure.of(e));
            return;
        }
        if (replacement == null) {
            failedAttempts.failed(handOut, Failure.of(thrown));
        } else {
            settings.pause().passed(handOut.permit());
            closings.close(handOut, replacement);
        }
    }

    private void succeeded(HandOut handOut, Exchange exchange) {
        settings.pause().passed(handOut.permit());
        List<String> ids = SentIds.of(exchange);
        if (!ids.isEmpty()) {
            confirm(handOut, SentIds.conversation(exchange, handOut.conversation()), ids);
        } else if (SentIds.isSkipped(exchange)) {
            closings.skip(handOut, handOut.row().isOnlyLookedFor() ? Steps.WITHDRAWN : "Skipped by the route");
        } else {
            closings.park(handOut,
                    "Not sent: the route ended without CamelHelpdeskMessageId. Let it end at a sendMessage endpoint, or set"
                            + " CamelHelpdeskSkipped=true where it sends nothing on purpose.",
                    closings.unchanged(handOut));
        }
    }

    /** The sync itself has deleted the copies. */
    void deleted(HandOut handOut, List<TargetMessage> copies) {
        settings.pause().passed(handOut.permit());
        closings.close(handOut, new EndDeletion(handOut.row().id(), copies, handOut.at()),
                any -> LOG.debug("Deleted {} for {} in {}", copies, handOut.row(), direction));
    }

    /** The sync itself has changed the status of the conversation. */
    void changed(HandOut handOut, LedgerWrite<Boolean> end) {
        settings.pause().passed(handOut.permit());
        closings.close(handOut, end, any -> LOG.debug("Changed conversation {} for {} in {}", handOut.conversation(),
                handOut.row(), direction));
    }

    /** There is nothing to do for a row; the target was not called. */
    void needless(HandOut handOut, String reason) {
        settings.pause().unused(handOut.permit());
        closings.skip(handOut, reason);
    }

    /** A row cannot go before a person has decided about another one; the target was not called. */
    void blocked(HandOut handOut, String reason) {
        settings.pause().unused(handOut.permit());
        closings.park(handOut, reason, closings.unchanged(handOut));
    }

    /** The attempt failed before the route got the message. */
    void failed(HandOut handOut, Throwable thrown) {
        if (thrown instanceof LaneWaitsException wait) {
            failedAttempts.waits(handOut, wait);
        } else {
            failedAttempts.failed(handOut, Failure.of(thrown));
        }
    }

    private void confirm(HandOut handOut, String conversation, List<String> ids) {
        Copies copies = new Copies(direction.link(), settings.target().identity().toString(), conversation, ids);
        closings.close(handOut, new ConfirmMessage(handOut.row().id(), copies, handOut.at(), handOut.onlyLooks()), first -> {
            if (!first) {
                LOG.warn("Doubled on {}: {} was confirmed before with other ids than {}", settings.target(), handOut.row(),
                        ids);
            }
            LOG.debug("Delivered {} as {} in {}", handOut.row(), ids, direction);
        });
    }
}
