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

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextPartsTest {

    private static final UnaryOperator<String> ENTITIES = text -> text.replace("&", "&amp;").replace("<", "&lt;");
    private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
    private static final String FLAG = "\uD83C\uDDE9\uD83C\uDDEA";

    @Test
    void textThatFitsIsLeftAsItIs() {
        assertThat(parts(5, "  a\n ")).containsExactly("  a\n ");
        assertThat(parts(5, "")).containsExactly("");
    }

    @Test
    void paragraphsComeBeforeLinesBeforeSentencesBeforeWords() {
        assertThat(parts(20, "One. Two\nThree\n\nFour. Five six")).containsExactly("One. Two\nThree", "Four. Five six");
        assertThat(parts(20, "One. Two three\nFour. Five six")).containsExactly("One. Two three", "Four. Five six");
        assertThat(parts(20, "One is. Two is more. Three is")).containsExactly("One is. Two is more.", "Three is");
        assertThat(parts(20, "one two three four five six")).containsExactly("one two three four", "five six");
    }

    @Test
    void cutThatWouldWasteMoreThanHalfOfTheRoomIsNotTaken() {
        assertThat(parts(20, "a\n\nbcdefghi jklmnopqr stuv")).containsExactly("a\n\nbcdefghi", "jklmnopqr stuv");
    }

    @Test
    void lineKeepsTheSpaceItBeginsWith() {
        assertThat(parts(12, "if (x) {\r\n    call();")).containsExactly("if (x) {", "    call();");
    }

    @Test
    void wordThatIsTooLongIsCutBetweenCharacters() {
        assertThat(parts(4, "abcdefghij")).containsExactly("abcd", "efgh", "ij");
    }

    @ParameterizedTest
    @ValueSource(strings = { FAMILY, FLAG, "e\u0301", "\uD83D\uDE42" })
    void characterOfSeveralCodeUnitsIsNotCut(String character) {
        for (int limit = character.length(); limit < 4 * character.length(); limit++) {
            assertThat(parts(limit, character.repeat(7))).allSatisfy(
                    part -> assertThat(part.length() % character.length()).isZero());
        }
    }

    @Test
    void characterWithMoreMarksThanThereIsRoomForIsCutButNoSurrogatePairIs() {
        String marked = "e" + "\uD834\uDD65".repeat(20);
        assertThat(parts(10, marked)).allSatisfy(part -> {
            assertThat(part.length()).isLessThanOrEqualTo(10);
            assertThat(Character.isLowSurrogate(part.charAt(0))).isFalse();
            assertThat(Character.isHighSurrogate(part.charAt(part.length() - 1))).isFalse();
        }).satisfies(parts -> assertThat(String.join("", parts)).isEqualTo(marked));
    }

    @Test
    void whatTheEscapingAddsCounts() {
        List<String> parts = new TextParts(100, ENTITIES).of("", "a<b&c ".repeat(60).strip(), "");
        assertThat(parts).allSatisfy(part -> assertThat(ENTITIES.apply(part).length()).isBetween(50, 100));
        assertThat(String.join(" ", parts)).isEqualTo("a<b&c ".repeat(60).strip());
    }

    @Test
    void whatStandsBelowComesLastAndWholeWhenItCan() {
        assertThat(new TextParts(20, ENTITIES).of("", "one two", "file: x")).containsExactly("one two\n\nfile: x");
        assertThat(new TextParts(20, ENTITIES).of("", "one two three four five", "file: x"))
                .containsExactly("one two three four", "five\n\nfile: x");
        assertThat(new TextParts(20, ENTITIES).of("", "one two three four", "file: x"))
                .containsExactly("one two three four", "file: x");
        assertThat(new TextParts(20, ENTITIES).of("", "", "file: x")).containsExactly("file: x");
        assertThat(new TextParts(20, ENTITIES).of("", "one", "file: aaaaaaaa\nfile: b"))
                .containsExactly("one", "file: aaaaaaaa", "file: b");
    }

    @Test
    void prefixStandsBeforeTheFirstWordAndAloneNowhere() {
        assertThat(new TextParts(12, ENTITIES).of("Ada: ", "one two three", "")).containsExactly("Ada: one two", "three");
        assertThat(new TextParts(20, ENTITIES).of("Ada: ", "", "file: x")).containsExactly("Ada: file: x");
        assertThat(new TextParts(20, ENTITIES).of("Ada: ", "", "")).containsExactly("");
    }

    @Test
    void anyTextIsSplitIntoPartsThatFitAndSayTheSame() {
        String[] pieces = { "a", "word ", " ", "\n", "\r\n", "\n\n", ". ", "<", "&", FAMILY, FLAG, "e\u0301",
                "\u4F60\u597D\u3002",
                "https://example.com/a?b=c&d ", "\t", "\u0E2A\u0E27\u0E31\u0E2A" };
        Random random = new Random(42);
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(300), 0, pieces.length).forEach(piece -> text.append(pieces[piece]));
            List<String> parts = new TextParts(100, ENTITIES).of("", text.toString(), "");
            assertThat(parts).as(text.toString()).allSatisfy(
                    part -> assertThat(ENTITIES.apply(part).length()).isLessThanOrEqualTo(100))
                    .isEqualTo(new TextParts(100, ENTITIES).of("", text.toString(), ""));
            assertThat(visible(String.join("", parts))).isEqualTo(visible(text.toString()));
        }
    }

    private static List<String> parts(int limit, String text) {
        return new TextParts(limit, ENTITIES).of("", text, "");
    }

    private static String visible(String text) {
        return text.replaceAll("\\s", "");
    }
}
