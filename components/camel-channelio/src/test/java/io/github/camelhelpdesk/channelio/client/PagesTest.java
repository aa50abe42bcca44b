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
package io.github.camelhelpdesk.channelio.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.channelio.model.ChannelioManager;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.Item;

class PagesTest {

    private int ids;
    private final List<String> asked = new ArrayList<>();
    private final Deque<Object> answers = new ArrayDeque<>();
    private final Pages<ManagersPage> pages = new Pages<>("The list", null, 50, (cursor, limit) -> {
        asked.add(cursor);
        Object answer = answers.remove();
        if (answer instanceof HelpdeskException failure) {
            throw failure;
        }
        return new HttpAnswer<>(200, null, (ManagersPage) answer);
    });

    @Test
    void cursorsAreHandedOnUntilThereIsNone() {
        answers.addAll(List.of(page("a=="), page("b=="), page(null)));
        assertThat(pages.next()).isNotNull();
        assertThat(pages.next()).isNotNull();
        assertThat(pages.next()).isNotNull();
        assertThat(pages.next()).isNull();
        assertThat(asked).containsExactly(null, "a==", "b==");
    }

    @Test
    void emptyCursorEndsTheList() {
        answers.add(page(""));
        pages.next();
        assertThat(pages.next()).isNull();
        assertThat(pages.cursor()).isNull();
    }

    @Test
    void emptyPageEndsTheListAlthoughItHasACursor() {
        answers.add(new ManagersPage("more", List.of()));
        assertThat(pages.next().body().items()).isEmpty();
        assertThat(pages.next()).isNull();
    }

    @Test
    void cursorThatComesAgainIsAnError() {
        answers.addAll(List.of(page("a"), page("b"), page("a")));
        pages.next();
        pages.next();
        pages.next();
        assertThatThrownBy(pages::next).isInstanceOf(HelpdeskException.class).hasMessageContaining("The list")
                .hasMessageContaining("same cursor");
        assertThat(asked).hasSize(3);
    }

    @Test
    void pageThatBeginsLikeOneBeforeIsAnErrorHoweverItsCursorLooks() {
        answers.addAll(List.of(page("a"), page("b"), page("1", "c")));
        pages.next();
        pages.next();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(pages::next).isInstanceOf(HelpdeskException.class).hasMessageContaining("The list");
        }
        assertThat(asked).hasSize(3);
    }

    @Test
    void pagesOfItemsThatHaveNoIdCannotBeTakenForRepeated() {
        Item<ChannelioManager> nameless = new Item<>(new ChannelioManager(null, "Mia", null, null, null, null), null, null);
        answers.addAll(List.of(new ManagersPage("a", List.of(nameless)), new ManagersPage(null, List.of(nameless))));
        pages.next();
        assertThat(pages.next()).isNotNull();
    }

    @Test
    void pageThatFailedCanBeAskedForAgain() {
        answers.addAll(List.of(page("a"), new HelpdeskException("down", Outcome.UNCLEAR, 500, null, true, null), page(null)));
        pages.next();
        assertThatThrownBy(pages::next).hasMessage("down");
        assertThat(pages.next()).isNotNull();
        assertThat(asked).containsExactly(null, "a", "a");
    }

    private ManagersPage page(String next) {
        return page(String.valueOf(++ids), next);
    }

    private static ManagersPage page(String firstId, String next) {
        return new ManagersPage(next,
                List.of(new Item<>(new ChannelioManager(firstId, "Mia", null, null, null, null), null, null)));
    }
}
