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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.testkit.Author;
import io.github.camelhelpdesk.testkit.History;
import io.github.camelhelpdesk.testkit.HistoryEntry;
import io.github.camelhelpdesk.testkit.HistoryEntry.Kind;
import io.github.camelhelpdesk.testkit.HistoryEntry.Origin;

class MessageJudgeTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final History source = new History();
    private final History target = new History();
    private int lastCopy = 900;

    @Test
    void aBridgeThatCarriesEverythingOnceIsClean() {
        for (int i = 1; i <= 12; i++) {
            original("c1", "order " + i);
            original("c2", "question " + i);
        }
        for (int i = 1; i <= 12; i++) {
            copy("t2", "Zoe: question " + i);
            copy("t1", "Max: order " + i);
        }
        Verdict verdict = judge();
        assertThat(verdict.isClean()).as(verdict.report()).isTrue();
        assertThat(verdict.arrived()).isEqualTo(24);
        assertThat(verdict.report()).startsWith("24 of 24 messages arrived, each once");
    }

    @Test
    void whatDidNotArriveIsLost() {
        original("c1", "one");
        HistoryEntry lost = original("c1", "two");
        copy("t1", "one");
        Verdict verdict = judge();
        assertThat(verdict.isClean()).isFalse();
        assertThat(verdict.lost()).containsExactly(lost);
        assertThat(verdict.report()).contains("1 of 2 messages arrived", "lost (1)", "conversation c1", "\"two\"");
    }

    @Test
    void aSecondCopyIsDoubled() {
        original("c1", "one");
        copy("t1", "one");
        HistoryEntry second = copy("t1", "Zoe: one");
        assertThat(judge().doubled()).extracting(Copy::copy).containsExactly(second);
        assertThat(judge().isClean()).isFalse();
        assertThat(judge().lost()).isEmpty();
    }

    @Test
    void aCopyThatOvertookAnEarlierOneIsReordered() {
        original("c1", "one");
        original("c1", "two");
        original("c1", "three");
        copy("t1", "one");
        HistoryEntry tooEarly = copy("t1", "three");
        copy("t1", "two");
        assertThat(judge().reordered()).extracting(Copy::copy).containsExactly(tooEarly);
        assertThat(judge().isClean()).isFalse();
    }

    @Test
    void conversationsHaveNoOrderAmongEachOther() {
        original("c1", "one");
        original("c2", "two");
        copy("t2", "two");
        copy("t1", "one");
        assertThat(judge().isClean()).isTrue();
    }

    @Test
    void aMessageThatCommittedLateMayComeInEitherOrder() {
        add(source, Origin.TEST, "c1", "12", Author.CUSTOMER, false, "early", NOON);
        add(source, Origin.TEST, "c1", "11", Author.CUSTOMER, false, "late", NOON);
        copy("t1", "late");
        copy("t1", "early");
        assertThat(judge().isClean()).isTrue();
    }

    @Test
    void aBackDatedMessageMayComeInEitherOrder() {
        add(source, Origin.TEST, "c1", "11", Author.CUSTOMER, false, "first", NOON);
        add(source, Origin.TEST, "c1", "12", Author.CUSTOMER, false, "imported", NOON.minusSeconds(60));
        copy("t1", "imported");
        copy("t1", "first");
        assertThat(judge().isClean()).isTrue();
    }

    @Test
    void aCopyInAnotherCustomersConversationIsMisrouted() {
        original("c1", "one");
        original("c1", "two");
        original("c2", "three");
        original("c2", "four");
        copy("t1", "one");
        copy("t2", "three");
        copy("t2", "four");
        HistoryEntry astray = copy("t2", "two");
        assertThat(judge().misrouted()).extracting(Copy::copy).containsExactly(astray);
        assertThat(judge().isClean()).isFalse();
    }

    @Test
    void twoCustomersInOneConversationAreMisrouted() {
        original("c1", "one");
        original("c1", "two");
        original("c2", "three");
        copy("t1", "one");
        copy("t1", "two");
        HistoryEntry astray = copy("t1", "three");
        assertThat(judge().misrouted()).extracting(Copy::copy).containsExactly(astray);
    }

    @Test
    void aSecondConversationForOneCustomerIsMisrouted() {
        original("c1", "one");
        original("c1", "two");
        original("c1", "three");
        copy("t1", "one");
        copy("t1", "two");
        HistoryEntry astray = copy("t9", "three");
        assertThat(judge().misrouted()).extracting(Copy::copy).containsExactly(astray);
    }

    @Test
    void aPrivateNoteThatCrossedIsLeakedAndOneThatDidNotIsNotLost() {
        original("c1", "one");
        add(source, Origin.TEST, "c1", "55", Author.AGENT, true, "psst", NOON);
        add(source, Origin.TEST, "c1", "56", Author.AGENT, true, "stays here", NOON);
        copy("t1", "one");
        HistoryEntry leaked = copy("t1", "Gil: psst");
        assertThat(judge().leaked()).extracting(Copy::copy).containsExactly(leaked);
        assertThat(judge().lost()).isEmpty();
        assertThat(judge().isClean()).isFalse();
    }

    @Test
    void whatRepeatsNothingIsStrange() {
        original("c1", "one");
        copy("t1", "one");
        HistoryEntry strange = copy("t1", "where does this come from");
        assertThat(judge().strange()).containsExactly(strange);
        assertThat(judge().isClean()).isFalse();
    }

    @Test
    void d5WhatComesBackIsEchoed() {
        original("c1", "one");
        copy("t1", "one");
        HistoryEntry echo = add(source, Origin.API, "c1", "99", Author.BOT, false, "Zoe: one", NOON);
        assertThat(judge().echoed()).containsExactly(echo);
        assertThat(judge().isClean()).isFalse();
    }

    @Test
    void whatPeopleWroteAtTheTargetIsNoCopy() {
        HistoryEntry lost = original("c1", "one");
        add(target, Origin.TEST, "t1", "5", Author.AGENT, false, "one", NOON);
        assertThat(judge().lost()).containsExactly(lost);
    }

    @Test
    void botsAndSystemAndFilesWithoutTextNeedNotCross() {
        add(source, Origin.TEST, "c1", "1", Author.BOT, false, "welcome", NOON);
        add(source, Origin.TEST, "c1", "2", Author.SYSTEM, false, null, NOON);
        add(source, Origin.TEST, "c1", "3", Author.CUSTOMER, false, null, NOON);
        assertThat(judge().isClean()).isTrue();
        assertThat(MessageJudge.between(source, target).expecting(entry -> true).verdict().lost()).hasSize(1);
    }

    @Test
    void theLongestOriginalIsMeantAndItMayStandInTheMiddle() {
        original("c1", "order 1");
        original("c1", "order 11");
        copy("t1", "order 1");
        copy("t1", "Zoe wrote: order 11 (1 file)");
        assertThat(judge().isClean()).as(judge().report()).isTrue();
    }

    @Test
    void equalTextsCannotBeJudged() {
        original("c1", "same");
        original("c2", "same");
        assertThatThrownBy(this::judge).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("same text");
    }

    @Test
    void equalTextsThatNeedNotCrossDoNotMatter() {
        add(source, Origin.TEST, "c1", "1", Author.BOT, false, "welcome", NOON);
        add(source, Origin.TEST, "c2", "2", Author.BOT, false, "welcome", NOON);
        assertThat(judge().isClean()).isTrue();
    }

    private Verdict judge() {
        return MessageJudge.between(source, target).verdict();
    }

    private HistoryEntry original(String conversation, String text) {
        int id = 100 + source.entries().size();
        return add(source, Origin.TEST, conversation, String.valueOf(id), Author.CUSTOMER, false, text, NOON.plusSeconds(id));
    }

    private HistoryEntry copy(String conversation, String text) {
        return add(target, Origin.API, conversation, String.valueOf(++lastCopy), Author.BOT, false, text, NOON);
    }

    private static HistoryEntry add(History history, Origin origin, String conversation, String message, Author author,
            boolean isPrivate, String text, Instant createdAt) {
        history.add(Kind.WRITTEN, origin, conversation, message, author, isPrivate, text, createdAt);
        return history.entries().get(history.entries().size() - 1);
    }
}
