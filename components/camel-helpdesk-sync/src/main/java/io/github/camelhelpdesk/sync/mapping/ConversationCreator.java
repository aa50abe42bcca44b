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
import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.common.CannotTellException;
import io.github.camelhelpdesk.common.ConversationRequest;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.NotFoundYetException;
import io.github.camelhelpdesk.common.OpenedConversation;
import io.github.camelhelpdesk.common.model.AuthorType;
import io.github.camelhelpdesk.common.model.Contact;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.sync.Marker;
import io.github.camelhelpdesk.sync.Side;
import io.github.camelhelpdesk.sync.SideIdentity;
import io.github.camelhelpdesk.sync.imports.AdoptedConversations;

/** Has the target create the conversation of a mapping whose intent is durable, and writes what that came to. */
final class ConversationCreator {

    private static final Logger LOG = LoggerFactory.getLogger(ConversationCreator.class);
    private static final int CONTACT_DIGITS = 32;

    private final ConversationTable table;
    private final String link;
    private final Side target;
    private final Duration settleTime;
    private final boolean resendUnknown;
    private final boolean silent;
    private final AdoptedConversations adopted;
    private final AtomicBoolean warned = new AtomicBoolean();

    ConversationCreator(ConversationTable table, String link, Side target, Duration settleTime, boolean resendUnknown,
            boolean silent, AdoptedConversations adopted) {
        this.table = table;
        this.link = link;
        this.target = target;
        this.settleTime = settleTime;
        this.resendUnknown = resendUnknown;
        this.silent = silent;
        this.adopted = adopted;
    }

    /** @return the conversation, whose id is durable */
    String create(ConversationMapping mapping, HelpdeskMessage message) {
        OpenedConversation opened = open(mapping, request(mapping, message));
        String conversation = opened.id();
        if (silent && opened.wasThere() && isOfAnother(mapping, conversation)) {
            adopt(conversation);
        }
        if (!table.opened(mapping, target.identity(), conversation)) {
            throw new AlreadyMappedException(conversation, target.name());
        }
        return conversation;
    }

    /**
     * In doubt it may be our own creation. Then nothing was sent into it yet: this ledger has not known it so far. What the
     * target itself notes in it, such as who it was given to, tells nothing.
     */
    private boolean isOfAnother(ConversationMapping mapping, String conversation) {
        return mapping.notFoundFrom() == null || !target.messages(conversation).stream().allMatch(ConversationCreator::isNoted);
    }

    private static boolean isNoted(HelpdeskMessage message) {
        return message.author() != null && message.author().type() == AuthorType.SYSTEM;
    }

    private void adopt(String conversation) {
        adopted.add(conversation);
        if (!warned.getAndSet(true)) {
            LOG.warn(
                    "Conversation {} of {} was opened by another import of the link {}. In such conversations messages are only"
                            + " looked for, since the other one may be about to send them. If there is no other one, set"
                            + " onUnknown=resend: what is not there is then sent",
                    conversation, target, link);
        }
    }

    private OpenedConversation open(ConversationMapping mapping, ConversationRequest request) {
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

    private OpenedConversation openAnyway(ConversationMapping mapping, ConversationRequest request) {
        table.inDoubt(mapping, null);
        return open(mapping,
                new ConversationRequest(request.key(), request.contactKey(), request.contact(), false, null, silent));
    }

    private ConversationRequest request(ConversationMapping mapping, HelpdeskMessage message) {
        String key = mapping.key() != null ? ConversationKey.text(mapping.key(), mapping.generation())
                : ConversationKey.ofFirstVersion(link, new SideIdentity(message.provider(), message.account()),
                        message.conversationId());
        return new ConversationRequest(key, contactKey(message),
                message.contact(), mapping.notFoundFrom() != null, mapping.notFoundFrom(), silent);
    }

    /** A customer without an id is taken for another one in each conversation: rather two contacts than a mixed one. */
    private static String contactKey(HelpdeskMessage message) {
        Contact contact = message.contact();
        boolean known = contact != null && contact.id() != null;
        return "hd-" + Marker.hash(CONTACT_DIGITS, message.provider(), message.account(), known ? "contact" : "conversation",
                known ? contact.id() : message.conversationId());
    }
}
