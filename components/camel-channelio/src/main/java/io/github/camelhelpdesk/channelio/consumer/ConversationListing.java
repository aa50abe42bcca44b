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
import java.util.List;

import io.github.camelhelpdesk.common.consumer.Changes;
import io.github.camelhelpdesk.common.consumer.ConversationChange;
import io.github.camelhelpdesk.common.consumer.ConversationList;

/**
 * The conversations that changed at or after an instant: a sweep of its own, which knows nothing yet. Each part reads the heads
 * of the lists once more, and so does a last one: what has moved meanwhile is there.
 */
final class ConversationListing implements ConversationList {

    private final ChangedConversations changed;
    private final Instant from;
    private boolean begun;
    private boolean ended;

    ConversationListing(ChangedConversations changed, Instant from) {
        this.changed = changed;
        this.from = from;
    }

    @Override
    public List<String> next() {
        if (ended) {
            return null;
        }
        boolean wasSwept = begun && !changed.isSweeping();
        Changes changes = changed.since(from);
        begun = true;
        ended = wasSwept && !changed.isSweeping();
        return changes.conversations().stream().map(ConversationChange::conversationId).toList();
    }
}
