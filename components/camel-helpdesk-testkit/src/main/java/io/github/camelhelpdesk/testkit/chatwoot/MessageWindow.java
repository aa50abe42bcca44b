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
package io.github.camelhelpdesk.testkit.chatwoot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/**
 * Which messages a list shows (chatwoot.md, section 3; app/finders/message_finder.rb): the filter is on the id, the order on
 * {@code created_at}. Equal seconds have no order of their own; with scrambled ties they come neither by id nor by arrival.
 */
final class MessageWindow {

    private static final int BEFORE_OR_NONE = 20;
    private static final int AFTER = 100;
    private static final int BETWEEN = 1000;

    private static final Comparator<Message> BY_SECOND = Comparator.comparingLong(message -> Times.seconds(message.createdAt));
    private static final Comparator<Message> BY_TIME = Comparator.comparing(message -> message.createdAt);
    /** A fixed shuffle: the low bits first. */
    private static final Comparator<Message> SCRAMBLED = BY_SECOND.thenComparingLong(message -> Long.reverse(message.id));
    private static final Comparator<Message> PLAIN = BY_TIME.thenComparingLong(message -> message.id);

    private final Comparator<Message> order;

    MessageWindow(boolean scrambleTies) {
        order = scrambleTies ? SCRAMBLED : PLAIN;
    }

    /**
     * Picks and sorts.
     *
     * @param after exclusive, but inclusive together with {@code before}; null or blank for none
     * @param before exclusive; null or blank for none
     */
    List<Message> select(SortedMap<Long, Message> messages, String after, String before, boolean publicSpeechOnly) {
        boolean hasAfter = after != null && !after.isBlank();
        boolean hasBefore = before != null && !before.isBlank();
        if (hasAfter && hasBefore) {
            long from = Parameters.number(after);
            long to = Parameters.number(before);
            return from >= to ? List.of() : oldest(messages.subMap(from, to).values(), BETWEEN, publicSpeechOnly);
        }
        if (hasAfter) {
            return oldest(messages.tailMap(Parameters.number(after) + 1).values(), AFTER, publicSpeechOnly);
        }
        SortedMap<Long, Message> upTo = hasBefore ? messages.headMap(Parameters.number(before)) : messages;
        return newest(upTo.values(), publicSpeechOnly);
    }

    private List<Message> oldest(Collection<Message> messages, int limit, boolean publicSpeechOnly) {
        return messages.stream().filter(message -> shows(message, publicSpeechOnly)).sorted(order).limit(limit).toList();
    }

    private List<Message> newest(Collection<Message> messages, boolean publicSpeechOnly) {
        List<Message> newest = new ArrayList<>(messages.stream().filter(message -> shows(message, publicSpeechOnly))
                .sorted(order.reversed()).limit(BEFORE_OR_NONE).toList());
        Collections.reverse(newest);
        return newest;
    }

    private static boolean shows(Message message, boolean publicSpeechOnly) {
        return !publicSpeechOnly || !message.isPrivate && message.type != ChatwootMessageType.ACTIVITY;
    }
}
