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
package io.github.camelhelpdesk.acquire.consumer;

import java.util.List;

import io.github.camelhelpdesk.common.consumer.ConversationChange;
import io.github.camelhelpdesk.common.consumer.ConversationList;

/** The threads that changed since an instant, some pages at a time, so that new messages are not held up. */
final class ThreadListing implements ConversationList {

    private static final int PAGES_PER_PART = 10;

    private final CaseSweep sweep;
    private boolean ended;

    ThreadListing(CaseSweep sweep) {
        this.sweep = sweep;
    }

    @Override
    public List<String> next() {
        if (ended) {
            return null;
        }
        ended = sweep.goOn(PAGES_PER_PART);
        return ended ? sweep.changes().conversations().stream().map(ConversationChange::conversationId).toList() : List.of();
    }
}
