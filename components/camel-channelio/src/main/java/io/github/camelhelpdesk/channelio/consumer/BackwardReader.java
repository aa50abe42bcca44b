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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.github.camelhelpdesk.channelio.client.MessagesPage;
import io.github.camelhelpdesk.channelio.client.Pages;
import io.github.camelhelpdesk.channelio.model.ChannelioMessage;
import io.github.camelhelpdesk.common.consumer.MessageBatch;
import io.github.camelhelpdesk.common.consumer.MessageReader;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.Item;

/**
 * Reads back from the newest message to the floor, and then gives all of it at once, oldest first. Where that is more than is
 * kept in memory, it reads forward from the beginning instead.
 */
final class BackwardReader implements MessageReader {

    private static final int MOST_KEPT = 2_000;
    /** The order of the list and the time of a message may differ by as much, as several servers write. */
    private static final Duration DISORDER = Duration.ofMinutes(1);

    private final Pages<MessagesPage> pages;
    private final Instant stop;
    private final SourceMessages messages;
    private final People people;
    private final MessageReader forward;
    private boolean isForward;
    private boolean ended;

    BackwardReader(Pages<MessagesPage> pages, Instant floor, SourceMessages messages, People people, MessageReader forward) {
        this.pages = pages;
        this.stop = floor.minus(DISORDER);
        this.messages = messages;
        this.people = people;
        this.forward = forward;
    }

    @Override
    public MessageBatch next() {
        if (isForward) {
            return forward.next();
        }
        return ended ? null : everything();
    }

    private MessageBatch everything() {
        List<Item<ChannelioMessage>> newestFirst = new ArrayList<>();
        Instant readAt = null;
        for (HttpAnswer<MessagesPage> page = pages.next(); page != null; page = pages.next()) {
            // The clock of the first page: what was written behind it comes with the next read.
            readAt = readAt == null ? page.date() : readAt;
            people.learn(page.body());
            newestFirst.addAll(page.body().items());
            if (reachesFloor(page.body())) {
                break;
            }
            if (newestFirst.size() > MOST_KEPT) {
                isForward = true;
                return forward.next();
            }
        }
        ended = true;
        Collections.reverse(newestFirst);
        return messages.batch(newestFirst, readAt);
    }

    private boolean reachesFloor(MessagesPage page) {
        return page.items().stream().map(SourceMessages::createdAt)
                .anyMatch(createdAt -> createdAt != null && createdAt.isBefore(stop));
    }
}
