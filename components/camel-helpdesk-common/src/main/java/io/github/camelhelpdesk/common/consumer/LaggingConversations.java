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

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** The conversations that lag behind, in the order of their turns. Not safe for threads: {@link AccountProgress} guards it. */
final class LaggingConversations {

    private static final int MOST_WOKEN = 10_000;
    private static final int MOST_REVISITS = 10_000;

    private final Map<String, ConversationLag> lagging = new LinkedHashMap<>();
    /** Conversations that wait only to be read again: they come behind all others, and few at a time. */
    private final Set<String> rereads = new LinkedHashSet<>();
    private int rereadsTaken;
    private int revisits;

    /** Takes up what was stored of a conversation. */
    void restore(String conversationId, Collection<String> messageIds) {
        revisits += lag(conversationId).wake(messageIds);
    }

    void add(String conversationId) {
        lag(conversationId);
    }

    void changed(ConversationChange change) {
        lag(change.conversationId()).changed(change);
        rereads.remove(change.conversationId());
    }

    /** Marks a conversation for reading; false when the messages, or the conversation too, were not taken in. */
    boolean wake(String conversationId, Collection<String> messageIds) {
        if (!lagging.containsKey(conversationId) && lagging.size() - rereads.size() >= MOST_WOKEN) {
            return false;
        }
        boolean isRoom = messageIds.isEmpty() || revisits < MOST_REVISITS;
        revisits += lag(conversationId).wake(isRoom ? messageIds : List.of());
        rereads.remove(conversationId);
        return isRoom;
    }

    void order(String conversationId, RereadOrder order) {
        if (!lagging.containsKey(conversationId)) {
            rereads.add(conversationId);
        }
        lag(conversationId).order(order);
    }

    private ConversationLag lag(String conversationId) {
        return lagging.computeIfAbsent(conversationId, id -> new ConversationLag());
    }

    ConversationLag get(String conversationId) {
        return lagging.get(conversationId);
    }

    boolean contains(String conversationId) {
        return lagging.containsKey(conversationId);
    }

    List<String> ids() {
        return List.copyOf(lagging.keySet());
    }

    void forEach(BiConsumer<String, ConversationLag> action) {
        lagging.forEach(action);
    }

    /**
     * The conversations to read now, but for those that only wait to be read again. Those that failed come last: what fails for
     * all may be their own trouble, and would keep the others from being read.
     */
    List<String> takeDue(long nowNanos) {
        List<String> due = new ArrayList<>();
        lagging.forEach((id, lag) -> {
            if (!rereads.contains(id) && lag.isDue(nowNanos)) {
                lag.take(false);
                due.add(id);
            }
        });
        due.sort(Comparator.comparingInt(id -> lagging.get(id).failures()));
        return due;
    }

    /** Conversations to read again now, so many that not more than a number of them are being read. */
    List<String> takeRereads(int most, long nowNanos) {
        List<String> due = new ArrayList<>();
        for (Iterator<String> ids = rereads.iterator(); ids.hasNext() && rereadsTaken < most;) {
            String id = ids.next();
            if (lagging.get(id).isDue(nowNanos)) {
                ids.remove();
                lagging.get(id).take(true);
                rereadsTaken++;
                due.add(id);
            }
        }
        return due;
    }

    /** Has a conversation wait for its next turn. */
    void interrupted(String conversationId) {
        if (release(conversationId).isRereadOnly()) {
            rereads.add(conversationId);
        }
    }

    /** Has a conversation wait for a while; returns how long. */
    Duration failed(String conversationId, long nowNanos) {
        return release(conversationId).failed(nowNanos);
    }

    /** A conversation was read to its end: the messages that it was to look at again are settled. */
    ConversationLag done(String conversationId, ConversationWork work) {
        ConversationLag lag = release(conversationId);
        revisits -= lag.settle(work);
        return lag;
    }

    private ConversationLag release(String conversationId) {
        ConversationLag lag = lagging.get(conversationId);
        rereadsTaken -= lag.release() ? 1 : 0;
        return lag;
    }

    void remove(String conversationId) {
        lagging.remove(conversationId);
    }
}
