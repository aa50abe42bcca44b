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

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.sync.Side;
import io.github.camelhelpdesk.sync.SideIdentity;
import io.github.camelhelpdesk.sync.ledger.LedgerDirection;

/**
 * Knows again, by the key that it bears, a conversation that this link has opened and the ledger does not know: one that was
 * created right before a crash, or of before the ledger got lost. It is linked again and never copied as a new one.
 */
final class MarkedConversations {

    private static final Logger LOG = LoggerFactory.getLogger(MarkedConversations.class);
    private static final Duration LATER = Duration.ofSeconds(5);

    private final LedgerDirection direction;
    private final Side source;
    private final Side target;

    MarkedConversations(LedgerDirection direction, Side source, Side target) {
        this.direction = direction;
        this.source = source;
        this.target = target;
    }

    /**
     * Links a conversation again if it bears our key.
     *
     * @return whether it does
     * @throws HelpdeskException when it does, and nobody can tell what it stands for
     * @throws LaneWaitsException when the source cannot be asked now
     */
    boolean relink(SideIdentity side, String conversation) {
        Optional<ConversationKey> key = keyOf(conversation);
        if (key.isEmpty() || !key.get().link().equals(direction.key().link())) {
            return false;
        }
        RelinkConversation relink = new RelinkConversation(side, conversation, target.identity(), key.get());
        if (!direction.ledger().writeNow(relink)) {
            throw new HelpdeskException("The conversation " + conversation + " on " + source + " bears the mark "
                    + ConversationKey.text(key.get().base(), key.get().generation()) + " of this link: it was opened for a"
                    + " conversation of " + target + " that this ledger does not know. No second one is opened for it. Go on"
                    + " with the ledger that has opened it, or take the mark away on " + source
                    + " to have it copied as a new conversation, and replay this message.", Outcome.REFUSED, 0, null, false,
                    null);
        }
        LOG.info("Linked conversation {} of {} again by its mark, in {}", conversation, source, direction.key());
        return true;
    }

    private Optional<ConversationKey> keyOf(String conversation) {
        try {
            return source.conversationKey(conversation).flatMap(ConversationKey::parse);
        } catch (HelpdeskException e) {
            if (e.isGone()) {
                // Gone: nobody can answer in it, but what was written in it still has to arrive.
                return Optional.empty();
            }
            if (e.concernsAccount() || e.outcome() != Outcome.REFUSED) {
                // The source's trouble, and not the target's, which a failure here would pause.
                throw new LaneWaitsException("Cannot ask " + source + " whether this link has opened conversation "
                        + conversation + ": " + e.getMessage(), Instant.now().plus(LATER));
            }
            throw e;
        }
    }
}
