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
package io.github.camelhelpdesk.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhelpdesk.testkit.channelio.ChannelioSimulator;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;
import io.github.camelhelpdesk.testkit.fault.Fault;
import io.github.camelhelpdesk.testkit.fault.FaultRule;
import io.github.camelhelpdesk.testkit.judge.MessageJudge;
import io.github.camelhelpdesk.testkit.judge.Verdict;

/** The packaged application under faults of both providers and SIGKILL; what the simulators saw is the judge. */
class KilledApplicationIT {

    private static final int CONVERSATIONS = 50;
    private static final int MESSAGES = 1_000;
    private static final List<Integer> KILL_AFTER = List.of(150, 450, 800);
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    Path directory;
    private ChannelioSimulator channelio;
    private ChatwootSimulator chatwoot;
    private List<FaultRule> faults;
    private PackagedApplication application;

    @BeforeEach
    void startSimulators() {
        channelio = ChannelioSimulator.start();
        chatwoot = ChatwootSimulator.start();
        faults = List.of(
                channelio.faults().onAny().every(50).then(Fault.status(429, "1")),
                channelio.faults().onAny().every(50).then(Fault.status(500)),
                chatwoot.faults().on("POST", ".*/messages").every(100).then(Fault.processThenDrop()),
                chatwoot.faults().onAny().every(50).then(Fault.status(429, "1")),
                chatwoot.faults().onAny().every(50).then(Fault.status(500)));
    }

    @AfterEach
    void stopAll() {
        application.close();
        channelio.close();
        chatwoot.close();
    }

    @Test
    @DisplayName("D3, D14: every message arrives exactly once and in order, although the application is killed three times")
    void d3AndD14EveryMessageArrivesOnceAndInOrderThroughThreeKills() throws Exception {
        start();
        List<String> chats = openChats();
        int written = 0;
        for (int killAfter : KILL_AFTER) {
            written = write(chats, written, killAfter + 150);
            awaitDelivered(killAfter);
            application.kill();
            start();
        }
        write(chats, written, MESSAGES);
        awaitDelivered(MESSAGES);
        application.close();

        Verdict verdict = MessageJudge.between(channelio.history(), chatwoot.history()).verdict();
        assertThat(verdict.isClean()).as(verdict.report()).isTrue();
        assertThat(verdict.arrived()).isEqualTo(MESSAGES);
        assertThat(chatwoot.conversations()).hasSize(CONVERSATIONS);
        assertThat(faults).allSatisfy(fault -> assertThat(fault.count()).isPositive());
    }

    private void start() throws Exception {
        Map<String, String> options = SimulatedAccounts.quickBridge(channelio, chatwoot);
        options.put("camel.component.helpdesk-sync.settle-time", "1000");
        options.put("camel.component.channelio.requests-per-minute", "0");
        options.put("camel.component.chatwoot.requests-per-minute", "0");
        application = PackagedApplication.start(directory, options, Map.of());
        application.address();
    }

    private List<String> openChats() {
        List<String> chats = new ArrayList<>();
        for (int chat = 0; chat < CONVERSATIONS; chat++) {
            chats.add(channelio.openUserChat("Customer " + chat));
        }
        return chats;
    }

    private int write(List<String> chats, int from, int to) {
        for (int message = from; message < to; message++) {
            channelio.writeAsCustomer(chats.get(message % CONVERSATIONS), "message " + message);
        }
        return to;
    }

    private void awaitDelivered(int messages) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50))
                .until(() -> chatwoot.history().writtenByApi() >= messages);
    }
}
