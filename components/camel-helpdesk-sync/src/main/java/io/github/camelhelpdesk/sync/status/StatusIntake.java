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
package io.github.camelhelpdesk.sync.status;

import java.time.Instant;

import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;

import io.github.camelhelpdesk.common.ConversationStatus;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.model.ConversationEventType;
import io.github.camelhelpdesk.common.model.HelpdeskConversation;
import io.github.camelhelpdesk.sync.Side;
import io.github.camelhelpdesk.sync.SideIdentity;
import io.github.camelhelpdesk.sync.ledger.LedgerDirection;

/** Reads what a consumer of conversations hands in. */
public final class StatusIntake {

    private final LedgerDirection direction;
    private final Side source;

    public StatusIntake(LedgerDirection direction, Side source) {
        this.direction = direction;
        this.source = source;
    }

    /** Whether an exchange tells of a conversation and not of a message. */
    public static boolean isMeant(Exchange exchange) {
        return exchange.getMessage().getHeader(HelpdeskConstants.CONVERSATION_EVENT) != null
                || exchange.getMessage().getBody() instanceof HelpdeskConversation;
    }

    /** What to write, or null for an event that is no matter of the status. */
    public TellStatus read(Exchange exchange) throws InvalidPayloadException {
        HelpdeskConversation conversation = exchange.getMessage().getMandatoryBody(HelpdeskConversation.class);
        ConversationEventType event = exchange.getMessage().getHeader(HelpdeskConstants.CONVERSATION_EVENT,
                conversation.event(), ConversationEventType.class);
        SideIdentity account = new SideIdentity(conversation.provider(), conversation.account());
        if (!source.identity().equals(account) || conversation.id() == null) {
            throw new IllegalArgumentException("The conversation " + conversation.id() + " of " + account
                    + " does not come from " + source.name() + ", which is " + source.identity()
                    + ". Set the option source of helpdesk-sync:" + direction.key().link()
                    + " to the component that read it.");
        }
        if (event != ConversationEventType.opened && event != ConversationEventType.closed) {
            return null;
        }
        // Not what it is now: it may have been closed and opened, each of which comes on its own.
        return new TellStatus(direction.id(), direction.key(), account, conversation.id(),
                event == ConversationEventType.closed ? ConversationStatus.CLOSED : ConversationStatus.OPEN,
                conversation.changedAt(), exchange.getMessage().getHeader(HelpdeskConstants.READ_AT, Instant.class));
    }
}
