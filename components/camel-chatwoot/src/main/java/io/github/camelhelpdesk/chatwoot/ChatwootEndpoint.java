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
package io.github.camelhelpdesk.chatwoot;

import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;

import io.github.camelhelpdesk.chatwoot.client.ChatwootClient;
import io.github.camelhelpdesk.chatwoot.consumer.ChatwootConversationSource;
import io.github.camelhelpdesk.chatwoot.consumer.ChatwootMessageSource;
import io.github.camelhelpdesk.chatwoot.producer.ChatwootProducers;
import io.github.camelhelpdesk.chatwoot.webhook.ChatwootWebhooks;
import io.github.camelhelpdesk.common.HelpdeskConfiguration;
import io.github.camelhelpdesk.common.HelpdeskEndpoint;
import io.github.camelhelpdesk.common.consumer.AccountConsumer;
import io.github.camelhelpdesk.common.consumer.MessagesConsumer;
import io.github.camelhelpdesk.common.conversation.ConversationsConsumer;
import io.github.camelhelpdesk.common.webhook.ProviderWebhooks;

/**
 * Read and write the conversations of a Chatwoot account.
 */
@UriEndpoint(firstVersion = "1.0.0", scheme = ChatwootComponent.SCHEME, title = "Chatwoot", syntax = "chatwoot:operation", category = {
        Category.CHAT, Category.SOCIAL }, headersClass = ChatwootConstants.class)
public class ChatwootEndpoint extends HelpdeskEndpoint {

    @UriPath(description = "What the endpoint does: messages and conversations in from; the others in to.")
    @Metadata(required = true)
    private final ChatwootOperation operation;
    @UriParam
    private ChatwootConfiguration configuration;
    @UriParam(description = "Number of the one conversation to read or to write into. By default the whole account is read.")
    private Long conversationId;
    @UriParam(label = "consumer", defaultValue = "message_created,message_updated", description = "Events that webhook: registers itself for, with commas between them.")
    private String webhookEvents = "message_created,message_updated";

    public ChatwootEndpoint(String uri, ChatwootComponent component, ChatwootOperation operation,
            ChatwootConfiguration configuration) {
        super(uri, component);
        this.operation = operation;
        this.configuration = configuration;
    }

    @Override
    protected Consumer newConsumer(Processor processor) {
        String filters = configuration.getInboxId() == null ? "" : "inbox=" + configuration.getInboxId();
        String one = conversationId == null ? null : conversationId.toString();
        return consumer(processor, one == null ? filters : filters + "conversation=" + one, one);
    }

    private AccountConsumer consumer(Processor processor, String filters, String one) {
        Long inboxId = configuration.getInboxId();
        return operation == ChatwootOperation.conversations
                ? new ConversationsConsumer(this, processor,
                        new ChatwootConversationSource(this::pollingClient, account(), inboxId), filters, one)
                : new MessagesConsumer(this, processor, new ChatwootMessageSource(this::pollingClient, account(), inboxId),
                        filters, one);
    }

    @Override
    protected Producer newProducer() {
        return ChatwootProducers.create(this);
    }

    @Override
    public void registerWebhook() throws Exception {
        webhooks().register(webhookEvents);
    }

    @Override
    protected ProviderWebhooks providerWebhooks() {
        return new ChatwootWebhooks(this);
    }

    /** The account's lasting identity. */
    @Override
    public String account() {
        return configuration.account();
    }

    /** Calls that wait and try again: for producers. */
    public ChatwootClient client() {
        return new ChatwootClient(connection().patient(), configuration.getAccountId());
    }

    private ChatwootClient pollingClient() {
        return new ChatwootClient(connection().polling(), configuration.getAccountId());
    }

    @Override
    protected HelpdeskConfiguration options() {
        return configuration;
    }

    @Override
    public ChatwootOperation getOperation() {
        return operation;
    }

    public ChatwootConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(ChatwootConfiguration configuration) {
        this.configuration = configuration;
    }

    public Long getConversationId() {
        return conversationId;
    }

    public void setConversationId(Long conversationId) {
        this.conversationId = conversationId;
    }

    public String getWebhookEvents() {
        return webhookEvents;
    }

    public void setWebhookEvents(String webhookEvents) {
        this.webhookEvents = webhookEvents;
    }
}
