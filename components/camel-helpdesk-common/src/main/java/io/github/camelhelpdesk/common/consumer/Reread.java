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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A re-reading of a whole account, as it goes on. It outlives restarts; rate and time left are those since the last start.
 * Several that are asked for while one is under way are that one.
 */
public final class Reread {

    private final Instant startedAt;
    private final RereadConversations conversations;
    private final RereadPace pace;
    private RereadTally tally = RereadTally.NOTHING;
    private long withoutMessages;
    private RereadOrder order;
    private long messages;
    private Instant endedAt;

    Reread(RereadOrder order, Instant startedAt, LongSupplier nanoClock) {
        this.order = order;
        this.startedAt = startedAt;
        this.conversations = new RereadConversations();
        this.pace = new RereadPace(nanoClock, 0, 0);
    }

    /** One that was under way, or had ended, when the consumer was last stopped. */
    Reread(Stored stored, Map<String, RereadOrder> orders) {
        order = new RereadOrder(stored.number, Instant.ofEpochMilli(stored.from));
        startedAt = Instant.ofEpochMilli(stored.startedAt);
        conversations = new RereadConversations(stored, orders);
        messages = stored.messages;
        pace = new RereadPace(System::nanoTime, messages, conversations.done());
        endedAt = stored.endedAt == null ? null : Instant.ofEpochMilli(stored.endedAt);
        if (stored.listed) {
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
        return conversations.done();
    }

    /** Conversations to be read again in all; empty while they are still being listed. */
    public synchronized OptionalLong conversationsTotal() {
        return conversations.total();
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
        return pace.ratePerSecond(messages);
    }

    /** Estimated from the conversations done since the last start; empty while nothing can be said. */
    public synchronized Optional<Duration> timeLeft() {
        if (isEnded()) {
            return Optional.of(Duration.ZERO);
        }
        return conversations.isListed() ? pace.timeLeft(conversations.done(), conversations.remaining()) : Optional.empty();
    }

    /** Whether everything has been read again. */
    public synchronized boolean isEnded() {
        return endedAt != null;
    }

    /** When it ended, by this machine's clock. */
    public synchronized Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    synchronized RereadOrder order() {
        return order;
    }

    /** Reaches further back from now on: what was listed, and read, is so again. */
    synchronized void widen(RereadOrder wider) {
        order = wider;
        conversations.listAgain();
        pace.nothingDone();
        tally = RereadTally.NOTHING;
        withoutMessages = 0;
    }

    synchronized boolean isListed() {
        return conversations.isListed();
    }

    /** Takes in a part of the list; returns those that were not in it before. */
    synchronized List<String> found(Collection<String> ids) {
        return conversations.found(ids);
    }

    synchronized void listed() {
        conversations.listed();
    }

    synchronized void handedOut() {
        messages++;
    }

    synchronized void done(String conversationId, RereadTally met) {
        if (conversations.done(conversationId)) {
            tally = tally.plus(met);
            withoutMessages += met.handedOut() == 0 ? 1 : 0;
        }
    }

    /** Ends it when nothing is left; true when that is so now. */
    synchronized boolean endIfDone(Instant now) {
        if (endedAt == null && conversations.isListed() && conversations.remaining() == 0) {
            endedAt = now;
            return true;
        }
        return false;
    }

    synchronized Stored stored() {
        return new Stored(order.number(), order.from().toEpochMilli(), startedAt.toEpochMilli(), conversations.isListed(),
                conversations.known(), messages, endedAt == null ? null : endedAt.toEpochMilli(), withoutMessages, tally);
    }

    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    record Stored(long number, long from, long startedAt, boolean listed, long total, long messages, Long endedAt,
            long withoutMessages, RereadTally tally) {
    }
}
