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
package io.github.camelhelpdesk.sync.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a job has done so far. Written by the job, read by anybody. */
final class Progress {

    private static final int MOST_CONVERSATIONS = 1000;

    private final String link;
    private final boolean repair;
    private final Instant startedAt = Instant.now();
    private final long startedNanos = System.nanoTime();
    private final Map<Finding, Long> counts = new EnumMap<>(Finding.class);
    private final List<ConversationFindings> conversations = new ArrayList<>();
    private String state = "running";
    private Instant endedAt;
    private long endedNanos;
    private long done;
    private Long total;
    private String waitsFor;
    private String error;
    private long readAgain;
    private long repaired;

    Progress(String link, boolean repair) {
        this.link = link;
        this.repair = repair;
        for (Finding finding : Finding.values()) {
            counts.put(finding, 0L);
        }
    }

    synchronized void listed(int conversationsInAll) {
        total = (long) conversationsInAll;
    }

    synchronized void compared() {
        done++;
    }

    synchronized void found(ConversationFindings found, Map<Finding, Integer> numbers) {
        numbers.forEach((finding, number) -> counts.merge(finding, (long) number, Long::sum));
        if (conversations.size() < MOST_CONVERSATIONS) {
            conversations.add(found);
        }
    }

    synchronized void waitsFor(String reason) {
        waitsFor = reason;
    }

    synchronized void readAgain(int messages) {
        readAgain += messages;
    }

    synchronized void repaired(int messages) {
        repaired += messages;
    }

    synchronized void ended(String how, String why) {
        state = how;
        error = why;
        waitsFor = null;
        endedAt = Instant.now();
        endedNanos = System.nanoTime();
    }

    synchronized boolean isEnded() {
        return endedAt != null;
    }

    synchronized Reconciliation snapshot() {
        long until = endedAt == null ? System.nanoTime() : endedNanos;
        double seconds = Math.max(1e-3, Duration.ofNanos(until - startedNanos).toMillis() / 1e3);
        double perSecond = Math.round(done / seconds * 100) / 100.0;
        Long left = endedAt != null ? Long.valueOf(0)
                : total == null || done == 0 ? null : Long.valueOf(Math.round((total - done) * seconds / done));
        return new Reconciliation(link, state, repair, startedAt, endedAt, done, total, perSecond, left, waitsFor, error,
                new EnumMap<>(counts), readAgain, repaired, List.copyOf(conversations));
    }
}
