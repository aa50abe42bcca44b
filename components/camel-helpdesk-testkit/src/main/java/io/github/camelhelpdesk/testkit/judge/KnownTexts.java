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
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import io.github.camelhelpdesk.testkit.HistoryEntry;

/**
 * Finds the original of a copy by its text. In this order: the same text; a text that ends with the original's, as one does
 * that
 * names its author first; a text that contains it. Of several, the longest original wins, so that "order 12" is not taken for
 * "order 1". Space around a text does not count.
 */
final class KnownTexts {

    /**
     * A known text that was found in another one.
     *
     * @param versions those of the original that have this text
     */
    record Match(Original original, String text, List<Integer> versions) {
    }

    private static final long BASE = 1_000_003;

    private final Map<String, Match> byText = new HashMap<>();
    private final Map<Integer, Set<Long>> hashesByLength = new TreeMap<>(Comparator.reverseOrder());

    /**
     * Learns the originals.
     *
     * @param judged those whose texts have to differ; of the others, such as a greeting in each conversation, one is enough
     */
    KnownTexts(Collection<Original> originals, Predicate<HistoryEntry> judged) {
        originals.stream().filter(original -> judged.test(original.written)).forEach(original -> learn(original, true));
        originals.stream().filter(original -> !judged.test(original.written)).forEach(original -> learn(original, false));
    }

    Optional<Match> find(String copy) {
        String text = copy.strip();
        for (int length : hashesByLength.keySet()) {
            Match match = length > text.length() ? null : byText.get(text.substring(text.length() - length));
            if (match != null) {
                return Optional.of(match);
            }
        }
        return within(text);
    }

    private void learn(Original original, boolean judged) {
        for (int version = 0; version < original.versions.size(); version++) {
            String text = original.versions.get(version).text().strip();
            Match known = byText.computeIfAbsent(text, it -> new Match(original, it, new ArrayList<>()));
            if (known.original() == original) {
                known.versions().add(version);
                hashesByLength.computeIfAbsent(text.length(), length -> new HashSet<>()).add(hashes(text)[text.length()]);
            } else if (judged) {
                throw new IllegalArgumentException("Messages " + known.original().written.message() + " and "
                        + original.written.message()
                        + " of the source have the same text; a judged test writes texts that differ");
            }
        }
    }

    /** Compares running hashes, so that ten thousand texts are looked for in ten thousand others within moments. */
    private Optional<Match> within(String text) {
        long[] hashes = hashes(text);
        for (Map.Entry<Integer, Set<Long>> known : hashesByLength.entrySet()) {
            int length = known.getKey();
            long power = power(length);
            for (int end = length; end <= text.length(); end++) {
                if (known.getValue().contains(hashes[end] - hashes[end - length] * power)) {
                    Match match = byText.get(text.substring(end - length, end));
                    if (match != null) {
                        return Optional.of(match);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** At each position the hash of all that stands before it. */
    private static long[] hashes(String text) {
        long[] hashes = new long[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            hashes[i + 1] = hashes[i] * BASE + text.charAt(i) + 1;
        }
        return hashes;
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= BASE;
        }
        return power;
    }
}
