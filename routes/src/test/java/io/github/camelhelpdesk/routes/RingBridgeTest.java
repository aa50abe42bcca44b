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
package io.github.camelhelpdesk.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhelpdesk.chatwoot.ChatwootComponent;
import io.github.camelhelpdesk.sync.HelpdeskSyncComponent;
import io.github.camelhelpdesk.testkit.History;
import io.github.camelhelpdesk.testkit.HistoryEntry;
import io.github.camelhelpdesk.testkit.channelio.ChannelioSimulator;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;

/** Two accounts of one provider and one of another, joined in more ways than one. */
class RingBridgeTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path directory;
    private final ChannelioSimulator channelio = ChannelioSimulator.start();
    private final ChatwootSimulator eu = ChatwootSimulator.start();
    private final ChatwootSimulator us = ChatwootSimulator.start();
    private final Main main = new Main();
    private final List<String> written = new ArrayList<>();

    @BeforeEach
    void configure() {
        main.addOverrideProperty("camel.main.routes-include-pattern", "classpath:camel-template/*.yaml");
        main.addOverrideProperty("camel.component.helpdesk-sync.ledger-file", directory.resolve("ledger.db").toString());
        main.addOverrideProperty("camel.component.helpdesk-sync.settle-time", "500");
        main.addOverrideProperty("camel.component.helpdesk-sync.redelivery-delay", "50");
        main.addOverrideProperty("camel.component.channelio.base-url", channelio.baseUrl());
        main.addOverrideProperty("camel.component.channelio.access-key", channelio.accessKey());
        main.addOverrideProperty("camel.component.channelio.secret-key", channelio.secretKey());
        main.addOverrideProperty("camel.component.channelio.requests-per-minute", "0");
        main.bind("chatwootEu", chatwoot(eu));
        main.bind("chatwootUs", chatwoot(us));
    }

    private static ChatwootComponent chatwoot(ChatwootSimulator simulator) {
        ChatwootComponent component = new ChatwootComponent();
        component.getConfiguration().setBaseUrl(simulator.baseUrl());
        component.getConfiguration().setAccountId(simulator.accountId());
        component.getConfiguration().setAccessToken(simulator.accessToken());
        component.setRequestsPerMinute(0);
        return component;
    }

    @AfterEach
    void stop() {
        main.stop();
        channelio.close();
        eu.close();
        us.close();
    }

    private void join(String link, String one, String other) {
        Map<String, String> often = Map.of("delay", "200");
        main.configure().addRoutesBuilder(new LinkRoutes(link, one, other, Map.of(one, often, other, often)));
    }

    private String next() {
        written.add(String.format("message-%04d", written.size()));
        return written.get(written.size() - 1);
    }

    private static List<String> texts(History history) {
        return history.entries().stream().filter(entry -> entry.kind() == HistoryEntry.Kind.WRITTEN).map(HistoryEntry::text)
                .map(text -> text.substring(text.indexOf("message-"))).toList();
    }

    private void awaitAllOnceOnEachSide() {
        await().atMost(PATIENCE).until(() -> histories().allMatch(history -> texts(history).containsAll(written)));
        // Both sides are read again, so that a copy that comes back would have come.
        await().during(Duration.ofSeconds(2)).atMost(PATIENCE)
                .until(() -> histories().allMatch(history -> texts(history).size() == written.size()));
        histories().forEach(history -> assertThat(texts(history)).containsExactlyInAnyOrderElementsOf(written));
        // A copy is there before the ledger knows of it.
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                main.getCamelContext().getComponent("helpdesk-sync", HelpdeskSyncComponent.class).ledgerView().links())
                .flatExtracting(link -> link.flows()).allSatisfy(flow -> {
                    assertThat(flow.parked()).isZero();
                    assertThat(flow.delivered()).isEqualTo(flow.received());
                }));
    }

    private Stream<History> histories() {
        return Stream.of(eu.history(), us.history(), channelio.history());
    }

    /** Everybody writes, first in conversations of his own, then in all that there are. */
    private void writeEverywhere() {
        long inEu = eu.openConversation("Ana");
        long inUs = us.openConversation("Bo");
        String chat = channelio.openUserChat("Mina");
        eu.writeAsCustomer(inEu, next());
        us.writeAsCustomer(inUs, next());
        channelio.writeAsCustomer(chat, next());
        awaitAllOnceOnEachSide();
        eu.conversations().forEach(conversation -> eu.writeAsAgent(conversation.id(), next()));
        us.conversations().forEach(conversation -> us.writeAsAgent(conversation.id(), next()));
        channelio.userChats().forEach(each -> channelio.writeAsManager(each.id(), next()));
        awaitAllOnceOnEachSide();
    }

    @Test
    @DisplayName("D5: a ring of three real desks, two of them of one provider: one message stays one on each side")
    void d5TheRingOfThree() throws Exception {
        join("atlantic", "chatwootEu", "chatwootUs");
        join("pacific", "chatwootUs", "channelio");
        join("home", "channelio", "chatwootEu");
        main.start();
        writeEverywhere();
    }

    @Test
    @DisplayName("D5, D11: two links that share an account copy on through it; conversations and contacts stay apart")
    void d5AndD11TheHub() throws Exception {
        join("one", "channelio", "chatwootEu");
        join("two", "chatwootUs", "chatwootEu");
        main.start();
        writeEverywhere();
        assertThat(channelio.userChats()).hasSize(3);
        assertThat(eu.conversations()).hasSize(3);
        assertThat(us.conversations()).hasSize(3);
        assertThat(eu.contacts()).as("one of its own and one for each customer of the others").hasSize(3);
        assertThat(us.contacts()).hasSize(3);
    }

    @Test
    @DisplayName("D11: a conversation that was deleted gets a successor, with the same contact")
    void d11DeletedConversationGetsASuccessorWithTheSameContact() throws Exception {
        join("atlantic", "chatwootEu", "chatwootUs");
        main.start();
        long inEu = eu.openConversation("Ana");
        eu.writeAsCustomer(inEu, next());
        await().atMost(PATIENCE).until(() -> texts(us.history()).containsAll(written));
        long copy = us.conversations().get(0).id();
        us.deleteConversation(copy);
        eu.writeAsCustomer(inEu, next());
        await().atMost(PATIENCE).until(() -> texts(us.history()).containsAll(written));
        assertThat(us.conversations()).singleElement().satisfies(now -> assertThat(now.id()).isNotEqualTo(copy));
        us.writeAsAgent(us.conversations().get(0).id(), next());
        await().atMost(PATIENCE).until(() -> texts(eu.history()).containsAll(written));
        assertThat(eu.conversations()).hasSize(1);
        assertThat(us.contacts()).hasSize(1);
        assertThat(eu.contacts()).hasSize(1);
    }
}
