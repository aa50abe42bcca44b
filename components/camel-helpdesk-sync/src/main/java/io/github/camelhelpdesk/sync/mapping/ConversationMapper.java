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
import java.util.function.BooleanSupplier;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.sync.Side;
import io.github.camelhelpdesk.sync.SideIdentity;
import io.github.camelhelpdesk.sync.imports.AdoptedConversations;
import io.github.camelhelpdesk.sync.ledger.LedgerDirection;

/**
 * Finds the conversation on the target that stands for one of the source, and has it created when there is none. Creating is
 * the one step with an intent row: it is written before the provider is called, and the new id is written before anything is
 * sent into it.
 */
public final class ConversationMapper {

    private final LedgerDirection direction;
    private final Side target;
    private final ConversationTable table;
    private final CreationWatch creations;
    private final MarkedConversations marked;
    private final ConversationCreator creator;
    private final AdoptedConversations adopted;
    private final boolean silent;

    /**
     * @param settleTime how long a creation whose answer was lost may still land
     * @param resendUnknown whether a conversation is created when the target cannot tell whether it was before
     * @param silent whether it is history that is only filed, of which nobody is told
     * @param bothWays whether this application has the link's other direction, too
     */
    public ConversationMapper(LedgerDirection direction, Side source, Side target, Duration settleTime, boolean resendUnknown,
            boolean silent, BooleanSupplier bothWays) {
        this.direction = direction;
        this.target = target;
        this.table = new ConversationTable(direction.ledger(), direction.key().link());
        this.creations = new CreationWatch(direction, bothWays);
        this.marked = new MarkedConversations(direction, source, target);
        this.silent = silent;
        this.adopted = new AdoptedConversations(direction);
        this.creator = new ConversationCreator(table, direction.key().link(), target, settleTime, resendUnknown,
                silent, adopted);
    }

    /** Whether another import may be writing into a conversation. */
    public boolean isShared(String conversation) {
        return silent && adopted.contains(conversation);
    }

    /**
     * The conversation to send a message into.
     *
     * @param lane the lane of the message
     * @throws HelpdeskException when it is not there and cannot be created now
     * @throws LaneWaitsException when it may be known soon
     */
    public String conversationFor(long lane, HelpdeskMessage message) {
        SideIdentity source = new SideIdentity(message.provider(), message.account());
        checkOtherAccount(source);
        Optional<ConversationMapping> known = find(source, message);
        if (known.isEmpty() && !isMarked(lane, source, message)) {
            table.creating(source, message.conversationId());
        }
        ConversationMapping mapping = known.or(() -> find(source, message)).orElseThrow();
        return mapping.isOpen() ? mapping.targetConversation() : create(mapping, source, message);
    }

    /**
     * To be called for a conversation that has no mapping.
     *
     * @throws LaneWaitsException when it may be one that the other direction is creating
     */
    public void awaitCreation(long lane, SideIdentity source) {
        if (creations.mayBeOf(lane, source, target.identity())) {
            throw new LaneWaitsException("A conversation is being created on the other side, which may be this one", null);
        }
    }

    /** To be called once before a consumer's first message. */
    public void doubtCreations(Instant notFoundFrom) {
        table.doubtCreations(notFoundFrom);
    }

    /** Here too: at the start of the consumer the source's account may have been unknown. */
    private void checkOtherAccount(SideIdentity source) {
        if (source.equals(target.identity())) {
            throw new HelpdeskException("The message comes from " + source + ", which is the same account as the target "
                    + target + ": it would be copied to where it comes from. Change the option source or target.",
                    Outcome.REFUSED, 0, null, false, null);
        }
    }

    private Optional<ConversationMapping> find(SideIdentity source, HelpdeskMessage message) {
        return table.find(source, message.conversationId(), target.identity());
    }

    /** Whether the conversation is, or turns out to be, one that this link has opened. */
    private boolean isMarked(long lane, SideIdentity source, HelpdeskMessage message) {
        awaitCreation(lane, source);
        // Again: a creation may have ended since it was looked for.
        return find(source, message).isPresent() || marked.relink(source, message.conversationId());
    }

    /** Several lanes may lead to one mapping: that of a conversation that has vanished, and that of the one in its place. */
    private String create(ConversationMapping mapping, SideIdentity source, HelpdeskMessage message) {
        if (!direction.creations().begin(mapping.id(), mapping.lanesBefore())) {
            throw new LaneWaitsException("Its conversation is being created", null);
        }
        try {
            ConversationMapping now = find(source, message).orElseThrow();
            return now.isOpen() ? now.targetConversation() : creator.create(now, message);
        } finally {
            direction.creations().end(mapping.id());
            direction.wakeHeld();
            direction.opposite().ifPresent(LedgerDirection::wakeHeld);
        }
    }
}
