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

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.github.camelhelpdesk.common.consumer.MessageBatch;
import io.github.camelhelpdesk.common.consumer.MessageReader;
import io.github.camelhelpdesk.common.http.Item;
import io.github.camelhelpdesk.signalzen.client.OffsetList;
import io.github.camelhelpdesk.signalzen.client.Part;
import io.github.camelhelpdesk.signalzen.client.SignalzenClient;
import io.github.camelhelpdesk.signalzen.client.Walk;
import io.github.camelhelpdesk.signalzen.model.SignalzenMessage;

/** Reads from the oldest message on, one batch for each part of the list, whichever way the list goes. */
final class ForwardReader implements MessageReader {

    private final OffsetList<SignalzenMessage> list;
    private final MessageOrder order;
    private final SourceMessages messages;
    private Walk<SignalzenMessage> walk;
    private boolean isNewestFirst;

    ForwardReader(OffsetList<SignalzenMessage> list, MessageOrder order, SourceMessages messages) {
        this.list = list;
        this.order = order;
        this.messages = messages;
    }

    @Override
    public MessageBatch next() {
        return walk == null ? first() : batch(walk.next());
    }

    private MessageBatch first() {
        Walk<SignalzenMessage> up = list.up(0);
        Part<SignalzenMessage> head = up.next();
        isNewestFirst = order.learn(head);
        if (head.isLast() || !isNewestFirst) {
            walk = up;
            return batch(head);
        }
        return oldest(head);
    }

    /** The list ends with the oldest: from its end it goes towards its beginning. */
    private MessageBatch oldest(Part<SignalzenMessage> head) {
        int near = head.total() == null ? head.end() : Math.max(0, head.total().intValue() - SignalzenClient.LARGEST_PAGE);
        Walk<SignalzenMessage> up = list.up(near);
        List<Item<SignalzenMessage>> items = new ArrayList<>();
        Part<SignalzenMessage> lowest = up.next();
        for (Part<SignalzenMessage> part = lowest; part != null; part = up.next()) {
            items.addAll(part.items());
        }
        Collections.reverse(items);
        walk = list.down(lowest);
        return messages.batch(items, lowest.date());
    }

    private MessageBatch batch(Part<SignalzenMessage> part) {
        if (part == null) {
            return null;
        }
        List<Item<SignalzenMessage>> items = new ArrayList<>(part.items());
        if (isNewestFirst) {
            Collections.reverse(items);
        }
        return messages.batch(items, part.date());
    }
}
