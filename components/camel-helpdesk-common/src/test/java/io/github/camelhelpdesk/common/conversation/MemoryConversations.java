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
package io.github.camelhelpdesk.common.conversation;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.camelhelpdesk.common.ConversationStatus;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;

/** A help desk in memory. Its clock stands still unless it is moved, so that all stamps may be equal. */
final class MemoryConversations implements ConversationSource {

    static final Instant START = Instant.parse("2026-11-01T10:00:00.000Z");

    private final Map<String, ConversationSnapshot> conversations = new ConcurrentSkipListMap<>();
    final AtomicInteger lists = new AtomicInteger();
    final AtomicInteger singles = new AtomicInteger();
    volatile Instant now = START;
    /** Whether it says when a conversation was closed. */
    volatile boolean saysClosed;
    volatile Supplier<HelpdeskException> failure = () -> null;
    volatile Function<String, HelpdeskException> failureOf = id -> null;
    volatile int partSize = 2;

    void open(String id) {
        ConversationSnapshot known = conversations.get(id);
        put(known == null
                ? new ConversationSnapshot(id, ConversationStatus.OPEN, null, null, now, now, null, id, Map.of(), null)
                : with(known, ConversationStatus.OPEN, known.assigneeId(), known.labels(), known.closedAt()));
    }

    void close(String id) {
        ConversationSnapshot known = conversations.get(id);
        put(with(known, ConversationStatus.CLOSED, known.assigneeId(), known.labels(), saysClosed ? now : null));
    }

    void assign(String id, String assignee) {
        ConversationSnapshot known = conversations.get(id);
        put(with(known, known.status(), assignee, known.labels(), known.closedAt()));
    }

    void label(String id, String... labels) {
        ConversationSnapshot known = conversations.get(id);
        put(with(known, known.status(), known.assigneeId(), List.of(labels), known.closedAt()));
    }

    /** Something else has changed, such as its messages. */
    void touch(String id) {
        ConversationSnapshot known = conversations.get(id);
        put(with(known, known.status(), known.assigneeId(), known.labels(), known.closedAt()));
    }

    void spoil(String id) {
        put(new ConversationSnapshot(id, null, null, null, now, now, null, "{}", Map.of(), "it has no status"));
    }

    void remove(String id) {
        conversations.remove(id);
    }

    private ConversationSnapshot with(ConversationSnapshot known, ConversationStatus status, String assignee,
            List<String> labels, Instant closedAt) {
        return new ConversationSnapshot(known.id(), status, assignee, labels, known.createdAt(), now, closedAt, known.id(),
                Map.of("CamelMemoryConversationId", known.id()), null);
    }

    private void put(ConversationSnapshot snapshot) {
        conversations.put(snapshot.id(), snapshot);
    }

    private void mayFail(HelpdeskException problem) {
        if (problem != null) {
            throw problem;
        }
    }

    @Override
    public String account() {
        return "memory/1";
    }

    @Override
    public Instant now() {
        mayFail(failure.get());
        return now;
    }

    @Override
    public SnapshotList everything(Instant closedSince) {
        List<ConversationSnapshot> all = found(closedSince, true).toList();
        Iterator<Integer> parts = Stream.iterate(0, begin -> begin < all.size(), begin -> begin + partSize).iterator();
        return () -> {
            mayFail(failure.get());
            if (!parts.hasNext()) {
                return null;
            }
            int begin = parts.next();
            return all.subList(begin, Math.min(all.size(), begin + partSize));
        };
    }

    private Stream<ConversationSnapshot> found(Instant since, boolean isOpenToo) {
        return conversations.values().stream().filter(snapshot -> !snapshot.changedAt().isBefore(since)
                || isOpenToo && snapshot.status() != ConversationStatus.CLOSED);
    }

    @Override
    public ChangedSnapshots changes(Instant since) {
        lists.incrementAndGet();
        mayFail(failure.get());
        List<ConversationSnapshot> found = found(since, false).toList();
        return new ChangedSnapshots(found, found.stream().map(ConversationSnapshot::changedAt).max(Instant::compareTo)
                .orElse(null));
    }

    @Override
    public ConversationSnapshot conversation(String id) {
        singles.incrementAndGet();
        mayFail(failure.get());
        mayFail(failureOf.apply(id));
        ConversationSnapshot snapshot = conversations.get(id);
        if (snapshot == null) {
            throw new HelpdeskException("There is no conversation " + id, Outcome.REFUSED, 404, null, false, null);
        }
        return snapshot;
    }

    @Override
    public boolean isId(String id) {
        return id.matches("\\w+");
    }
}
