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

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import io.github.camelhelpdesk.acquire.AcquireConfiguration;
import io.github.camelhelpdesk.acquire.client.AcquireClient;
import io.github.camelhelpdesk.acquire.client.Envelope;
import io.github.camelhelpdesk.acquire.client.Pages;
import io.github.camelhelpdesk.acquire.model.AcquireCase;
import io.github.camelhelpdesk.common.conversation.ConversationSnapshot;
import io.github.camelhelpdesk.common.conversation.SnapshotList;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.Item;

/**
 * Every thread that is open, by the lists of open cases, and then those that were closed of late: a thread that was among the
 * first is open, whatever its closed cases say.
 */
final class AllThreads implements SnapshotList {

    private static final List<String> OPEN = List.of("pending", "queue", "active");

    private final Supplier<AcquireClient> client;
    private final AcquireConfiguration configuration;
    private final Instant closedSince;
    private final Map<String, List<AcquireCase>> open = new HashMap<>();
    private final Set<String> given = new HashSet<>();
    private final Pages<AcquireCase> all;
    private Instant previous = Instant.MAX;
    private boolean isOrdered = true;
    private int read;
    private boolean ended;

    AllThreads(Supplier<AcquireClient> client, AcquireConfiguration configuration, Instant closedSince) {
        this.client = client;
        this.configuration = configuration;
        this.closedSince = closedSince;
        this.all = new Pages<>("The list of cases", configuration, AcquireCase::id,
                page -> client.get().cases().list(List.of(), page));
    }

    @Override
    public List<ConversationSnapshot> next() {
        if (ended) {
            return null;
        }
        while (read < OPEN.size()) {
            readOpen(OPEN.get(read));
            if (++read == OPEN.size()) {
                return open.entrySet().stream().map(thread -> ThreadSnapshots.ofCases(thread.getKey(), thread.getValue()))
                        .toList();
            }
        }
        HttpAnswer<Envelope<AcquireCase>> page = all.next();
        ended = page == null;
        return ended ? null : closed(page.body().items());
    }

    private void readOpen(String status) {
        List<Item<AcquireCase>> items = new Pages<>("The list of " + status + " cases", configuration, AcquireCase::id,
                page -> client.get().cases().list(List.of("status|eq|" + status), page)).all();
        items.stream().filter(Item::isReadable).map(Item::value).filter(value -> value.id() != null)
                .forEach(value -> open.computeIfAbsent(value.thread(), id -> new ArrayList<>()).add(value));
        given.addAll(open.keySet());
    }

    private List<ConversationSnapshot> closed(List<Item<AcquireCase>> items) {
        List<ConversationSnapshot> snapshots = new ArrayList<>();
        boolean reachesBack = false;
        for (Item<AcquireCase> item : items) {
            if (item.isReadable() && item.value().id() != null) {
                AcquireCase value = item.value();
                reachesBack |= reachesBack(value);
                if (given.add(value.thread())) {
                    snapshots.add(ThreadSnapshots.ofCases(value.thread(), List.of(value)));
                }
            }
        }
        ended = isOrdered && reachesBack;
        return snapshots;
    }

    private boolean reachesBack(AcquireCase value) {
        Instant changedAt = value.dateUpdated() == null ? value.dateCreated() : value.dateUpdated();
        if (changedAt == null) {
            return false;
        }
        isOrdered &= !changedAt.isAfter(previous);
        previous = changedAt;
        return changedAt.isBefore(closedSince);
    }
}
