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

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.model.AuthorType;

/** A provider in memory, read by ids as Chatwoot is. */
final class MemorySource implements MessageSource {

    static final Instant START = Instant.parse("2026-11-01T10:00:00.000Z");

    private final Map<String, List<SourceMessage>> conversations = new ConcurrentSkipListMap<>();
    private final Map<String, Instant> changed = new ConcurrentSkipListMap<>();
    private final AtomicLong ids = new AtomicLong();
    final AtomicInteger changesCalls = new AtomicInteger();
    final AtomicInteger revisits = new AtomicInteger();
    final AtomicInteger reads = new AtomicInteger();
    volatile Supplier<HelpdeskException> failure = () -> null;
    volatile Function<String, HelpdeskException> failureOf = id -> null;
    volatile Instant now = START;
    volatile int pageSize = 3;

    String write(String conversation, String text) {
        return write(conversation, text, ids.incrementAndGet(), now, AuthorType.CUSTOMER, false);
    }

    synchronized String write(String conversation, String text, long id, Instant createdAt, AuthorType author,
            boolean isPrivate) {
        ids.accumulateAndGet(id, Math::max);
        List<SourceMessage> messages = new ArrayList<>(conversations.getOrDefault(conversation, List.of()));
        messages.add(new SourceMessage(Long.toString(id), createdAt, author, isPrivate, text,
                Map.of("CamelMemoryConversationId", conversation), null, MessageVersion.of(text)));
        messages.sort(Comparator.comparingLong(message -> Long.parseLong(message.id())));
        conversations.put(conversation, messages);
        changed.put(conversation, now);
        return Long.toString(id);
    }

    /** Changes the text of a message; the conversation does not move in the list of changes. */
    void edit(String conversation, String id, String text) {
        replace(conversation, id, text, AuthorType.CUSTOMER, false);
    }

    synchronized void replace(String conversation, String id, String text, AuthorType author, boolean isPrivate) {
        List<SourceMessage> messages = new ArrayList<>(conversations.get(conversation));
        messages.replaceAll(old -> old.id().equals(id)
                ? new SourceMessage(id, old.createdAt(), author, isPrivate, text, old.headers(), null, MessageVersion.of(text))
                : old);
        conversations.put(conversation, messages);
    }

    private void mayFail(String conversationId) {
        mayFail();
        HelpdeskException problem = failureOf.apply(conversationId);
        if (problem != null) {
            throw problem;
        }
    }

    private void mayFail() {
        HelpdeskException problem = failure.get();
        if (problem != null) {
            throw problem;
        }
    }

    @Override
    public String account() {
        return "memory/1";
    }

    @Override
    public Beginning begin(StartFrom startFrom) {
        mayFail();
        if (startFrom.isNow()) {
            return new Beginning(IdPosition.after(ids.get()), now);
        }
        return new Beginning(startFrom.isBeginning() ? IdPosition.after(0) : IdPosition.since(startFrom.instant(), ids.get()),
                startFrom.instant());
    }

    @Override
    public synchronized Changes changes(Instant since) {
        changesCalls.incrementAndGet();
        mayFail();
        List<ConversationChange> found = new ArrayList<>();
        Instant mark = null;
        for (Map.Entry<String, Instant> entry : changed.entrySet()) {
            if (!entry.getValue().isBefore(since)) {
                int size = conversations.get(entry.getKey()).size();
                found.add(new ConversationChange(entry.getKey(), entry.getValue(), entry.getValue() + "/" + size));
                mark = mark == null || entry.getValue().isAfter(mark) ? entry.getValue() : mark;
            }
        }
        return new Changes(found, mark);
    }

    @Override
    public MessageReader read(String conversationId, Position position) {
        reads.incrementAndGet();
        mayFail(conversationId);
        long floor = ((IdPosition) position).floor();
        List<SourceMessage> owed = conversations.getOrDefault(conversationId, List.of()).stream()
                .filter(message -> Long.parseLong(message.id()) > floor).toList();
        List<List<SourceMessage>> pages = new ArrayList<>();
        for (int i = 0; i < owed.size(); i += pageSize) {
            pages.add(owed.subList(i, Math.min(owed.size(), i + pageSize)));
        }
        Iterator<List<SourceMessage>> rest = pages.iterator();
        return () -> rest.hasNext() ? new MessageBatch(rest.next(), now) : null;
    }

    @Override
    public MessageBatch revisit(String conversationId, Set<String> messageIds) {
        revisits.incrementAndGet();
        mayFail(conversationId);
        return new MessageBatch(conversations.getOrDefault(conversationId, List.of()).stream()
                .filter(message -> messageIds.contains(message.id())).toList(), now);
    }

    @Override
    public ConversationList conversations(Instant from) {
        List<String> ids = changes(from).conversations().stream().map(ConversationChange::conversationId).toList();
        Iterator<String> rest = ids.iterator();
        return () -> {
            mayFail();
            return rest.hasNext() ? List.of(rest.next()) : null;
        };
    }

    @Override
    public boolean isId(String conversationId, String messageId) {
        return !conversationId.isBlank() && (messageId == null || messageId.matches("\\d{1,18}"));
    }

    @Override
    public Position parsePosition(String json) {
        return IdPosition.parse(json);
    }
}
