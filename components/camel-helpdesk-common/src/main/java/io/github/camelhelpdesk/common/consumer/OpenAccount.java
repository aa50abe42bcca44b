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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An account that is being read: takes in what is to be read, has it read, and stores how far that has come. */
final class OpenAccount {

    private static final Logger LOG = LoggerFactory.getLogger(OpenAccount.class);
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private final AccountScope scope;
    private final CursorStore store;
    private final AccountProgress progress;
    private final ConversationWorkers workers;
    private final CursorPruning pruning;
    private final RereadListing listing;
    private final Lock saving = new ReentrantLock();

    OpenAccount(AccountScope scope, CursorStore store, AccountProgress progress, ConversationWorkers workers) {
        this.scope = scope;
        this.store = store;
        this.progress = progress;
        this.workers = workers;
        this.pruning = new CursorPruning(store);
        this.listing = new RereadListing(scope.source(), scope.conversationId(), progress);
    }

    /** Takes in what a consumer was woken for; true when the list of changes has to be read for it. */
    boolean woken(WakeUps.Taken wakes, String name) {
        boolean isAskedFor = wakes.changes();
        int lost = wakes.lost();
        for (Map.Entry<String, Set<String>> wake : wakes.conversations().entrySet()) {
            if (!progress.wake(wake.getKey(), wake.getValue())) {
                // What is new in it is in the list of changes as well.
                isAskedFor = true;
                lost += wake.getValue().size();
            }
        }
        if (lost > 0) {
            LOG.warn("{} was told of {} more changed messages than it can keep: a reconcile finds them", name, lost);
        }
        return isAskedFor;
    }

    /**
     * Has everything read that is due.
     *
     * @param isAsked whether to look first for what has changed
     * @return how many conversations with news there are
     */
    int read(boolean isAsked) {
        if (scope.conversationId() != null) {
            progress.wake(scope.conversationId(), List.of());
        } else if (isAsked) {
            Instant since = progress.mark().minus(OVERLAP);
            progress.changed(scope.source().changes(since), since);
        }
        save();
        prune();
        return workers.dispatch();
    }

    /** Goes on to list what is to be read again, and has it read; false when there was nothing to list. */
    boolean listRereads() {
        if (!listing.goOn()) {
            return false;
        }
        save();
        workers.dispatch();
        return true;
    }

    Reread readAgain(RereadOrder order) {
        Reread reread = progress.reread(order, Instant.now());
        save();
        return reread;
    }

    void readAgain(String conversation, RereadOrder order) {
        progress.order(conversation, order);
        save();
    }

    /** The reading again of the account that is under way, or the last one; null when there was none. */
    Reread lastReadAgain() {
        return progress.reread();
    }

    /** Stores what a stopped consumer would not want to lose. */
    void close() {
        progress.stopped();
        save();
    }

    private void prune() {
        saving.lock();
        try {
            pruning.run(progress);
        } finally {
            saving.unlock();
        }
    }

    /** Stores the account's cursor, never an older one over a newer one. */
    private void save() {
        saving.lock();
        try {
            AccountCursor unsaved = progress.takeUnsaved();
            if (unsaved != null) {
                store.save(unsaved);
            }
        } catch (RuntimeException e) {
            progress.notSaved();
            throw e;
        } finally {
            saving.unlock();
        }
    }
}
