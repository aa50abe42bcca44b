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
package io.github.camelhelpdesk.sync.imports;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the notes of an import say of the messages that came to the intake.
 *
 * @param messages how many of each kind
 * @param authors those that were fresh, by the kind of their author
 * @param attachments files of those
 * @param conversations conversations with messages that were fresh or unreadable
 * @param knownConversations those of the others with messages that were known
 * @param leftOutConversations those with neither
 */
record ReadCounts(Map<ReadKind, Long> messages, Map<String, Long> authors, long attachments, long conversations,
        long knownConversations, long leftOutConversations) {

    private static final String MESSAGES = "SELECT value, count(*) FROM cursor WHERE key >= ? AND key < ? GROUP BY value";
    private static final String CONVERSATIONS = "SELECT best, count(*) FROM (SELECT max(CASE WHEN value LIKE 'FRESH/%' OR value"
            + " LIKE 'UNREADABLE/%' THEN 2 WHEN value LIKE 'KNOWN/%' THEN 1 ELSE 0 END) AS best FROM cursor"
            + " WHERE key >= ? AND key < ? GROUP BY substr(key, ?, ?)) GROUP BY best";

    static ReadCounts of(ImportNotes notes) {
        String prefix = notes.keys().readPrefix();
        List<Line> lines = notes.ledger().read(statements -> statements.all(MESSAGES,
                result -> Line.of(result.getString(1), result.getLong(2)), prefix, ImportKeys.behind(prefix)));
        Map<Integer, Long> conversations = new HashMap<>();
        notes.ledger().read(statements -> statements.all(CONVERSATIONS,
                result -> conversations.put(result.getInt(1), result.getLong(2)), prefix, ImportKeys.behind(prefix),
                prefix.length() + 1, ImportKeys.CONVERSATION_DIGITS));
        return new ReadCounts(kinds(lines), authors(lines),
                lines.stream().filter(Line::isFresh).mapToLong(line -> line.count * line.files).sum(),
                conversations.getOrDefault(2, 0L), conversations.getOrDefault(1, 0L), conversations.getOrDefault(0, 0L));
    }

    private static Map<ReadKind, Long> kinds(List<Line> lines) {
        Map<ReadKind, Long> kinds = new EnumMap<>(ReadKind.class);
        lines.forEach(line -> kinds.merge(line.kind, line.count, Long::sum));
        return kinds;
    }

    private static Map<String, Long> authors(List<Line> lines) {
        Map<String, Long> authors = new TreeMap<>();
        lines.stream().filter(Line::isFresh).forEach(line -> authors.merge(line.author, line.count, Long::sum));
        return authors;
    }

    long messages(ReadKind kind) {
        return messages.getOrDefault(kind, 0L);
    }

    long allMessages() {
        return messages.values().stream().mapToLong(Long::longValue).sum();
    }

    private record Line(ReadKind kind, String author, int files, long count) {

        static Line of(String value, long count) {
            String[] parts = value.split("/");
            return new Line(ReadKind.valueOf(parts[0]), parts[1], Integer.parseInt(parts[2]), count);
        }

        boolean isFresh() {
            return kind == ReadKind.FRESH;
        }
    }
}
