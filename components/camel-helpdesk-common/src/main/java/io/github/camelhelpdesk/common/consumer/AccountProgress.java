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
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The cursor of an account while the consumer runs. A conversation leaves it only when everything it owed has been handled, so
 * the stored mark never passes one that still owes a message.
 */
final class AccountProgress {

    private final LaggingConversations lagging = new LaggingConversations();
    /**
     * What was read and changed since the mark, which a list shows again: never more than that list has, which moves the mark.
     */
    private final Map<String, ConversationChange> read = new HashMap<>();
    private Position base;
    private Instant mark;
    private Reach reach;
    private Reread reread;
    private boolean unsaved;

    AccountProgress(AccountCursor stored) {
        base = stored.base();
        mark = stored.mark();
        reach = stored.reach();
        reread = stored.reread();
        stored.lagging().forEach(lagging::add);
        stored.revisits().forEach(lagging::restore);
        stored.orders().forEach(this::order);
    }

    synchronized Instant mark() {
        return mark;
    }

    synchronized Position base() {
        return base.copy();
    }

    synchronized Reach reach() {
        return reach;
    }

    /** Takes in what a poll has found. */
    synchronized void changed(Changes changes, Instant since) {
        for (ConversationChange change : changes.conversations()) {
            if (!change.changedAt().isBefore(since) && !isRead(change)) {
                lagging.changed(change);
                unsaved = true;
            }
        }
        if (changes.mark() != null && changes.mark().isAfter(mark)) {
            mark = changes.mark();
            unsaved = true;
        }
        read.values().removeIf(change -> change.changedAt().isBefore(since));
    }

    private boolean isRead(ConversationChange change) {
        ConversationChange known = read.get(change.conversationId());
        return known != null && known.version().equals(change.version());
    }

    /**
     * Marks a conversation for reading, whatever is known of it, unless very many wait already: what wakes it comes from
     * outside.
     *
     * @param messageIds messages to look at again
     * @return false when the messages, or the conversation too, were not taken in
     */
    synchronized boolean wake(String conversationId, Collection<String> messageIds) {
        boolean isRoom = lagging.wake(conversationId, messageIds);
        unsaved |= !messageIds.isEmpty() && lagging.contains(conversationId);
        return isRoom;
    }

    /** Marks a conversation for being read again. */
    synchronized void order(String conversationId, RereadOrder order) {
        lagging.order(conversationId, order);
        unsaved = true;
    }

    /** Begins to read the whole account again, or has the one that is under way do it. */
    synchronized Reread reread(RereadOrder order, Instant now) {
        if (reread == null || reread.isEnded()) {
            reread = new Reread(order, now, System::nanoTime);
        } else if (order.from().isBefore(reread.from())) {
            reread.widen(order);
        }
        unsaved = true;
        return reread;
    }

    synchronized Reread reread() {
        return reread;
    }

    /**
     * Takes in a part of the conversations that are to be read again.
     *
     * @param order what they were listed for; nothing is taken in when another one is wanted by now
     * @param isLast whether all are known with it
     */
    synchronized void listed(RereadOrder order, Collection<String> conversations, boolean isLast) {
        if (!reread.order().equals(order)) {
            return;
        }
        reread.found(conversations).forEach(id -> order(id, order));
        if (isLast) {
            reread.listed();
            endReread();
        }
        unsaved = true;
    }

    private void endReread() {
        if (reread != null && reread.endIfDone(Instant.now())) {
            reach = reach.from(reread.from());
        }
    }

    /** The conversations to read now, but for those that only wait to be read again; each is given out once until it ends. */
    synchronized List<String> takeDue(long nowNanos) {
        return lagging.takeDue(nowNanos);
    }

    /** Conversations to read again now, so many that not more than a number of them are being read. */
    synchronized List<String> takeRereads(int most, long nowNanos) {
        return lagging.takeRereads(most, nowNanos);
    }

    /** What is known to be wanted when the reading of a conversation begins. */
    synchronized ConversationWork begin(String conversationId) {
        return lagging.get(conversationId).work();
    }

    /** Notes, right before {@link #done}, what was met in a conversation. */
    synchronized void tallied(String conversationId, RereadTally tally) {
        lagging.get(conversationId).tallied(tally);
    }

    /** Everything was handled that there was when the reading began; true when more has been asked for since. */
    synchronized boolean done(String conversationId, ConversationWork work) {
        ConversationLag lag = lagging.done(conversationId, work);
        if (lag.settleOrder(work) && reread != null) {
            reread.done(conversationId, lag.tally());
            endReread();
        }
        unsaved |= !work.isPlain();
        if (!lag.isOnly(work)) {
            return true;
        }
        lagging.remove(conversationId);
        if (work.change() != null && work.change().comesAgain()) {
            read.put(conversationId, work.change());
        }
        return false;
    }

    /** Reading has stopped for a reason that is not the conversation's: it is taken up at the next poll. */
    synchronized void interrupted(String conversationId) {
        lagging.interrupted(conversationId);
    }

    /** A message failed: this conversation, and no other, waits. */
    synchronized Duration failed(String conversationId, long nowNanos) {
        return lagging.failed(conversationId, nowNanos);
    }

    /** The cursor to store, or null when it is stored already. */
    synchronized AccountCursor takeUnsaved() {
        if (!unsaved) {
            return null;
        }
        unsaved = false;
        return snapshot();
    }

    /** No more is read: how far a re-reading has come is worth storing. */
    synchronized void stopped() {
        unsaved |= reread != null && !reread.isEnded();
    }

    /** The cursor has not been stored after all. */
    synchronized void notSaved() {
        unsaved = true;
    }

    synchronized boolean isLagging(String conversationId) {
        return lagging.contains(conversationId);
    }

    synchronized List<String> lagging() {
        return lagging.ids();
    }

    synchronized AccountCursor rebase(Position raised) {
        base = raised;
        return snapshot();
    }

    private AccountCursor snapshot() {
        Map<String, Set<String>> revisits = new LinkedHashMap<>();
        Map<String, RereadOrder> orders = new LinkedHashMap<>();
        lagging.forEach((id, lag) -> {
            if (!lag.revisits().isEmpty()) {
                revisits.put(id, lag.revisits());
            }
            if (lag.order() != null) {
                orders.put(id, lag.order());
            }
        });
        return new AccountCursor(base.copy(), mark, lagging.ids(), reach, revisits, orders, reread);
    }
}
