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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which conversations of an account lag behind, while the consumer runs. A conversation leaves only when everything it owed
 * has been handled, so the stored mark never passes one that still owes a message.
 */
final class AccountProgress {

    private static final Duration FIRST_RETRY = Duration.ofMillis(500);
    private static final Duration LAST_RETRY = Duration.ofMinutes(1);

    private final Map<String, Lag> lagging = new LinkedHashMap<>();
    private final Map<String, ConversationChange> read = new HashMap<>();
    private Position base;
    private Instant mark;
    private boolean unsaved;

    AccountProgress(AccountCursor stored) {
        base = stored.base();
        mark = stored.mark();
        stored.lagging().forEach(id -> lagging.put(id, new Lag(null)));
    }

    synchronized Instant mark() {
        return mark;
    }

    synchronized Position base() {
        return base.copy();
    }

    /** Takes in what a poll has found. */
    synchronized void changed(Changes changes, Instant since) {
        for (ConversationChange change : changes.conversations()) {
            if (!change.changedAt().isBefore(since) && !isRead(change)) {
                lagging.computeIfAbsent(change.conversationId(), id -> new Lag(change)).change = change;
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

    /** Marks a conversation for reading, whatever is known of it. */
    synchronized void wake(String conversationId) {
        lagging.computeIfAbsent(conversationId, id -> new Lag(null));
    }

    /** The conversations to read now; each is given out once until it is done or has failed. */
    synchronized List<String> takeDue(long nowNanos) {
        List<String> due = new ArrayList<>();
        lagging.forEach((id, lag) -> {
            if (!lag.taken && nowNanos - lag.retryAtNanos >= 0) {
                lag.taken = true;
                due.add(id);
            }
        });
        return due;
    }

    /** What is known to have changed when the reading of a conversation begins. */
    synchronized ConversationChange begin(String conversationId) {
        return lagging.get(conversationId).change;
    }

    /** Everything was handled that there was when the reading began. */
    synchronized void done(String conversationId, ConversationChange atBegin) {
        Lag lag = lagging.get(conversationId);
        lag.taken = false;
        lag.failures = 0;
        if (Objects.equals(lag.change, atBegin)) {
            lagging.remove(conversationId);
            if (atBegin != null) {
                unsaved = true;
                read.put(conversationId, atBegin);
            }
        }
    }

    /** Reading has stopped for a reason that is not the conversation's: it is taken up at the next poll. */
    synchronized void interrupted(String conversationId) {
        lagging.get(conversationId).taken = false;
    }

    /** A message failed: this conversation, and no other, waits. */
    synchronized Duration failed(String conversationId, long nowNanos) {
        Lag lag = lagging.get(conversationId);
        lag.taken = false;
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(lag.failures++, 10));
        wait = wait.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : wait;
        lag.retryAtNanos = nowNanos + wait.toNanos();
        return wait;
    }

    /** The cursor to store, or null when it is stored already. */
    synchronized AccountCursor takeUnsaved() {
        if (!unsaved) {
            return null;
        }
        unsaved = false;
        return snapshot();
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
        return new AccountCursor(base.copy(), mark, List.copyOf(lagging.keySet()));
    }

    private static final class Lag {
        private ConversationChange change;
        private boolean taken;
        private int failures;
        private long retryAtNanos = System.nanoTime();

        Lag(ConversationChange change) {
            this.change = change;
        }
    }
}
