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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

import io.github.camelhelpdesk.chatwoot.client.ChatwootClient;
import io.github.camelhelpdesk.chatwoot.model.ChatwootConversation;
import io.github.camelhelpdesk.common.conversation.ConversationSnapshot;
import io.github.camelhelpdesk.common.conversation.SnapshotList;
import io.github.camelhelpdesk.common.http.Item;
import io.github.camelhelpdesk.common.http.ResponseTooLargeException;

/**
 * All conversations that are not resolved, page by page, after what changed since an instant in one answer; or simply all there
 * are, where that would be too large.
 */
final class OpenConversations implements SnapshotList {

    private static final List<String> UNRESOLVED = List.of("open", "pending", "snoozed");
    private static final int PAGES_PER_PART = 10;

    private final ChangedConversations changed;
    private final ConversationSnapshots snapshots;
    private final Instant closedSince;
    private final List<Item<ChatwootConversation>> seen = new ArrayList<>();
    private Deque<ConversationSweep> sweeps;

    OpenConversations(Supplier<ChatwootClient> client, Long inboxId, ProviderClock clock, Instant closedSince) {
        this.changed = new ChangedConversations(client, inboxId, clock, seen::addAll);
        this.snapshots = new ConversationSnapshots(clock);
        this.closedSince = closedSince;
    }

    @Override
    public List<ConversationSnapshot> next() {
        if (sweeps == null) {
            sweeps = begin();
        } else if (sweeps.isEmpty()) {
            return null;
        } else if (sweeps.peek().goOn(PAGES_PER_PART)) {
            sweeps.remove();
        }
        List<ConversationSnapshot> part = snapshots.of(seen);
        seen.clear();
        return part;
    }

    private Deque<ConversationSweep> begin() {
        if (changed.isWindow(closedSince)) {
            try {
                changed.within(closedSince);
                return new ArrayDeque<>(UNRESOLVED.stream().map(changed::inState).toList());
            } catch (ResponseTooLargeException e) {
                seen.clear();
            }
        }
        return new ArrayDeque<>(List.of(changed.everything()));
    }
}
