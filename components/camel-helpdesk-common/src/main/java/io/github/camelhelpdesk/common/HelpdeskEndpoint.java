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
package io.github.camelhelpdesk.common;

import java.util.List;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.Service;
import org.apache.camel.component.webhook.WebhookCapableEndpoint;
import org.apache.camel.component.webhook.WebhookConfiguration;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.UriParam;
import org.apache.camel.support.ScheduledPollEndpoint;
import org.apache.camel.support.service.ServiceHelper;

import io.github.camelhelpdesk.common.consumer.Inclusion;
import io.github.camelhelpdesk.common.consumer.StartFrom;
import io.github.camelhelpdesk.common.consumer.Wakeable;
import io.github.camelhelpdesk.common.http.HelpdeskConnection;
import io.github.camelhelpdesk.common.webhook.EndpointWebhooks;
import io.github.camelhelpdesk.common.webhook.ProviderWebhooks;

/** What the endpoints of all providers share: the options of a consumer, and the connection. */
public abstract class HelpdeskEndpoint extends ScheduledPollEndpoint
        implements EndpointServiceLocation, WebhookCapableEndpoint {

    private static final long DEFAULT_DELAY = 5_000;

    @UriParam(label = "consumer", defaultValue = "customer,agent", description = "What is read: any of customer, agent, bot, system (who wrote it, for public messages) and private"
            + " (notes of the help desk, whoever wrote them).")
    private String include = "customer,agent";
    @UriParam(label = "consumer", defaultValue = "now", description = "Where to begin when no progress is stored: now, beginning, or an ISO-8601 instant such as"
            + " 2026-11-01T00:00:00Z, by the provider's clock. It is resolved once and stored.")
    private String startFrom = "now";
    @UriParam(label = "consumer", defaultValue = "1", description = "How many conversations are processed at the same time. Within a conversation the order is always kept.")
    private int concurrentConsumers = 1;
    @UriParam(label = "consumer", description = "Where progress is kept, so that a restart neither loses nor repeats messages."
            + " By default the only bean of that type; without one, memory.")
    private StateRepository<String, String> cursorRepository;
    @UriParam(label = "consumer", description = "Name under which progress is kept. By default the id of the route. Give it one"
            + " to keep progress when a route without an id, or its id, changes.")
    private String cursorId;

    @UriParam(label = "consumer", defaultValue = "false", description = "Whether a message that was handed out before comes again, with"
            + " the header CamelHelpdeskUpdated, when it was edited or deleted since. The sync needs it; a route that forwards"
            + " messages would forward the edited one as another message.")
    private boolean includeUpdates;
    @UriParam(label = "consumer", description = "Path on the application's HTTP server, for instance /wake-up/chatwoot, at which a"
            + " verified webhook of the provider makes the poll run at once. What is read stays what the poll reads, so a lost,"
            + " doubled or late webhook costs time only.")
    private String wakeUpPath;

    @UriParam(label = "consumer,scheduler", defaultValue = "5000", javaType = "java.time.Duration", description = "Milliseconds before the next poll.")
    private long delay = DEFAULT_DELAY;

    private HelpdeskConnection connection;
    private EndpointWebhooks webhooks;

    protected HelpdeskEndpoint(String uri, HelpdeskComponent component) {
        super(uri, component);
        super.setDelay(DEFAULT_DELAY);
    }

    /** The options of the provider that this endpoint works with. */
    protected abstract HelpdeskConfiguration options();

    /** What the endpoint does. */
    public abstract HelpdeskOperation getOperation();

    /** The account's lasting identity. May ask the provider for it. */
    public abstract String account();

    /** Makes what the operation does in {@code to}. */
    protected abstract Producer newProducer();

    /** Makes what reads; its scheduling is configured afterwards. */
    protected abstract Consumer newConsumer(Processor processor);

    /** What is particular to the provider's webhooks. */
    protected abstract ProviderWebhooks providerWebhooks();

    /** The secrets of webhooks, with commas between them, or null. */
    protected String webhookSecrets() {
        return options().getWebhookVerifyToken();
    }

    /** The endpoint as messages name it, such as {@code chatwoot:messages}: its options may be secret. */
    protected final String name() {
        return getComponent().getDefaultName() + ":" + getOperation().name();
    }

    /** The webhooks of this endpoint. */
    protected final EndpointWebhooks webhooks() {
        if (webhooks == null) {
            webhooks = new EndpointWebhooks(getCamelContext(), name(), providerWebhooks(), webhookSecrets());
        }
        return webhooks;
    }

    @Override
    public final Producer createProducer() {
        if (getOperation().isConsumer()) {
            throw new IllegalArgumentException(name() + " reads and can only be used with from; " + howToWrite());
        }
        return newProducer();
    }

    /** What to do instead of writing to an operation that reads. */
    protected String howToWrite() {
        return "to send a message use " + getComponent().getDefaultName() + ":sendMessage";
    }

    @Override
    public final Consumer createConsumer(Processor processor) throws Exception {
        if (!getOperation().isConsumer()) {
            String scheme = getComponent().getDefaultName();
            throw new IllegalArgumentException(name() + " can only be used with to; to read use " + scheme + ":messages or "
                    + scheme + ":conversations");
        }
        Consumer consumer = newConsumer(processor);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public Processor createWebhookHandler(Processor next) {
        if (!getOperation().name().equals("messages")) {
            throw new IllegalArgumentException("webhook:" + name() + " has no events; use webhook:"
                    + getComponent().getDefaultName() + ":messages");
        }
        return webhooks().handler(next);
    }

    @Override
    public void unregisterWebhook() {
        webhooks().unregister();
    }

    @Override
    public void setWebhookConfiguration(WebhookConfiguration webhookConfiguration) {
        webhooks().setConfiguration(webhookConfiguration);
    }

    @Override
    public List<String> getWebhookMethods() {
        return List.of("POST");
    }

    @Override
    public String getServiceUrl() {
        return options().base();
    }

    @Override
    public String getServiceProtocol() {
        return "http";
    }

    /**
     * What listens for webhooks that wake a reader, while it is started.
     *
     * @param reader whom to wake
     * @return the listener, or null when the option {@code wakeUpPath} is not set
     * @throws IllegalArgumentException when it is set and cannot be followed; says what to change
     */
    public final Service wakeUpListener(Wakeable reader) {
        if (wakeUpPath == null || wakeUpPath.isBlank()) {
            return null;
        }
        return webhooks().listener(wakeUpPath, reader);
    }

    /** The connection; open while the endpoint is started. */
    public final HelpdeskConnection connection() {
        return connection;
    }

    /** Longest pause in milliseconds that a provider can impose on a consumer. */
    public final long longestPause() {
        return options().getMaxRetryDelay();
    }

    @Override
    public HelpdeskComponent getComponent() {
        return (HelpdeskComponent) super.getComponent();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        connection = getComponent().newConnection(options());
        ServiceHelper.startService(connection);
    }

    @Override
    protected void doStop() throws Exception {
        ServiceHelper.stopService(connection);
        super.doStop();
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        // Bad values fail here, at start-up, and not at the first message.
        options().check(name());
        Inclusion.parse(include);
        StartFrom.parse(startFrom);
        HelpdeskConfiguration.atLeast(1, concurrentConsumers, "concurrentConsumers", name());
        HelpdeskConfiguration.atLeast(1, delay, "delay", name());
    }

    @Override
    public long getDelay() {
        return delay;
    }

    @Override
    public void setDelay(long delay) {
        super.setDelay(delay);
        this.delay = delay;
    }

    public String getInclude() {
        return include;
    }

    public void setInclude(String include) {
        this.include = include;
    }

    public String getStartFrom() {
        return startFrom;
    }

    public void setStartFrom(String startFrom) {
        this.startFrom = startFrom;
    }

    public int getConcurrentConsumers() {
        return concurrentConsumers;
    }

    public void setConcurrentConsumers(int concurrentConsumers) {
        this.concurrentConsumers = concurrentConsumers;
    }

    public StateRepository<String, String> getCursorRepository() {
        return cursorRepository;
    }

    public void setCursorRepository(StateRepository<String, String> cursorRepository) {
        this.cursorRepository = cursorRepository;
    }

    public String getCursorId() {
        return cursorId;
    }

    public void setCursorId(String cursorId) {
        this.cursorId = cursorId;
    }

    public boolean isIncludeUpdates() {
        return includeUpdates;
    }

    public void setIncludeUpdates(boolean includeUpdates) {
        this.includeUpdates = includeUpdates;
    }

    public String getWakeUpPath() {
        return wakeUpPath;
    }

    public void setWakeUpPath(String wakeUpPath) {
        this.wakeUpPath = wakeUpPath;
    }
}
