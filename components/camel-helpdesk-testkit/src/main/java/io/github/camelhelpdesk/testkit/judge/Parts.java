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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

import io.github.camelhelpdesk.testkit.HistoryEntry;

/**
 * Puts texts together that arrived in parts: each a piece of the text with at most {@value #PREFIX} characters in front of it,
 * such as an author's name. Space does not count. One text at a time is put together in a conversation.
 */
final class Parts {

    /** How much may stand in front of a part. */
    static final int PREFIX = 60;

    /** A first part is not recognized by less, and a later one by less than the second only when it is the last. */
    private static final int FIRST_AT_LEAST = 10;
    private static final int NEXT_AT_LEAST = 4;

    /** One version of an original in the making. */
    static final class Whole {

        final Original original;
        final int version;
        final List<HistoryEntry> parts = new ArrayList<>();
        private final String text;
        private int reached;
        private String lastPart;

        Whole(Original original, int version, String text) {
            this.original = original;
            this.version = version;
            this.text = text;
        }

        boolean isComplete() {
            return reached == text.length();
        }
    }

    /**
     * What a message may be.
     *
     * @param length how much of it that explains; 0 when it repeats the part before it
     */
    record Fit(Whole whole, HistoryEntry entry, String part, int length) {

        boolean isRepeated() {
            return length == 0;
        }

        /** The message is taken for this part. */
        void take() {
            whole.parts.add(entry);
            whole.reached += length;
            whole.lastPart = part;
        }
    }

    private final TreeMap<String, Whole> texts = new TreeMap<>();
    private final Map<String, Whole> current = new HashMap<>();

    Parts(Collection<Original> originals) {
        for (Original original : originals) {
            for (int version = 0; version < original.versions.size(); version++) {
                String text = withoutSpace(original.versions.get(version).text());
                texts.putIfAbsent(text, new Whole(original, version, text));
            }
        }
    }

    static String withoutSpace(String text) {
        return text.replaceAll("\\s+", "");
    }

    /**
     * What part of which text this is, if any.
     *
     * @param text of the entry, as far as it is no decoration
     * @param open whether a text may still begin to arrive
     */
    Optional<Fit> fit(HistoryEntry entry, String text, Predicate<Original> open) {
        String part = withoutSpace(text);
        Whole whole = current.get(entry.conversation());
        if (whole != null && part.equals(whole.lastPart)) {
            return Optional.of(new Fit(whole, entry, part, 0));
        }
        return next(whole, entry, part).or(() -> first(entry, part, open));
    }

    private static Optional<Fit> next(Whole whole, HistoryEntry entry, String part) {
        for (int start = 0; whole != null && start <= Math.min(PREFIX, part.length() - 1); start++) {
            String piece = part.substring(start);
            if (whole.text.startsWith(piece, whole.reached)
                    && (piece.length() >= NEXT_AT_LEAST || whole.reached + piece.length() == whole.text.length())) {
                return Optional.of(new Fit(whole, entry, part, piece.length()));
            }
        }
        return Optional.empty();
    }

    private Optional<Fit> first(HistoryEntry entry, String part, Predicate<Original> open) {
        for (int start = 0; start <= Math.min(PREFIX, part.length() - FIRST_AT_LEAST); start++) {
            String piece = part.substring(start);
            Optional<Whole> begun = beginningWith(piece, open);
            if (begun.isPresent()) {
                return Optional.of(new Fit(begun.get(), entry, part, piece.length()));
            }
        }
        return Optional.empty();
    }

    private Optional<Whole> beginningWith(String piece, Predicate<Original> open) {
        Map.Entry<String, Whole> text = texts.higherEntry(piece);
        while (text != null && text.getKey().startsWith(piece)) {
            if (text.getValue().reached == 0 && open.test(text.getValue().original)) {
                return Optional.of(text.getValue());
            }
            text = texts.higherEntry(text.getKey());
        }
        return Optional.empty();
    }

    /** From now on parts of this text are waited for in its conversation. */
    void follow(Fit fit) {
        fit.take();
        current.put(fit.entry().conversation(), fit.whole());
    }
}
