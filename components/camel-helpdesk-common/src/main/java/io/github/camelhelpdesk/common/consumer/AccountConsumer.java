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

import java.time.Instant;

import org.apache.camel.Processor;
import org.apache.camel.Service;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.URISupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.common.HelpdeskEndpoint;

/**
 * Reads an account, conversation by conversation: one exchange after the end of the one before. A failed exchange holds back
 * its own conversation and no other, and progress is stored only behind what was handled.
 */
public abstract class AccountConsumer extends ScheduledPollConsumer implements Wakeable {

    private static final Logger LOG = LoggerFactory.getLogger(AccountConsumer.class);

    private final AccountScope scope;
    private final AccountOpening opening;
    private final WakeUps wakeUps = new WakeUps();
    private final RereadOrders orders = new RereadOrders();
    private ConsumerHealth health;
    private volatile AccountRun run;
    private Service listener;

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
        this.scope = new AccountScope(source, filters, conversationId, inclusion, updates, what);
        this.opening = new AccountOpening(this, scope);
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
        run = new AccountRun(this, opening, wakeUps, health, this::pollAwake);
        run.begin();
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

    @Override
    protected void doStop() throws Exception {
        AccountRun ended = run;
        if (ended == null) {
            // Made, but never started: another part of its route has failed.
            super.doStop();
            return;
        }
        ended.ending();
        ServiceHelper.stopService(listener);
        super.doStop();
        ended.end();
    }

    @Override
    protected int poll() throws Exception {
        return run.poll(true);
    }

    private void pollAwake() {
        try {
            if (isPollAllowed()) {
                run.poll(false);
            }
        } catch (RuntimeException e) {
            getExceptionHandler().handleException("Cannot read " + name(), e);
        }
    }

    @Override
    public void wake(String conversation, String messageId) {
        if (conversation != null && !scope.isWithin(conversation, messageId)) {
            LOG.debug("{} ignores a wake for something that it does not read", name());
            return;
        }
        wakeUps.add(conversation, scope.updates() ? messageId : null);
        pollSoon();
    }

    /** Reads the whole account again. */
    final Reread readAgain(Instant from) {
        Reread reread = opened().readAgain(orders.next(from));
        pollSoon();
        return reread;
    }

    /** Reads a conversation again. */
    final void readAgain(String conversation, Instant from) {
        if (!scope.isWithin(conversation, null)) {
            throw new IllegalArgumentException(name() + " does not read a conversation '" + conversation + "'");
        }
        opened().readAgain(conversation, orders.next(from));
        pollSoon();
    }

    /** The reading again of the account that is under way, or the last one; null when there was none. */
    final Reread lastReadAgain() {
        OpenAccount account = account();
        return account == null ? null : account.lastReadAgain();
    }

    private OpenAccount opened() {
        OpenAccount account = account();
        if (account == null) {
            throw new IllegalStateException(name() + " has not begun to read: it is stopped, or the provider does not answer");
        }
        return account;
    }

    private OpenAccount account() {
        AccountRun running = run;
        return running == null ? null : running.account();
    }

    private void pollSoon() {
        AccountRun running = run;
        if (running != null) {
            running.pollSoon();
        }
    }

    /** The endpoint, as log messages call it. */
    final String name() {
        return URISupport.sanitizeUri(getEndpoint().getEndpointUri());
    }
}
