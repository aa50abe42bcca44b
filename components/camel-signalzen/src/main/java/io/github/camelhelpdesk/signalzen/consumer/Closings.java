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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When users were closed, as webhooks have told: the API does not show it. Kept and stored until the route has had it, at most
 * 10,000.
 */
public final class Closings {

    private static final Logger LOG = LoggerFactory.getLogger(Closings.class);
    private static final int MOST = 10_000;
    /** What was told is stored right after; until then it must not be forgotten here. */
    private static final Duration STORED_AFTER = Duration.ofMinutes(1);

    private final Supplier<ClosingStore> stores;
    private ClosingStore store;
    private final Map<String, Closing> closings = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Closing> eldest) {
            return size() > MOST;
        }
    };

    private record Closing(Instant closedAt, Instant toldAt) {
    }

    /** @param stores gives the store, once, when it is needed */
    public Closings(Supplier<ClosingStore> stores) {
        this.stores = stores;
    }

    /**
     * A webhook has told that a user was closed. It is stored when this returns.
     *
     * @param closedAt when that was by the provider's clock, as far as it says
     */
    public synchronized void add(String userId, Instant closedAt) {
        try {
            load();
        } finally {
            Instant known = of(userId).orElse(Instant.MIN);
            if (closedAt.isAfter(known)) {
                closings.remove(userId);
                closings.put(userId, new Closing(closedAt, null));
            }
        }
        Instant stored = Instant.now().minus(STORED_AFTER);
        closings.values().removeIf(closing -> closing.toldAt != null && closing.toldAt.isBefore(stored));
        save();
    }

    private void load() {
        if (store == null) {
            ClosingStore opened = stores.get();
            opened.read().forEach((id, closedAt) -> closings.putIfAbsent(id, new Closing(closedAt, null)));
            store = opened;
        }
    }

    private void save() {
        Map<String, Instant> times = new LinkedHashMap<>();
        closings.forEach((id, closing) -> times.put(id, closing.closedAt));
        try {
            store.write(times);
        } catch (RuntimeException e) {
            LOG.warn("That users were closed could not be stored: it is lost if the application ends before it is told", e);
        }
    }

    /** Users of whom it has not been told, also before a restart. */
    synchronized List<String> untold() {
        load();
        return closings.entrySet().stream().filter(entry -> entry.getValue().toldAt == null).map(Map.Entry::getKey).toList();
    }

    /** The route has had it, or nobody can be told any more. */
    synchronized void told(String userId, Instant closedAt) {
        Closing known = closings.get(userId);
        if (known != null && known.toldAt == null && !known.closedAt.isAfter(closedAt)) {
            closings.put(userId, new Closing(known.closedAt, Instant.now()));
        }
    }

    synchronized Optional<Instant> of(String userId) {
        return Optional.ofNullable(closings.get(userId)).map(Closing::closedAt);
    }
}
