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
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutorService;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Service;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.URISupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskEndpoint;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.cursor.CursorKeys;
import io.github.camelhelpdesk.common.cursor.CursorRepositories;

/**
 * Reads the messages of an account: one exchange per message, oldest first within a conversation, the next one after the end
 * of the one before. A failed exchange holds back its own conversation and no other.
 */
public class MessagesConsumer extends ScheduledPollConsumer implements Wakeable {

    private static final Logger LOG = LoggerFactory.getLogger(MessagesConsumer.class);
    private static final Duration OVERLAP = Duration.ofMinutes(1);
    private static final Duration UNSAID_PAUSE = Duration.ofSeconds(1);

    private final MessageSource source;
    private final String filters;
    private final String conversationId;
    private final Inclusion inclusion;
    private ConsumerHealth health;
    private ExecutorService workers;
    private String cursorKey;
    private StateRepository<String, String> repository;
    private CursorStore store;
    private volatile AccountProgress progress;
    private ConversationReading reading;
    private CursorPruning pruning;
    private Service wakeUps;
    private volatile boolean stopping;
    private volatile long notBeforeNanos = System.nanoTime();

    /**
     * @param endpoint the endpoint
     * @param processor the route
     * @param source reads the provider
     * @param filters what restricts the reading, part of the cursor's key; empty for none
     * @param conversationId the one conversation to read, or null for the whole account
     */
    public MessagesConsumer(HelpdeskEndpoint endpoint, Processor processor, MessageSource source, String filters,
            String conversationId) {
        super(endpoint, processor);
        this.source = source;
        this.filters = filters;
        this.conversationId = conversationId;
        this.inclusion = Inclusion.parse(endpoint.getInclude());
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
        workers = getEndpoint().getCamelContext().getExecutorServiceManager().newThreadPool(this, "HelpdeskConversation",
                threads());
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
            wakeUps = getEndpoint().wakeUpListener(this);
            ServiceHelper.startService(wakeUps);
        } catch (RuntimeException e) {
            doStop();
            throw e;
        }
    }

    @Override
    public void wake(String conversationId, String messageId) {
        AccountProgress opened = progress;
        if (opened != null && !isEnding() && conversationId != null) {
            opened.wake(conversationId);
            opened.takeDue(System.nanoTime()).forEach(id -> workers.execute(() -> read(id, opened, reading)));
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
            stored = new AccountCursor(beginning.base(), beginning.mark(), List.of());
            store.save(stored);
            LOG.info("{} begins with startFrom={}", name(), getEndpoint().getStartFrom());
        }
        pruning = new CursorPruning(store);
        AccountProgress opened = new AccountProgress(stored);
        // What a forced stop has left behind must not go on once the route is started again.
        reading = new ConversationReading(source, store, inclusion, this::handle, () -> isEnding() || progress != opened);
        progress = opened;
    }

    private String cursorKey() {
        String cursorId = getEndpoint().getCursorId() == null ? getRouteId() : getEndpoint().getCursorId();
        String key = getEndpoint().getComponent().getDefaultName() + "/" + source.account() + "/" + filters + "/" + cursorId;
        // FileStateRepository refuses keys with an equals sign.
        return key.replace('=', ':');
    }

    @Override
    protected int poll() throws Exception {
        if (stopping || System.nanoTime() - notBeforeNanos < 0) {
            return 0;
        }
        try {
            open();
            int found = pollChanges(progress, reading);
            health.up();
            return found;
        } catch (HelpdeskException e) {
            failed(e);
            return 0;
        } catch (RuntimeException e) {
            health.down(e);
            throw e;
        }
    }

    private int pollChanges(AccountProgress progress, ConversationReading reading) {
        if (conversationId != null) {
            progress.wake(conversationId);
        } else {
            Instant since = progress.mark().minus(OVERLAP);
            progress.changed(source.changes(since), since);
        }
        saveAccount(progress);
        pruning.run(progress);
        List<String> due = progress.takeDue(System.nanoTime());
        due.forEach(id -> workers.execute(() -> read(id, progress, reading)));
        return due.size();
    }

    private void saveAccount(AccountProgress progress) {
        AccountCursor unsaved = progress.takeUnsaved();
        if (unsaved != null) {
            try {
                store.save(unsaved);
            } catch (RuntimeException e) {
                progress.notSaved();
                throw e;
            }
        }
    }

    private void read(String id, AccountProgress progress, ConversationReading reading) {
        if (isEnding() || System.nanoTime() - notBeforeNanos < 0) {
            progress.interrupted(id);
            return;
        }
        ConversationChange change = progress.begin(id);
        try {
            switch (reading.read(id, progress.base())) {
                case DONE -> progress.done(id, change);
                case FAILED -> progress.failed(id, System.nanoTime());
                default -> progress.interrupted(id);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            progress.interrupted(id);
        } catch (HelpdeskException e) {
            readFailed(id, progress, change, e);
        } catch (RuntimeException | Error e) {
            Duration wait = progress.failed(id, System.nanoTime());
            getExceptionHandler().handleException("Cannot read conversation " + id + " of " + name() + ", next try in "
                    + wait.toMillis() + " ms", e);
        }
    }

    private void readFailed(String id, AccountProgress progress, ConversationChange change, HelpdeskException e) {
        if (e.statusCode() == 404 || e.statusCode() == 410) {
            LOG.warn("Conversation {} of {} is gone and is not read any more: {}", id, name(), e.getMessage());
            progress.done(id, change);
        } else if (e.concernsAccount()) {
            if (e.outcome() == Outcome.NOT_SENT || conversationId != null) {
                progress.interrupted(id);
            } else {
                // It may be this conversation alone that cannot be read: the others come before it is tried again.
                progress.failed(id, System.nanoTime());
            }
            failed(e);
        } else {
            progress.failed(id, System.nanoTime());
            getExceptionHandler().handleException("Cannot read conversation " + id + " of " + name(), e);
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

    private boolean handle(String conversation, SourceMessage message) throws InterruptedException {
        Exchange exchange = createExchange(true);
        exchange.getIn().setBody(message.body());
        exchange.getIn().setHeaders(new HashMap<>(message.headers()));
        exchange.getIn().setHeader(HelpdeskConstants.PROVIDER, getEndpoint().getComponent().getDefaultName());
        exchange.getIn().setHeader(HelpdeskConstants.ACCOUNT, source.account());
        if (message.unreadable() != null) {
            exchange.getIn().setHeader(HelpdeskConstants.UNREADABLE, message.unreadable());
            // Its body cannot tell which message it is. Of readable ones the body does, and these headers name targets.
            exchange.getIn().setHeader(HelpdeskConstants.CONVERSATION_ID, conversation);
            exchange.getIn().setHeader(HelpdeskConstants.MESSAGE_ID, message.id());
        }
        ExchangeCompletion completion = new ExchangeCompletion();
        completion.follow(exchange);
        getAsyncProcessor().process(exchange, doneSync -> completion.routed());
        boolean success = completion.await();
        if (completion.failure() != null) {
            getExceptionHandler().handleException("Message " + message.id() + " of conversation " + conversation
                    + " was not processed and is tried again", completion.failure());
        }
        return success;
    }

    private String name() {
        return URISupport.sanitizeUri(getEndpoint().getEndpointUri());
    }

    @Override
    protected void doStop() throws Exception {
        stopping = true;
        ServiceHelper.stopService(wakeUps);
        super.doStop();
        endWork();
    }

    private void endWork() {
        try {
            getEndpoint().getCamelContext().getExecutorServiceManager().shutdownGraceful(workers);
            if (progress != null) {
                saveAccount(progress);
            }
        } finally {
            CursorKeys.of(getEndpoint().getCamelContext()).release(cursorKey, this);
            progress = null;
        }
    }
}
