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

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

import io.github.camelhelpdesk.testkit.HistoryEntry;

/**
 * Finds the original of a copy by its text. In this order: the same text; a text that ends with the original's, as one does
 * that
 * names its author first; a text that contains it. Of several, the longest original wins, so that "order 12" is not taken for
 * "order 1". Space around a text does not count.
 */
final class TextMatcher {

    private final Map<String, HistoryEntry> byText = new HashMap<>();
    private final TreeSet<Integer> lengths = new TreeSet<>(Comparator.reverseOrder());
    private final List<String> longestFirst;

    /**
     * Learns the originals.
     *
     * @param judged those whose texts have to differ; of the others, such as a greeting in each conversation, one is enough
     */
    TextMatcher(Collection<HistoryEntry> originals, Predicate<HistoryEntry> judged) {
        originals.stream().filter(judged).forEach(this::addJudged);
        originals.stream().filter(judged.negate()).forEach(original -> byText.putIfAbsent(original.text().strip(), original));
        byText.keySet().forEach(text -> lengths.add(text.length()));
        longestFirst = byText.keySet().stream().sorted(Comparator.comparing(String::length).reversed()).toList();
    }

    private void addJudged(HistoryEntry original) {
        HistoryEntry other = byText.put(original.text().strip(), original);
        if (other != null) {
            throw new IllegalArgumentException("Messages " + other.message() + " and " + original.message()
                    + " of the source have the same text; a judged test writes texts that differ");
        }
    }

    Optional<HistoryEntry> originalOf(HistoryEntry copy) {
        String text = copy.text().strip();
        for (int length : lengths.tailSet(text.length())) {
            HistoryEntry original = byText.get(text.substring(text.length() - length));
            if (original != null) {
                return Optional.of(original);
            }
        }
        return longestFirst.stream().filter(text::contains).findFirst().map(byText::get);
    }
}
