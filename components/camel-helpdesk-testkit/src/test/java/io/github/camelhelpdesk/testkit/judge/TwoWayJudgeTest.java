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

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.testkit.HistoryEntry;

/** Both directions at once; each kind of fault planted in either. */
class TwoWayJudgeTest {

    private final Desk here = new Desk(100);
    private final Desk there = new Desk(900);
    private String question;
    private String questionThere;
    private String answer;
    private String answerHere;

    @BeforeEach
    void talk() {
        question = here.write("h1", "where is my parcel");
        questionThere = there.copy("t1", "Zoe: where is my parcel");
        answer = there.write("t1", "it is on its way");
        answerHere = here.copy("h1", "Gil: it is on its way");
        here.write("h2", "another customer");
        there.copy("t2", "Max: another customer");
        there.write("t2", "another answer");
        here.copy("h2", "Gil: another answer");
    }

    @Test
    void aBridgeThatCarriesEverythingBothWaysIsClean() {
        assertClean();
        assertThat(verdict().report()).contains("forth: 2 of 2", "back: 2 of 2");
    }

    @Test
    void whatIsLostIsLostInItsDirection() {
        there.write("t1", "it has arrived");

        assertThat(verdict().back().lost()).extracting(HistoryEntry::text).containsExactly("it has arrived");
        assertThat(verdict().forth().isClean()).isTrue();
        assertThat(verdict().isClean()).isFalse();
    }

    @Test
    void whatIsDoubledIsDoubledInItsDirection() {
        here.copy("h1", "Gil: it is on its way");

        assertThat(verdict().back().doubled()).hasSize(1);
        assertThat(verdict().forth().isClean()).isTrue();
    }

    @Test
    void d5WhatCameBackIsAnEchoOfItsDirectionAndNotStrangeInTheOther() {
        String echoHere = here.copy("h1", "Bridge: Zoe: where is my parcel");
        String echoThere = there.copy("t1", "Bridge: it is on its way");

        assertThat(verdict().forth().echoed()).extracting(HistoryEntry::message).containsExactly(echoHere);
        assertThat(verdict().back().echoed()).extracting(HistoryEntry::message).containsExactly(echoThere);
        assertThat(verdict().forth().strange()).isEmpty();
        assertThat(verdict().back().strange()).isEmpty();
    }

    @Test
    void anAnswerThatQuotesTheQuestionIsNoEcho() {
        there.write("t1", "> where is my parcel\nat your neighbour's");
        here.copy("h1", "Gil: > where is my parcel\nat your neighbour's");

        assertClean();
    }

    @Test
    void directionsThatDisagreeOnWhoTalksToWhomAreMisrouted() {
        there.write("t3", "to a third customer");
        String astray = here.copy("h1", "Gil: to a third customer");

        assertThat(verdict().back().misrouted()).extracting(copy -> copy.copy().message()).containsExactly(astray);
        assertThat(MessageJudge.between(there.history, here.history).verdict().misrouted())
                .as("one direction sees it too").hasSize(1);
    }

    @Test
    void crossedConversationsAreSeenOnlyByBothTogether() {
        Desk one = new Desk(100);
        Desk other = new Desk(900);
        one.write("h1", "first");
        one.write("h2", "second");
        other.copy("t1", "first");
        other.copy("t2", "second");
        other.write("t1", "for the first");
        other.write("t2", "for the second");
        one.copy("h2", "for the first");
        one.copy("h1", "for the second");

        assertThat(MessageJudge.between(other.history, one.history).verdict().isClean()).isTrue();
        TwoWayVerdict verdict = MessageJudge.both(one.history, other.history).verdict();
        assertThat(verdict.forth().misrouted().size() + verdict.back().misrouted().size()).isPositive();
    }

    @Test
    void e5ADeletedCopyHasToBeDeletedAtItsOriginToo() {
        there.delete(questionThere);
        assertThat(verdict().forth().diverged()).extracting(Divergence::kind)
                .containsExactly(Divergence.Kind.DELETION_OF_COPY_MISSING);
        assertThat(verdict().forth().diverged().get(0).counterpart().message()).isEqualTo(question);

        here.deleteByBridge(question);
        assertClean();
    }

    @Test
    void e5ADeletedCopyMayBeToldOfWhereItsOriginalStands() {
        here.delete(answerHere);
        assertThat(verdict().back().diverged()).hasSize(1);
        there.copy("t2", "A message of 12:00 UTC was deleted.");
        assertThat(verdict().back().diverged()).as("told in the wrong conversation").hasSize(1);
        assertThat(verdict().forth().strange()).hasSize(1);

        there.copy("t1", "A message of 12:00 UTC was deleted.");
        assertThat(verdict().back().diverged()).isEmpty();
    }

    @Test
    void e5DeletionsOfBothDirectionsNeedANoticeEachInTheConversationTheyShare() {
        here.delete(question);
        here.delete(answerHere);
        there.copy("t1", "A message of 12:00 UTC was deleted.");
        assertThat(verdict().forth().diverged().size() + verdict().back().diverged().size()).isEqualTo(1);

        there.copy("t1", "A message of 12:01 UTC was deleted.");
        assertClean();
    }

    @Test
    void e5ADeletionThatCameBackAsANoticeIsStrange() {
        there.delete(questionThere);
        here.deleteByBridge(question);
        String loop = there.copy("t1", "A message of 12:00 UTC was deleted.");

        assertThat(verdict().forth().strange()).extracting(HistoryEntry::message).containsExactly(loop);
    }

    @Test
    void e5AnEditThatCrossedWithTheDeletionOfItsCopyIsDeletedOrToldOf() {
        here.edit(question, "where is my big parcel");
        there.delete(questionThere);
        String late = there.copy("t1", "Edited: where is my big parcel");
        here.deleteByBridge(question);
        assertThat(verdict().forth().diverged()).extracting(Divergence::kind)
                .containsExactly(Divergence.Kind.DELETION_MISSING);
        assertThat(verdict().forth().diverged().get(0).counterpart().message()).isEqualTo(late);

        there.copy("t1", "A message of 12:00 UTC was deleted.");
        assertClean();
    }

    @Test
    void e5AnEditThatCrossedWithTheDeletionOfItsCopyMayGoWhileItsOriginalIsToldOf() {
        here.edit(question, "where is my big parcel");
        there.delete(questionThere);
        String late = there.copy("t1", "Edited: where is my big parcel");
        here.copy("h1", "The copy of a message of 12:00 UTC was deleted.");
        there.deleteByBridge(late);

        assertClean();
    }

    @Test
    void e5BothSidesMayDeleteAtOnce() {
        here.delete(question);
        there.delete(questionThere);
        assertClean();
        there.copy("t1", "A message of 12:00 UTC was deleted.");
        assertClean();
    }

    @Test
    void anEditOfACopyThatWasCarriedBackIsStrange() {
        there.edit(questionThere, "changed by an agent");
        String carried = here.copy("h1", "Edited: changed by an agent");

        assertThat(verdict().back().strange()).extracting(HistoryEntry::message).containsExactly(carried);
    }

    @Test
    void anEditOfACopyThatOverwroteItsOriginalIsStrange() {
        there.edit(questionThere, "changed by an agent");
        here.editByBridge(question, "changed by an agent");

        assertThat(verdict().back().strange()).hasSize(1);
    }

    @Test
    void d13EditsOnBothSidesHaveToArriveBothWays() {
        here.edit(question, "where are my parcels");
        there.edit(answer, "they are on their way");
        there.copy("t1", "Edited: where are my parcels");
        assertThat(verdict().back().diverged()).extracting(Divergence::kind).containsExactly(Divergence.Kind.EDIT_MISSING);

        here.copy("h1", "Edited: they are on their way");
        assertClean();
    }

    @Test
    void aVanishedConversationIsReplacedForBothDirections() {
        there.deleteConversation("t1");
        here.write("h1", "hello again");
        there.copy("t7", "Zoe: hello again");
        there.write("t7", "welcome back");
        here.copy("h1", "Gil: welcome back");

        assertClean();
    }

    @Test
    void theRulesHoldForBothDirections() {
        here.edit(question, "where are my parcels");
        there.note("t1", "Edited: where are my parcels");
        there.delete(answer);
        here.note("h1", "entfernt");

        assertThat(MessageJudge.both(here.history, there.history).acceptingNotes()
                .noticeOf(entry -> entry.text().equals("entfernt")).verdict().isClean()).isTrue();
        assertThat(MessageJudge.both(here.history, there.history).expecting(entry -> false).verdict().forth().expected())
                .isZero();
    }

    private void assertClean() {
        assertThat(verdict().isClean()).as(verdict().report()).isTrue();
    }

    private TwoWayVerdict verdict() {
        return MessageJudge.both(here.history, there.history).verdict();
    }
}
