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
package io.github.camelhelpdesk.common.producer;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds where a text is best cut: between paragraphs, lines, sentences or words as long as that leaves half of the room or
 * more, else between two characters as people see them.
 */
final class TextBreak {

    private static final Pattern PARAGRAPH = Pattern.compile("\\R\\h*\\R");
    private static final Pattern LINE = Pattern.compile("\\R");
    /** Not before a mark that would be left without its character. */
    private static final Pattern SPACE = Pattern.compile("\\s++(?![\\p{M}\\u200D])");
    /** An extended grapheme cluster; that of {@link BreakIterator} cuts emoji in two before Java 20. */
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private TextBreak() {
    }

    /**
     * Where to cut.
     *
     * @param text the text, longer than {@code most}
     * @param most the latest place, 1 or more
     * @return a place from 1 to {@code most}; one more when a surrogate pair would be cut otherwise
     */
    static int before(String text, int most) {
        for (Pattern pattern : new Pattern[] { PARAGRAPH, LINE }) {
            int found = last(pattern, text, most);
            if (found > 0) {
                return found;
            }
        }
        int sentence = sentence(text, most);
        int found = sentence > 0 ? sentence : last(SPACE, text, most);
        return found > 0 ? found : character(text, most);
    }

    private static int last(Pattern pattern, String text, int most) {
        Matcher matcher = pattern.matcher(text);
        int last = 0;
        for (int from = Math.max(1, most / 2); from <= most && matcher.find(from) && matcher.start() <= most;) {
            last = matcher.start();
            from = matcher.end();
        }
        return last;
    }

    private static int sentence(String text, int most) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        // Whether a sentence ends depends on what follows it.
        sentences.setText(text.substring(0, Math.min(text.length(), most + 100)));
        int found = sentences.preceding(most + 1);
        return found > most / 2 ? found : 0;
    }

    private static int character(String text, int most) {
        Matcher matcher = CHARACTER.matcher(text);
        int last = 0;
        while (matcher.find() && matcher.end() <= most) {
            last = matcher.end();
        }
        return last > 0 ? last : codePoint(text, most);
    }

    /** One character with more marks than there is room for. */
    private static int codePoint(String text, int most) {
        boolean isCutInTwo = Character.isHighSurrogate(text.charAt(most - 1)) && Character.isLowSurrogate(text.charAt(most));
        return !isCutInTwo ? most : most > 1 ? most - 1 : 2;
    }
}
