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

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.testkit.HistoryEntry;

/** Texts that arrive in several messages. */
class SplitTextsTest {

    private static final String FIRST = "The parcel was sent on the first of May, ";
    private static final String SECOND = "it was seen in Hamburg on the third,\n";
    private static final String THIRD = "and nobody has heard of it since.";

    private final Desk source = new Desk(100);
    private final Desk target = new Desk(900);
    private final String original = source.write("c1", FIRST + SECOND + THIRD);

    @Test
    void partsInOrderAreOneCopy() {
        target.copy("t1", FIRST);
        assertThat(verdict().lost()).hasSize(1);
        target.copy("t1", SECOND);
        target.copy("t1", THIRD);

        assertClean();
        assertThat(verdict().arrived()).isEqualTo(1);
    }

    @Test
    void eachPartMayNameItsAuthorAndLoseSpaceAtItsEnds() {
        target.copy("t1", "Zoe: " + FIRST.strip());
        target.copy("t1", "Zoe: " + SECOND.strip());
        target.copy("t1", "Zoe: " + THIRD);

        assertClean();
    }

    @Test
    void whatStandsBehindAPartIsTakenOffByTheTest() {
        target.copy("t1", FIRST + "(1/2)");
        target.copy("t1", SECOND + THIRD + "(2/2)");

        assertThat(verdict().lost()).hasSize(1);
        assertThat(MessageJudge.between(source.history, target.history)
                .undecorating(text -> text.replaceAll("\\(\\d/\\d\\)$", "")).verdict().isClean()).isTrue();
    }

    @Test
    void otherMessagesMayStandBetweenInOtherConversations() {
        source.write("c2", "hello from elsewhere");
        target.copy("t1", FIRST);
        target.copy("t2", "hello from elsewhere");
        target.copy("t1", SECOND + THIRD);

        assertClean();
    }

    @Test
    void aMissingPartIsALostMessage() {
        target.copy("t1", FIRST);
        target.copy("t1", THIRD);

        assertThat(verdict().lost()).extracting(HistoryEntry::message).containsExactly(original);
    }

    @Test
    void aPartThatCameTwiceIsDoubled() {
        for (String repeated : new String[] { FIRST, SECOND, THIRD }) {
            Desk once = new Desk(900);
            for (String part : new String[] { FIRST, SECOND, THIRD }) {
                once.copy("t1", part);
                if (part.equals(repeated)) {
                    once.copy("t1", part);
                }
            }
            Verdict verdict = MessageJudge.between(source.history, once.history).verdict();
            assertThat(verdict.doubled()).as(repeated).hasSize(1);
            assertThat(verdict.lost()).isEmpty();
        }
    }

    @Test
    void partsInTheWrongOrderAreNoCopy() {
        target.copy("t1", SECOND);
        target.copy("t1", FIRST);
        target.copy("t1", THIRD);

        assertThat(verdict().isClean()).isFalse();
        assertThat(verdict().lost()).hasSize(1);
    }

    @Test
    void theWholeTextAfterItsPartsIsDoubled() {
        target.copy("t1", FIRST);
        target.copy("t1", SECOND + THIRD);
        target.copy("t1", FIRST + SECOND + THIRD);

        assertThat(verdict().doubled()).hasSize(1);
    }

    @Test
    void allPartsOfADeletedTextHaveToGo() {
        String one = target.copy("t1", FIRST);
        String two = target.copy("t1", SECOND + THIRD);
        source.delete(original);
        target.deleteByBridge(one);
        assertThat(verdict().diverged()).extracting(each -> each.counterpart().message()).containsExactly(two);
        target.deleteByBridge(two);

        assertClean();
    }

    @Test
    void anEditedTextMayComeInPartsToo() {
        target.copy("t1", FIRST + SECOND + THIRD);
        source.edit(original, "I have found it: " + FIRST + "and my neighbour took it in.");
        target.copy("t1", "Edited: I have found it: " + FIRST);
        target.copy("t1", "and my neighbour took it in.");

        assertClean();
    }

    private void assertClean() {
        assertThat(verdict().isClean()).as(verdict().report()).isTrue();
    }

    private Verdict verdict() {
        return MessageJudge.between(source.history, target.history).verdict();
    }
}
