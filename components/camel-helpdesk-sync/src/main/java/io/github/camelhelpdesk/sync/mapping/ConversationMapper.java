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

import io.github.camelhelpdesk.common.CannotTellException;
import io.github.camelhelpdesk.common.ConversationRequest;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.NotFoundYetException;
import io.github.camelhelpdesk.common.model.Contact;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.sync.Marker;
import io.github.camelhelpdesk.sync.Side;
import io.github.camelhelpdesk.sync.SideIdentity;
import io.github.camelhelpdesk.sync.ledger.Ledger;

/**
 * Finds the conversation on the target that stands for one of the source, and has it created when there is none. Creating is
 * the one step with an intent row: it is written before the provider is called, and the new id is written before anything is
 * sent into it.
 */
public final class ConversationMapper {

    private static final int KEY_DIGITS = 16;
    private static final int CONTACT_DIGITS = 32;

    private final ConversationTable table;
    private final String link;
    private final Side target;
    private final Duration settleTime;
    private final boolean resendUnknown;

    /** @param resendUnknown whether a conversation is created when the target cannot tell whether it was before */
    public ConversationMapper(Ledger ledger, String link, Side target, Duration settleTime, boolean resendUnknown) {
        this.table = new ConversationTable(ledger, link);
        this.link = link;
        this.target = target;
        this.settleTime = settleTime;
        this.resendUnknown = resendUnknown;
    }

    /**
     * The conversation to send a message into. Not to be called by two threads for one source conversation.
     *
     * @throws HelpdeskException when it is not there and cannot be created now
     */
    public String conversationFor(HelpdeskMessage message) {
        SideIdentity source = new SideIdentity(message.provider(), message.account());
        checkOtherAccount(source);
        Optional<ConversationMapping> known = table.find(source, message.conversationId(), target.identity());
        if (known.isPresent() && known.get().targetConversation() != null) {
            return known.get().targetConversation();
        }
        ConversationMapping mapping = known.orElseGet(() -> table.creating(source, message.conversationId()));
        String conversation = open(mapping, request(mapping, message));
        if (!table.opened(mapping, target.identity(), conversation)) {
            throw new AlreadyMappedException(conversation, target.name());
        }
        return conversation;
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

    private String open(ConversationMapping mapping, ConversationRequest request) {
        try {
            return target.openConversation(request);
        } catch (NotFoundYetException e) {
            endDoubtOfAnotherClock(mapping);
            throw e;
        } catch (CannotTellException e) {
            if (resendUnknown) {
                return openAnyway(mapping, request);
            }
            throw e;
        } catch (RuntimeException e) {
            if (!(e instanceof HelpdeskException known) || known.outcome() == Outcome.UNCLEAR) {
                table.inDoubt(mapping, Instant.now().plus(settleTime));
            }
            throw e;
        }
    }

    /** The clock may have been set back since the doubt was stored, which would then last as much longer. */
    private void endDoubtOfAnotherClock(ConversationMapping mapping) {
        Instant latest = Instant.now().plus(target.responseTimeout()).plus(settleTime);
        if (mapping.notFoundFrom() != null && mapping.notFoundFrom().isAfter(latest)) {
            table.inDoubt(mapping, latest);
        }
    }

    private String openAnyway(ConversationMapping mapping, ConversationRequest request) {
        table.inDoubt(mapping, null);
        return open(mapping, new ConversationRequest(request.key(), request.contactKey(), request.contact(), false, null));
    }

    private ConversationRequest request(ConversationMapping mapping, HelpdeskMessage message) {
        String key = "hd-" + link + "-"
                + Marker.hash(KEY_DIGITS, message.provider(), message.account(), message.conversationId());
        return new ConversationRequest(key, contactKey(message), message.contact(), mapping.notFoundFrom() != null,
                mapping.notFoundFrom());
    }

    /** A customer without an id is taken for another one in each conversation: rather two contacts than a mixed one. */
    private static String contactKey(HelpdeskMessage message) {
        Contact contact = message.contact();
        boolean known = contact != null && contact.id() != null;
        return "hd-" + Marker.hash(CONTACT_DIGITS, message.provider(), message.account(), known ? "contact" : "conversation",
                known ? contact.id() : message.conversationId());
    }
}
