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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;

import io.github.camelhelpdesk.common.ConversationRequest;
import io.github.camelhelpdesk.common.HelpdeskComponent;
import io.github.camelhelpdesk.common.HelpdeskConfiguration;
import io.github.camelhelpdesk.common.OpenedConversation;
import io.github.camelhelpdesk.common.http.HelpdeskConnection;
import io.github.camelhelpdesk.common.http.HttpTarget;
import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.signalzen.client.SignalzenClient;
import io.github.camelhelpdesk.signalzen.client.SignalzenErrorReader;
import io.github.camelhelpdesk.signalzen.side.ConversationFiles;
import io.github.camelhelpdesk.signalzen.side.ConversationMessages;

/**
 * Reads the conversations of a SignalZen website. One component stands for one website. SignalZen's API is read-only: it can be
 * the source of a link, and not the target.
 */
@Component(SignalzenComponent.SCHEME)
public class SignalzenComponent extends HelpdeskComponent {

    /** Scheme of the endpoints, and provider of their messages. */
    public static final String SCHEME = "signalzen";

    /** SignalZen documents no figure; beyond it, 429 says when to wait. */
    private static final int ASSUMED_REQUESTS_PER_MINUTE = 600;
    private static final Duration SETTLE_TIME = Duration.ofSeconds(10);

    @Metadata(description = "Options that the endpoints begin with.")
    private SignalzenConfiguration configuration = new SignalzenConfiguration();

    private final Supplier<SignalzenClient> client = untilStopped(
            () -> new SignalzenClient(connection().patient()));

    @Override
    protected HelpdeskConfiguration options() {
        return configuration;
    }

    @Override
    protected SignalzenEndpoint newEndpoint(String uri, String operation) {
        return new SignalzenEndpoint(uri, this, SignalzenOperation.parse(operation), configuration.copy());
    }

    @Override
    protected HelpdeskConnection newConnection(HelpdeskConfiguration options) {
        SignalzenConfiguration own = (SignalzenConfiguration) options;
        HttpTarget target = own.target(SignalzenClient.API_PATH, SignalzenClient.ACCEPT,
                Map.of("Authorization", "Bearer " + own.getApiKey()));
        return connection(own, target, new SignalzenErrorReader(own.base()),
                budget(target, own.getApiKey(), requestsPerMinute(ASSUMED_REQUESTS_PER_MINUTE), 0));
    }

    @Override
    public String account() {
        configuration.check(SCHEME);
        return configuration.getAccountName();
    }

    @Override
    public Duration settleTime() {
        return SETTLE_TIME;
    }

    @Override
    public void checkTarget() {
        throw new IllegalArgumentException("signalzen cannot be the target of a link: SignalZen's API is read-only, so that"
                + " nothing can be written there. Make it the source, and another side the target.");
    }

    @Override
    public OpenedConversation openConversation(ConversationRequest request) {
        throw new UnsupportedOperationException("signalzen cannot open a conversation: SignalZen's API is read-only");
    }

    @Override
    public List<HelpdeskMessage> messages(String conversationId) {
        return new ConversationMessages(client.get(), account()).list(conversationId);
    }

    @Override
    public Optional<Attachment> attachment(String conversationId, String messageId, String attachmentId) {
        return new ConversationFiles(client.get()).find(conversationId, messageId, attachmentId);
    }

    public SignalzenConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(SignalzenConfiguration configuration) {
        this.configuration = configuration;
    }
}
