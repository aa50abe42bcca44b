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
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.common.HelpdeskConstants;

class ConversationsConsumerTest extends ConversationsTestBase {

    @Test
    void whatHappensAfterTheStartIsToldInAFixedOrder() throws Exception {
        start(ONE_POLL);
        desk.open("a");
        desk.close("a");
        desk.label("a", "vip");
        desk.assign("a", "7");
        wakeAll();
        awaitGot("a opened", "a assigned", "a labelled", "a closed");
        assertThat(got).containsExactly("a opened", "a assigned", "a labelled", "a closed");
    }

    @Test
    @DisplayName("what is opened in the second of the start is new, though a provider may tell its time in whole seconds")
    void whatIsOpenedInTheSecondOfTheStartIsNew() throws Exception {
        desk.now = MemoryConversations.START.plusMillis(300);
        start(ONE_POLL);
        desk.now = MemoryConversations.START;
        desk.open("a");
        desk.label("a", "vip");
        wakeAll();
        awaitGot("a opened", "a labelled");
    }

    @Test
    void providerAccountAndTheProvidersOwnHeadersAreSet() throws Exception {
        desk.open("a");
        List<Exchange> exchanges = new CopyOnWriteArrayList<>();
        start(SOON, exchanges::add, null);
        desk.close("a");
        await().atMost(Duration.ofSeconds(30)).until(() -> !exchanges.isEmpty());
        assertThat(exchanges.get(0).getMessage().getHeaders()).containsEntry(HelpdeskConstants.PROVIDER, "memory")
                .containsEntry(HelpdeskConstants.ACCOUNT, "memory/1").containsEntry("CamelMemoryConversationId", "a")
                .doesNotContainKey(HelpdeskConstants.CONVERSATION_ID);
    }

    @Test
    void theBeginningTellsOfAllThereIs() throws Exception {
        desk.open("a");
        desk.close("a");
        desk.open("b");
        start(BEGINNING);
        awaitGot("a opened", "a closed", "b opened");
    }

    @Test
    void anInstantTellsWhatHappenedSince() throws Exception {
        desk.saysClosed = true;
        desk.open("a");
        desk.open("b");
        desk.now = MemoryConversations.START.plusSeconds(60);
        desk.close("a");
        desk.open("c");
        start(SOON + "&startFrom=2026-11-01T10:00:30Z");
        awaitGot("a closed", "c opened");
    }

    @Test
    void equalStampsHideNothing() throws Exception {
        desk.open("a");
        start(SOON);
        for (int i = 0; i < 3; i++) {
            int told = got.size();
            desk.close("a");
            await().atMost(Duration.ofSeconds(30)).until(() -> got.size() > told);
            desk.open("a");
            await().atMost(Duration.ofSeconds(30)).until(() -> got.size() > told + 1);
        }
        assertThat(got).containsExactly("a closed", "a opened", "a closed", "a opened", "a closed", "a opened");
    }

    @Test
    @DisplayName("wakeUpPath: a wake reads the conversation at once, and one that was not said is found by a list")
    void wake() throws Exception {
        desk.open("a");
        DefaultCamelContext context = start(ONE_POLL);
        await().atMost(Duration.ofSeconds(30)).until(() -> desk.lists.get() == 1);
        desk.close("a");
        ConversationsConsumer consumer = (ConversationsConsumer) context.getRoute("watch").getConsumer();
        consumer.wake("a", "12");
        awaitGot("a closed");
        assertThat(desk.singles).hasValue(1);
        assertThat(desk.lists).hasValue(1);
    }

    @Test
    void aWakeIsNotAnsweredWithWhatWasListedBefore() {
        LatestSnapshots latest = new LatestSnapshots();
        desk.open("a");
        ConversationSnapshot open = desk.conversation("a");
        long began = latest.begin();
        latest.woken("a");
        latest.listed(began, List.of(open));
        assertThat(latest.take("a")).isNull();
        latest.listed(latest.begin(), List.of(new ConversationSnapshot("a", open.status(), "9", null, Instant.EPOCH,
                Instant.EPOCH, null, "a", open.headers(), null)));
        latest.woken("a");
        assertThat(latest.take("a")).isNull();
    }

    @Test
    void oneConversationIsReadAlone() throws Exception {
        desk.open("a");
        desk.open("b");
        start(SOON, this::collect, "a");
        desk.close("b");
        desk.close("a");
        awaitGot("a closed");
        assertThat(desk.lists).hasValue(0);
    }

    @Test
    void anIdleAccountCostsOneListForEachPoll() throws Exception {
        IntStream.range(0, 50).forEach(number -> desk.open("c" + number));
        start(SOON);
        awaitPolls(5);
        assertThat(desk.singles).hasValue(0);
        assertThat(got).isEmpty();
    }
}
