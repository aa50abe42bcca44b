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

import java.time.Duration;
import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.common.HelpdeskException;

/** Reads one conversation: what it owes, in order, each message after the end of the one before. */
final class ConversationReading {

    private static final Logger LOG = LoggerFactory.getLogger(ConversationReading.class);
    private static final long CHECKPOINT_NANOS = 1_000_000_000L;
    private static final long TURN_NANOS = Duration.ofSeconds(2).toNanos();
    /** Stands for the version of a message that was not included: its updates are not either. */
    private static final String NOT_INCLUDED = "-";

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
    private final Inclusion inclusion;
    private final boolean updates;
    private final Handler handler;
    private final Account account;

    ConversationReading(MessageSource source, CursorStore store, Inclusion inclusion, boolean updates, Handler handler,
            Account account) {
        this.source = source;
        this.store = store;
        this.inclusion = inclusion;
        this.updates = updates;
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
    End read(String conversationId, AccountProgress.Work work) throws InterruptedException {
        ConversationCursor stored = store.cursor(conversationId);
        Turn turn = new Turn(conversationId, stored == null ? new ConversationCursor(account.base()) : stored);
        try {
            turn.unsaved = turn.cursor.begin(work.order());
            End end = revisit(work, turn);
            return end == End.DONE ? readOn(work, turn) : end;
        } finally {
            turn.save();
        }
    }

    private End revisit(AccountProgress.Work work, Turn turn) throws InterruptedException {
        if (!updates || work.revisits().isEmpty()) {
            return End.DONE;
        }
        MessageBatch batch = source.revisit(turn.conversationId, work.revisits().keySet());
        for (SourceMessage message : batch.messages()) {
            // What is owed, or given by each read anyway, is left to the reading in order.
            boolean isOld = !turn.cursor.owes(message) && !turn.cursor.remembers(message);
            if (isOld && turn.cursor.isWithin(message, account.reach()) && turn.isNews(message)) {
                End end = take(message, batch, turn, true);
                if (end != End.DONE) {
                    return end;
                }
            }
        }
        return End.DONE;
    }

    private End readOn(AccountProgress.Work work, Turn turn) throws InterruptedException {
        Position begin = turn.cursor.begin().copy();
        MessageReader reader = work.isListedOnly() ? source.readListed(turn.conversationId, begin)
                : source.read(turn.conversationId, begin);
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
        account.tallied(turn.conversationId, turn.cursor.tally());
        return End.DONE;
    }

    private End handle(MessageBatch batch, Turn turn) throws InterruptedException {
        for (SourceMessage message : batch.messages()) {
            End end = End.DONE;
            if (turn.cursor.owes(message)) {
                end = take(message, batch, turn, turn.cursor.wasHandled(message, account.reach()));
            } else if (updates && turn.cursor.remembers(message)) {
                end = look(message, batch, turn);
            }
            if (end != End.DONE) {
                return end;
            }
        }
        return End.DONE;
    }

    /** Looks at a message that was handled: has it changed since? */
    private End look(SourceMessage message, MessageBatch batch, Turn turn) throws InterruptedException {
        if (turn.cursor.version(message) == null) {
            turn.unsaved |= turn.cursor.adopt(message, inclusion.allows(message) ? message.version() : NOT_INCLUDED);
            return End.DONE;
        }
        return turn.isNews(message) ? take(message, batch, turn, true) : End.DONE;
    }

    private End take(SourceMessage message, MessageBatch batch, Turn turn, boolean wasHandled) throws InterruptedException {
        if (account.isEnding() || turn.isOver()) {
            return End.STOPPED;
        }
        boolean isAgain = turn.cursor.owes(message) && !turn.cursor.position().owes(message);
        boolean isIncluded = isIncluded(message, turn, wasHandled);
        if (!isIncluded && isDeletedCopy(message)) {
            return passDeletion(message, batch, turn);
        }
        if (!isIncluded) {
            LOG.debug("Message {} of conversation {} is not included ({})", message.id(), turn.conversationId,
                    message.isPrivate() ? "private" : message.author());
        } else if (!handler.handle(turn.conversationId, message, wasHandled, isAgain)) {
            return End.FAILED;
        }
        if (isAgain && isIncluded) {
            account.handedOutAgain();
        }
        turn.cursor.count(message, isIncluded);
        turn.handled(message, batch.readAt(), isIncluded ? message.version() : NOT_INCLUDED);
        return End.DONE;
    }

    /** A copy counts as handed out, which it was to those who made it, whoever the provider says has written it. */
    private End passDeletion(SourceMessage message, MessageBatch batch, Turn turn) throws InterruptedException {
        if (!handler.handle(turn.conversationId, message, true, false)) {
            return End.FAILED;
        }
        turn.cursor.count(message, true);
        turn.handled(message, batch.readAt(), message.version());
        return End.DONE;
    }

    private boolean isDeletedCopy(SourceMessage message) {
        return updates && message.deletedCopy() && inclusion.allowsUpdate(message);
    }

    /** A message that was handed out once is judged by that, as a deletion may have taken away who wrote it. */
    private boolean isIncluded(SourceMessage message, Turn turn, boolean wasHandled) {
        String version = wasHandled ? turn.cursor.version(message) : null;
        if (version == null) {
            return inclusion.allows(message);
        }
        return !NOT_INCLUDED.equals(version) && inclusion.allowsUpdate(message);
    }

    /** One reading of a conversation: where it stands, and whether that is stored. */
    private final class Turn {
        private final String conversationId;
        private final ConversationCursor cursor;
        private final long beganAtNanos = System.nanoTime();
        private boolean unsaved;
        private boolean unsettled;
        private long savedAtNanos = System.nanoTime();

        Turn(String conversationId, ConversationCursor cursor) {
            this.conversationId = conversationId;
            this.cursor = cursor;
        }

        /** Whether a message that was handled differs from what was handed out, or may. */
        boolean isNews(SourceMessage message) {
            String known = cursor.version(message);
            boolean isKept = NOT_INCLUDED.equals(known) && !isDeletedCopy(message);
            return message.version() != null && !isKept && !message.version().equals(known);
        }

        /** Whether what is only read again has to let others go first. */
        boolean isOver() {
            return cursor.isReadAgain() && System.nanoTime() - beganAtNanos > TURN_NANOS && account.isAwaited();
        }

        void handled(SourceMessage message, Instant readAt, String version) {
            cursor.handled(message, readAt, updates ? version : null);
            unsaved = true;
            unsettled = true;
            if (System.nanoTime() - savedAtNanos > CHECKPOINT_NANOS) {
                save();
            }
        }

        void settle(MessageBatch batch) {
            if (unsettled) {
                cursor.settle(batch.readAt());
                unsettled = false;
                unsaved = true;
            }
        }

        /**
         * Everything was read. A conversation in which nothing was left to hand out is settled, too, so that it can be
         * forgotten.
         */
        void end(MessageBatch last) {
            if (cursor.end()) {
                if (last != null) {
                    cursor.settle(last.readAt());
                }
                unsaved = true;
            }
        }

        void save() {
            if (unsaved) {
                store.save(conversationId, cursor);
                unsaved = false;
                savedAtNanos = System.nanoTime();
            }
        }
    }
}
