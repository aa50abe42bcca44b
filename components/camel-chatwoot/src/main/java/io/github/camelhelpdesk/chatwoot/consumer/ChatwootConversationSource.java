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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.github.camelhelpdesk.chatwoot.client.ChatwootClient;
import io.github.camelhelpdesk.chatwoot.model.ChatwootConversation;
import io.github.camelhelpdesk.common.consumer.Changes;
import io.github.camelhelpdesk.common.conversation.ChangedSnapshots;
import io.github.camelhelpdesk.common.conversation.ConversationSnapshot;
import io.github.camelhelpdesk.common.conversation.ConversationSource;
import io.github.camelhelpdesk.common.conversation.SnapshotList;
import io.github.camelhelpdesk.common.http.Item;

/** Shows the conversations of a Chatwoot account, or of one of its inboxes. */
public final class ChatwootConversationSource implements ConversationSource {

    private final Supplier<ChatwootClient> client;
    private final String account;
    private final Long inboxId;
    private final ProviderClock clock = new ProviderClock();
    private final ConversationSnapshots snapshots = new ConversationSnapshots(clock);
    private final List<Item<ChatwootConversation>> seen = new ArrayList<>();
    private final ChangedConversations changed;
    private volatile boolean verified;

    /**
     * @param client gives the client once the endpoint is started
     * @param account the account's identity
     * @param inboxId the inbox to read, or null for all
     */
    public ChatwootConversationSource(Supplier<ChatwootClient> client, String account, Long inboxId) {
        this.client = client;
        this.account = account;
        this.inboxId = inboxId;
        this.changed = new ChangedConversations(client, inboxId, clock, seen::addAll);
    }

    @Override
    public String account() {
        return account;
    }

    @Override
    public Instant now() {
        verify();
        return clock.now();
    }

    @Override
    public SnapshotList everything(Instant closedSince) {
        verify();
        return new OpenConversations(client, inboxId, clock, closedSince);
    }

    @Override
    public ChangedSnapshots changes(Instant since) {
        verify();
        seen.clear();
        Changes changes = changed.since(since);
        List<ConversationSnapshot> found = snapshots.of(seen);
        seen.clear();
        return new ChangedSnapshots(found, changes.mark());
    }

    @Override
    public ConversationSnapshot conversation(String conversationId) {
        verify();
        Item<ChatwootConversation> item = client.get().conversations().item(conversationId);
        return isForeign(item) ? null : snapshots.of(item);
    }

    /** The lists hold no conversation of another inbox, but a wake may name any. */
    private boolean isForeign(Item<ChatwootConversation> item) {
        Long inbox = item.isReadable() ? item.value().inboxId() : Long.valueOf(item.raw().path("inbox_id").asLong());
        return inboxId != null && !inboxId.equals(inbox);
    }

    @Override
    public boolean isId(String conversationId) {
        return conversationId.matches("[1-9]\\d{0,17}");
    }

    /** Proves account and token, and learns the server's time, with the first call. */
    private void verify() {
        if (!verified) {
            clock.observe(client.get().profile().checkAccount(account).date());
            verified = true;
        }
    }
}
