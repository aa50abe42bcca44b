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
package io.github.camelhelpdesk.signalzen.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.Item;

class OffsetListTest {

    private final List<String> rows = new ArrayList<>(IntStream.range(0, 500).mapToObj(i -> "r" + i).toList());
    private final List<Integer> asked = new ArrayList<>();
    private int cap = 1_000;
    private int error;
    private Runnable between = () -> {
    };

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 50, 99, 100, 198, 500 })
    void everythingIsReadUpwards(int size) {
        keep(size);
        assertThat(all(list(5).up(0))).containsExactlyElementsOf(rows);
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 50, 99, 100, 198, 500 })
    void everythingIsReadDownwards(int size) {
        keep(size);
        OffsetList<String> list = list(5);
        Part<String> last = list.at(Math.max(0, size - 99));
        Set<String> read = all(list.down(last));
        last.items().forEach(item -> read.add(item.value()));
        assertThat(read).containsExactlyInAnyOrderElementsOf(rows);
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 5, 30, 98, 99 })
    @DisplayName("L8: rows that go before the next page take none with them")
    void l8RowsThatGoTakeNoneWithThem(int gone) {
        List<String> stay = new ArrayList<>(rows.subList(99, 500));
        between = () -> {
            if (asked.size() == 1) {
                rows.subList(0, gone).clear();
            }
        };
        assertThat(all(list(5).up(0))).containsAll(stay);
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 5, 30, 98, 150 })
    @DisplayName("L8: rows that come before the next page, read downwards, hide none")
    void l8RowsThatComeHideNone(int come) {
        List<String> there = List.copyOf(rows);
        OffsetList<String> list = list(5);
        Part<String> last = list.at(401);
        int before = asked.size();
        between = () -> {
            if (asked.size() == before) {
                rows.addAll(0, IntStream.range(0, come).mapToObj(i -> "new" + i).toList());
            }
        };
        Set<String> read = all(list.down(last));
        last.items().forEach(item -> read.add(item.value()));
        assertThat(read).containsAll(there);
    }

    @ParameterizedTest
    @ValueSource(ints = { -40, -3, 3, 40 })
    void wrongTotalIsNotTrusted(int wrong) {
        keep(250);
        error = wrong;
        assertThat(all(list(5).up(0))).containsExactlyElementsOf(rows);
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 5, 20, 50 })
    void smallerPagesThanAskedForAreGotAlongWith(int most) {
        keep(230);
        cap = most;
        assertThat(all(list(5).up(0))).containsExactlyElementsOf(rows);
        assertThat(asked).hasSizeLessThan(700);
    }

    @Test
    void walkThatBeginsBehindTheEndStepsBack() {
        keep(50);
        assertThat(all(list(5).up(400))).isNotEmpty().contains("r49");
    }

    @Test
    void listThatIgnoresTheOffsetEnds() {
        OffsetList<String> list = new OffsetList<>("The list", (offset, limit) -> answer(rows.subList(0, limit)), row -> row,
                5);
        assertThat(all(list.up(0))).hasSize(99);
    }

    @Test
    void listThatNeverJoinsEndsWithAnError() {
        int[] next = { 0 };
        OffsetList<String> list = new OffsetList<>("The list", (offset, limit) -> answer(
                IntStream.range(0, limit).mapToObj(i -> "x" + next[0]++).toList()), row -> row, 5);
        Walk<String> walk = list.up(1_000_000);
        assertThatThrownBy(() -> all(walk)).isInstanceOf(HelpdeskException.class)
                .hasMessageContaining("changes faster than it can be read");
    }

    @Test
    void pageThatFailedIsAskedForAgain() {
        boolean[] fails = { false };
        OffsetList<String> list = new OffsetList<>("The list", (offset, limit) -> {
            if (offset > 200 && !fails[0]) {
                fails[0] = true;
                throw new HelpdeskException("no", HelpdeskException.Outcome.UNCLEAR, 500, null, true, null);
            }
            return page(offset, limit);
        }, row -> row, 5);
        Walk<String> walk = list.up(0);
        Set<String> read = new LinkedHashSet<>();
        assertThatThrownBy(() -> collect(walk, read)).isInstanceOf(HelpdeskException.class);
        collect(walk, read);
        assertThat(read).containsExactlyElementsOf(rows);
    }

    private OffsetList<String> list(int overlap) {
        return new OffsetList<>("The list", this::page, row -> row, overlap);
    }

    private HttpAnswer<Rows> page(int offset, int limit) {
        assertThat(limit).isBetween(1, 99);
        between.run();
        asked.add(offset);
        int from = Math.min(offset, rows.size());
        return answer(rows.subList(from, Math.min(from + Math.min(limit, cap), rows.size())));
    }

    private HttpAnswer<Rows> answer(List<String> page) {
        return new HttpAnswer<>(200, Instant.EPOCH, new Rows((long) Math.max(0, rows.size() + error),
                page.stream().map(row -> new Item<>(row, null, null)).toList()));
    }

    private void keep(int size) {
        rows.subList(size, rows.size()).clear();
    }

    private static Set<String> all(Walk<String> walk) {
        Set<String> read = new LinkedHashSet<>();
        collect(walk, read);
        return read;
    }

    private static void collect(Walk<String> walk, Set<String> read) {
        for (Part<String> part = walk.next(); part != null; part = walk.next()) {
            part.items().forEach(item -> read.add(item.value()));
        }
    }

    private record Rows(Long total, List<Item<String>> items) implements ListPage<String> {
    }
}
