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

import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.SideCapability;
import io.github.camelhelpdesk.sync.SideIdentity;
import io.github.camelhelpdesk.sync.ledger.MessageRow;
import io.github.camelhelpdesk.sync.mapping.ConversationMapper;
import io.github.camelhelpdesk.sync.status.StatusLedger;
import io.github.camelhelpdesk.sync.status.StatusTurn;

/** Delivers a row that carries a status: the sync itself closes or opens the conversation on the target. */
final class StatusCall {

    private static final Logger LOG = LoggerFactory.getLogger(StatusCall.class);

    private final StatusLedger ledger;
    private final ConversationMapper mapper;
    private final DeliverySettings settings;
    private final TripWire tripWire;
    private final Endings endings;
    private final AtomicBoolean reported = new AtomicBoolean();

    StatusCall(StatusLedger ledger, ConversationMapper mapper, DeliverySettings settings, TripWire tripWire, Endings endings) {
        this.ledger = ledger;
        this.mapper = mapper;
        this.settings = settings;
        this.tripWire = tripWire;
        this.endings = endings;
    }

    void call(MessageRow row, int permit) {
        HandOut untouched = new HandOut(row, null, null, permit);
        StatusTurn turn;
        try {
            turn = turn(row);
            if (turn.needless() == null && settings.target().capabilities().contains(SideCapability.STATUS)) {
                tripWire.pass(turn.conversation());
                ledger.begin(turn);
            }
        } catch (RuntimeException e) {
            endings.failed(untouched, e);
            return;
        }
        if (turn.needless() != null) {
            endings.needless(untouched, turn.needless());
        } else if (!settings.target().capabilities().contains(SideCapability.STATUS)) {
            endings.needless(untouched, incapable());
        } else {
            set(row, turn, permit);
        }
    }

    /** What is told of a conversation whose mapping is on its way counts as soon as that is there. */
    private StatusTurn turn(MessageRow row) {
        StatusTurn turn = ledger.turn(row);
        if (turn.isAlone()) {
            mapper.awaitCreation(row.lane(), new SideIdentity(row.key().provider(), row.key().account()));
            // Again: a creation may have ended since.
            return ledger.turn(row);
        }
        return turn;
    }

    private String incapable() {
        String reason = settings.target() + " cannot close or open a conversation";
        if (!reported.getAndSet(true)) {
            LOG.warn("{}: the status of conversations does not follow there", reason);
        }
        return reason;
    }

    /** In doubt it is simply repeated: what has the status already keeps it. */
    private void set(MessageRow row, StatusTurn turn, int permit) {
        HandOut handOut = new HandOut(row, turn.conversation(), Instant.now(), permit);
        try {
            settings.target().setStatus(turn.conversation(), turn.status());
        } catch (RuntimeException e) {
            if (e instanceof HelpdeskException known && known.isGone()) {
                endings.needless(handOut, "Conversation " + turn.conversation() + " is not on " + settings.target()
                        + " any more");
            } else {
                endings.failed(handOut, e);
            }
            return;
        }
        endings.changed(handOut, ledger.end(row, turn, handOut.at()));
    }
}
