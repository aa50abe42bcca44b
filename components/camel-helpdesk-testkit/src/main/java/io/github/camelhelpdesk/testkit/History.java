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
package io.github.camelhelpdesk.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What was written at a provider, in the order in which it became visible. Nothing is ever removed from it. */
public final class History {

    private final List<HistoryEntry> entries = new ArrayList<>();

    /** A copy of the whole history. */
    public synchronized List<HistoryEntry> entries() {
        return List.copyOf(entries);
    }

    /** The history of one conversation. */
    public synchronized List<HistoryEntry> entries(String conversation) {
        return entries.stream().filter(entry -> entry.conversation().equals(conversation)).toList();
    }

    /** What became of one message, from its writing on. */
    public synchronized List<HistoryEntry> entries(String conversation, String message) {
        return entries.stream().filter(entry -> entry.conversation().equals(conversation) && message.equals(entry.message()))
                .toList();
    }

    /** How many messages came in through the API so far. */
    public synchronized long writtenByApi() {
        return entries.stream().filter(entry -> entry.kind() == HistoryEntry.Kind.WRITTEN
                && entry.origin() == HistoryEntry.Origin.API).count();
    }

    /** Adds an entry; for simulators, and for tests of whatever reads a history. */
    public synchronized void add(HistoryEntry.Kind kind, HistoryEntry.Origin origin, String conversation, String message,
            Author author, boolean isPrivate, String text, Instant createdAt) {
        entries.add(new HistoryEntry(entries.size() + 1L, kind, origin, conversation, message, author, isPrivate, text,
                createdAt));
    }
}
