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
package io.github.camelhelpdesk.common.consumer;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A re-reading of a whole account, as it goes on. It outlives restarts; rate and time left are those since the last start.
 * Several that are asked for while one is under way are that one.
 */
public final class Reread {

    private final Instant startedAt;
    private final LongSupplier nanoClock;
    private final long resumedNanos;
    private final Set<String> remaining = new HashSet<>();
    /** Those that were listed, while that goes on: a list that shifts meanwhile shows some of them twice. */
    private final Set<String> seen = new HashSet<>();
    private RereadTally tally = RereadTally.NOTHING;
    private long withoutMessages;
    private RereadOrder order;
    private boolean listed;
    private long total;
    private long messages;
    private long messagesBefore;
    private long doneBefore;
    private Instant endedAt;

    Reread(RereadOrder order, Instant startedAt, LongSupplier nanoClock) {
        this.order = order;
        this.startedAt = startedAt;
        this.nanoClock = nanoClock;
        this.resumedNanos = nanoClock.getAsLong();
    }

    /** One that was under way, or had ended, when the consumer was last stopped. */
    Reread(Stored stored, Map<String, RereadOrder> orders) {
        this(new RereadOrder(stored.number, Instant.ofEpochMilli(stored.from)), Instant.ofEpochMilli(stored.startedAt),
                System::nanoTime);
        orders.forEach((id, known) -> {
            if (known.number() == stored.number) {
                remaining.add(id);
            }
        });
        listed = stored.listed;
        total = listed ? stored.total : remaining.size();
        messages = stored.messages;
        messagesBefore = stored.messages;
        doneBefore = total - remaining.size();
        endedAt = stored.endedAt == null ? null : Instant.ofEpochMilli(stored.endedAt);
        if (listed) {
            // Otherwise all are listed once more, and tell what was met in them.
            tally = stored.tally == null ? RereadTally.NOTHING : stored.tally;
            withoutMessages = stored.withoutMessages;
        }
    }

    /** What was written at or after this instant, by the provider's clock, is handed out again. */
    public synchronized Instant from() {
        return order.from();
    }

    /** When it was asked for, by this machine's clock. */
    public Instant startedAt() {
        return startedAt;
    }

    /** Conversations that have been read again to their end. */
    public synchronized long conversationsDone() {
        return total - remaining.size();
    }

    /** Conversations to be read again in all; empty while they are still being listed. */
    public synchronized OptionalLong conversationsTotal() {
        return listed ? OptionalLong.of(total) : OptionalLong.empty();
    }

    /** Messages that were handed out again so far. */
    public synchronized long messages() {
        return messages;
    }

    /**
     * Messages that the option {@code include} kept back, by its word for them, in the conversations that have been read to
     * their end.
     */
    public synchronized Map<String, Long> leftOut() {
        return tally.leftOut();
    }

    /** Conversations read to their end in which there was nothing to hand out. */
    public synchronized long conversationsWithoutMessages() {
        return withoutMessages;
    }

    /** Messages handed out again in a second, on average since the last start. */
    public synchronized double ratePerSecond() {
        double seconds = elapsedNanos() / 1e9;
        return seconds <= 0 ? 0 : (messages - messagesBefore) / seconds;
    }

    /** Estimated from the conversations done since the last start; empty while nothing can be said. */
    public synchronized Optional<Duration> timeLeft() {
        long done = conversationsDone() - doneBefore;
        if (isEnded()) {
            return Optional.of(Duration.ZERO);
        }
        return !listed || done <= 0 ? Optional.empty()
                : Optional.of(Duration.ofNanos((long) (elapsedNanos() * ((double) remaining.size() / done))));
    }

    /** Whether everything has been read again. */
    public synchronized boolean isEnded() {
        return endedAt != null;
    }

    /** When it ended, by this machine's clock. */
    public synchronized Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    private long elapsedNanos() {
        return nanoClock.getAsLong() - resumedNanos;
    }

    synchronized RereadOrder order() {
        return order;
    }

    /** Reaches further back from now on: what was listed, and read, is so again. */
    synchronized void widen(RereadOrder wider) {
        order = wider;
        listed = false;
        total = remaining.size();
        doneBefore = 0;
        seen.clear();
        tally = RereadTally.NOTHING;
        withoutMessages = 0;
    }

    synchronized boolean isListed() {
        return listed;
    }

    /** Takes in a part of the list; returns those that were not in it before. */
    synchronized List<String> found(Collection<String> conversations) {
        List<String> others = conversations.stream().filter(seen::add).toList();
        others.forEach(id -> total += remaining.add(id) ? 1 : 0);
        return others;
    }

    synchronized void listed() {
        listed = true;
        seen.clear();
    }

    synchronized void handedOut() {
        messages++;
    }

    synchronized void done(String conversationId, RereadTally met) {
        if (!remaining.remove(conversationId)) {
            return;
        }
        if (!listed && !seen.contains(conversationId)) {
            // Of a list of before: it will be found once more, and counted then.
            total--;
            return;
        }
        tally = tally.plus(met);
        withoutMessages += met.handedOut() == 0 ? 1 : 0;
    }

    /** Ends it when nothing is left; true when that is so now. */
    synchronized boolean endIfDone(Instant now) {
        if (endedAt == null && listed && remaining.isEmpty()) {
            endedAt = now;
            return true;
        }
        return false;
    }

    synchronized Stored stored() {
        return new Stored(order.number(), order.from().toEpochMilli(), startedAt.toEpochMilli(), listed, total, messages,
                endedAt == null ? null : endedAt.toEpochMilli(), withoutMessages, tally);
    }

    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    record Stored(long number, long from, long startedAt, boolean listed, long total, long messages, Long endedAt,
            long withoutMessages, RereadTally tally) {
    }
}
