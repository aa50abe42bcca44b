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
package io.github.camelhelpdesk.chatwoot.consumer;

import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.camelhelpdesk.chatwoot.client.ChatwootClient;
import io.github.camelhelpdesk.chatwoot.client.ConversationPage;
import io.github.camelhelpdesk.chatwoot.model.ChatwootConversation;
import io.github.camelhelpdesk.chatwoot.model.ChatwootMessage;
import io.github.camelhelpdesk.common.consumer.Beginning;
import io.github.camelhelpdesk.common.consumer.Changes;
import io.github.camelhelpdesk.common.consumer.ConversationList;
import io.github.camelhelpdesk.common.consumer.IdPosition;
import io.github.camelhelpdesk.common.consumer.MessageBatch;
import io.github.camelhelpdesk.common.consumer.MessageReader;
import io.github.camelhelpdesk.common.consumer.MessageSource;
import io.github.camelhelpdesk.common.consumer.Position;
import io.github.camelhelpdesk.common.consumer.StartFrom;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.Item;

/** Reads a Chatwoot account, or one of its inboxes. */
public final class ChatwootMessageSource implements MessageSource {

    private static final String NUMBER = "[1-9]\\d{0,17}";

    private final Supplier<ChatwootClient> client;
    private final String account;
    private final ProviderClock clock = new ProviderClock();
    private final Long inboxId;
    private final ChangedConversations changed;
    private volatile boolean verified;

    /**
     * @param client gives the client once the endpoint is started
     * @param account the account's identity
     * @param inboxId the inbox to read, or null for all
     */
    public ChatwootMessageSource(Supplier<ChatwootClient> client, String account, Long inboxId) {
        this.client = client;
        this.account = account;
        this.inboxId = inboxId;
        this.changed = new ChangedConversations(client, inboxId, clock);
    }

    @Override
    public String account() {
        return account;
    }

    @Override
    public Beginning begin(StartFrom startFrom) {
        verify();
        if (startFrom.isBeginning()) {
            return new Beginning(IdPosition.after(0), Instant.EPOCH);
        }
        HttpAnswer<ConversationPage> newest = changed.newest();
        Instant now = clock.observe(newest.date());
        long lastId = newest.body().conversations().stream().filter(Item::isReadable).map(Item::value)
                .mapToLong(ChatwootMessageSource::lastMessageId).max().orElse(0);
        return startFrom.isNow() ? new Beginning(IdPosition.after(lastId), now)
                : new Beginning(IdPosition.since(startFrom.instant(), lastId), startFrom.instant());
    }

    @Override
    public Changes changes(Instant since) {
        verify();
        return changed.since(since);
    }

    @Override
    public MessageReader read(String conversationId, Position position) {
        verify();
        return new ConversationReader(client.get(), conversationId, ((IdPosition) position).floor(), clock, inbox());
    }

    private InboxCheck inbox() {
        return new InboxCheck(client.get(), inboxId);
    }

    @Override
    public MessageBatch revisit(String conversationId, Set<String> messageIds) {
        verify();
        MessageSearch search = new MessageSearch(client.get(), conversationId, clock, inbox());
        return new MessageBatch(search.find(messageIds), clock.now());
    }

    @Override
    public ConversationList conversations(Instant from) {
        verify();
        return new ConversationListing(changed, from);
    }

    @Override
    public boolean isId(String conversationId, String messageId) {
        return conversationId.matches(NUMBER) && (messageId == null || messageId.matches(NUMBER));
    }

    @Override
    public IdPosition parsePosition(String json) {
        return IdPosition.parse(json);
    }

    /** Proves account and token, and learns the server's time, with the first call. */
    private void verify() {
        if (!verified) {
            clock.observe(client.get().profile().checkAccount(account).date());
            verified = true;
        }
    }

    static long lastMessageId(ChatwootConversation conversation) {
        return Stream.concat(conversation.messages().stream(), Stream.ofNullable(conversation.lastNonActivityMessage()))
                .map(ChatwootMessage::id).filter(id -> id != null).max(Comparator.naturalOrder()).orElse(0L);
    }
}
