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

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhelpdesk.testkit.Author;
import io.github.camelhelpdesk.testkit.HistoryEntry;

/** Edits and deletions in one direction: what is right, and each thing that can go wrong, planted. */
class JudgedChangesTest {

    private static final int MESSAGES = 12;

    private final Desk source = new Desk(100);
    private final Desk target = new Desk(900);
    private final String[] originals = new String[MESSAGES];
    private final String[] copies = new String[MESSAGES];

    private void carryAll() {
        for (int i = 0; i < MESSAGES; i++) {
            originals[i] = source.write("c" + i % 3, text(i));
            copies[i] = target.copy("t" + i % 3, "Zoe: " + text(i));
        }
    }

    private static String text(int i) {
        return "message " + i + " as it was";
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 5, MESSAGES - 1 })
    void anEditThatDidNotArriveIsDiverged(int position) {
        carryAll();
        source.edit(originals[position], "corrected");

        Divergence divergence = onlyDivergence();
        assertThat(divergence.kind()).isEqualTo(Divergence.Kind.EDIT_MISSING);
        assertThat(divergence.change().message()).isEqualTo(originals[position]);
        assertThat(divergence.change().text()).isEqualTo("corrected");
        assertThat(divergence.counterpart().message()).isEqualTo(copies[position]);
        assertThat(verdict().report()).contains("diverged (1)", "edit did not arrive", "conversation c" + position % 3);
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 5, MESSAGES - 1 })
    void anEditArrivesInALaterMessage(int position) {
        carryAll();
        source.edit(originals[position], "corrected");
        target.copy("t" + position % 3, "Edited: corrected");

        assertClean();
    }

    @Test
    void anEditArrivesInThePlaceOfTheCopy() {
        carryAll();
        source.edit(originals[4], "corrected");
        target.editByBridge(copies[4], "Zoe: corrected");

        assertClean();
    }

    @Test
    void anEditThatCameBeforeTheCopyArrivesAsTheCopy() {
        String original = source.write("c1", "one");
        source.edit(original, "two");
        source.edit(original, "three");
        target.copy("t1", "three");

        assertClean();
    }

    @Test
    void olderTextsMayBeMissingInBetween() {
        String original = source.write("c1", "one");
        target.copy("t1", "one");
        source.edit(original, "two");
        source.edit(original, "three");
        target.copy("t1", "Edited: three");

        assertClean();
    }

    @Test
    void anEditInThePlaceOfAnotherCopyIsStrangeAndDiverged() {
        carryAll();
        source.edit(originals[4], "corrected");
        target.editByBridge(copies[7], "corrected");

        assertThat(verdict().strange()).extracting(HistoryEntry::message).containsExactly(copies[7]);
        assertThat(onlyDivergence().kind()).isEqualTo(Divergence.Kind.EDIT_MISSING);
    }

    @Test
    void theSameEditTwiceIsDoubled() {
        carryAll();
        source.edit(originals[4], "corrected");
        target.copy("t1", "Edited: corrected");
        String second = target.copy("t1", "Edited: corrected");

        assertThat(verdict().doubled()).extracting(copy -> copy.copy().message()).containsExactly(second);
        assertThat(verdict().diverged()).isEmpty();
    }

    @Test
    void anOlderTextAfterANewerOneIsReordered() {
        String original = source.write("c1", "one");
        target.copy("t1", "one");
        source.edit(original, "two");
        source.edit(original, "three");
        target.copy("t1", "Edited: three");
        String late = target.copy("t1", "Edited: two");

        assertThat(verdict().reordered()).extracting(copy -> copy.copy().message()).containsExactly(late);
        assertThat(verdict().isClean()).isFalse();
    }

    @Test
    void aTextThatIsEditedBackArrivesAgain() {
        String original = source.write("c1", "one");
        target.copy("t1", "one");
        source.edit(original, "two");
        target.copy("t1", "Edited: two");
        source.edit(original, "one");
        assertThat(onlyDivergence().kind()).isEqualTo(Divergence.Kind.EDIT_MISSING);
        target.copy("t1", "Edited: one");
        assertClean();
        target.copy("t1", "Edited: one");
        assertThat(verdict().doubled()).hasSize(1);
    }

    @Test
    void anEditOfALostMessageIsLostAndNotDivergedToo() {
        carryAll();
        String lost = source.write("c1", "never seen");
        source.edit(lost, "never seen either");

        assertThat(verdict().lost()).extracting(HistoryEntry::message).containsExactly(lost);
        assertThat(verdict().diverged()).isEmpty();
    }

    @Test
    void anEditInANoteCountsOnlyWhenTheTestSaysSo() {
        carryAll();
        source.edit(originals[0], "corrected");
        String note = target.note("t0", "Edited: corrected");

        assertThat(verdict().strange()).extracting(HistoryEntry::message).containsExactly(note);
        assertThat(onlyDivergence().kind()).isEqualTo(Divergence.Kind.EDIT_MISSING);
        assertThat(judge().acceptingNotes().verdict().isClean()).isTrue();
    }

    @Test
    void whatAPersonMakesOfACopyIsNotJudged() {
        carryAll();
        target.edit(copies[3], "what the agent would have liked to read");

        assertClean();
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 5, MESSAGES - 1 })
    void aDeletionThatDidNotArriveIsDiverged(int position) {
        carryAll();
        source.delete(originals[position]);

        Divergence divergence = onlyDivergence();
        assertThat(divergence.kind()).isEqualTo(Divergence.Kind.DELETION_MISSING);
        assertThat(divergence.change().message()).isEqualTo(originals[position]);
        assertThat(divergence.counterpart().message()).isEqualTo(copies[position]);
        assertThat(verdict().report()).contains("deletion did not arrive", "message " + originals[position]);
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 5, MESSAGES - 1 })
    void aDeletionArrivesInPlaceOrInANotice(int position) {
        carryAll();
        source.delete(originals[position]);
        source.delete(originals[position == 0 ? 1 : position - 1]);
        target.deleteByBridge(copies[position]);
        target.copy("t" + (position == 0 ? 1 : (position - 1) % 3), "A message of 12:00 UTC was deleted.");

        assertClean();
    }

    @Test
    void eachDeletionNeedsANoticeOfItsOwnInItsConversation() {
        carryAll();
        source.delete(originals[0]);
        source.delete(originals[3]);
        source.delete(originals[4]);
        target.copy("t0", "A message of 12:00 UTC was deleted.");
        String astray = target.copy("t2", "A message of 12:01 UTC was deleted.");

        assertThat(verdict().diverged()).extracting(each -> each.change().message()).containsExactlyInAnyOrder(originals[3],
                originals[4]);
        assertThat(verdict().strange()).extracting(HistoryEntry::message).containsExactly(astray);
    }

    @Test
    void aNoticeBeforeTheCopyTellsNothing() {
        String original = source.write("c1", "one");
        source.delete(original);
        String early = target.copy("t1", "A message of 12:00 UTC was deleted.");
        target.copy("t1", "one");

        assertThat(onlyDivergence().kind()).isEqualTo(Divergence.Kind.DELETION_MISSING);
        assertThat(verdict().strange()).extracting(HistoryEntry::message).containsExactly(early);
    }

    @Test
    void aNoticeThatNothingAskedForIsStrange() {
        carryAll();
        source.delete(originals[4]);
        target.deleteByBridge(copies[4]);
        String needless = target.copy("t1", "A message of 12:00 UTC was deleted.");

        assertThat(verdict().strange()).extracting(HistoryEntry::message).containsExactly(needless);
    }

    @Test
    void aNoticeThatQuotesTheDeletedTextIsADoubledCopy() {
        carryAll();
        source.delete(originals[4]);
        target.copy("t1", "This was deleted: \"" + text(4) + "\"");

        assertThat(verdict().doubled()).hasSize(1);
        assertThat(onlyDivergence().kind()).isEqualTo(Divergence.Kind.DELETION_MISSING);
    }

    @Test
    void aNoticeIsWhatTheTestSaysAndANoteOnlyWhenItSaysSo() {
        carryAll();
        source.delete(originals[4]);
        target.note("t1", "Nachricht entfernt");

        assertThat(judge().acceptingNotes().verdict().strange()).hasSize(1);
        assertThat(judge().noticeOf(entry -> entry.text().contains("entfernt")).verdict().diverged()).hasSize(1);
        assertThat(judge().noticeOf(entry -> entry.text().contains("entfernt")).acceptingNotes().verdict().isClean()).isTrue();
    }

    @Test
    void everyMessageOfAnEditedOriginalHasToGo() {
        carryAll();
        source.edit(originals[4], "corrected");
        String later = target.copy("t1", "Edited: corrected");
        source.delete(originals[4]);
        target.deleteByBridge(copies[4]);
        assertThat(onlyDivergence().counterpart().message()).isEqualTo(later);

        target.deleteByBridge(later);
        assertClean();
    }

    @Test
    void whatWasDeletedBeforeItCrossedNeedNotCross() {
        carryAll();
        String gone = source.write("c1", "written by mistake");
        source.delete(gone);

        assertClean();
        assertThat(verdict().withdrawn()).extracting(HistoryEntry::message).containsExactly(gone);
        assertThat(verdict().report()).startsWith("12 of 13 messages arrived (1 deleted before they crossed)");
    }

    @Test
    void aCopyThatAPersonDeletedIsNotLostAndOwesNothing() {
        carryAll();
        target.delete(copies[4]);
        target.delete(copies[5]);
        source.edit(originals[4], "corrected");
        source.delete(originals[5]);

        assertClean();
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 5, MESSAGES - 1 })
    void aCopyThatTheBridgeDeletedUnaskedIsDiverged(int position) {
        carryAll();
        target.deleteByBridge(copies[position]);

        assertThat(onlyDivergence().kind()).isEqualTo(Divergence.Kind.DELETED_UNASKED);
        assertThat(onlyDivergence().change().message()).isEqualTo(copies[position]);
    }

    @Test
    void anOriginalThatTheBridgeDeletedUnaskedIsDiverged() {
        carryAll();
        source.deleteByBridge(originals[4]);
        source.deleteByBridge(source.write("c1", "not even copied"));

        assertThat(verdict().diverged()).extracting(Divergence::kind).containsOnly(Divergence.Kind.DELETED_UNASKED)
                .hasSize(2);
        assertThat(verdict().report()).contains("nobody had asked");
    }

    @Test
    void anEditThatCameBackIsEchoed() {
        carryAll();
        source.edit(originals[4], "corrected");
        target.copy("t1", "Edited: corrected");
        String echo = source.copy("c1", "Edited: corrected");

        assertThat(verdict().echoed()).extracting(HistoryEntry::message).containsExactly(echo);
    }

    @Test
    void afterItsConversationIsDeletedAnotherOneTakesItsPlace() {
        carryAll();
        target.deleteConversation("t1");
        source.write("c1", "are you still there");
        target.copy("t9", "Zoe: are you still there");
        assertClean();

        source.write("c0", "me too");
        String astray = target.copy("t9", "Zoe: me too");
        assertThat(verdict().misrouted()).extracting(copy -> copy.copy().message()).contains(astray);
    }

    @Test
    void twoConversationsForOneAtTheSameTimeAreMisroutedEvenIfOneIsDeletedLater() {
        carryAll();
        source.write("c1", "astray");
        String astray = target.copy("t9", "Zoe: astray");
        target.deleteConversation("t1");

        assertThat(verdict().misrouted()).extracting(copy -> copy.copy().message()).contains(astray);
    }

    @Test
    void aPrivateOriginalEditedIsStillPrivate() {
        carryAll();
        source.history.add(HistoryEntry.Kind.WRITTEN, HistoryEntry.Origin.TEST, "c1", "77",
                Author.AGENT, true, "psst", Instant.EPOCH);
        source.history.add(HistoryEntry.Kind.EDITED, HistoryEntry.Origin.TEST, "c1", "77",
                Author.AGENT, true, "psst, louder", Instant.EPOCH);
        String leak = target.copy("t1", "Edited: psst, louder");

        assertThat(verdict().leaked()).extracting(copy -> copy.copy().message()).containsExactly(leak);
    }

    @Test
    void theReportShowsFortyCharactersOfATextAtMost() {
        source.write("c1", "a".repeat(40) + "secret");

        assertThat(verdict().report()).contains("a".repeat(40) + "...").doesNotContain("secret");
    }

    private void assertClean() {
        assertThat(verdict().isClean()).as(verdict().report()).isTrue();
    }

    private Divergence onlyDivergence() {
        List<Divergence> diverged = verdict().diverged();
        assertThat(diverged).as(verdict().report()).hasSize(1);
        return diverged.get(0);
    }

    private Verdict verdict() {
        return judge().verdict();
    }

    private MessageJudge judge() {
        return MessageJudge.between(source.history, target.history);
    }
}
