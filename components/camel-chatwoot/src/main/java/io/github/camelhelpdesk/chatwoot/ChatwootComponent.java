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

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;

import io.github.camelhelpdesk.chatwoot.client.ChatwootClient;
import io.github.camelhelpdesk.chatwoot.client.ChatwootErrorReader;
import io.github.camelhelpdesk.chatwoot.side.ConversationKey;
import io.github.camelhelpdesk.chatwoot.side.ConversationMessages;
import io.github.camelhelpdesk.chatwoot.side.ConversationOpener;
import io.github.camelhelpdesk.chatwoot.side.TargetInbox;
import io.github.camelhelpdesk.chatwoot.transform.NeutralConversations;
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
import io.github.camelhelpdesk.common.http.RateBudget;
import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;

/** One Chatwoot account. Several accounts are several beans of this class. */
@Component(ChatwootComponent.SCHEME)
public class ChatwootComponent extends HelpdeskComponent {

    /** Scheme of the endpoints, and provider of their messages. */
    public static final String SCHEME = "chatwoot";

    /** Requests per minute and address, by default of the server (rack_attack.rb, RACK_ATTACK_LIMIT). */
    private static final int DOCUMENTED_LIMIT = 3000;
    /** A request is cut off by the server after 15 s (default of its time-out middleware). */
    private static final Duration SETTLE_TIME = Duration.ofSeconds(15);

    @Metadata(description = "The options of the account, for all endpoints of this component.")
    private ChatwootConfiguration configuration = new ChatwootConfiguration();

    private final Supplier<TargetInbox> targetInbox = untilStopped(
            () -> new TargetInbox(client(), configuration.getInboxId(), account()));

    public ChatwootConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(ChatwootConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    protected HelpdeskConfiguration options() {
        return configuration;
    }

    @Override
    protected ChatwootEndpoint newEndpoint(String uri, String operation) {
        return new ChatwootEndpoint(uri, this, HelpdeskOperation.parse(ChatwootOperation.class, SCHEME, operation),
                configuration.copy());
    }

    @Override
    protected HelpdeskConnection newConnection(HelpdeskConfiguration options) {
        ChatwootConfiguration own = (ChatwootConfiguration) options;
        HttpTarget target = own.target(ChatwootClient.PATH, "application/json",
                Map.of(own.getTokenHeader(), own.getAccessToken()));
        int limit = requestsPerMinute(DOCUMENTED_LIMIT);
        // Who is told of another limit knows the server: the documented one must not stay above it.
        RateBudget budget = budget(target, own.getAccessToken(), limit, limit == 0 ? 0 : Math.max(limit, DOCUMENTED_LIMIT));
        return connection(own, target, new ChatwootErrorReader("chatwoot account " + own.account()), budget);
    }

    @Override
    public String account() {
        configuration.check("the component " + getDefaultName());
        return configuration.account();
    }

    @Override
    public Duration settleTime() {
        return SETTLE_TIME;
    }

    @Override
    public void checkTarget() {
        client().profile().checkAccount(account());
        targetInbox.get().id();
    }

    @Override
    public void checkSilentTarget() {
        checkTarget();
        targetInbox.get().checkSilent();
    }

    @Override
    public OpenedConversation openConversation(ConversationRequest request) {
        return new ConversationOpener(client(), targetInbox.get()).open(request);
    }

    /** Content cannot be edited by any API of Chatwoot. */
    @Override
    public Set<SideCapability> capabilities() {
        return Set.of(SideCapability.DELETE, SideCapability.REPLY, SideCapability.STATUS);
    }

    /** A message is gone with its conversation too; that the account is unknown, which is a 404 as well, is an error. */
    @Override
    public void deleteMessage(String conversationId, String messageId) {
        try {
            client().messages().delete(conversationId, messageId);
        } catch (HelpdeskException e) {
            if (!e.isGone()) {
                throw e;
            }
            client().profile().checkAccount(account());
        }
    }

    /** Pending and snoozed conversations are open: they stay as they are. */
    @Override
    public void setStatus(String conversationId, ConversationStatus status) {
        if (status == ConversationStatus.CLOSED || !status(conversationId).equals(Optional.of(status))) {
            client().conversations().toggleStatus(conversationId, status == ConversationStatus.CLOSED ? "resolved" : "open",
                    null);
        }
    }

    @Override
    public Optional<ConversationStatus> status(String conversationId) {
        return Optional.ofNullable(NeutralConversations.status(client().conversations().get(conversationId)));
    }

    @Override
    public Optional<String> conversationKey(String conversationId) {
        return new ConversationKey(client()).of(conversationId);
    }

    @Override
    public List<HelpdeskMessage> messages(String conversationId) {
        return new ConversationMessages(client(), account()).list(conversationId);
    }

    @Override
    public Optional<Attachment> attachment(String conversationId, String messageId, String attachmentId) {
        return new ConversationMessages(client(), account()).attachment(conversationId, messageId, attachmentId);
    }

    private ChatwootClient client() {
        account();
        return new ChatwootClient(connection().patient(), configuration.getAccountId());
    }
}
