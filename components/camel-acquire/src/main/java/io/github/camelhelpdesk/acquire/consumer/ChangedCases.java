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
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The cases that changed, by thread, as the polls have shown them: what a thread owes can only be in them, so that it need not
 * be asked which cases it has. Of the {@value #MOST} threads that changed last. Safe for many threads.
 */
final class ChangedCases {

    static final int MOST = 10_000;
    /** The time of a case may be a little behind that of the message that has moved it. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Map<String, Cases> threads = new LinkedHashMap<>();
    /** From when on the polls have shown all changes, but for those of threads that are known from earlier on. */
    private Instant from;
    private Instant polledAt;

    /**
     * What may be owed in a thread.
     *
     * @param caseIds the cases that changed
     * @param polledAt up to when that is known, by the provider's clock
     */
    record Known(Set<String> caseIds, Instant polledAt) {
    }

    /** The cases of a thread, with the time of their change, and from when on these are all. */
    private static final class Cases {
        private final Map<String, Instant> cases = new HashMap<>();
        private Instant from;

        Cases(Instant from) {
            this.from = from;
        }
    }

    /** Takes in what a poll has shown of the time since an instant. */
    synchronized void polled(Instant since, CaseSweep sweep) {
        if (sweep.answeredAt() == null || sweep.isShifted()) {
            // Not all of that time is known: what was known before must not pass for all there is.
            threads.clear();
            from = null;
            return;
        }
        from = from == null ? since : from;
        polledAt = sweep.answeredAt();
        sweep.oldestFirst().forEach(this::put);
        for (Iterator<Cases> oldest = threads.values().iterator(); threads.size() > MOST; oldest.remove()) {
            forget(oldest.next());
        }
    }

    private void put(String threadId, Map<String, CaseSweep.CaseChange> changes) {
        Cases thread = threads.remove(threadId);
        if (thread == null) {
            thread = new Cases(isNew(changes.get(threadId)) ? Instant.MIN : from);
        }
        for (Map.Entry<String, CaseSweep.CaseChange> change : changes.entrySet()) {
            thread.cases.put(change.getKey(), change.getValue().changedAt());
        }
        threads.put(threadId, thread);
    }

    /** Whether the first case, whose id the thread bears, is so new that no change of the thread can be unknown. */
    private boolean isNew(CaseSweep.CaseChange first) {
        return first != null && first.createdAt() != null && !first.createdAt().isBefore(from);
    }

    private void forget(Cases thread) {
        Instant newest = thread.cases.values().stream().max(Instant::compareTo).orElse(from);
        from = newest.isBefore(from) ? from : newest.plusMillis(1);
    }

    /**
     * What may be owed in a thread in which nothing older than an instant is owed; null when the polls have not shown all of
     * it. A thread is read from ever later instants on: what is older is forgotten.
     */
    synchronized Known of(String threadId, Instant floor) {
        Cases thread = threads.get(threadId);
        if (thread == null || floor.isBefore(thread.from)) {
            return null;
        }
        Instant earliest = floor.equals(Instant.EPOCH) ? floor : floor.minus(MARGIN);
        if (thread.cases.values().removeIf(changedAt -> changedAt.isBefore(earliest))) {
            thread.from = floor;
        }
        return thread.cases.isEmpty() ? null : new Known(Set.copyOf(thread.cases.keySet()), polledAt);
    }
}
