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
package io.github.camelhelpdesk.channelio;

import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;

import io.github.camelhelpdesk.channelio.client.ChannelioClient;
import io.github.camelhelpdesk.channelio.consumer.ChannelioConversationSource;
import io.github.camelhelpdesk.channelio.consumer.ChannelioMessageSource;
import io.github.camelhelpdesk.channelio.producer.ChannelioProducers;
import io.github.camelhelpdesk.channelio.webhook.ChannelioWebhooks;
import io.github.camelhelpdesk.common.HelpdeskConfiguration;
import io.github.camelhelpdesk.common.HelpdeskEndpoint;
import io.github.camelhelpdesk.common.consumer.MessagesConsumer;
import io.github.camelhelpdesk.common.conversation.ConversationsConsumer;
import io.github.camelhelpdesk.common.webhook.ProviderWebhooks;

/** Read and write the conversations of a Channel.io (Channel Talk) channel. */
@UriEndpoint(firstVersion = "1.0.0", scheme = ChannelioComponent.SCHEME, title = "Channel.io", syntax = "channelio:operation", category = {
        Category.CHAT }, headersClass = ChannelioConstants.class)
public class ChannelioEndpoint extends HelpdeskEndpoint {

    @UriPath(description = "What to do: messages and conversations read and are used with from, all others are used with to.")
    @Metadata(required = true)
    private final ChannelioOperation operation;
    @UriParam
    private ChannelioConfiguration configuration;
    @UriParam(description = "Id of the one conversation (userChat) to read, or to work on. By default a consumer reads the"
            + " whole channel, and a producer takes the conversation from a header.")
    private String userChatId;
    @UriParam(label = "consumer", defaultValue = "message.created.userChat", description = "Events (Channel.io calls them scopes) that webhook: registers itself for, with commas between them.")
    private String webhookEvents = "message.created.userChat";

    private ChannelioClient client;

    ChannelioEndpoint(String uri, ChannelioComponent component, ChannelioOperation operation,
            ChannelioConfiguration configuration) {
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
        return ChannelioProducers.create(this);
    }

    @Override
    protected Consumer newConsumer(Processor processor) {
        String filters = userChatId == null ? "" : userChatId;
        return operation == ChannelioOperation.conversations
                ? new ConversationsConsumer(this, processor, new ChannelioConversationSource(this), filters, userChatId)
                : new MessagesConsumer(this, processor, new ChannelioMessageSource(this), filters, userChatId);
    }

    @Override
    public void registerWebhook() throws Exception {
        webhooks().register(webhookEvents);
    }

    @Override
    protected ProviderWebhooks providerWebhooks() {
        return new ChannelioWebhooks(this);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        client = new ChannelioClient(operation.isConsumer() ? connection().polling() : connection().patient());
    }

    /** The calls of this endpoint; there while it is started. A consumer's never wait. */
    public ChannelioClient client() {
        return client;
    }

    /** The account's lasting identity: the option {@code accountName}, else the id of the channel. */
    @Override
    public String account() {
        return configuration.getAccountName() == null ? client.channel().id() : configuration.getAccountName();
    }

    @Override
    public ChannelioOperation getOperation() {
        return operation;
    }

    public ChannelioConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(ChannelioConfiguration configuration) {
        this.configuration = configuration;
    }

    public String getUserChatId() {
        return userChatId;
    }

    public void setUserChatId(String userChatId) {
        this.userChatId = userChatId;
    }

    public String getWebhookEvents() {
        return webhookEvents;
    }

    public void setWebhookEvents(String webhookEvents) {
        this.webhookEvents = webhookEvents;
    }
}
