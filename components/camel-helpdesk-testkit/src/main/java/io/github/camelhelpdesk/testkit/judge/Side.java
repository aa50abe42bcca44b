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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelhelpdesk.testkit.History;
import io.github.camelhelpdesk.testkit.HistoryEntry;
import io.github.camelhelpdesk.testkit.HistoryEntry.Origin;

/** One history, sorted into what people wrote and what came in through the API. */
final class Side {

    private final Map<String, Original> originals = new LinkedHashMap<>();
    private final List<HistoryEntry> api = new ArrayList<>();
    private final Map<String, HistoryEntry> deletions = new HashMap<>();
    private final Map<String, Long> vanished = new HashMap<>();

    Side(History history) {
        history.entries().forEach(this::read);
        originals.values().forEach(original -> {
            original.deleted = deletion(original.written);
            original.vanished = vanished.containsKey(original.written.conversation());
        });
    }

    /** All that people wrote, files without text included. */
    List<Original> originals() {
        return List.copyOf(originals.values());
    }

    /** Texts that were written, or put in the place of another, through the API; in order. */
    List<HistoryEntry> api() {
        return api;
    }

    /** Null while the message is there. */
    HistoryEntry deletion(HistoryEntry message) {
        return deletions.get(key(message));
    }

    boolean hasVanished(HistoryEntry message) {
        return vanished.containsKey(message.conversation());
    }

    /** When conversations went, by their ids. */
    Map<String, Long> vanished() {
        return vanished;
    }

    private void read(HistoryEntry entry) {
        boolean hasText = entry.text() != null && !entry.text().isBlank();
        switch (entry.kind()) {
            case WRITTEN -> written(entry, hasText);
            case EDITED -> edited(entry, hasText);
            case DELETED -> deletions.putIfAbsent(key(entry), entry);
            case CONVERSATION_DELETED -> vanished.put(entry.conversation(), entry.sequence());
        }
    }

    private void written(HistoryEntry entry, boolean hasText) {
        if (entry.origin() == Origin.TEST) {
            originals.put(key(entry), new Original(entry));
            edited(entry, hasText);
        } else if (hasText) {
            api.add(entry);
        }
    }

    /** What people make of a copy is not carried, and not judged. */
    private void edited(HistoryEntry entry, boolean hasText) {
        Original original = originals.get(key(entry));
        if (hasText && entry.origin() == Origin.API) {
            api.add(entry);
        } else if (hasText && original != null) {
            original.versions.add(entry);
        }
    }

    static String key(HistoryEntry entry) {
        return entry.conversation() + "/" + entry.message();
    }
}
