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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.spi.ExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;

/** Reads the conversations that are due, a few at a time: those with news first, those to be read again behind them. */
final class ConversationWorkers implements ConversationReading.Account {

    private static final Logger LOG = LoggerFactory.getLogger(ConversationWorkers.class);

    /** The consumer that they work for. */
    interface Owner {
        String name();

        boolean isEnding();

        /** Whether the provider has asked for a pause. */
        boolean isPausing();

        /** What is due is read without waiting for the next poll. */
        void pollSoon();

        /** The account does not answer: nothing is read for a while. */
        void failed(HelpdeskException e);

        ExceptionHandler exceptionHandler();
    }

    private final Owner owner;
    private final ExecutorService threads;
    private final int size;
    private final boolean onlyOne;
    private final AccountProgress progress;
    private final AtomicInteger awaited = new AtomicInteger();
    private ConversationReading reading;

    /**
     * @param owner the consumer
     * @param threads run the readings, in the order in which they are given
     * @param size how many of these there are
     * @param onlyOne whether the consumer reads one conversation, and no account
     * @param progress what lags behind
     */
    ConversationWorkers(Owner owner, ExecutorService threads, int size, boolean onlyOne, AccountProgress progress) {
        this.owner = owner;
        this.threads = threads;
        this.size = size;
        this.onlyOne = onlyOne;
        this.progress = progress;
    }

    ConversationWorkers with(ConversationReading reading) {
        this.reading = reading;
        return this;
    }

    /** Gives all that is due to the threads; returns how many conversations with news there are. */
    int dispatch() {
        var due = progress.takeDue(System.nanoTime());
        for (String id : due) {
            awaited.incrementAndGet();
            threads.execute(() -> {
                awaited.decrementAndGet();
                read(id);
            });
        }
        dispatchRereads();
        return due.size();
    }

    private void dispatchRereads() {
        for (String id : progress.takeRereads(size, System.nanoTime())) {
            threads.execute(() -> {
                read(id);
                if (!isIdle()) {
                    // Behind whatever with news has come in the meantime.
                    dispatchRereads();
                }
            });
        }
    }

    private boolean isIdle() {
        return isEnding() || owner.isPausing();
    }

    private void read(String id) {
        if (isIdle()) {
            progress.interrupted(id);
            return;
        }
        ConversationWork work = progress.begin(id);
        try {
            switch (reading.read(id, work)) {
                case DONE -> done(id, work);
                case FAILED -> progress.failed(id, System.nanoTime());
                default -> progress.interrupted(id);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            progress.interrupted(id);
        } catch (HelpdeskException e) {
            readFailed(id, work, e);
        } catch (RuntimeException | Error e) {
            Duration wait = progress.failed(id, System.nanoTime());
            owner.exceptionHandler().handleException("Cannot read conversation " + id + " of " + owner.name()
                    + ", next try in " + wait.toMillis() + " ms", e);
        }
    }

    private void done(String id, ConversationWork work) {
        if (progress.done(id, work)) {
            owner.pollSoon();
        }
    }

    private void readFailed(String id, ConversationWork work, HelpdeskException e) {
        if (e.statusCode() == 404 || e.statusCode() == 410) {
            LOG.warn("Conversation {} of {} is gone and is not read any more: {}", id, owner.name(), e.getMessage());
            done(id, work);
        } else if (e.concernsAccount()) {
            if (e.outcome() == Outcome.NOT_SENT || onlyOne) {
                progress.interrupted(id);
            } else {
                // It may be this conversation alone that cannot be read: the others come before it is tried again.
                progress.failed(id, System.nanoTime());
            }
            owner.failed(e);
        } else {
            progress.failed(id, System.nanoTime());
            owner.exceptionHandler().handleException("Cannot read conversation " + id + " of " + owner.name(), e);
        }
    }

    @Override
    public Reach reach() {
        return progress.reach();
    }

    @Override
    public Position base() {
        return progress.base();
    }

    @Override
    public boolean isEnding() {
        return owner.isEnding();
    }

    @Override
    public boolean isAwaited() {
        return awaited.get() > 0;
    }

    @Override
    public void tallied(String conversationId, RereadTally tally) {
        progress.tallied(conversationId, tally);
    }

    @Override
    public void handedOutAgain() {
        Reread reread = progress.reread();
        if (reread != null && !reread.isEnded()) {
            reread.handedOut();
        }
    }
}
