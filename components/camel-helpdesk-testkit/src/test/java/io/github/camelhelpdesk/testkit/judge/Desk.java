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
package io.github.camelhelpdesk.testkit.judge;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import io.github.camelhelpdesk.testkit.Author;
import io.github.camelhelpdesk.testkit.History;
import io.github.camelhelpdesk.testkit.HistoryEntry;
import io.github.camelhelpdesk.testkit.HistoryEntry.Kind;
import io.github.camelhelpdesk.testkit.HistoryEntry.Origin;

/** One side's history, written by a test that plays the people and the bridge. */
final class Desk {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    final History history = new History();
    private final Map<String, HistoryEntry> written = new HashMap<>();
    private int lastId;

    Desk(int firstId) {
        lastId = firstId;
    }

    /** A person writes; gives the message id. */
    String write(String conversation, String text) {
        return add(Origin.TEST, conversation, text, false);
    }

    /** The bridge writes. */
    String copy(String conversation, String text) {
        return add(Origin.API, conversation, text, false);
    }

    /** The bridge writes a private note. */
    String note(String conversation, String text) {
        return add(Origin.API, conversation, text, true);
    }

    void edit(String message, String text) {
        change(Kind.EDITED, Origin.TEST, message, text);
    }

    void delete(String message) {
        change(Kind.DELETED, Origin.TEST, message, null);
    }

    void editByBridge(String message, String text) {
        change(Kind.EDITED, Origin.API, message, text);
    }

    void deleteByBridge(String message) {
        change(Kind.DELETED, Origin.API, message, null);
    }

    void deleteConversation(String conversation) {
        history.add(Kind.CONVERSATION_DELETED, Origin.TEST, conversation, null, Author.SYSTEM, false, null, NOON);
    }

    private String add(Origin origin, String conversation, String text, boolean isPrivate) {
        String id = String.valueOf(++lastId);
        Author author = origin == Origin.TEST ? Author.CUSTOMER : Author.BOT;
        Instant createdAt = NOON.plusSeconds(lastId);
        history.add(Kind.WRITTEN, origin, conversation, id, author, isPrivate, text, createdAt);
        written.put(id, new HistoryEntry(0, Kind.WRITTEN, origin, conversation, id, author, isPrivate, text, createdAt));
        return id;
    }

    private void change(Kind kind, Origin origin, String id, String text) {
        HistoryEntry entry = written.get(id);
        history.add(kind, origin, entry.conversation(), id, entry.author(), entry.isPrivate(), text, entry.createdAt());
    }
}
