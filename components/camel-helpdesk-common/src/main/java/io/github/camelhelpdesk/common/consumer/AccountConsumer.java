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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import org.apache.camel.Processor;
import org.apache.camel.Service;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.URISupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.common.HelpdeskEndpoint;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.cursor.CursorKeys;
import io.github.camelhelpdesk.common.cursor.CursorRepositories;

/**
 * Reads an account, conversation by conversation: one exchange after the end of the one before. A failed exchange holds back
 * its
 * own conversation and no other, and progress is stored only behind what was handled.
 */
public abstract class AccountConsumer extends ScheduledPollConsumer implements Wakeable {

    private static final Logger LOG = LoggerFactory.getLogger(AccountConsumer.class);
    private static final Duration OVERLAP = Duration.ofMinutes(1);
    private static final Duration UNSAID_PAUSE = Duration.ofSeconds(1);

    private final MessageSource source;
    private final String filters;
    private final String conversationId;
    private final Inclusion inclusion;
    private final boolean updates;
    private final String what;
    private final WakeUps wakeUps = new WakeUps();
    private final Lock polling = new ReentrantLock();
    private final Lock saving = new ReentrantLock();
    private ConsumerHealth health;
    private ExecutorService threads;
    private ScheduledExecutorService wakeThread;
    private volatile PollTrigger trigger;
    private String cursorKey;
    private StateRepository<String, String> repository;
    private CursorStore store;
    private volatile AccountProgress progress;
    private ConversationWorkers workers;
    private CursorPruning pruning;
    private RereadListing listing;
    private Service listener;
    /** Whether the list of changes has been asked for and not been read since; of the one who polls. */
    private boolean isAsked;
    private long lastOrder;
    private volatile boolean stopping;
    private volatile long notBeforeNanos = System.nanoTime();

    /**
     * @param endpoint the endpoint
     * @param processor the route
     * @param source reads the provider
     * @param filters what restricts the reading, part of the cursor's key; empty for none
     * @param conversationId the one conversation to read, or null for the whole account
     * @param inclusion what is handed to the route
     * @param updates whether what was handled comes again when it has changed since
     * @param what one of what is read, as log messages call it
     */
    protected AccountConsumer(HelpdeskEndpoint endpoint, Processor processor, MessageSource source, String filters,
            String conversationId, Inclusion inclusion, boolean updates, String what) {
        super(endpoint, processor);
        this.source = source;
        this.filters = filters;
        this.conversationId = conversationId;
        this.inclusion = inclusion;
        this.updates = updates;
        this.what = what;
    }

    @Override
    public HelpdeskEndpoint getEndpoint() {
        return (HelpdeskEndpoint) super.getEndpoint();
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        health = new ConsumerHealth(getEndpoint().getComponent().getDefaultName(), getRouteId(), name());
        health.setCamelContext(getEndpoint().getCamelContext());
        setHealthCheck(health);
    }

    @Override
    protected void doStart() throws Exception {
        stopping = false;
        notBeforeNanos = System.nanoTime();
        ExecutorServiceManager executors = getEndpoint().getCamelContext().getExecutorServiceManager();
        threads = executors.newThreadPool(this, "HelpdeskConversation", threads());
        wakeThread = executors.newSingleThreadScheduledExecutor(this, "HelpdeskWakeUp");
        trigger = new PollTrigger(wakeThread, this::pollAwake);
        try {
            open();
        } catch (HelpdeskException e) {
            failed(e);
        } catch (RuntimeException e) {
            endWork();
            throw e;
        }
        super.doStart();
        listen();
    }

    private void listen() throws Exception {
        try {
            listener = getEndpoint().wakeUpListener(this);
            ServiceHelper.startService(listener);
        } catch (RuntimeException e) {
            doStop();
            throw e;
        }
    }

    /** A thread for each conversation at once. Without a limit of its queue: Camel's would let the poll read as well. */
    private ThreadPoolProfile threads() {
        int threads = getEndpoint().getConcurrentConsumers();
        return new ThreadPoolProfileBuilder("HelpdeskConversation").poolSize(threads).maxPoolSize(threads)
                .maxQueueSize(Integer.MAX_VALUE).build();
    }

    private boolean isEnding() {
        return stopping || isSuspendingOrSuspended() || !isRunAllowed();
    }

    /** Begins the work with the account. What is wrong with the set-up fails here, a provider that is away does not. */
    private void open() {
        if (progress != null) {
            return;
        }
        cursorKey = cursorKey();
        if (repository == null) {
            repository = CursorRepositories.resolve(getEndpoint().getCamelContext(), getEndpoint().getCursorRepository(),
                    name(), getEndpoint().getStartFrom());
        }
        CursorKeys.of(getEndpoint().getCamelContext()).claim(cursorKey, this, name());
        store = new CursorStore(repository, cursorKey, source);
        AccountCursor stored = store.account();
        if (stored == null) {
            Beginning beginning = source.begin(StartFrom.parse(getEndpoint().getStartFrom()));
            // The account's cursor last: it says that the others are there.
            store.save(beginning.known());
            stored = AccountCursor.beginning(beginning);
            store.save(stored);
            LOG.info("{} begins with startFrom={}", name(), getEndpoint().getStartFrom());
        }
        pruning = new CursorPruning(store);
        AccountProgress opened = new AccountProgress(stored);
        workers = new ConversationWorkers(new Work(), threads, getEndpoint().getConcurrentConsumers(), conversationId != null,
                opened);
        workers.with(new ConversationReading(source, store, inclusion, updates, new RouteHandler(this, source.account(), what),
                workers));
        listing = new RereadListing(source, conversationId, opened);
        progress = opened;
    }

    private String cursorKey() {
        String cursorId = getEndpoint().getCursorId() == null ? getRouteId() : getEndpoint().getCursorId();
        String key = getEndpoint().getComponent().getDefaultName() + "/" + source.account() + "/" + filters + "/" + cursorId;
        // FileStateRepository refuses keys with an equals sign.
        return key.replace('=', ':');
    }

    @Override
    public void wake(String conversation, String messageId) {
        if (conversation != null && (conversationId != null && !conversationId.equals(conversation)
                || !source.isId(conversation, messageId))) {
            LOG.debug("{} ignores a wake for something that it does not read", name());
            return;
        }
        wakeUps.add(conversation, updates ? messageId : null);
        triggerPoll();
    }

    /** Reads the whole account again. */
    final Reread readAgain(Instant from) {
        AccountProgress opened = opened();
        Reread reread = opened.reread(order(from), Instant.now());
        saveAccount(opened);
        triggerPoll();
        return reread;
    }

    /** Reads a conversation again. */
    final void readAgain(String conversation, Instant from) {
        if (conversationId != null && !conversationId.equals(conversation) || !source.isId(conversation, null)) {
            throw new IllegalArgumentException(name() + " does not read a conversation '" + conversation + "'");
        }
        AccountProgress opened = opened();
        opened.order(conversation, order(from));
        saveAccount(opened);
        triggerPoll();
    }

    /** The reading again of the account that is under way, or the last one; null when there was none. */
    final Reread lastReadAgain() {
        AccountProgress opened = progress;
        return opened == null ? null : opened.reread();
    }

    private AccountProgress opened() {
        AccountProgress opened = progress;
        if (opened == null) {
            throw new IllegalStateException(name() + " has not begun to read: it is stopped, or the provider does not answer");
        }
        return opened;
    }

    private synchronized RereadOrder order(Instant from) {
        lastOrder = Math.max(lastOrder + 1, System.currentTimeMillis());
        return new RereadOrder(lastOrder, from.isBefore(Instant.EPOCH) ? Instant.EPOCH : from.truncatedTo(ChronoUnit.MILLIS));
    }

    private void triggerPoll() {
        PollTrigger started = trigger;
        if (started != null && !stopping) {
            started.request(notBeforeNanos - System.nanoTime());
        }
    }

    @Override
    protected int poll() throws Exception {
        return poll(true);
    }

    private void pollAwake() {
        try {
            if (isPollAllowed()) {
                poll(false);
            }
        } catch (RuntimeException e) {
            getExceptionHandler().handleException("Cannot read " + name(), e);
        }
    }

    /** Polls, never twice at once. */
    private int poll(boolean isScheduled) {
        polling.lock();
        try {
            if (stopping) {
                return 0;
            }
            if (isPausing()) {
                triggerPoll();
                return 0;
            }
            open();
            return pollChanges(isScheduled);
        } catch (HelpdeskException e) {
            failedForNow(e);
            return 0;
        } catch (RuntimeException e) {
            health.down(e);
            throw e;
        } finally {
            polling.unlock();
        }
    }

    private boolean isPausing() {
        return System.nanoTime() - notBeforeNanos < 0;
    }

    private int pollChanges(boolean isScheduled) {
        isAsked |= takeWakes(progress) || isScheduled;
        if (conversationId != null) {
            progress.wake(conversationId, List.of());
        } else if (isAsked) {
            Instant since = progress.mark().minus(OVERLAP);
            progress.changed(source.changes(since), since);
        }
        saveAccount(progress);
        prune(progress);
        int due = workers.dispatch();
        if (listing.goOn()) {
            saveAccount(progress);
            workers.dispatch();
            triggerPoll();
        }
        if (isAsked) {
            health.up();
        }
        isAsked = false;
        return due;
    }

    /** True when the list of changes was asked for. */
    private boolean takeWakes(AccountProgress progress) {
        WakeUps.Taken taken = wakeUps.take();
        boolean isAskedFor = taken.changes();
        int lost = taken.lost();
        for (Map.Entry<String, Set<String>> wake : taken.conversations().entrySet()) {
            if (!progress.wake(wake.getKey(), wake.getValue())) {
                // What is new in it is in the list of changes as well.
                isAskedFor = true;
                lost += wake.getValue().size();
            }
        }
        if (lost > 0) {
            LOG.warn("{} was told of {} more changed messages than it can keep: a reconcile finds them", name(), lost);
        }
        return isAskedFor;
    }

    private void prune(AccountProgress progress) {
        saving.lock();
        try {
            pruning.run(progress);
        } finally {
            saving.unlock();
        }
    }

    /** Stores the account's cursor, never an older one over a newer one. */
    private void saveAccount(AccountProgress progress) {
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

    /** Goes on when the pause ends, if that is known: polls may be an hour apart where webhooks wake. */
    private void failedForNow(HelpdeskException e) {
        failed(e);
        if (e.retryAfter() != null && !e.retryAfter().isZero()) {
            triggerPoll();
        }
    }

    /** Remembers when to try again: a poller never sleeps. */
    private void failed(HelpdeskException e) {
        Duration pause = e.retryAfter() == null ? UNSAID_PAUSE : e.retryAfter();
        Duration longest = Duration.ofMillis(getEndpoint().longestPause());
        notBeforeNanos = System.nanoTime() + (pause.compareTo(longest) > 0 ? longest : pause).toNanos();
        if (e.statusCode() == 0 && e.retryAfter() != null) {
            LOG.debug("{} waits {} ms for its budget", name(), e.retryAfter().toMillis());
        } else if (health.down(e)) {
            LOG.warn("{} cannot read: {}", name(), e.getMessage());
        } else {
            LOG.debug("{} still cannot read: {}", name(), e.getMessage());
        }
    }

    private String name() {
        return URISupport.sanitizeUri(getEndpoint().getEndpointUri());
    }

    @Override
    protected void doStop() throws Exception {
        stopping = true;
        ServiceHelper.stopService(listener);
        super.doStop();
        endWork();
    }

    private void endWork() {
        try {
            ExecutorServiceManager executors = getEndpoint().getCamelContext().getExecutorServiceManager();
            trigger.close();
            executors.shutdownGraceful(wakeThread);
            executors.shutdownGraceful(threads);
            if (progress != null) {
                takeWakes(progress);
                progress.stopped();
                saveAccount(progress);
            }
        } finally {
            CursorKeys.of(getEndpoint().getCamelContext()).release(cursorKey, this);
            progress = null;
        }
    }

    /** What the readings need of their consumer. */
    private final class Work implements ConversationWorkers.Owner {

        @Override
        public String name() {
            return AccountConsumer.this.name();
        }

        @Override
        public boolean isEnding(AccountProgress mine) {
            // What a forced stop has left behind must not go on once the route is started again.
            return AccountConsumer.this.isEnding() || progress != mine;
        }

        @Override
        public boolean isPausing() {
            return AccountConsumer.this.isPausing();
        }

        @Override
        public void pollSoon() {
            triggerPoll();
        }

        @Override
        public void failed(HelpdeskException e) {
            failedForNow(e);
        }

        @Override
        public ExceptionHandler exceptionHandler() {
            return getExceptionHandler();
        }
    }
}
