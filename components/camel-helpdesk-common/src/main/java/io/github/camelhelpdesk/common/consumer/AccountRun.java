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
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ThreadPoolProfile;

import io.github.camelhelpdesk.common.HelpdeskEndpoint;
import io.github.camelhelpdesk.common.HelpdeskException;

/**
 * The work of a consumer from a start to the next stop: its threads and its polls. What a forced stop has left behind belongs
 * to a run that is over, and does not go on once the route is started again.
 */
final class AccountRun implements ConversationWorkers.Owner {

    private final AccountConsumer consumer;
    private final AccountOpening opening;
    private final WakeUps wakeUps;
    private final AccountAvailability availability;
    private final ExecutorServiceManager executors;
    private final ExecutorService threads;
    private final ScheduledExecutorService wakeThread;
    private final PollTrigger trigger;
    private final Lock polling = new ReentrantLock();
    private volatile OpenAccount account;
    /** Whether the list of changes has been asked for and not been read since; of the one who polls. */
    private boolean isAsked;
    private volatile boolean ending;

    /**
     * @param consumer the consumer
     * @param opening opens its account
     * @param wakeUps what it is asked to read at once
     * @param health says whether the account answers
     * @param pollAwake polls outside of the schedule
     */
    AccountRun(AccountConsumer consumer, AccountOpening opening, WakeUps wakeUps, ConsumerHealth health, Runnable pollAwake) {
        HelpdeskEndpoint endpoint = consumer.getEndpoint();
        this.consumer = consumer;
        this.opening = opening;
        this.wakeUps = wakeUps;
        availability = new AccountAvailability(consumer.name(), Duration.ofMillis(endpoint.longestPause()), health);
        executors = endpoint.getCamelContext().getExecutorServiceManager();
        threads = executors.newThreadPool(consumer, "HelpdeskConversation", profile(endpoint.getConcurrentConsumers()));
        wakeThread = executors.newSingleThreadScheduledExecutor(consumer, "HelpdeskWakeUp");
        trigger = new PollTrigger(wakeThread, pollAwake);
    }

    /** A thread for each conversation at once. Without a limit of its queue: Camel's would let the poll read as well. */
    private static ThreadPoolProfile profile(int threads) {
        return new ThreadPoolProfileBuilder("HelpdeskConversation").poolSize(threads).maxPoolSize(threads)
                .maxQueueSize(Integer.MAX_VALUE).build();
    }

    /** Opens the account; a provider that is away is asked again by the polls. */
    void begin() {
        try {
            open();
        } catch (HelpdeskException e) {
            availability.failed(e);
        } catch (RuntimeException e) {
            end();
            throw e;
        }
    }

    private OpenAccount open() {
        if (account == null) {
            account = opening.open(this, threads);
        }
        return account;
    }

    /** The account, or null while it is not being read. */
    OpenAccount account() {
        return account;
    }

    /** Polls, never twice at once. */
    int poll(boolean isScheduled) {
        polling.lock();
        try {
            if (ending) {
                return 0;
            }
            if (isPausing()) {
                pollSoon();
                return 0;
            }
            return poll(open(), isScheduled);
        } catch (HelpdeskException e) {
            failed(e);
            return 0;
        } catch (RuntimeException e) {
            availability.failed(e);
            throw e;
        } finally {
            polling.unlock();
        }
    }

    private int poll(OpenAccount account, boolean isScheduled) {
        isAsked |= account.woken(wakeUps.take(), name()) || isScheduled;
        int due = account.read(isAsked);
        if (account.listRereads()) {
            pollSoon();
        }
        if (isAsked) {
            availability.answered();
        }
        isAsked = false;
        return due;
    }

    /** Begins no more reading. */
    void ending() {
        ending = true;
    }

    /** Waits for what is being read and stores how far that has come. */
    void end() {
        try {
            trigger.close();
            executors.shutdownGraceful(wakeThread);
            executors.shutdownGraceful(threads);
            if (account != null) {
                account.woken(wakeUps.take(), name());
                account.close();
            }
        } finally {
            ending = true;
            opening.release();
            account = null;
        }
    }

    @Override
    public String name() {
        return consumer.name();
    }

    @Override
    public boolean isEnding() {
        return ending || consumer.isSuspendingOrSuspended() || !consumer.isRunAllowed();
    }

    @Override
    public boolean isPausing() {
        return availability.isPausing();
    }

    @Override
    public void pollSoon() {
        if (!ending) {
            trigger.request(availability.pauseNanos());
        }
    }

    /** Goes on when the pause ends, if that is known: polls may be an hour apart where webhooks wake. */
    @Override
    public void failed(HelpdeskException e) {
        availability.failed(e);
        if (e.retryAfter() != null && !e.retryAfter().isZero()) {
            pollSoon();
        }
    }

    @Override
    public ExceptionHandler exceptionHandler() {
        return consumer.getExceptionHandler();
    }
}
