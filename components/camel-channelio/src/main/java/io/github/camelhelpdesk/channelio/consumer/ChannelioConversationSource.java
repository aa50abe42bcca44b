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
package io.github.camelhelpdesk.channelio.consumer;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelhelpdesk.channelio.ChannelioEndpoint;
import io.github.camelhelpdesk.common.consumer.Changes;
import io.github.camelhelpdesk.common.conversation.ChangedSnapshots;
import io.github.camelhelpdesk.common.conversation.ConversationSnapshot;
import io.github.camelhelpdesk.common.conversation.ConversationSource;
import io.github.camelhelpdesk.common.conversation.SnapshotList;

/** Shows the conversations of a Channel.io channel: the list of each state. */
public final class ChannelioConversationSource implements ConversationSource {

    private final ChannelioEndpoint endpoint;
    /** The latest of each conversation, by id: calls that fail half-way, one after the other, see the same ones again. */
    private final Map<String, ConversationSnapshot> seen = new LinkedHashMap<>();
    private final ChangedConversations changed;

    /** @param endpoint the endpoint; its client is used while it is started */
    public ChannelioConversationSource(ChannelioEndpoint endpoint) {
        this.endpoint = endpoint;
        this.changed = new ChangedConversations(endpoint::client, System::nanoTime,
                page -> ChatSnapshots.of(page).forEach(this::see));
    }

    @Override
    public String account() {
        return endpoint.account();
    }

    @Override
    public Instant now() {
        return ProviderTime.now(endpoint.client());
    }

    @Override
    public SnapshotList everything(Instant closedSince) {
        ConversationListing parts = new ConversationListing(changed, closedSince);
        return () -> parts.next() == null ? null : taken();
    }

    @Override
    public ChangedSnapshots changes(Instant since) {
        Changes changes = changed.since(since);
        return new ChangedSnapshots(taken(), changes.mark());
    }

    private void see(ConversationSnapshot snapshot) {
        seen.merge(snapshot.id(), snapshot, (one, other) -> other.changedAt().isBefore(one.changedAt()) ? one : other);
    }

    /** What the answers have shown; those of a call that failed half-way too. */
    private List<ConversationSnapshot> taken() {
        List<ConversationSnapshot> taken = List.copyOf(seen.values());
        seen.clear();
        return taken;
    }

    @Override
    public ConversationSnapshot conversation(String conversationId) {
        return ChatSnapshots.of(endpoint.client().userChats().item(conversationId));
    }

    @Override
    public boolean isId(String conversationId) {
        return conversationId.matches("[\\w-]{1,100}");
    }
}
