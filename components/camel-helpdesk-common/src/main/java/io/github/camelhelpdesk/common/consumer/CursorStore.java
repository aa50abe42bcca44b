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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.apache.camel.spi.StateRepository;

import io.github.camelhelpdesk.common.cursor.CursorRepository;

/** The stored progress of one consumer: one entry for the account, and one for each conversation that was read lately. */
final class CursorStore {

    private static final String CONVERSATION = "/c/";

    private final StateRepository<String, String> repository;
    private final String key;
    private final MessageSource source;
    /** What could not be stored: the messages were handled nevertheless. */
    private final Map<String, ConversationCursor> unsaved = new ConcurrentHashMap<>();
    private final ReadWriteLock positions = new ReentrantReadWriteLock();

    CursorStore(StateRepository<String, String> repository, String key, MessageSource source) {
        this.repository = repository;
        this.key = key;
        this.source = source;
    }

    /** The stored cursor of the account, or null when there is none. */
    AccountCursor account() {
        String json = repository.getState(key);
        return json == null ? null : AccountCursor.parse(json, source);
    }

    void save(AccountCursor cursor) {
        repository.setState(key, cursor.toJson());
    }

    /** Stores where conversations stand before any is read. */
    void save(Map<String, Position> known) {
        Map<String, String> entries = new HashMap<>();
        known.forEach((id, position) -> entries.put(key + CONVERSATION + id, position.toJson()));
        if (repository instanceof CursorRepository cursors) {
            cursors.putAll(entries);
        } else {
            entries.forEach(repository::setState);
        }
    }

    /**
     * Where a conversation stands, or null when that is not stored. What could not be stored before is stored first: while that
     * fails, nothing is handed out again.
     */
    ConversationCursor cursor(String conversationId) {
        ConversationCursor late = unsaved.get(conversationId);
        if (late != null) {
            save(conversationId, late);
        }
        String json = repository.getState(key + CONVERSATION + conversationId);
        return json == null || json.isEmpty() ? null : ConversationCursor.parse(json, source);
    }

    /** The stored position of a conversation, or null when it has none of its own. */
    Position position(String conversationId) {
        ConversationCursor cursor = cursor(conversationId);
        return cursor == null ? null : cursor.position();
    }

    void save(String conversationId, ConversationCursor cursor) {
        unsaved.put(conversationId, cursor.copy());
        positions.readLock().lock();
        try {
            repository.setState(key + CONVERSATION + conversationId, cursor.toJson());
        } finally {
            positions.readLock().unlock();
        }
        unsaved.remove(conversationId);
    }

    /** Stores a position unless the conversation has one, which a reading may store at the same time. */
    void saveIfAbsent(String conversationId, Position position) {
        positions.writeLock().lock();
        try {
            if (!unsaved.containsKey(conversationId) && cursor(conversationId) == null) {
                repository.setState(key + CONVERSATION + conversationId, position.toJson());
            }
        } finally {
            positions.writeLock().unlock();
        }
    }

    /** Whether entries can be removed. */
    boolean canForget() {
        return repository instanceof CursorRepository;
    }

    /** Conversations whose position was last settled before an instant. */
    List<String> quietSince(Instant instant, Predicate<String> candidate) {
        String prefix = key + CONVERSATION;
        try (Stream<String> keys = ((CursorRepository) repository).keys(prefix)) {
            return keys.map(entry -> entry.substring(prefix.length())).filter(candidate).filter(id -> {
                Position position = position(id);
                return position != null && position.settledAt() != null && position.settledAt().isBefore(instant);
            }).toList();
        }
    }

    void forget(String conversationId) {
        ((CursorRepository) repository).remove(key + CONVERSATION + conversationId);
    }
}
