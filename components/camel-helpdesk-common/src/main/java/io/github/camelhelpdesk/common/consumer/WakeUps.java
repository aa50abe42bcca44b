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

    /** What was asked for: whether to look for changes, and the conversations with the messages to look at again. */
    record Taken(boolean changes, Map<String, Set<String>> conversations) {
    }

    /**
     * Notes a wake.
     *
     * @return false when the message could not be noted, as too many wait
     */
    synchronized boolean add(String conversationId, String messageId) {
        if (conversationId == null || !conversations.containsKey(conversationId)
                && conversations.size() >= MOST_CONVERSATIONS) {
            changes = true;
            return messageId == null;
        }
        Set<String> ids = conversations.computeIfAbsent(conversationId, id -> new LinkedHashSet<>());
        if (messageId == null || ids.contains(messageId)) {
            return true;
        }
        if (messages >= MOST_MESSAGES) {
            return false;
        }
        messages++;
        ids.add(messageId);
        return true;
    }

    synchronized Taken take() {
        Taken taken = new Taken(changes, conversations);
        conversations = new LinkedHashMap<>();
        messages = 0;
        changes = false;
        return taken;
    }
}
