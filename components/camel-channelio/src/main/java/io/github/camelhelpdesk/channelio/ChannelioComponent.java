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

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;

import io.github.camelhelpdesk.channelio.client.ChannelioClient;
import io.github.camelhelpdesk.channelio.client.ChannelioErrorReader;
import io.github.camelhelpdesk.channelio.side.ConversationMessages;
import io.github.camelhelpdesk.channelio.side.ConversationOpener;
import io.github.camelhelpdesk.channelio.transform.NeutralConversations;
import io.github.camelhelpdesk.common.ConversationRequest;
import io.github.camelhelpdesk.common.ConversationStatus;
import io.github.camelhelpdesk.common.HelpdeskComponent;
import io.github.camelhelpdesk.common.HelpdeskConfiguration;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskOperation;
import io.github.camelhelpdesk.common.OpenedConversation;
import io.github.camelhelpdesk.common.SideCapability;
import io.github.camelhelpdesk.common.http.HelpdeskConnection;
import io.github.camelhelpdesk.common.http.HttpTarget;
import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;

/** Reads and writes the conversations of a Channel.io channel. One component stands for one channel. */
@Component(ChannelioComponent.SCHEME)
public class ChannelioComponent extends HelpdeskComponent {

    /** Scheme of the endpoints, and provider of their messages. */
    public static final String SCHEME = "channelio";

    /** The documented refill of 10 requests a second (providers page, section 7). */
    private static final int DOCUMENTED_REQUESTS_PER_MINUTE = 600;
    private static final Duration SETTLE_TIME = Duration.ofSeconds(10);

    @Metadata(description = "Options that the endpoints begin with.")
    private ChannelioConfiguration configuration = new ChannelioConfiguration();

    private final Supplier<ChannelioClient> client = untilStopped(
            () -> new ChannelioClient(connection().patient()));

    @Override
    protected HelpdeskConfiguration options() {
        return configuration;
    }

    @Override
    protected ChannelioEndpoint newEndpoint(String uri, String operation) {
        return new ChannelioEndpoint(uri, this, HelpdeskOperation.parse(ChannelioOperation.class, SCHEME, operation),
                configuration.copy());
    }

    @Override
    protected HelpdeskConnection newConnection(HelpdeskConfiguration options) {
        ChannelioConfiguration own = (ChannelioConfiguration) options;
        HttpTarget target = own.target(ChannelioClient.API_PATH, "application/json",
                Map.of("x-access-key", own.getAccessKey(), "x-access-secret", own.getSecretKey()));
        return connection(own, target, new ChannelioErrorReader(own.base()),
                budget(target, own.getAccessKey(), requestsPerMinute(DOCUMENTED_REQUESTS_PER_MINUTE), 0));
    }

    @Override
    public String account() {
        return configuration.getAccountName() == null ? client.get().channel().id() : configuration.getAccountName();
    }

    @Override
    public Duration settleTime() {
        return SETTLE_TIME;
    }

    @Override
    public void checkTarget() {
        client.get().channel().get();
    }

    /** Each message says for itself that nobody is told of it. */
    @Override
    public void checkSilentTarget() {
        checkTarget();
    }

    @Override
    public OpenedConversation openConversation(ConversationRequest request) {
        return OpenedConversation.takenForNew(new ConversationOpener(client.get()).open(request));
    }

    @Override
    public Set<SideCapability> capabilities() {
        return Set.of(SideCapability.STATUS);
    }

    /** A snoozed or missed conversation is open: it stays as it is. */
    @Override
    public void setStatus(String conversationId, ConversationStatus status) {
        if (status(conversationId).equals(Optional.of(status))) {
            return;
        }
        if (status == ConversationStatus.CLOSED) {
            client.get().userChats().close(conversationId, configuration.getBotName());
        } else {
            client.get().userChats().open(conversationId, configuration.getBotName());
        }
    }

    @Override
    public Optional<ConversationStatus> status(String conversationId) {
        return Optional.ofNullable(NeutralConversations.status(client.get().userChats().get(conversationId).userChat()));
    }

    @Override
    public Optional<String> conversationKey(String conversationId) {
        return new ConversationOpener(client.get()).key(conversationId);
    }

    @Override
    public List<HelpdeskMessage> messages(String conversationId) {
        return new ConversationMessages(client, account()).list(conversationId);
    }

    /** The key of a file is enough to ask for its address, which is signed and works for a short time only. */
    @Override
    public Optional<Attachment> attachment(String conversationId, String messageId, String attachmentId) {
        try {
            return Optional
                    .of(new Attachment(attachmentId, null, client.get().messages().fileUrl(conversationId, attachmentId), null,
                            null));
        } catch (HelpdeskException e) {
            if (e.isGone()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    public ChannelioConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(ChannelioConfiguration configuration) {
        this.configuration = configuration;
    }
}
