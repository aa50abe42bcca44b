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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.github.camelhelpdesk.common.consumer.Changes;
import io.github.camelhelpdesk.common.consumer.ConversationChange;
import io.github.camelhelpdesk.common.http.Item;
import io.github.camelhelpdesk.signalzen.client.OffsetList;
import io.github.camelhelpdesk.signalzen.client.Part;
import io.github.camelhelpdesk.signalzen.client.Walk;
import io.github.camelhelpdesk.signalzen.model.SignalzenUser;

/**
 * Finds the users that changed. The API neither sorts nor filters: each poll lists all users, and hands out those whose times
 * are other ones. That a message moves a time is not documented, so those that were active lately are handed out again at
 * growing
 * intervals, and now and then a sweep hands out all; only a sweep moves the mark, unless there is none. Used by one thread at a
 * time.
 */
final class ChangedUsers {

    private final Supplier<OffsetList<SignalzenUser>> lists;
    private final KnownUsers users;
    private final Duration sweepInterval;
    private final long sweepParts;
    private final RecentUsers recent;
    private final LongSupplier nanoClock;
    /** What was handed out already and would come again with the next poll. */
    private final Map<String, ConversationChange> known = new HashMap<>();
    /** What is not handed out yet: a poll that fails half-way must not lose what it found. */
    private final Map<String, ConversationChange> found = new LinkedHashMap<>();
    private UserListing listing;
    private UserSweep sweep;
    private int sweeps;
    private long looks;
    private long sweptAtNanos;

    /**
     * @param lists begins to list users
     * @param users takes in who was found
     * @param sweepInterval from one sweep to the next; zero for none
     * @param delay from one poll to the next
     * @param nanoClock our own clock
     */
    ChangedUsers(Supplier<OffsetList<SignalzenUser>> lists, KnownUsers users, Duration sweepInterval, Duration delay,
            LongSupplier nanoClock) {
        this.lists = lists;
        this.users = users;
        this.sweepInterval = sweepInterval;
        // Done after half of the interval at the latest.
        this.sweepParts = Math.max(1, sweepInterval.toMillis() / 2 / Math.max(1, delay.toMillis()));
        this.nanoClock = nanoClock;
        this.recent = new RecentUsers(sweepInterval);
    }

    /** A message has been read. May be called by any thread. */
    void read(String userId, Instant createdAt) {
        recent.active(userId, createdAt);
    }

    /** What changed at or after an instant. */
    Changes since(Instant since) {
        known.values().removeIf(change -> change.changedAt().isBefore(since));
        list(since);
        Instant mark = sweepInterval.isZero() ? listing.began : null;
        if (listing.ids != null) {
            beginSweep();
        }
        if (sweep != null) {
            mark = goOn(listing.began);
        }
        look();
        listing = null;
        Changes changes = new Changes(List.copyOf(found.values()), mark);
        found.clear();
        return changes;
    }

    private void list(Instant since) {
        if (listing == null) {
            listing = new UserListing(lists.get().up(0), isSweepDue());
        }
        for (Part<SignalzenUser> part = listing.walk.next(); part != null; part = listing.walk.next()) {
            listing.began = listing.isBegun ? listing.began : part.date();
            if (!listing.isBegun) {
                recent.now(listing.began == null ? Instant.now() : listing.began);
            }
            listing.isBegun = true;
            part.items().forEach(item -> collect(item, since));
        }
    }

    private void collect(Item<SignalzenUser> item, Instant since) {
        ConversationChange change = UserVersion.of(item, listing.began);
        if (change == null) {
            return;
        }
        recent.active(change.conversationId(), change.changedAt());
        ConversationChange before = known.get(change.conversationId());
        if (!change.changedAt().isBefore(since) && (before == null || !before.version().equals(change.version()))) {
            found.put(change.conversationId(), change);
            known.put(change.conversationId(), change);
            users.learn(item);
        } else if (listing.ids != null && !found.containsKey(change.conversationId())) {
            listing.ids.add(change.conversationId());
        }
    }

    private boolean isSweepDue() {
        return !sweepInterval.isZero() && sweep == null
                && (sweeps == 0 || nanoClock.getAsLong() - sweptAtNanos >= sweepInterval.toNanos());
    }

    private void beginSweep() {
        sweeps++;
        sweptAtNanos = nanoClock.getAsLong();
        sweep = new UserSweep(listing.began, listing.ids, sweepParts);
    }

    private void look() {
        Instant readAt = listing.began == null ? Instant.now() : listing.began;
        for (String id : recent.due()) {
            looks++;
            found.putIfAbsent(id, new ConversationChange(id, readAt, "look " + looks, false));
        }
    }

    /** The mark when the sweep has come to its end, else null. */
    private Instant goOn(Instant readAt) {
        for (String id : sweep.next()) {
            found.putIfAbsent(id,
                    new ConversationChange(id, readAt == null ? Instant.now() : readAt, "sweep " + sweeps, false));
        }
        if (!sweep.isDone()) {
            return null;
        }
        Instant mark = sweep.mark();
        sweep = null;
        return mark;
    }

    /** One listing of all users; one that failed half-way goes on where it was. */
    private static final class UserListing {

        private final Walk<SignalzenUser> walk;
        /** Ids of those that have not changed, for a sweep; null without one. */
        private final List<String> ids;
        private boolean isBegun;
        private Instant began;

        UserListing(Walk<SignalzenUser> walk, boolean isForSweep) {
            this.walk = walk;
            this.ids = isForSweep ? new ArrayList<>() : null;
        }
    }
}
