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
package io.github.camelhelpdesk.acquire.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.acquire.AcquireConfiguration;
import io.github.camelhelpdesk.acquire.client.Envelope;
import io.github.camelhelpdesk.acquire.client.Pages;
import io.github.camelhelpdesk.acquire.model.AcquireCase;
import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.Item;

class ChangedCasesTest {

    private static final Instant START = Instant.parse("2026-11-01T10:00:00Z");
    private static final Instant OLD = START.minus(Duration.ofDays(30));

    private final ChangedCases cases = new ChangedCases();

    private record Case(String id, String threadId, Instant createdAt, Instant changedAt) {
    }

    @Test
    void casesThatChangedSinceAreKnownUpToTheTimeOfThePoll() {
        poll(START, at(5), old("1", "1", at(1)), old("2", "1", at(2)));
        poll(at(4), at(9), old("3", "1", at(8)));

        assertThat(cases.of("1", START).caseIds()).containsExactlyInAnyOrder("1", "2", "3");
        assertThat(cases.of("1", START).polledAt()).isEqualTo(at(9));
        assertThat(cases.of("another", START)).isNull();
    }

    @Test
    void threadOfWhichAnOlderMessageMayBeOwedIsNotKnown() {
        poll(START, at(5), old("1", "1", at(1)));
        assertThat(cases.of("1", START.minusMillis(1))).isNull();
    }

    @Test
    void newThreadIsKnownAsAWhole() {
        poll(START, at(5), new Case("1", "1", at(1), at(3)), new Case("2", "1", at(2), at(2)));
        assertThat(cases.of("1", Instant.EPOCH).caseIds()).containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void casesThatOweNothingAnyMoreAreForgotten() {
        poll(START, at(50), old("1", "1", at(1)), old("2", "1", at(40)));
        assertThat(cases.of("1", at(30)).caseIds()).containsExactly("2");
        assertThat(cases.of("1", START)).as("what is forgotten is not taken for nothing").isNull();
        assertThat(cases.of("1", at(55))).as("none of them").isNull();
    }

    @Test
    @DisplayName("M1: of twenty thousand threads those that changed last are known, and a forgotten one is not known in part")
    void m1ThreadsThatChangedLastAreKnown() {
        int all = 20_000;
        List<Case> many = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            many.add(old("c" + i, "t" + i, START.plusSeconds(i)));
        }
        poll(START, START.plusSeconds(all), many.toArray(Case[]::new));
        long known = many.stream().filter(each -> cases.of(each.threadId, each.changedAt) != null).count();
        assertThat(known).isEqualTo(ChangedCases.MOST);
        assertThat(cases.of("t" + (all - 1), START)).isNotNull();
        assertThat(cases.of("t7", START)).isNull();

        poll(START.plusSeconds(all), START.plusSeconds(all + 9), old("another", "t7", START.plusSeconds(all + 1)));
        assertThat(cases.of("t7", START)).as("its case c7 may owe something").isNull();
        assertThat(cases.of("t7", START.plusSeconds(all)).caseIds()).containsExactly("another");
    }

    @Test
    void pollThatDoesNotTellItsTimeIsNotReliedOn() {
        poll(START, null, old("1", "1", at(1)));
        assertThat(cases.of("1", START)).isNull();
    }

    @Test
    void pollThatDoesNotTellItsTimeLeavesAGapInWhatIsKnown() {
        poll(START, at(5), old("1", "1", at(1)));
        poll(at(4), null, old("2", "1", at(8)));
        poll(at(9), at(14), old("3", "1", at(12)));
        assertThat(cases.of("1", START)).as("case 2 owes something").isNull();
        assertThat(cases.of("1", at(9)).caseIds()).containsExactly("3");
    }

    @Test
    @DisplayName("L8: a list that shifts while it is paged may have hidden a case that moved, and is not relied on")
    void l8ListThatShiftsIsNotReliedOn() {
        Case one = old("1", "1", at(4));
        Case two = old("2", "2", at(3));
        poll(START, at(5), List.of(List.of(one, two), List.of(two, old("4", "1", at(1)))));
        assertThat(cases.of("1", START)).as("case 3, which moved to the front, owes something").isNull();
        poll(at(4), at(9), old("3", "1", at(6)));
        assertThat(cases.of("1", START)).isNull();
        assertThat(cases.of("1", at(4)).caseIds()).containsExactly("3");
    }

    private static Instant at(int minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }

    private static Case old(String id, String threadId, Instant changedAt) {
        return new Case(id, threadId, OLD, changedAt);
    }

    private void poll(Instant since, Instant date, Case... list) {
        poll(since, date, List.of(List.of(list)));
    }

    private void poll(Instant since, Instant date, List<List<Case>> pages) {
        Iterator<List<Case>> answers = pages.iterator();
        CaseSweep sweep = new CaseSweep(new Pages<>("The list of cases", new AcquireConfiguration(), AcquireCase::id,
                page -> answer(items(answers.next()), date, answers.hasNext())), since, new ThreadPeople(() -> null),
                CaseVersion::ofMessages);
        sweep.goOn(pages.size());
        cases.polled(since, sweep);
    }

    private static List<Item<AcquireCase>> items(List<Case> list) {
        List<Item<AcquireCase>> items = new ArrayList<>();
        for (Case each : list) {
            AcquireCase value = HelpdeskJson.mapper().convertValue(Map.of("id", each.id, "threadId", each.threadId,
                    "dateCreated", each.createdAt.toString(), "dateUpdated", each.changedAt.toString()), AcquireCase.class);
            items.add(new Item<>(value, null, null));
        }
        return items;
    }

    private static HttpAnswer<Envelope<AcquireCase>> answer(List<Item<AcquireCase>> items, Instant date, boolean isMore) {
        long count = isMore ? 1_000_000 : items.size();
        return new HttpAnswer<>(200, date, new Envelope<>(items, true, count, items.size() + 1));
    }
}
