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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a conversation owes, as far as that is known before it is read, and when its turn comes. */
final class ConversationLag {

    private static final Duration FIRST_RETRY = Duration.ofMillis(500);
    private static final Duration LAST_RETRY = Duration.ofMinutes(1);

    private final Map<String, Integer> revisits = new LinkedHashMap<>();
    private ConversationChange change;
    private int wakes;
    private RereadOrder order;
    private RereadTally tally = RereadTally.NOTHING;
    private boolean taken;
    private boolean isReread;
    private int failures;
    private long retryAtNanos = System.nanoTime();

    void changed(ConversationChange newest) {
        change = newest;
    }

    /** Notes a wake and returns how many messages are to be looked at more than before. */
    int wake(Collection<String> messageIds) {
        int before = revisits.size();
        wakes++;
        messageIds.forEach(id -> revisits.put(id, wakes));
        return revisits.size() - before;
    }

    void order(RereadOrder wanted) {
        order = wanted.joining(order);
    }

    /** What it is to be read again from, or null. */
    RereadOrder order() {
        return order;
    }

    Set<String> revisits() {
        return Set.copyOf(revisits.keySet());
    }

    /** Whether it waits for nothing but to be read again. */
    boolean isRereadOnly() {
        return order != null && change == null && wakes == 0;
    }

    boolean isDue(long nowNanos) {
        return !taken && nowNanos - retryAtNanos >= 0;
    }

    /** It is about to be read. */
    void take(boolean asReread) {
        taken = true;
        isReread = asReread;
    }

    /** It is not being read any more; true when it was taken to be read again. */
    boolean release() {
        boolean wasReread = isReread;
        taken = false;
        isReread = false;
        return wasReread;
    }

    /** How often in a row it could not be read. */
    int failures() {
        return failures;
    }

    /** Puts off the next reading, longer each time; returns how long. */
    Duration failed(long nowNanos) {
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(failures++, 10));
        wait = wait.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : wait;
        retryAtNanos = nowNanos + wait.toNanos();
        return wait;
    }

    ConversationWork work() {
        return new ConversationWork(change, wakes, Map.copyOf(revisits), order);
    }

    /** Notes what the reading that ends has met. */
    void tallied(RereadTally met) {
        tally = met;
    }

    RereadTally tally() {
        return tally;
    }

    /** Forgets the messages that were looked at, and returns how many these are. */
    int settle(ConversationWork work) {
        failures = 0;
        int before = revisits.size();
        revisits.entrySet().removeAll(work.revisits().entrySet());
        return before - revisits.size();
    }

    /** Forgets an order that has been carried out; false when it was none, or has been joined by another meanwhile. */
    boolean settleOrder(ConversationWork work) {
        boolean isDone = order != null && order.equals(work.order());
        order = isDone ? null : order;
        return isDone;
    }

    /** Whether nothing was added since the reading began. */
    boolean isOnly(ConversationWork work) {
        return Objects.equals(change, work.change()) && wakes == work.wakes() && order == null;
    }
}
