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
package io.github.camelhelpdesk.sync.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.apache.camel.support.LRUCacheFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.sync.ledger.LedgerDirection;
import io.github.camelhelpdesk.sync.mapping.LaneWaitsException;

/**
 * Stops a loop that no mark gives away, two bots that answer each other for instance: a direction writes so many messages an
 * hour into one conversation and no more. What it has written is read from the ledger, so that a restart forgets nothing; in
 * between it is counted here.
 */
final class TripWire {

    private static final Logger LOG = LoggerFactory.getLogger(TripWire.class);
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int REMEMBERED = 10_000;

    private final LedgerDirection direction;
    private final int most;
    /** Of those last paused: one that is given up meanwhile is never taken out. */
    private final Map<String, Instant> tripped = LRUCacheFactory.newLRUCache(REMEMBERED);
    private final Map<String, Integer> left = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param most messages an hour and conversation, 0 for any number */
    TripWire(LedgerDirection direction, int most) {
        this.direction = direction;
        this.most = most;
    }

    /**
     * To be called before each message.
     *
     * @throws LaneWaitsException when the conversation has had its share
     */
    void pass(String conversation) {
        if (most == 0 || takeOne(conversation)) {
            return;
        }
        long written = direction.writtenSince(conversation, Instant.now().minus(WINDOW));
        if (written >= most) {
            trip(conversation);
        }
        if (tripped.remove(conversation) != null) {
            LOG.info("{} writes into conversation {} again", direction.key(), conversation);
        }
        synchronized (left) {
            left.put(conversation, (int) (most - written) - 1);
        }
    }

    private boolean takeOne(String conversation) {
        synchronized (left) {
            Integer known = left.get(conversation);
            if (known == null || known <= 0) {
                return false;
            }
            left.put(conversation, known - 1);
            return true;
        }
    }

    private void trip(String conversation) {
        Instant now = Instant.now();
        Instant latest = now.plus(WINDOW);
        Instant until = direction.writtenAt(conversation, most).map(at -> at.plus(WINDOW)).orElse(latest);
        // A clock that was set back must not make it longer.
        Instant bounded = until.isAfter(latest) ? latest : until;
        if (tripped.put(conversation, bounded) == null) {
            LOG.warn("{} pauses conversation {} until {}: {}", direction.key(), conversation, bounded, reason());
        }
        throw new LaneWaitsException("Paused until " + bounded + ": " + reason(), bounded);
    }

    private String reason() {
        return "more than " + most + " messages were written into it within an hour, which looks like a loop, of two bots for"
                + " instance. It goes on by itself; the option maxWritesPerHour allows more.";
    }

    /** What is paused, in words. */
    Optional<String> alarm() {
        Instant now = Instant.now();
        return tripped.entrySet().stream().filter(entry -> entry.getValue().isAfter(now)).findFirst()
                .map(first -> "Nothing is written into conversation " + first.getKey() + " until " + first.getValue() + ": "
                        + reason());
    }
}
