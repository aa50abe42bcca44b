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
package io.github.camelhelpdesk.chatwoot.consumer;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.camelhelpdesk.chatwoot.client.ChatwootClient;
import io.github.camelhelpdesk.chatwoot.client.ConversationPage;
import io.github.camelhelpdesk.chatwoot.model.ChatwootConversation;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.consumer.Changes;
import io.github.camelhelpdesk.common.consumer.ConversationChange;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.Item;
import io.github.camelhelpdesk.common.http.ResponseTooLargeException;

/**
 * Finds the conversations that changed: by {@code updated_within}, which gives them all in one answer, or, when that would be
 * too many, by a sweep over pages. The window is relative to the server's clock, so it is computed from that clock and checked
 * against the date of the answer.
 */
final class ChangedConversations {

    private static final Duration LONGEST_WINDOW = Duration.ofDays(31);
    private static final Duration MARGIN = Duration.ofSeconds(5);
    /** The server cuts off a request, and with it its transaction, after 15 s (default of its time-out middleware). */
    private static final Duration LATEST_COMMIT = Duration.ofSeconds(15);
    private static final int MOST_WIDENINGS = 5;

    private final Supplier<ChatwootClient> client;
    private final Long inboxId;
    private final ProviderClock clock;
    private final Consumer<List<Item<ChatwootConversation>>> observer;

    ChangedConversations(Supplier<ChatwootClient> client, Long inboxId, ProviderClock clock) {
        this(client, inboxId, clock, items -> {
        });
    }

    /** @param observer gets all conversations that an answer shows */
    ChangedConversations(Supplier<ChatwootClient> client, Long inboxId, ProviderClock clock,
            Consumer<List<Item<ChatwootConversation>>> observer) {
        this.client = client;
        this.inboxId = inboxId;
        this.clock = clock;
        this.observer = observer;
    }

    /** The first page of all conversations, the ones with the newest messages. */
    HttpAnswer<ConversationPage> newest() {
        return client.get().conversations().list(filters("sort_by", "last_activity_at_desc"));
    }

    Changes since(Instant since) {
        if (!isWindow(since)) {
            return sweep(since);
        }
        try {
            return within(since);
        } catch (ResponseTooLargeException e) {
            return sweep(since);
        }
    }

    /** Whether the changes since an instant may fit into one answer. */
    boolean isWindow(Instant since) {
        return window(since).compareTo(LONGEST_WINDOW) <= 0;
    }

    private Duration window(Instant since) {
        return Duration.between(since, clock.now()).plus(MARGIN);
    }

    /** All conversations, by the time of their creation. */
    ConversationSweep everything() {
        return new ConversationSweep(this::page, clock, Instant.EPOCH);
    }

    /** All conversations in a state, by the time of their creation. */
    ConversationSweep inState(String status) {
        return new ConversationSweep((sortBy, number) -> page(status, sortBy, number), clock, Instant.EPOCH);
    }

    /** What changed, in one answer. */
    Changes within(Instant since) {
        Duration firstWindow = window(since).isNegative() ? MARGIN : window(since);
        long seconds = firstWindow.toSeconds() + 1;
        for (int widenings = 0; widenings <= MOST_WIDENINGS; widenings++) {
            HttpAnswer<ConversationPage> answer = client.get().conversations().list(filters("updated_within", seconds));
            Instant answered = clock.observe(answer.date());
            observer.accept(answer.body().conversations());
            if (!answered.minusSeconds(seconds).isAfter(since)) {
                List<ConversationChange> changes = changes(answer.body().conversations(), answered);
                return new Changes(changes, mark(changes, answered));
            }
            // The server's clock was ahead of what we took it to be.
            seconds = Duration.between(since, answered).plus(MARGIN).toSeconds() + 1;
        }
        throw new HelpdeskException("The server's clock (header Date) jumps ahead with each answer to GET /conversations",
                Outcome.UNCLEAR, 0, null, true, null);
    }

    /**
     * The newest change, which cannot be in the server's future: behind such a mark nothing would be found any more. Of an
     * account that is quiet, once an hour, a time that has surely passed: or else the window would grow for ever.
     */
    private static Instant mark(List<ConversationChange> changes, Instant answered) {
        Instant passed = answered.minus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.HOURS);
        return changes.stream().map(ConversationChange::changedAt)
                .filter(changedAt -> !changedAt.isAfter(answered.plus(MARGIN))).reduce(passed, (a, b) -> a.isAfter(b) ? a : b);
    }

    private Changes sweep(Instant since) {
        return new ConversationSweep(this::page, clock, since).run();
    }

    private ConversationPage page(String sortBy, int number) {
        return page("all", sortBy, number);
    }

    private ConversationPage page(String status, String sortBy, int number) {
        Map<String, Object> filters = filters("sort_by", sortBy);
        filters.put("status", status);
        filters.put("page", number);
        HttpAnswer<ConversationPage> answer = client.get().conversations().list(filters);
        clock.observe(answer.date());
        observer.accept(answer.body().conversations());
        return answer.body();
    }

    private Map<String, Object> filters(String name, Object value) {
        Map<String, Object> filters = new HashMap<>();
        filters.put("status", "all");
        filters.put("inbox_id", inboxId);
        filters.put(name, value);
        return filters;
    }

    static List<ConversationChange> changes(List<Item<ChatwootConversation>> items, Instant now) {
        return new ArrayList<>(items.stream().map(item -> change(item, now)).filter(Objects::nonNull).toList());
    }

    private static ConversationChange change(Item<ChatwootConversation> item, Instant now) {
        return item.isReadable() ? change(item.value(), now) : UnreadableItems.change(item, now);
    }

    private static ConversationChange change(ChatwootConversation conversation, Instant now) {
        if (conversation.id() == null) {
            return UnreadableItems.withoutId("conversation");
        }
        Instant updatedAt = conversation.updatedAt() == null ? now : conversation.updatedAt();
        // A message may commit after one with a higher id and leave no trace in the list: once the conversation has been quiet
        // for as long as that can take, it is read once more.
        boolean quiet = updatedAt.isBefore(now.minus(LATEST_COMMIT));
        return new ConversationChange(conversation.id().toString(), updatedAt, conversation.updatedAt() + "/"
                + ChatwootMessageSource.lastMessageId(conversation) + (quiet ? "" : "/fresh"));
    }
}
