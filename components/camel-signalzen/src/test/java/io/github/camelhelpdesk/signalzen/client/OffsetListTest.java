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
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    @CsvSource({ "99, 93", "99, 94", "99, 95", "99, 188", "3, 2", "2, 1", "1, 1", "50, 45" })
    @DisplayName("L8: rows that come before the next page, read upwards, do not end the list")
    void l8RowsThatComeDoNotEndTheList(int most, int come) {
        keep(230);
        List<String> there = List.copyOf(rows);
        cap = most;
        int[] pages = { 0 };
        between = () -> {
            if (++pages[0] == 2 || pages[0] == 4) {
                rows.addAll(0, IntStream.range(0, come).mapToObj(i -> "new" + pages[0] + "-" + i).toList());
            }
        };
        assertThat(all(list(5).up(0))).containsAll(there);
    }

    @Test
    @DisplayName("L8: whatever comes at the head and goes anywhere, what stays is read, both ways")
    void l8WhateverComesAndGoesWhatStaysIsRead() {
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            rows.clear();
            IntStream.range(0, 100 + random.nextInt(400)).forEach(i -> rows.add("r" + i));
            List<String> stay = new ArrayList<>(rows);
            boolean isNewestFirst = random.nextBoolean();
            between = () -> change(random, isNewestFirst, stay);
            OffsetList<String> list = list(5);
            Part<String> last = list.at(Math.max(0, rows.size() - 99));
            boolean isUp = random.nextBoolean();
            Set<String> read = all(isUp ? list.up(0) : list.down(last));
            last.items().stream().filter(item -> !isUp).forEach(item -> read.add(item.value()));
            List<String> known = isUp ? stay : stay.stream().filter(row -> read.contains(row) || isBelow(row, last)).toList();
            assertThat(read).as("seed " + seed).containsAll(known);
        }
    }

    private static boolean isBelow(String row, Part<String> last) {
        return Integer.parseInt(row.substring(1)) < Integer.parseInt(last.items().get(0).value().substring(1));
    }

    private void change(Random random, boolean isNewestFirst, List<String> stay) {
        for (int i = random.nextInt(3); i > 0 && rows.size() > 50; i--) {
            String gone = rows.remove(random.nextInt(rows.size()));
            stay.remove(gone);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            rows.add(isNewestFirst ? 0 : rows.size(), "new" + random.nextInt());
        }
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
