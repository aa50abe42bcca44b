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
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhelpdesk.sync.view.FlowStatus;
import io.github.camelhelpdesk.testkit.History;
import io.github.camelhelpdesk.testkit.HistoryEntry;
import io.github.camelhelpdesk.testkit.channelio.ChannelioSimulator;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;
import io.github.camelhelpdesk.testkit.fault.Fault;
import io.github.camelhelpdesk.testkit.fault.FaultRule;
import io.github.camelhelpdesk.testkit.judge.MessageJudge;
import io.github.camelhelpdesk.testkit.judge.TwoWayVerdict;
import io.github.camelhelpdesk.testkit.judge.Verdict;

/** Four templated routes between two desks at which customers and agents write at the same time. */
class TwoWayBridgeTest {

    private static final int CONVERSATIONS = 5;
    private static final int ROUNDS = 10;

    @TempDir
    Path directory;
    private TwoDesks desks;
    private ChannelioSimulator channelio;
    private ChatwootSimulator chatwoot;
    private int written;

    @BeforeEach
    void start() throws Exception {
        desks = new TwoDesks(directory, "classpath:two-way-bridge.yaml,classpath:camel-template/*.yaml");
        channelio = desks.channelio;
        chatwoot = desks.chatwoot;
        desks.set("helpdesk-sync.settle-time", 500);
        desks.main.start();
    }

    @AfterEach
    void stop() {
        desks.close();
    }

    @Test
    @DisplayName("D3, D5: both directions carry every message once and in order, and no copy comes back")
    void d3AndD5BothDirectionsCarryEveryMessageOnceAndNoCopyComesBack() {
        List<FaultRule> faults = List.of(
                channelio.faults().on("POST", ".*/messages").every(15).then(Fault.processThenDrop()),
                channelio.faults().onAny().every(50).then(Fault.status(429, "1")),
                channelio.faults().onAny().every(50).then(Fault.status(500)),
                chatwoot.faults().on("POST", ".*/messages").every(15).then(Fault.processThenDrop()),
                chatwoot.faults().onAny().every(50).then(Fault.status(429, "1")),
                chatwoot.faults().onAny().every(50).then(Fault.status(500)));
        List<String> chats = IntStream.range(0, CONVERSATIONS).mapToObj(i -> channelio.openUserChat("Ana " + i)).toList();
        List<Long> conversations = IntStream.range(0, CONVERSATIONS).mapToObj(i -> chatwoot.openConversation("Bo " + i))
                .toList();
        chats.forEach(chat -> channelio.writeAsCustomer(chat, next()));
        conversations.forEach(conversation -> chatwoot.writeAsCustomer(conversation, next()));
        awaitCopies(CONVERSATIONS, CONVERSATIONS);

        // From here on each conversation has its counterpart, in which people write too.
        List<String> allChats = channelio.userChats().stream().map(chat -> chat.id()).toList();
        List<Long> allConversations = chatwoot.conversations().stream().map(conversation -> conversation.id()).toList();
        assertThat(allChats).hasSize(2 * CONVERSATIONS);
        assertThat(allConversations).hasSize(2 * CONVERSATIONS);
        for (int round = 0; round < ROUNDS; round++) {
            boolean byCustomer = round % 3 == 0;
            allChats.forEach(chat -> write(byCustomer, chat));
            allConversations.forEach(conversation -> write(byCustomer, conversation));
            awaitFlow(round);
        }
        int each = CONVERSATIONS + ROUNDS * 2 * CONVERSATIONS;
        awaitCopies(each, each);
        desks.awaitQuiet();

        assertClean(channelio.history(), chatwoot.history(), each);
        assertClean(chatwoot.history(), channelio.history(), each);
        assertThat(channelio.userChats()).hasSize(2 * CONVERSATIONS);
        assertThat(chatwoot.conversations()).hasSize(2 * CONVERSATIONS);
        assertThat(TwoDesks.counterparts(channelio.history(), chatwoot.history()))
                .as("one conversation stands for one, both ways")
                .containsExactlyInAnyOrderEntriesOf(
                        TwoDesks.inverse(TwoDesks.counterparts(chatwoot.history(), channelio.history())));
        assertThat(desks.flows()).allSatisfy(flow -> assertThat(flow).extracting(FlowStatus::received, FlowStatus::delivered,
                FlowStatus::parked).containsExactly((long) each, (long) each, 0L));
        assertThat(faults).allSatisfy(fault -> assertThat(fault.count()).isPositive());
    }

    @Test
    @DisplayName("E5: whoever deletes a copy deletes its original or has it told of, on either side, with the default include")
    void e5DeletingACopyReachesItsOriginalFromEitherSide() {
        channelio.writeAsCustomer(channelio.openUserChat("Ana"), next());
        chatwoot.writeAsCustomer(chatwoot.openConversation("Bo"), next());
        awaitCopies(1, 1);
        HistoryEntry copyOfBo = copy(channelio.history());
        HistoryEntry copyOfAna = copy(chatwoot.history());
        channelio.removeMessage(copyOfBo.conversation(), copyOfBo.message());
        chatwoot.deleteMessage(Long.parseLong(copyOfAna.conversation()), Long.parseLong(copyOfAna.message()));
        assertThat(bothWays().isClean()).isFalse();
        // A deletion moves no conversation, the next message does.
        channelio.writeAsManager(copyOfBo.conversation(), next());
        chatwoot.writeAsAgent(Long.parseLong(copyOfAna.conversation()), next());
        await().atMost(TwoDesks.PATIENCE)
                .untilAsserted(() -> assertThat(bothWays().isClean()).as(bothWays().report()).isTrue());
    }

    private TwoWayVerdict bothWays() {
        return MessageJudge.both(channelio.history(), chatwoot.history()).acceptingNotes().verdict();
    }

    private static HistoryEntry copy(History history) {
        return TwoDesks.texts(history, HistoryEntry.Origin.API).findFirst().orElseThrow();
    }

    private void write(boolean byCustomer, String chat) {
        if (byCustomer) {
            channelio.writeAsCustomer(chat, next());
        } else {
            channelio.writeAsManager(chat, next());
        }
    }

    private void write(boolean byCustomer, long conversation) {
        if (byCustomer) {
            chatwoot.writeAsCustomer(conversation, next());
        } else {
            chatwoot.writeAsAgent(conversation, next());
        }
    }

    private String next() {
        return String.format("message-%04d", written++);
    }

    /** Half of what was written before the last round has crossed: people answer while copies are under way. */
    private void awaitFlow(int round) {
        long copies = (long) round * CONVERSATIONS;
        awaitCopies(copies, copies);
    }

    private void awaitCopies(long atChatwoot, long atChannelio) {
        await().atMost(TwoDesks.PATIENCE).pollInterval(Duration.ofMillis(50))
                .until(() -> chatwoot.history().writtenByApi() >= atChatwoot
                        && channelio.history().writtenByApi() >= atChannelio);
    }

    private static void assertClean(History source, History target, int expected) {
        Verdict verdict = MessageJudge.between(source, target).verdict();
        assertThat(verdict.isClean()).as(verdict.report()).isTrue();
        assertThat(verdict.arrived()).isEqualTo(expected);
    }
}
