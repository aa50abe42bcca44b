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
package io.github.camelhelpdesk.acquire.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhelpdesk.acquire.AcquireConfiguration;
import io.github.camelhelpdesk.acquire.model.AcquireContact;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.Item;

class PagesTest {

    private final List<PageRequest> asked = new ArrayList<>();
    private final AcquireConfiguration configuration = new AcquireConfiguration();

    PagesTest() {
        configuration.setPageSize(10);
    }

    @Test
    void listEndsWhereTheCountSaysSo() {
        assertThat(ids(server(25, 0, true, true))).hasSize(25).doesNotHaveDuplicates();
        assertThat(asked).extracting(PageRequest::number).containsExactly(0, 1, 2);
        assertThat(asked).extracting(PageRequest::offset).containsExactly(0L, 10L, 20L);
    }

    @Test
    void listWithoutAnythingSaidEndsWithAnEmptyPage() {
        assertThat(ids(server(25, 0, false, false))).hasSize(25);
        assertThat(asked).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void serverThatCountsFromOneIsUnderstood(boolean counts) {
        assertThat(ids(server(25, 1, counts, counts))).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void countOfOnePageIsNotTakenForThatOfAll() {
        assertThat(ids(request -> {
            List<Item<AcquireContact>> items = slice(25, request.number() * 10L, 10);
            return new Envelope<>(items, true, (long) items.size(), 10);
        })).hasSize(25);
    }

    @Test
    void shorterPagesThanAskedForAreReadOn() {
        assertThat(ids(request -> new Envelope<>(slice(25, request.number() * 4L, 4), true, 25L, 4))).hasSize(25);
    }

    @Test
    void pagingThatIsIgnoredIsAnErrorWhereItHidesSomething() {
        assertThatThrownBy(() -> ids(request -> new Envelope<>(slice(25, 0, 10), true, 25L, 10)))
                .isInstanceOf(HelpdeskException.class).hasMessageContaining("The list").hasMessageContaining("paging")
                .hasMessageContaining("10 of 25");
        assertThatThrownBy(() -> ids(request -> new Envelope<>(slice(25, 0, 10), true, null, null)))
                .isInstanceOf(HelpdeskException.class);
    }

    @Test
    void pagingThatIsIgnoredDoesNoHarmWhereAllIsThere() {
        assertThat(ids(request -> new Envelope<>(slice(7, 0, 10), true, null, null))).hasSize(7);
    }

    @Test
    void listThatShrinksIsReadAnew() {
        assertThat(ids(request -> {
            int total = asked.size() < 2 ? 25 : 24;
            return new Envelope<>(slice(total, request.number() * 10L, 10), true, (long) total, 10);
        })).contains("0", "23");
        assertThat(asked).extracting(PageRequest::number).containsExactly(0, 1, 0, 1, 2);
    }

    @Test
    void pageThatFailedCanBeAskedForAgain() {
        Pages<AcquireContact> pages = new Pages<>("The list", configuration, AcquireContact::id, request -> {
            asked.add(request);
            if (asked.size() == 2) {
                throw new HelpdeskException("down", Outcome.UNCLEAR, 500, null, true, null);
            }
            return new HttpAnswer<>(200, null, new Envelope<>(slice(15, request.number() * 10L, 10), true, 15L, 10));
        });
        pages.next();
        assertThatThrownBy(pages::next).hasMessage("down");
        assertThat(pages.next().body().items()).hasSize(5);
        assertThat(pages.next()).isNull();
        assertThat(asked).extracting(PageRequest::number).containsExactly(0, 1, 1);
    }

    private List<String> ids(Function<PageRequest, Envelope<AcquireContact>> server) {
        return new Pages<>("The list", configuration, AcquireContact::id, request -> {
            asked.add(request);
            return new HttpAnswer<>(200, null, server.apply(request));
        }).all().stream().map(item -> item.value().id()).toList();
    }

    private static Function<PageRequest, Envelope<AcquireContact>> server(int total, int first, boolean counts,
            boolean limits) {
        return request -> new Envelope<>(slice(total, Math.max(0, request.number() - first) * 10L, 10), true,
                counts ? (long) total : null, limits ? 10 : null);
    }

    private static List<Item<AcquireContact>> slice(int total, long from, int size) {
        return IntStream.range((int) Math.min(total, from), (int) Math.min(total, from + size))
                .mapToObj(id -> new Item<>(AcquireContact.of(String.valueOf(id)), null, null)).toList();
    }
}
