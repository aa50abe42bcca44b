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
package io.github.camelhelpdesk.acquire;

import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;

import io.github.camelhelpdesk.acquire.client.AcquireClient;
import io.github.camelhelpdesk.acquire.consumer.AcquireConversationSource;
import io.github.camelhelpdesk.acquire.consumer.AcquireMessageSource;
import io.github.camelhelpdesk.acquire.producer.AcquireProducers;
import io.github.camelhelpdesk.acquire.webhook.AcquireWebhooks;
import io.github.camelhelpdesk.common.HelpdeskConfiguration;
import io.github.camelhelpdesk.common.HelpdeskEndpoint;
import io.github.camelhelpdesk.common.consumer.MessagesConsumer;
import io.github.camelhelpdesk.common.conversation.ConversationsConsumer;
import io.github.camelhelpdesk.common.webhook.ProviderWebhooks;

/** Read and write the conversations of an Acquire (acquire.io) account. */
@UriEndpoint(firstVersion = "1.0.0", scheme = AcquireComponent.SCHEME, title = "Acquire", syntax = "acquire:operation", category = {
        Category.CHAT }, headersClass = AcquireConstants.class)
public class AcquireEndpoint extends HelpdeskEndpoint {

    @UriPath(description = "What to do: messages and conversations read and are used with from, all others are used with to.")
    @Metadata(required = true)
    private final AcquireOperation operation;
    @UriParam
    private AcquireConfiguration configuration;
    @UriParam(description = "Id of the one conversation (thread) to read, or to work on. By default a consumer reads the whole"
            + " account, and a producer takes the conversation from a header.")
    private String threadId;
    @UriParam(description = "Id of the contact of the thread. Without it, it is asked for.")
    private String contactId;
    @UriParam(label = "producer", description = "Id of the case to write into. By default the newest open case of the thread.")
    private String caseId;
    @UriParam(label = "consumer", defaultValue = "case:status", description = "Events that webhook: registers itself for, with commas"
            + " between them. Acquire has none for single messages.")
    private String webhookEvents = "case:status";

    private AcquireClient client;

    AcquireEndpoint(String uri, AcquireComponent component, AcquireOperation operation, AcquireConfiguration configuration) {
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
        return AcquireProducers.create(this);
    }

    @Override
    protected Consumer newConsumer(Processor processor) {
        String filters = threadId == null ? "" : threadId;
        return operation == AcquireOperation.conversations
                ? new ConversationsConsumer(this, processor,
                        new AcquireConversationSource(this::client, account(), configuration), filters, threadId)
                : new MessagesConsumer(this, processor,
                        new AcquireMessageSource(this::client, account(), configuration, contactId), filters, threadId);
    }

    @Override
    public void registerWebhook() throws Exception {
        webhooks().register(webhookEvents);
    }

    @Override
    protected ProviderWebhooks providerWebhooks() {
        return new AcquireWebhooks(this);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        client = new AcquireClient(operation.isConsumer() ? connection().polling() : connection().patient(), configuration);
    }

    /** The calls of this endpoint; there while it is started. A consumer's never wait. */
    public AcquireClient client() {
        return client;
    }

    /** As whom this account's key writes. */
    public SenderIdentity identity() {
        return ((AcquireComponent) getComponent()).identity(configuration);
    }

    /** The account's lasting identity: the option {@code accountName}, else the account. */
    @Override
    public String account() {
        return configuration.accountIdentity();
    }

    @Override
    public AcquireOperation getOperation() {
        return operation;
    }

    public AcquireConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(AcquireConfiguration configuration) {
        this.configuration = configuration;
    }

    public String getThreadId() {
        return threadId;
    }

    public void setThreadId(String threadId) {
        this.threadId = threadId;
    }

    public String getContactId() {
        return contactId;
    }

    public void setContactId(String contactId) {
        this.contactId = contactId;
    }

    public String getCaseId() {
        return caseId;
    }

    public void setCaseId(String caseId) {
        this.caseId = caseId;
    }

    public String getWebhookEvents() {
        return webhookEvents;
    }

    public void setWebhookEvents(String webhookEvents) {
        this.webhookEvents = webhookEvents;
    }
}
