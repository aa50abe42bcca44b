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
import java.util.List;

import io.github.camelhelpdesk.common.consumer.Changes;
import io.github.camelhelpdesk.common.consumer.ConversationChange;
import io.github.camelhelpdesk.common.consumer.ConversationList;
import io.github.camelhelpdesk.common.http.ResponseTooLargeException;

/**
 * The conversations in which something was written at or after an instant: in one answer where Chatwoot can give it, else all
 * conversations by the time of their creation, an order in which none moves while the pages are read.
 */
final class ConversationListing implements ConversationList {

    private static final int PAGES_PER_PART = 10;

    private final ChangedConversations changed;
    private final Instant from;
    private ConversationSweep sweep;
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
        if (sweep == null && changed.isWindow(from)) {
            try {
                return last(changed.within(from));
            } catch (ResponseTooLargeException e) {
                sweep = changed.everything();
            }
        }
        sweep = sweep == null ? changed.everything() : sweep;
        return sweep.goOn(PAGES_PER_PART) ? last(sweep.changes()) : List.of();
    }

    private List<String> last(Changes changes) {
        ended = true;
        // A new message moves this time; whole seconds are compared.
        return changes.conversations().stream().filter(change -> !change.changedAt().isBefore(from.minusSeconds(1)))
                .map(ConversationChange::conversationId).toList();
    }
}
