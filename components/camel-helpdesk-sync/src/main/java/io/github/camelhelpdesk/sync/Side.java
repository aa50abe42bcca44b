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
package io.github.camelhelpdesk.sync;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

import io.github.camelhelpdesk.common.ConversationRequest;
import io.github.camelhelpdesk.common.ConversationStatus;
import io.github.camelhelpdesk.common.HelpdeskSide;
import io.github.camelhelpdesk.common.OpenedConversation;
import io.github.camelhelpdesk.common.SideCapability;
import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.MessageKey;
import io.github.camelhelpdesk.sync.delivery.SidePause;
import io.github.camelhelpdesk.sync.ledger.TargetMessage;

/** One side of a link: a named component, and what all links in this application share about it. */
public final class Side {

    private static final int STRIPES = 64;

    private final String name;
    private final HelpdeskSide component;
    private final SidePause pause = new SidePause();
    private final Lock[] people = IntStream.range(0, STRIPES).mapToObj(any -> new ReentrantLock()).toArray(Lock[]::new);
    private volatile SideIdentity identity;

    Side(String name, HelpdeskSide component) {
        this.name = name;
        this.component = component;
    }

    /** Name of the component. */
    public String name() {
        return name;
    }

    /**
     * Which account it is. The first call may use the network.
     *
     * @throws io.github.camelhelpdesk.common.HelpdeskException when the provider must be asked and cannot be
     */
    public SideIdentity identity() {
        if (identity == null) {
            identity = new SideIdentity(component.provider(), component.account());
        }
        return identity;
    }

    /** Whether {@link #identity()} answers without the network. */
    public boolean isKnown() {
        return identity != null;
    }

    public Duration settleTime() {
        return component.settleTime();
    }

    public Duration responseTimeout() {
        return component.responseTimeout();
    }

    /** What it can do to a message that it holds. */
    public Set<SideCapability> capabilities() {
        return component.capabilities();
    }

    /** Deletes a message for everybody; again and again does no harm. */
    public void deleteMessage(TargetMessage message) {
        component.deleteMessage(message.conversation(), message.id());
    }

    /** Closes or opens a conversation; again and again does no harm. */
    public void setStatus(String conversation, ConversationStatus status) {
        component.setStatus(conversation, status);
    }

    /** What the status of a conversation is now; empty when the side cannot tell. */
    public Optional<ConversationStatus> status(String conversation) {
        return component.status(conversation);
    }

    public void checkTarget() {
        component.checkTarget();
    }

    /** Checks that nobody is told of history that is filed there. */
    public void checkSilentTarget() {
        component.checkSilentTarget();
    }

    /** Opens a conversation; for one person only one at a time, so that a newcomer gets one contact. */
    public OpenedConversation openConversation(ConversationRequest request) {
        Lock person = people[Math.floorMod(request.contactKey().hashCode(), STRIPES)];
        person.lock();
        try {
            return component.openConversation(request);
        } finally {
            person.unlock();
        }
    }

    /**
     * All messages of a conversation, the oldest first.
     *
     * @throws io.github.camelhelpdesk.common.HelpdeskException with status 404 or 410 when there is no such conversation
     * @throws UnsupportedOperationException when the side cannot list messages
     */
    public List<HelpdeskMessage> messages(String conversationId) {
        return component.messages(conversationId);
    }

    /** The key by which a conversation was opened, if it was opened by a link. Uses the network. */
    public Optional<String> conversationKey(String conversation) {
        return component.conversationKey(conversation);
    }

    /** Whether a message without a marker may be one of ours, by its author. The first call may use the network. */
    public boolean mayHaveWritten(Author author) {
        return component.mayHaveWritten(author);
    }

    /** A file of a message that was written on this side, with an address that works now. */
    public Optional<Attachment> attachment(MessageKey message, String attachmentId) {
        return component.attachment(message.conversationId(), message.id(), attachmentId);
    }

    /** Whether nothing may be sent to it now. */
    public SidePause pause() {
        return pause;
    }

    @Override
    public String toString() {
        return name;
    }
}
