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
package io.github.camelhelpdesk.common.consumer;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What the consumer was asked to read at once, kept until a poll takes it in. Several wakes of one conversation are one. */
final class WakeUps {

    private static final int MOST_CONVERSATIONS = 10_000;
    private static final int MOST_MESSAGES = 10_000;

    private Map<String, Set<String>> conversations = new LinkedHashMap<>();
    private int messages;
    private boolean changes;
    private int lost;

    /**
     * What was asked for.
     *
     * @param changes whether to look for changes
     * @param conversations the conversations to read, with the messages to look at again
     * @param lost how many messages could not be noted, as too many waited
     */
    record Taken(boolean changes, Map<String, Set<String>> conversations, int lost) {
    }

    /** Notes a wake. */
    synchronized void add(String conversationId, String messageId) {
        if (conversationId == null || !conversations.containsKey(conversationId)
                && conversations.size() >= MOST_CONVERSATIONS) {
            changes = true;
            lost += messageId == null ? 0 : 1;
            return;
        }
        Set<String> ids = conversations.computeIfAbsent(conversationId, id -> new LinkedHashSet<>());
        if (messageId == null || ids.contains(messageId)) {
            return;
        }
        if (messages >= MOST_MESSAGES) {
            lost++;
            return;
        }
        messages++;
        ids.add(messageId);
    }

    synchronized Taken take() {
        Taken taken = new Taken(changes, conversations, lost);
        conversations = new LinkedHashMap<>();
        messages = 0;
        changes = false;
        lost = 0;
        return taken;
    }
}
