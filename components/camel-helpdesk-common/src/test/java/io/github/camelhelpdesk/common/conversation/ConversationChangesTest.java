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
package io.github.camelhelpdesk.common.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.Processor;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of changes that lie before the start, or of which the polls have seen a part only. */
class ConversationChangesTest extends ConversationsTestBase {

    @Test
    @DisplayName("startFrom=now: a change of an old conversation is told from what it was")
    void changeOfAnOldConversationIsToldFromWhatItWas() throws Exception {
        for (String id : List.of("a", "b", "c", "d", "e")) {
            desk.open(id);
            desk.label(id, "old");
            desk.assign(id, "1");
        }
        desk.close("e");
        tick();
        start(SOON);
        assertThat(entries()).hasSize(5);
        desk.close("a");
        desk.assign("b", null);
        desk.label("c", "old", "new");
        desk.touch("d");
        desk.open("e");
        awaitGot("a closed", "b assigned", "c labelled", "e opened");
        awaitPolls(3);
        assertThat(got).hasSize(4);
    }

    @Test
    void whatWasClosedForLongIsKnownToBeClosedWithoutAnEntry() throws Exception {
        desk.open("a");
        desk.label("a", "x");
        desk.assign("a", "1");
        desk.close("a");
        desk.open("still open");
        desk.now = desk.now.plus(Duration.ofDays(40));
        start(SOON);
        assertThat(entries()).hasSize(1);
        desk.label("a", "y");
        awaitPolls(3);
        desk.label("a", "z");
        desk.open("a");
        awaitGot("a opened", "a labelled");
        assertThat(got).containsExactly("a opened", "a labelled");
    }

    @Test
    @DisplayName("closed and opened between two polls: told where the provider says when it was closed")
    void quickCloseAndOpen() throws Exception {
        desk.saysClosed = true;
        desk.open("a");
        desk.open("b");
        tick();
        desk.close("b");
        tick();
        start(ONE_POLL);
        tick();
        desk.close("a");
        desk.open("b");
        tick();
        desk.open("a");
        desk.close("b");
        wakeAll();
        awaitGot("a closed", "a opened", "b opened", "b closed");
        assertThat(got).containsSubsequence("a closed", "a opened").containsSubsequence("b opened", "b closed");
        tick();
        desk.touch("a");
        desk.touch("b");
        desk.open("last");
        wakeAll();
        await().atMost(Duration.ofSeconds(30)).until(() -> got.contains("last opened"));
        assertThat(got).hasSize(5);
    }

    @Test
    @DisplayName("closed and opened between two polls: not told where the provider does not say")
    void quickCloseAndOpenUnsaid() throws Exception {
        desk.open("a");
        start(ONE_POLL);
        desk.close("a");
        desk.open("a");
        desk.open("b");
        wakeAll();
        awaitGot("b opened");
    }

    @Test
    @DisplayName("entries of conversations that were closed a month ago go, and what happens to these is still told")
    void closedConversationsAreForgotten() throws Exception {
        start(SOON);
        tick();
        desk.open("a");
        desk.close("a");
        desk.open("b");
        awaitGot("a opened", "a closed", "b opened");
        desk.now = desk.now.plus(Duration.ofDays(31));
        desk.touch("b");
        desk.open("c");
        await().atMost(Duration.ofSeconds(30)).until(() -> entries().size() == 2);
        desk.open("a");
        await().atMost(Duration.ofSeconds(30)).until(() -> got.contains("c opened") && got.size() >= 5);
        assertThat(got).containsExactlyInAnyOrder("a opened", "a closed", "b opened", "c opened", "a opened");
        assertThat(entries()).hasSize(3).allMatch(entry -> entry.length() < 100);
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5 })
    @DisplayName("whatever happens, with stops and failures between: what was told adds up to what is")
    void whatWasToldAddsUp(long seed) throws Exception {
        Random random = new Random(seed);
        List<String> ids = List.of("a", "b", "c", "d");
        ids.forEach(desk::open);
        AtomicInteger calls = new AtomicInteger();
        Processor failing = exchange -> {
            if (calls.incrementAndGet() % 5 == 0) {
                throw new RuntimeCamelException("now and then");
            }
            collect(exchange);
        };
        DefaultCamelContext context = start(SOON, failing, null);
        for (int i = 0; i < 60; i++) {
            change(random, ids.get(random.nextInt(ids.size())));
            if (random.nextInt(4) == 0) {
                awaitPolls(1);
            }
            if (random.nextInt(15) == 0) {
                context.stop();
                change(random, ids.get(random.nextInt(ids.size())));
                context = start(SOON, failing, null);
            }
        }
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> ids.forEach(this::assertAddsUp));
    }

    private void change(Random random, String id) {
        if (random.nextBoolean()) {
            tick();
        }
        if (random.nextBoolean()) {
            desk.open(id);
        } else {
            desk.close(id);
        }
    }

    private void assertAddsUp(String id) {
        List<String> told = got.stream().filter(event -> event.startsWith(id)).toList();
        for (int i = 0; i < told.size(); i++) {
            assertThat(told.get(i)).isEqualTo(id + (i % 2 == 0 ? " closed" : " opened"));
        }
        boolean isOpen = desk.conversation(id).status() == io.github.camelhelpdesk.common.ConversationStatus.OPEN;
        assertThat(told.size() % 2 == 0).as(id + " is open").isEqualTo(isOpen);
    }
}
