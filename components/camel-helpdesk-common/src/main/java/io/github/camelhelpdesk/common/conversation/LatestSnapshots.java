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
package io.github.camelhelpdesk.common.conversation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The snapshots that a list has just given, so that these conversations need not be asked for one by one. None is used that may
 * be older than what woke its conversation, or than one that was used before.
 */
final class LatestSnapshots {

    private static final int MOST = 10_000;

    /** The last of them: another is asked for singly. */
    private final Map<String, Listed> waiting = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Listed> eldest) {
            return size() > MOST;
        }
    };
    private final Map<String, String> versions = new HashMap<>();
    /** What was woken or asked for singly, and when. */
    private final Map<String, Long> passed = new HashMap<>();
    private long tick;

    private record Listed(ConversationSnapshot snapshot, long began) {
    }

    /** A list is about to be asked for. */
    synchronized long begin() {
        return ++tick;
    }

    /**
     * Takes in a list.
     *
     * @param began what {@link #begin} said
     * @param snapshots its conversations
     * @return the latest of each conversation
     */
    synchronized List<ConversationSnapshot> listed(long began, Collection<ConversationSnapshot> snapshots) {
        Map<String, ConversationSnapshot> latest = new HashMap<>();
        snapshots.forEach(snapshot -> latest.merge(snapshot.id(), snapshot,
                (one, other) -> other.changedAt().isBefore(one.changedAt()) ? one : other));
        for (ConversationSnapshot snapshot : latest.values()) {
            String version = version(snapshot);
            if (!version.equals(versions.put(snapshot.id(), version)) && passed.getOrDefault(snapshot.id(), 0L) < began) {
                waiting.put(snapshot.id(), new Listed(snapshot, began));
            }
        }
        versions.keySet().retainAll(latest.keySet());
        passed.clear();
        return new ArrayList<>(latest.values());
    }

    /** The conversation has changed, or may have: what was listed before may be older. */
    synchronized void woken(String conversationId) {
        waiting.remove(conversationId);
        passed.put(conversationId, ++tick);
    }

    /** The snapshot that waits, once; null when the conversation has to be asked for. */
    synchronized ConversationSnapshot take(String conversationId) {
        Listed listed = waiting.remove(conversationId);
        if (listed != null) {
            return listed.snapshot;
        }
        passed.put(conversationId, ++tick);
        return null;
    }

    /** Differs whenever there may be something to tell. */
    static String version(ConversationSnapshot snapshot) {
        return ConversationState.of(snapshot).toJson() + ConversationState.millis(snapshot.closedAt());
    }
}
