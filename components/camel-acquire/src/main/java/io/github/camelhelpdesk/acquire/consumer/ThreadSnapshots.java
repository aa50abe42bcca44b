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

import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.acquire.AcquireConstants;
import io.github.camelhelpdesk.acquire.model.AcquireCase;
import io.github.camelhelpdesk.acquire.model.AcquireTime;
import io.github.camelhelpdesk.acquire.transform.NeutralConversations;
import io.github.camelhelpdesk.common.conversation.ConversationSnapshot;
import io.github.camelhelpdesk.common.http.Item;

/**
 * Threads as snapshots. A thread is open as long as one of its cases is; who is responsible for it, and what is told of it, is
 * what
 * the newest open case says, or the newest one when none is open.
 */
public final class ThreadSnapshots {

    private static final Comparator<AcquireCase> NEWEST = Comparator.comparing(ThreadSnapshots::number);

    private ThreadSnapshots() {
    }

    /** A thread of which all cases are known; without a status when one of them cannot be read. */
    public static ConversationSnapshot of(String threadId, List<Item<AcquireCase>> items) {
        for (Item<AcquireCase> item : items) {
            if (!item.isReadable()) {
                return unreadable(threadId, item.raw(), item.problem());
            }
        }
        return ofCases(threadId, items.stream().map(Item::value).toList());
    }

    /** A thread by those of its cases that tell its status. */
    static ConversationSnapshot ofCases(String threadId, Collection<AcquireCase> cases) {
        AcquireCase current = current(cases);
        Instant changedAt = latest(cases, AcquireCase::dateUpdated);
        Instant createdAt = cases.stream().map(AcquireCase::dateCreated).filter(Objects::nonNull).min(Instant::compareTo)
                .orElse(null);
        String problem = current.status() == null ? "it has no status" : null;
        return new ConversationSnapshot(threadId, NeutralConversations.status(current),
                NeutralConversations.assigneeId(current),
                null, createdAt, changedAt != null ? changedAt : createdAt != null ? createdAt : Instant.EPOCH,
                closedAt(cases), current, headers(threadId, current), problem);
    }

    /** A thread was closed when one of its cases was closed and no other was open then. */
    private static Instant closedAt(Collection<AcquireCase> cases) {
        Instant opened = cases.stream().filter(ThreadSnapshots::isOpen).map(AcquireCase::dateCreated).filter(Objects::nonNull)
                .min(Instant::compareTo).orElse(Instant.MAX);
        return latest(
                cases.stream().filter(value -> value.dateClosed() != null && !value.dateClosed().isAfter(opened)).toList(),
                AcquireCase::dateClosed);
    }

    /** A snapshot of which a list may say that it changed later; never earlier than it says itself. */
    static ConversationSnapshot changedAt(ConversationSnapshot snapshot, Instant changedAt) {
        if (!changedAt.isAfter(snapshot.changedAt())) {
            return snapshot;
        }
        return new ConversationSnapshot(snapshot.id(), snapshot.status(), snapshot.assigneeId(), snapshot.labels(),
                snapshot.createdAt(), changedAt, snapshot.closedAt(), snapshot.body(), snapshot.headers(),
                snapshot.unreadable());
    }

    static boolean isOpen(AcquireCase value) {
        return value.status() != null && !NeutralConversations.CLOSED.equals(value.status());
    }

    /** What stands for the thread. */
    static AcquireCase current(Collection<AcquireCase> cases) {
        return cases.stream().filter(ThreadSnapshots::isOpen).max(NEWEST).or(() -> cases.stream().max(NEWEST)).orElseThrow();
    }

    static ConversationSnapshot unreadable(String threadId, JsonNode raw, String problem) {
        Instant changedAt = AcquireTime.parse(raw.path("dateUpdated").asText(null));
        return new ConversationSnapshot(threadId, null, null, null, null, changedAt == null ? Instant.EPOCH : changedAt, null,
                raw, Map.of(AcquireConstants.THREAD_ID, threadId), problem);
    }

    private static Map<String, Object> headers(String threadId, AcquireCase current) {
        Map<String, Object> headers = new HashMap<>();
        headers.put(AcquireConstants.THREAD_ID, threadId);
        headers.put(AcquireConstants.CASE_ID, current.id());
        headers.put(AcquireConstants.STATUS, current.status());
        headers.put(AcquireConstants.CHANNEL, current.channel());
        headers.put(AcquireConstants.CONTACT_ID, current.contactKey());
        headers.values().removeIf(Objects::isNull);
        return headers;
    }

    private static Instant latest(Collection<AcquireCase> cases, Function<AcquireCase, Instant> time) {
        return cases.stream().map(time).filter(Objects::nonNull).max(Instant::compareTo).orElse(null);
    }

    private static BigInteger number(AcquireCase value) {
        return value.id() != null && value.id().matches("\\d{1,100}") ? new BigInteger(value.id()) : BigInteger.ZERO;
    }
}
