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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which conversations of an account lag behind, while the consumer runs. A conversation leaves only when everything it owed
 * has been handled, so the stored mark never passes one that still owes a message.
 */
final class AccountProgress {

    private static final Duration FIRST_RETRY = Duration.ofMillis(500);
    private static final Duration LAST_RETRY = Duration.ofMinutes(1);
    private static final int MOST_WOKEN = 10_000;
    private static final int MOST_REVISITS = 10_000;

    private final Map<String, Lag> lagging = new LinkedHashMap<>();
    /** What was read and changed since the mark, which a list shows again. */
    private final Map<String, ConversationChange> read = new HashMap<>();
    /** Conversations that wait only to be read again: they come behind all others, and few at a time. */
    private final Set<String> rereads = new LinkedHashSet<>();
    private Position base;
    private Instant mark;
    private Reach reach;
    private Reread reread;
    private int rereadsTaken;
    private int revisits;
    private boolean unsaved;

    AccountProgress(AccountCursor stored) {
        base = stored.base();
        mark = stored.mark();
        reach = stored.reach();
        reread = stored.reread();
        stored.lagging().forEach(id -> lagging.put(id, new Lag()));
        stored.revisits().forEach((id, messages) -> revisits += lag(id).wake(messages));
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
                lag(change.conversationId()).change = change;
                rereads.remove(change.conversationId());
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

    private Lag lag(String conversationId) {
        return lagging.computeIfAbsent(conversationId, id -> new Lag());
    }

    /**
     * Marks a conversation for reading, whatever is known of it, unless very many wait already: what wakes it comes from
     * outside.
     *
     * @param messageIds messages to look at again
     * @return false when the messages, or the conversation too, were not taken in
     */
    synchronized boolean wake(String conversationId, Collection<String> messageIds) {
        if (!lagging.containsKey(conversationId) && lagging.size() - rereads.size() >= MOST_WOKEN) {
            return false;
        }
        boolean isRoom = messageIds.isEmpty() || revisits < MOST_REVISITS;
        revisits += lag(conversationId).wake(isRoom ? messageIds : List.of());
        rereads.remove(conversationId);
        unsaved |= !messageIds.isEmpty();
        return isRoom;
    }

    /** Marks a conversation for being read again. */
    synchronized void order(String conversationId, RereadOrder order) {
        Lag lag = lagging.get(conversationId);
        if (lag == null) {
            lag = lag(conversationId);
            rereads.add(conversationId);
        }
        lag.order = order.joining(lag.order);
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
        List<String> due = new ArrayList<>();
        lagging.forEach((id, lag) -> {
            if (!lag.taken && !rereads.contains(id) && nowNanos - lag.retryAtNanos >= 0) {
                lag.taken = true;
                due.add(id);
            }
        });
        return due;
    }

    /** Conversations to read again now, so many that not more than a number of them are being read. */
    synchronized List<String> takeRereads(int most, long nowNanos) {
        List<String> due = new ArrayList<>();
        for (Iterator<String> ids = rereads.iterator(); ids.hasNext() && rereadsTaken < most;) {
            String id = ids.next();
            Lag lag = lagging.get(id);
            if (nowNanos - lag.retryAtNanos >= 0) {
                ids.remove();
                lag.taken = true;
                lag.isReread = true;
                rereadsTaken++;
                due.add(id);
            }
        }
        return due;
    }

    /** What is known to be wanted when the reading of a conversation begins. */
    synchronized Work begin(String conversationId) {
        Lag lag = lagging.get(conversationId);
        return new Work(lag.change, lag.wakes, Map.copyOf(lag.revisits), lag.order);
    }

    /** Notes, right before {@link #done}, what was met in a conversation. */
    synchronized void tallied(String conversationId, RereadTally tally) {
        lagging.get(conversationId).tally = tally;
    }

    /** Everything was handled that there was when the reading began; true when more has been asked for since. */
    synchronized boolean done(String conversationId, Work work) {
        Lag lag = release(conversationId);
        lag.failures = 0;
        revisits -= lag.settle(work);
        if (lag.order != null && lag.order.equals(work.order())) {
            lag.order = null;
            if (reread != null) {
                reread.done(conversationId, lag.tally);
                endReread();
            }
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
        Lag lag = release(conversationId);
        if (lag.order != null && lag.change == null && lag.wakes == 0) {
            rereads.add(conversationId);
        }
    }

    /** A message failed: this conversation, and no other, waits. */
    synchronized Duration failed(String conversationId, long nowNanos) {
        Lag lag = release(conversationId);
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(lag.failures++, 10));
        wait = wait.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : wait;
        lag.retryAtNanos = nowNanos + wait.toNanos();
        return wait;
    }

    private Lag release(String conversationId) {
        Lag lag = lagging.get(conversationId);
        lag.taken = false;
        rereadsTaken -= lag.isReread ? 1 : 0;
        lag.isReread = false;
        return lag;
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
        return lagging.containsKey(conversationId);
    }

    synchronized List<String> lagging() {
        return List.copyOf(lagging.keySet());
    }

    synchronized AccountCursor rebase(Position raised) {
        base = raised;
        return snapshot();
    }

    private AccountCursor snapshot() {
        Map<String, Set<String>> revisits = new LinkedHashMap<>();
        Map<String, RereadOrder> orders = new LinkedHashMap<>();
        lagging.forEach((id, lag) -> {
            if (!lag.revisits.isEmpty()) {
                revisits.put(id, Set.copyOf(lag.revisits.keySet()));
            }
            if (lag.order != null) {
                orders.put(id, lag.order);
            }
        });
        return new AccountCursor(base.copy(), mark, List.copyOf(lagging.keySet()), reach, revisits, orders,
                reread);
    }

    /**
     * What is wanted of a conversation.
     *
     * @param change the change that is known, or null
     * @param wakes how often it was woken
     * @param revisits messages to look at again, with the wake that asked for them
     * @param order what it is to be read again from, or null
     */
    record Work(ConversationChange change, int wakes, Map<String, Integer> revisits, RereadOrder order) {

        boolean isPlain() {
            return change == null && revisits.isEmpty() && order == null;
        }

        /** Whether it is wanted because the list of changes has shown it, and for nothing else. */
        boolean isListedOnly() {
            return change != null && wakes == 0 && order == null;
        }
    }

    private static final class Lag {
        private final Map<String, Integer> revisits = new LinkedHashMap<>();
        private ConversationChange change;
        private int wakes;
        private RereadOrder order;
        private RereadTally tally = RereadTally.NOTHING;
        private boolean taken;
        private boolean isReread;
        private int failures;
        private long retryAtNanos = System.nanoTime();

        /** Notes a wake and returns how many messages are to be looked at more than before. */
        int wake(Collection<String> messageIds) {
            int before = revisits.size();
            wakes++;
            messageIds.forEach(id -> revisits.put(id, wakes));
            return revisits.size() - before;
        }

        /** Forgets the messages that were looked at, and returns how many these are. */
        int settle(Work work) {
            int before = revisits.size();
            revisits.entrySet().removeAll(work.revisits().entrySet());
            return before - revisits.size();
        }

        /** Whether nothing was added since the reading began. */
        boolean isOnly(Work work) {
            return Objects.equals(change, work.change()) && wakes == work.wakes() && order == null;
        }
    }
}
