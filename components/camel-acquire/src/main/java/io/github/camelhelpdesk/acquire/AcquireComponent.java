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

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;

import io.github.camelhelpdesk.acquire.client.AcquireClient;
import io.github.camelhelpdesk.acquire.client.AcquireErrorReader;
import io.github.camelhelpdesk.acquire.client.PageRequest;
import io.github.camelhelpdesk.acquire.consumer.WholeThread;
import io.github.camelhelpdesk.acquire.side.ContactFinder;
import io.github.camelhelpdesk.acquire.side.ConversationMessages;
import io.github.camelhelpdesk.acquire.side.ConversationOpener;
import io.github.camelhelpdesk.acquire.side.ConversationState;
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
import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.common.model.AuthorType;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;

/** Reads and writes the conversations of an Acquire account. One component stands for one account. */
@Component(AcquireComponent.SCHEME)
public class AcquireComponent extends HelpdeskComponent {

    /** Scheme of the endpoints, and provider of their messages. */
    public static final String SCHEME = "acquire";

    /** The pages claim that there are no limits (providers page, section 8). */
    private static final int NO_DOCUMENTED_LIMIT = 0;
    /** Nothing is documented; the design's value for such a provider. */
    private static final Duration SETTLE_TIME = Duration.ofSeconds(15);

    @Metadata(description = "Options that the endpoints begin with.")
    private AcquireConfiguration configuration = new AcquireConfiguration();

    private final Supplier<AcquireClient> client = untilStopped(
            () -> new AcquireClient(connection().patient(), configuration));
    /** One for all conversations: it lets one creation after the other through. */
    private final Supplier<ContactFinder> contacts = untilStopped(() -> new ContactFinder(client.get(), configuration));
    private final Map<String, SenderIdentity> identities = new ConcurrentHashMap<>();

    @Override
    protected HelpdeskConfiguration options() {
        return configuration;
    }

    @Override
    protected AcquireEndpoint newEndpoint(String uri, String operation) {
        return new AcquireEndpoint(uri, this, HelpdeskOperation.parse(AcquireOperation.class, SCHEME, operation),
                configuration.copy());
    }

    @Override
    protected HelpdeskConnection newConnection(HelpdeskConfiguration options) {
        AcquireConfiguration own = (AcquireConfiguration) options;
        HttpTarget target = own.target(AcquireClient.API_PATH, "application/json",
                Map.of("Authorization", "Bearer " + own.getApiKey().trim()));
        return connection(own, target, new AcquireErrorReader(own.accountIdentity()),
                budget(target, own.getApiKey(), requestsPerMinute(NO_DOCUMENTED_LIMIT), 0));
    }

    @Override
    public String account() {
        return configuration.accountIdentity();
    }

    @Override
    public Duration settleTime() {
        return SETTLE_TIME;
    }

    /** That the key may see cases and contacts is what opening a conversation needs. */
    @Override
    public void checkTarget() {
        client.get().cases().checkAccess();
        client.get().contacts().list(List.of(), null, new PageRequest(configuration.getFirstPage(), 0, 1));
    }

    /** As whom a key writes; each account's own. */
    SenderIdentity identity(AcquireConfiguration options) {
        return identities.computeIfAbsent(options.accountIdentity(), account -> new SenderIdentity(options.getUserId()));
    }

    @Override
    public OpenedConversation openConversation(ConversationRequest request) {
        String id = new ConversationOpener(client.get(), configuration, contacts.get()).open(request);
        return OpenedConversation.takenForNew(id);
    }

    /** An answer to a message cannot be shown as one: Acquire's API has no such field. */
    @Override
    public Set<SideCapability> capabilities() {
        return Set.of(SideCapability.EDIT, SideCapability.DELETE, SideCapability.STATUS);
    }

    /** A message is gone with its conversation too. */
    @Override
    public void deleteMessage(String conversationId, String messageId) {
        try {
            client.get().messages().delete(messageId);
        } catch (HelpdeskException e) {
            if (!e.isGone()) {
                throw e;
            }
            // Whether a wrong address is answered the same is not documented.
            client.get().cases().checkAccess();
        }
    }

    @Override
    public void setStatus(String conversationId, ConversationStatus status) {
        new ConversationState(client.get(), configuration).set(conversationId, status);
    }

    @Override
    public Optional<ConversationStatus> status(String conversationId) {
        return new ConversationState(client.get(), configuration).status(conversationId);
    }

    @Override
    public Optional<String> conversationKey(String conversationId) {
        return new ConversationState(client.get(), configuration).key(conversationId);
    }

    @Override
    public List<HelpdeskMessage> messages(String conversationId) {
        return new ConversationMessages(new WholeThread(client, configuration), account()).list(conversationId);
    }

    /** Mails and SMS bear no marker, nor do chat messages where Acquire drops their meta. */
    @Override
    public Optional<String> senderId() {
        return Optional.ofNullable(identity(configuration).userId());
    }

    /** While it is not known as which user the key writes, it may be any. Contacts have ids of their own. */
    @Override
    public boolean mayHaveWritten(Author author) {
        boolean isUser = author != null && (author.type() == AuthorType.AGENT || author.type() == AuthorType.BOT);
        return isUser && senderId().map(id -> id.equals(author.id())).orElse(true);
    }

    public AcquireConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(AcquireConfiguration configuration) {
        this.configuration = configuration;
    }
}
