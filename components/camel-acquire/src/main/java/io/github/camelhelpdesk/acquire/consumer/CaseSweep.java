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
package io.github.camelhelpdesk.acquire.consumer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.camelhelpdesk.acquire.client.Envelope;
import io.github.camelhelpdesk.acquire.client.Pages;
import io.github.camelhelpdesk.acquire.model.AcquireCase;
import io.github.camelhelpdesk.acquire.model.AcquireTime;
import io.github.camelhelpdesk.common.consumer.Changes;
import io.github.camelhelpdesk.common.consumer.ConversationChange;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.Item;

/**
 * One walk through the cases, newest change first, as far back as asked. When the answer has another order, all of them are
 * read.
 */
final class CaseSweep {

    /** Times have whole seconds: in a case that changed so short a time ago more may follow under the same time. */
    private static final Duration FRESH = Duration.ofSeconds(15);

    private final Pages<AcquireCase> pages;
    private final Instant since;
    private final ThreadPeople people;
    private final Function<Item<AcquireCase>, String> version;
    /** The changes of each thread by case. */
    private final Map<String, Map<String, CaseChange>> threads = new TreeMap<>();
    private Instant now;
    private Instant answeredAt;
    private Instant previous = Instant.MAX;
    private boolean isOrdered = true;

    /**
     * A case that changed.
     *
     * @param changedAt when
     * @param createdAt when it was opened; null when that cannot be read
     * @param version what it is now
     */
    record CaseChange(Instant changedAt, Instant createdAt, String version) {
    }

    /**
     * @param pages the list of cases
     * @param since what changed before it is left out
     * @param people takes in whose threads these are
     * @param version tells a case that has changed from what it was
     */
    CaseSweep(Pages<AcquireCase> pages, Instant since, ThreadPeople people, Function<Item<AcquireCase>, String> version) {
        this.pages = pages;
        this.since = since;
        this.people = people;
        this.version = version;
    }

    /** Reads some pages; true when there is nothing more to read. After an exception it can be called again. */
    boolean goOn(int most) {
        for (int i = 0; i < most; i++) {
            HttpAnswer<Envelope<AcquireCase>> page = pages.next();
            if (page == null) {
                return true;
            }
            answeredAt = now == null ? page.date() : answeredAt;
            now = now != null ? now : page.date() == null ? Instant.now() : page.date();
            boolean reachesBack = take(page.body().items());
            if (isOrdered && reachesBack) {
                return true;
            }
        }
        return false;
    }

    /** Whether the newest changes came first. */
    boolean isOrdered() {
        return isOrdered;
    }

    /** Whether cases moved while they were listed, so that one of them may have been hidden. */
    boolean isShifted() {
        return pages.isShifted();
    }

    /** The provider's clock at the first answer; null when it did not say. */
    Instant answeredAt() {
        return answeredAt;
    }

    /** The changes of each thread by case, the thread that changed last at the end. */
    Map<String, Map<String, CaseChange>> oldestFirst() {
        Map<String, Map<String, CaseChange>> ordered = new LinkedHashMap<>();
        threads.entrySet().stream().sorted(Comparator.comparing(thread -> newest(thread.getValue())))
                .forEach(thread -> ordered.put(thread.getKey(), thread.getValue()));
        return ordered;
    }

    private static Instant newest(Map<String, CaseChange> cases) {
        return cases.values().stream().map(CaseChange::changedAt).max(Instant::compareTo).orElseThrow();
    }

    /** What was found. The mark is the newest change, and never in the future of the provider. */
    Changes changes() {
        List<ConversationChange> changes = new ArrayList<>();
        threads.forEach((thread, cases) -> changes.add(change(thread, cases)));
        Instant newest = changes.stream().map(ConversationChange::changedAt).max(Instant::compareTo).orElse(null);
        return new Changes(changes, newest != null && newest.isAfter(now) ? now : newest);
    }

    private ConversationChange change(String thread, Map<String, CaseChange> cases) {
        Instant changedAt = newest(cases);
        StringBuilder versions = new StringBuilder();
        cases.forEach((id, change) -> versions.append(id).append(':').append(change.version).append(' '));
        boolean isFresh = changedAt.isAfter(now.minus(FRESH));
        return new ConversationChange(thread, changedAt, versions + (isFresh ? "fresh" : ""));
    }

    /** Takes in a page; true when it reaches back far enough. */
    private boolean take(List<Item<AcquireCase>> items) {
        boolean reachesBack = false;
        for (Item<AcquireCase> item : items) {
            Instant changedAt = changedAt(item);
            if (changedAt != null) {
                isOrdered &= !changedAt.isAfter(previous);
                previous = changedAt;
                reachesBack |= changedAt.isBefore(since);
            }
            take(item, changedAt == null ? now : changedAt);
        }
        return reachesBack;
    }

    private void take(Item<AcquireCase> item, Instant changedAt) {
        String id = item.isReadable() ? item.value().id() : item.raw().path("id").asText("");
        if (id == null || id.isBlank()) {
            UnreadableItems.withoutId("case", item.isReadable() ? "it has none" : item.problem());
            return;
        }
        if (item.isReadable()) {
            people.learn(item.value());
        }
        if (!changedAt.isBefore(since)) {
            threads.computeIfAbsent(thread(item), key -> new TreeMap<>()).put(id,
                    new CaseChange(changedAt, item.isReadable() ? item.value().dateCreated() : null, version.apply(item)));
        }
    }

    private static String thread(Item<AcquireCase> item) {
        if (item.isReadable()) {
            return item.value().thread();
        }
        return Stream.of("threadId", "parentId", "id").map(name -> item.raw().path(name).asText(""))
                .filter(id -> !id.isBlank() && !id.equals("null")).findFirst().orElse("");
    }

    private static Instant changedAt(Item<AcquireCase> item) {
        if (!item.isReadable()) {
            return AcquireTime.parse(item.raw().path("dateUpdated").asText(null));
        }
        AcquireCase value = item.value();
        return value.dateUpdated() == null ? value.dateCreated() : value.dateUpdated();
    }
}
