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
package io.github.camelhelpdesk.signalzen;

import java.time.Duration;

import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;

import io.github.camelhelpdesk.common.HelpdeskConfiguration;
import io.github.camelhelpdesk.common.HelpdeskEndpoint;
import io.github.camelhelpdesk.common.consumer.MessagesConsumer;
import io.github.camelhelpdesk.common.conversation.ConversationsConsumer;
import io.github.camelhelpdesk.common.cursor.CursorRepositories;
import io.github.camelhelpdesk.common.webhook.ProviderWebhooks;
import io.github.camelhelpdesk.signalzen.client.SignalzenClient;
import io.github.camelhelpdesk.signalzen.consumer.ClosingStore;
import io.github.camelhelpdesk.signalzen.consumer.Closings;
import io.github.camelhelpdesk.signalzen.consumer.SignalzenConversationSource;
import io.github.camelhelpdesk.signalzen.consumer.SignalzenMessageSource;
import io.github.camelhelpdesk.signalzen.producer.SignalzenProducers;
import io.github.camelhelpdesk.signalzen.webhook.SignalzenWebhooks;

/** Read the conversations of a SignalZen website. */
@UriEndpoint(firstVersion = "1.0.0", scheme = SignalzenComponent.SCHEME, title = "SignalZen", syntax = "signalzen:operation", category = {
        Category.CHAT }, headersClass = SignalzenConstants.class)
public class SignalzenEndpoint extends HelpdeskEndpoint {

    private static final int MOST_OVERLAP = 50;
    private static final long SIX_HOURS = Duration.ofHours(6).toMillis();

    @UriPath(description = "What to do: messages and conversations read and are used with from, all others with to. There is none that"
            + " writes: the API is read-only.")
    @Metadata(required = true)
    private final SignalzenOperation operation;
    @UriParam
    private SignalzenConfiguration configuration;
    @UriParam(description = "Id of the one user, who is the conversation, to read. By default a consumer reads the whole website,"
            + " and a producer takes the user from a header.")
    private String userId;
    @UriParam(label = "consumer,advanced", defaultValue = "5", description = "By how many items two pages of a list overlap, 1 to"
            + " 50. A page is found by its offset, which shifts when items come or go in front of it; pages that do not join are"
            + " read again.")
    private int pageOverlap = 5;
    @UriParam(label = "consumer,advanced", defaultValue = "21600000", javaType = "java.time.Duration", description = "How often each"
            + " user is looked at although nothing tells that it has changed: it is not documented that a message moves the"
            + " user's updated_at or online_at. 0 for never, which is safe only if it does.")
    private long fullSweepInterval = SIX_HOURS;

    private final Closings closings = new Closings(this::closingStore);
    private SignalzenClient client;

    SignalzenEndpoint(String uri, SignalzenComponent component, SignalzenOperation operation,
            SignalzenConfiguration configuration) {
        super(uri, component);
        this.operation = operation;
        this.configuration = configuration;
    }

    @Override
    protected HelpdeskConfiguration options() {
        return configuration;
    }

    @Override
    protected Producer newProducer() {
        return SignalzenProducers.create(this);
    }

    @Override
    protected String howToWrite() {
        return "SignalZen's API is read-only, so that nothing can be sent there";
    }

    @Override
    protected Consumer newConsumer(Processor processor) {
        String filters = userId == null ? "" : userId;
        return operation == SignalzenOperation.conversations
                ? conversations(processor, filters)
                : new MessagesConsumer(this, processor, new SignalzenMessageSource(this), filters, userId);
    }

    private ConversationsConsumer conversations(Processor processor, String filters) {
        SignalzenConversationSource source = new SignalzenConversationSource(this);
        ConversationsConsumer consumer = new ConversationsConsumer(this, processor, source, filters, userId);
        source.waking(user -> consumer.wake(user, null));
        return consumer;
    }

    /** One path is of one consumer only, and so is the entry. */
    private ClosingStore closingStore() {
        StateRepository<String, String> repository = CursorRepositories.resolve(getCamelContext(), getCursorRepository(),
                name(),
                getStartFrom());
        return new ClosingStore(repository, (SignalzenComponent.SCHEME + "/" + account() + "/closings" + getWakeUpPath())
                .replace('=', ':'));
    }

    /** @throws IllegalArgumentException always: SignalZen's webhooks are made on its console */
    @Override
    public void registerWebhook() {
        throw new IllegalArgumentException("SignalZen's API cannot register webhooks: set webhookAutoRegister=false on webhook:"
                + name() + ", and add the webhook on SignalZen's console");
    }

    @Override
    protected ProviderWebhooks providerWebhooks() {
        return new SignalzenWebhooks(this);
    }

    @Override
    protected String webhookSecrets() {
        return configuration.webhookSecrets();
    }

    @Override
    protected void doInit() throws Exception {
        HelpdeskConfiguration.within(1, MOST_OVERLAP, pageOverlap, "pageOverlap", name());
        if (fullSweepInterval < 0) {
            throw new IllegalArgumentException("Option fullSweepInterval of " + name() + " is negative; use 0 for never");
        }
        if (userId != null && !SignalzenClient.isId(userId)) {
            throw new IllegalArgumentException("Option userId of " + name() + " is no id: SignalZen's are numbers");
        }
        super.doInit();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        client = new SignalzenClient(operation.isConsumer() ? connection().polling() : connection().patient());
    }

    /** The calls of this endpoint; there while it is started. A consumer's never wait. */
    public SignalzenClient client() {
        return client;
    }

    /** What webhooks have told of users that were closed. */
    public Closings closings() {
        return closings;
    }

    /** The account's lasting identity: the option {@code accountName}. */
    @Override
    public String account() {
        return configuration.getAccountName();
    }

    @Override
    public SignalzenOperation getOperation() {
        return operation;
    }

    public SignalzenConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(SignalzenConfiguration configuration) {
        this.configuration = configuration;
    }

    public String getUserId() {
        return userId;
    }

    public void setUserId(String userId) {
        this.userId = userId;
    }

    public int getPageOverlap() {
        return pageOverlap;
    }

    public void setPageOverlap(int pageOverlap) {
        this.pageOverlap = pageOverlap;
    }

    public long getFullSweepInterval() {
        return fullSweepInterval;
    }

    public void setFullSweepInterval(long fullSweepInterval) {
        this.fullSweepInterval = fullSweepInterval;
    }
}
