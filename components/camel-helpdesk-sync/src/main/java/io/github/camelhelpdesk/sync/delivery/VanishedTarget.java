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

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.sync.ledger.Attempt;
import io.github.camelhelpdesk.sync.ledger.LedgerDirection;
import io.github.camelhelpdesk.sync.ledger.ReplaceConversation;
import io.github.camelhelpdesk.sync.mapping.VanishedConversations;

/** What becomes of a message whose conversation is no longer on the target. */
final class VanishedTarget {

    private static final Logger LOG = LoggerFactory.getLogger(VanishedTarget.class);

    private final LedgerDirection direction;
    private final DeliverySettings settings;
    private final VanishedConversations conversations;

    VanishedTarget(LedgerDirection direction, DeliverySettings settings) {
        this.direction = direction;
        this.settings = settings;
        this.conversations = new VanishedConversations(direction, settings.target());
    }

    /**
     * Looks whether it is that which a failed send met.
     *
     * @return what is to be written then, after which the message is sent into a new conversation; else null
     * @throws RuntimeException when the target cannot be asked, or too many have vanished
     */
    ReplaceConversation replacement(HandOut handOut, Throwable thrown) {
        String conversation = handOut.conversation();
        if (conversation == null || !VanishedConversations.isMeantBy(thrown) || !conversations.isGone(conversation)) {
            return null;
        }
        if (conversations.areTooMany(conversation)) {
            throw new HelpdeskException(
                    "Conversation " + conversation + " of " + settings.target() + " is gone, and no other one"
                            + " is opened for now: too many have vanished within an hour. Look on " + settings.target()
                            + " what has become of them, and replay this message.",
                    HelpdeskException.Outcome.REFUSED, 404, null, false,
                    thrown);
        }
        LOG.warn("Conversation {} of {} is gone: another one takes its place, in {}", conversation, settings.target(),
                direction.key());
        return conversations.replacement(handOut.row(), conversation, new Attempt(handOut.at(), false, null));
    }
}
