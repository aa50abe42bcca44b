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
package io.github.camelhelpdesk.common.consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.common.HelpdeskException;

/** Reads one conversation: what it owes, in order, each message after the end of the one before. */
final class ConversationReading {

    private static final Logger LOG = LoggerFactory.getLogger(ConversationReading.class);

    /** How a reading ended. */
    enum End {
        /** Nothing is owed any more. */
        DONE,
        /** A message failed in the route. */
        FAILED,
        /** The consumer is stopping, or other conversations come first. */
        STOPPED
    }

    /** Hands messages to the route. */
    interface Handler {

        /**
         * Hands over a message and waits for its end.
         *
         * @param wasHandled whether it was handed over before
         * @param isAgain whether it comes because its conversation is read again
         * @return whether it is done; if not, it has to come once more
         */
        boolean handle(String conversationId, SourceMessage message, boolean wasHandled, boolean isAgain)
                throws InterruptedException;
    }

    /** What the readings of an account have in common. */
    interface Account {
        Reach reach();

        Position base();

        /** Whether the consumer is stopping. */
        boolean isEnding();

        /** Whether conversations with news wait while this one is read again. */
        boolean isAwaited();

        /** A message was handed out because it was asked for again. */
        void handedOutAgain();

        /** A conversation was read to its end, again as well if that was wanted. */
        void tallied(String conversationId, RereadTally tally);
    }

    private final MessageSource source;
    private final CursorStore store;
    private final Selection selection;
    private final Handler handler;
    private final Account account;

    ConversationReading(MessageSource source, CursorStore store, Selection selection, Handler handler, Account account) {
        this.source = source;
        this.store = store;
        this.selection = selection;
        this.handler = handler;
        this.account = account;
    }

    /**
     * Reads a conversation.
     *
     * @param conversationId the conversation
     * @param work what is wanted beyond what is owed
     * @throws HelpdeskException when the provider does not answer as it should; what was handled before is stored
     */
    End read(String conversationId, ConversationWork work) throws InterruptedException {
        ConversationCursor stored = store.cursor(conversationId);
        ConversationTurn turn = new ConversationTurn(conversationId, store,
                stored == null ? new ConversationCursor(account.base()) : stored, work.order());
        try {
            End end = revisit(work, turn);
            return end == End.DONE ? readOn(work, turn) : end;
        } finally {
            turn.save();
        }
    }

    private End revisit(ConversationWork work, ConversationTurn turn) throws InterruptedException {
        if (!selection.isWithUpdates() || work.revisits().isEmpty()) {
            return End.DONE;
        }
        MessageBatch batch = source.revisit(turn.conversationId(), work.revisits().keySet());
        for (SourceMessage message : batch.messages()) {
            // What is owed, or given by each read anyway, is left to the reading in order.
            boolean isOld = !turn.cursor().owes(message) && !turn.cursor().remembers(message);
            if (isOld && turn.cursor().isWithin(message, account.reach()) && isNews(message, turn)) {
                End end = take(message, batch, turn, true);
                if (end != End.DONE) {
                    return end;
                }
            }
        }
        return End.DONE;
    }

    private End readOn(ConversationWork work, ConversationTurn turn) throws InterruptedException {
        Position begin = turn.cursor().begin().copy();
        MessageReader reader = work.isListedOnly() ? source.readListed(turn.conversationId(), begin)
                : source.read(turn.conversationId(), begin);
        MessageBatch last = null;
        for (MessageBatch batch = reader.next(); batch != null; batch = reader.next()) {
            End end = handle(batch, turn);
            if (end != End.DONE) {
                return end;
            }
            turn.settle(batch);
            last = batch;
        }
        turn.end(last);
        account.tallied(turn.conversationId(), turn.cursor().tally());
        return End.DONE;
    }

    private End handle(MessageBatch batch, ConversationTurn turn) throws InterruptedException {
        for (SourceMessage message : batch.messages()) {
            End end = End.DONE;
            if (turn.cursor().owes(message)) {
                end = take(message, batch, turn, turn.cursor().wasHandled(message, account.reach()));
            } else if (selection.isWithUpdates() && turn.cursor().remembers(message)) {
                end = look(message, batch, turn);
            }
            if (end != End.DONE) {
                return end;
            }
        }
        return End.DONE;
    }

    /** Looks at a message that was handled: has it changed since? */
    private End look(SourceMessage message, MessageBatch batch, ConversationTurn turn) throws InterruptedException {
        if (turn.cursor().version(message) == null) {
            turn.adopt(message, selection.version(message, selection.isIncluded(message, null)));
            return End.DONE;
        }
        return isNews(message, turn) ? take(message, batch, turn, true) : End.DONE;
    }

    private boolean isNews(SourceMessage message, ConversationTurn turn) {
        return selection.isNews(message, turn.cursor().version(message));
    }

    private End take(SourceMessage message, MessageBatch batch, ConversationTurn turn, boolean wasHandled)
            throws InterruptedException {
        if (account.isEnding() || turn.isUp() && account.isAwaited()) {
            return End.STOPPED;
        }
        boolean isAgain = turn.isAgain(message);
        boolean isIncluded = selection.isIncluded(message, wasHandled ? turn.cursor().version(message) : null);
        if (!isIncluded && selection.isDeletedCopy(message)) {
            return passDeletion(message, batch, turn);
        }
        if (!isIncluded) {
            LOG.debug("Message {} of conversation {} is not included ({})", message.id(), turn.conversationId(),
                    message.isPrivate() ? "private" : message.author());
        } else if (!handler.handle(turn.conversationId(), message, wasHandled, isAgain)) {
            return End.FAILED;
        }
        if (isAgain && isIncluded) {
            account.handedOutAgain();
        }
        turn.handled(message, isIncluded, batch.readAt(), selection.version(message, isIncluded));
        return End.DONE;
    }

    /** A copy counts as handed out, which it was to those who made it, whoever the provider says has written it. */
    private End passDeletion(SourceMessage message, MessageBatch batch, ConversationTurn turn) throws InterruptedException {
        if (!handler.handle(turn.conversationId(), message, true, false)) {
            return End.FAILED;
        }
        turn.handled(message, true, batch.readAt(), selection.version(message, true));
        return End.DONE;
    }
}
