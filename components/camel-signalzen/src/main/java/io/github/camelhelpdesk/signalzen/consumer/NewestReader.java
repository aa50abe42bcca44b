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
package io.github.camelhelpdesk.signalzen.consumer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.IntConsumer;

import io.github.camelhelpdesk.common.consumer.MessageBatch;
import io.github.camelhelpdesk.common.consumer.MessageReader;
import io.github.camelhelpdesk.common.http.Item;
import io.github.camelhelpdesk.signalzen.client.OffsetList;
import io.github.camelhelpdesk.signalzen.client.Part;
import io.github.camelhelpdesk.signalzen.client.SignalzenClient;
import io.github.camelhelpdesk.signalzen.client.Walk;
import io.github.camelhelpdesk.signalzen.model.SignalzenMessage;

/**
 * Reads the newest messages back to the floor, and gives all of them at once, oldest first. It begins where the list ended the
 * last time. Where that is more than is kept in memory, it reads forward from the beginning instead.
 */
final class NewestReader implements MessageReader {

    private static final int MOST_KEPT = 2_000;
    /** So many messages before the floor show that it is reached: a single one may be back-dated. */
    private static final int ENOUGH = 3;
    /** The order of the list and the time of a message may differ by as much, as several servers write. */
    private static final Duration DISORDER = Duration.ofMinutes(1);

    private final OffsetList<SignalzenMessage> list;
    private final MessageOrder order;
    private final int begin;
    private final Instant stop;
    private final SourceMessages messages;
    private final MessageReader forward;
    private final IntConsumer counted;
    /** The oldest part first. */
    private final Deque<Part<SignalzenMessage>> parts = new ArrayDeque<>();
    private int kept;
    private Instant readAt;
    private boolean isNewestFirst;
    private boolean isForward;
    private boolean ended;

    /**
     * @param begin offset to begin at where the list goes from old to new
     * @param floor messages before it are not wanted
     * @param forward reads from the oldest message on
     * @param counted is told how long the list is
     */
    NewestReader(OffsetList<SignalzenMessage> list, MessageOrder order, int begin, Instant floor, SourceMessages messages,
            MessageReader forward, IntConsumer counted) {
        this.list = list;
        this.order = order;
        this.begin = begin;
        this.stop = floor.minus(DISORDER);
        this.messages = messages;
        this.forward = forward;
        this.counted = counted;
    }

    @Override
    public MessageBatch next() {
        if (ended) {
            return null;
        }
        if (!isForward) {
            readBack();
            isForward = kept > MOST_KEPT;
            ended = !isForward;
        }
        return isForward ? forward.next() : batch();
    }

    private void readBack() {
        parts.clear();
        kept = 0;
        readAt = null;
        Walk<SignalzenMessage> up = list.up(order.isNewestFirst() ? 0 : begin);
        Part<SignalzenMessage> first = up.next();
        isNewestFirst = order.learn(first);
        if (isNewestFirst) {
            Walk<SignalzenMessage> fromHead = first.offset() > 0 ? list.up(0) : up;
            readOn(fromHead, fromHead == up ? first : fromHead.next());
        } else {
            readTail(up, first);
        }
    }

    /** The newest are at the beginning. */
    private void readOn(Walk<SignalzenMessage> up, Part<SignalzenMessage> first) {
        for (Part<SignalzenMessage> part = first; part != null && kept <= MOST_KEPT; part = up.next()) {
            keep(part, true);
            if (isReached(part)) {
                return;
            }
        }
    }

    /** The newest are at the end. */
    private void readTail(Walk<SignalzenMessage> up, Part<SignalzenMessage> first) {
        Instant date = first.date();
        int near = first.total() == null ? 0 : first.total().intValue() - SignalzenClient.LARGEST_PAGE;
        // Nothing was known of the list: what lies between its beginning and its end is read only if it is wanted.
        boolean isFar = first.offset() == 0 && !first.isLast() && near > first.end();
        Walk<SignalzenMessage> walk = isFar ? list.up(near) : up;
        Part<SignalzenMessage> lowest = isFar ? walk.next() : first;
        for (Part<SignalzenMessage> part = lowest; part != null && kept <= MOST_KEPT; part = walk.next()) {
            keep(part, false);
            counted.accept(part.end());
        }
        readAt = date;
        Walk<SignalzenMessage> down = list.down(lowest);
        for (Part<SignalzenMessage> part = lowest; part != null && kept <= MOST_KEPT && !isReached(part);) {
            part = down.next();
            if (part != null) {
                keep(part, true);
            }
        }
    }

    private void keep(Part<SignalzenMessage> part, boolean isOlder) {
        // The clock of the first part: what was written behind it comes with the next read.
        readAt = readAt == null ? part.date() : readAt;
        kept += part.items().size();
        if (isOlder) {
            parts.addFirst(part);
        } else {
            parts.addLast(part);
        }
    }

    private boolean isReached(Part<SignalzenMessage> part) {
        return part.items().stream().map(SourceMessages::createdAt)
                .filter(createdAt -> createdAt != null && createdAt.isBefore(stop)).limit(ENOUGH).count() == ENOUGH;
    }

    private MessageBatch batch() {
        List<Item<SignalzenMessage>> items = new ArrayList<>();
        for (Part<SignalzenMessage> part : parts) {
            List<Item<SignalzenMessage>> ofPart = new ArrayList<>(part.items());
            if (isNewestFirst) {
                Collections.reverse(ofPart);
            }
            items.addAll(ofPart);
        }
        return messages.batch(items, readAt);
    }
}
