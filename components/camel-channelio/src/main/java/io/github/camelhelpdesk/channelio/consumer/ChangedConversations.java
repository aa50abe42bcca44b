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

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.github.camelhelpdesk.channelio.client.ChannelioClient;
import io.github.camelhelpdesk.channelio.client.UserChatCalls;
import io.github.camelhelpdesk.channelio.client.UserChatsPage;
import io.github.camelhelpdesk.channelio.model.ChannelioUserChat;
import io.github.camelhelpdesk.common.consumer.Changes;
import io.github.camelhelpdesk.common.consumer.ConversationChange;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.Item;

/**
 * Finds the conversations that changed. Each poll reads the head of the list of each state, and on for as long as it finds
 * news. The order of these lists is not documented, so that this alone could miss a conversation: now and then a sweep walks
 * through all of them, and only a sweep moves the mark. Used by one thread at a time.
 */
final class ChangedConversations {

    private static final int PAGE = 100;
    private static final int MOST_PAGES = 3;
    private static final long SWEEP_PAUSE_NANOS = TimeUnit.MINUTES.toNanos(15);

    private final Supplier<ChannelioClient> client;
    private final Consumer<HttpAnswer<UserChatsPage>> observer;
    private final LongSupplier nanoClock;
    /** What was handed out already and would come again with the next poll. */
    private final Map<String, ConversationChange> known = new HashMap<>();
    /** What is not handed out yet: a poll that fails half-way must not lose what it found. */
    private final Map<String, ConversationChange> found = new LinkedHashMap<>();
    private ConversationSweep sweep;
    private boolean isSweepDue = true;
    private int sweeps;
    private long sweptAtNanos;

    ChangedConversations(Supplier<ChannelioClient> client, People people, LongSupplier nanoClock) {
        this(client, nanoClock, page -> people.learn(page.body()));
    }

    /** @param observer gets each page that is read */
    ChangedConversations(Supplier<ChannelioClient> client, LongSupplier nanoClock,
            Consumer<HttpAnswer<UserChatsPage>> observer) {
        this.client = client;
        this.observer = observer;
        this.nanoClock = nanoClock;
    }

    /** What changed at or after an instant. */
    Changes since(Instant since) {
        known.values().removeIf(change -> change.changedAt().isBefore(since));
        if (sweep == null && (isSweepDue || nanoClock.getAsLong() - sweptAtNanos >= SWEEP_PAUSE_NANOS)) {
            beginSweep(since);
        } else {
            readHeads(since);
        }
        Instant mark = sweep == null ? null : goOn(since);
        Changes changes = new Changes(List.copyOf(found.values()), mark);
        known.putAll(found);
        found.clear();
        return changes;
    }

    /** Whether a sweep is under way. */
    boolean isSweeping() {
        return sweep != null;
    }

    private void beginSweep(Instant since) {
        // Another number makes what has changed since the last sweep be read once more, should a list have been behind.
        sweeps++;
        Heads heads = readHeads(since);
        isSweepDue = false;
        sweptAtNanos = nanoClock.getAsLong();
        sweep = new ConversationSweep(client.get(), heads.date, heads.lists);
    }

    private Heads readHeads(Instant since) {
        Heads heads = new Heads();
        for (String state : UserChatCalls.STATES) {
            ChatList list = new ChatList(client.get(), state, null, PAGE);
            heads.lists.add(list);
            boolean isNews = true;
            for (int i = 0; isNews && i < MOST_PAGES; i++) {
                HttpAnswer<UserChatsPage> page = list.next();
                isNews = page != null && collect(page, since);
                heads.date = heads.date == null && page != null ? page.date() : heads.date;
            }
            heads.isCutOff |= isNews && list.cursor() != null;
        }
        isSweepDue |= heads.isCutOff;
        return heads;
    }

    /** Takes in a page; true when there was something on it that was not known. */
    private boolean collect(HttpAnswer<UserChatsPage> page, Instant since) {
        observer.accept(page);
        boolean isNews = false;
        for (Item<ChannelioUserChat> item : page.body().items()) {
            ConversationChange change = ChatVersion.of(item, sweeps, page.date());
            if (change != null && !change.changedAt().isBefore(since) && !change.equals(known.get(change.conversationId()))) {
                found.put(change.conversationId(), change);
                isNews = true;
            }
        }
        return isNews;
    }

    /** The mark when the sweep has come to its end, else null. */
    private Instant goOn(Instant since) {
        boolean isDone = sweep.goOn(page -> collect(page, since));
        Instant mark = isDone ? sweep.mark() : null;
        sweep = isDone ? null : sweep;
        return mark;
    }

    /** What reading the heads of all lists has shown. */
    private static final class Heads {
        private final List<ChatList> lists = new ArrayList<>();
        private Instant date;
        private boolean isCutOff;
    }
}
