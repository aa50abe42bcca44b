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
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.testkit.fault.Fault;
import io.github.camelhelpdesk.testkit.fault.FaultRule;
import io.github.camelhelpdesk.testkit.fault.Faults;
import io.github.camelhelpdesk.testkit.http.FreePort;
import io.github.camelhelpdesk.testkit.judge.MessageJudge;
import io.github.camelhelpdesk.testkit.judge.TwoWayVerdict;
import io.github.camelhelpdesk.testkit.judge.Verdict;
import io.github.camelhelpdesk.testkit.webhook.Webhooks;

/**
 * Two directions at once, 2,000 messages, and whatever can go wrong on the way does. People write, edit and delete on both
 * sides.
 * Webhooks wake the readers, and are doubled, dropped and reordered.
 * <p>
 * A request that is processed late is so within {@code settleTime}, as the guarantee says: what a provider
 * stores later than that after its connection broke is taken for not sent.
 */
class EverythingGoesWrongTest {

    private static final Logger LOG = LoggerFactory.getLogger(EverythingGoesWrongTest.class);
    private static final int OPENED = 20;
    private static final int MESSAGES = 1000;
    private static final long SEED = Long.getLong("seed", 20261122);
    private static final Duration LATE = Duration.ofMillis(500);
    private static final Duration SETTLED = Duration.ofSeconds(3);

    private static final int MANY = 150;

    @TempDir
    Path directory;
    private TwoDesks desks;
    private Desk channelio;
    private Desk chatwoot;
    private People people;

    @BeforeEach
    void start() throws Exception {
        desks = new TwoDesks(directory, "classpath:camel-template/*.yaml");
        channelio = new Desk.AtChannelio(desks.channelio);
        chatwoot = new Desk.AtChatwoot(desks.chatwoot);
        people = new People(channelio, chatwoot, SEED);
        desks.set("helpdesk-sync.settle-time", SETTLED.toMillis());
        desks.set("channelio.max-text-length", 400);
        desks.set("chatwoot.max-text-length", 400);
        desks.chatwoot.limitMessagesPerMinute(true);
        listen();
        desks.main.configure().addRoutesBuilder(new LinkRoutes("support", "channelio", "chatwoot",
                Map.of("channelio", Map.of("delay", "2000", "wakeUpPath", "/wake-up/channelio"), "chatwoot",
                        Map.of("delay", "2000", "wakeUpPath", "/wake-up/chatwoot"))));
        desks.main.start();
    }

    private void listen() {
        int port = FreePort.find();
        String url = "http://localhost:" + port + "/wake-up/";
        desks.main.addOverrideProperty("camel.server.enabled", "true");
        desks.main.addOverrideProperty("camel.server.host", "localhost");
        desks.main.addOverrideProperty("camel.server.port", String.valueOf(port));
        desks.set("channelio.webhook-verify-token", desks.channelio.registerWebhook(url + "channelio").token());
        desks.set("chatwoot.webhook-verify-token", desks.chatwoot.registerWebhook(url + "chatwoot").secret());
        Stream.of(channelio, chatwoot).map(desk -> desk.simulator().webhooks())
                .forEach(webhooks -> webhooks.doubling(0.1, SEED).dropping(0.1, SEED + 1).reordering(0.2, SEED + 2));
    }

    @AfterEach
    void stop() {
        desks.close();
    }

    @Test
    @DisplayName("Two directions, 2,000 messages, edits, deletions, faults, and webhooks doubled, dropped and reordered")
    void nothingIsLostDoubledReorderedOrMisrouted() {
        LOG.info("To see the same people and faults again: -Dseed={}", SEED);
        List<FaultRule> faults = Stream.of(channelio, chatwoot).flatMap(desk -> faults(desk.simulator().faults())).toList();
        for (int i = 0; i < OPENED; i++) {
            people.write(channelio, channelio.open("Ana " + i), true);
            people.write(chatwoot, chatwoot.open("Bo " + i), true);
        }
        await().atMost(TwoDesks.PATIENCE)
                .until(() -> channelio.conversations().size() == 2 * OPENED && chatwoot.conversations().size() == 2 * OPENED);
        writeTheRest();
        people.takeBackAll();
        desks.awaitQuiet();
        desks.rereadAll();
        // A conversation that answered with an error is read once more later.
        await().atMost(TwoDesks.PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> verdict().isClean());
        desks.awaitQuiet();

        assertClean();
        assertThat(desks.flows()).allSatisfy(flow -> assertThat(flow.parked()).isZero());
        assertThat(List.of(people.edits(), people.deletions(), people.deletedCopies()))
                .allSatisfy(count -> assertThat(count).isGreaterThan(MANY));
        assertThat(faults).allSatisfy(fault -> assertThat(fault.count()).isPositive());
        assertThat(Stream.of(channelio, chatwoot)).allSatisfy(desk -> assertWebhooksWentWrong(desk.simulator().webhooks()));
    }

    /** Each is rare, all together strike every tenth request that writes a message, and some of the others. */
    private static Stream<FaultRule> faults(Faults faults) {
        String messages = ".*/messages";
        return Stream.of(
                faults.on("POST", messages).withProbability(0.01, SEED).then(Fault.status(429, "1")),
                faults.on("POST", messages).withProbability(0.02, SEED + 1).then(Fault.status(503)),
                faults.on("POST", messages).withProbability(0.02, SEED + 2).then(Fault.resetBeforeProcessing()),
                faults.on("POST", messages).withProbability(0.02, SEED + 3).then(Fault.processThenDrop()),
                faults.on("POST", messages).withProbability(0.02, SEED + 4).then(Fault.processLate(LATE)),
                faults.on("POST", messages).withProbability(0.02, SEED + 5).then(Fault.truncatedBody()),
                faults.onAny().withProbability(0.002, SEED + 6).then(Fault.status(429, "1")),
                faults.onAny().withProbability(0.005, SEED + 7).then(Fault.status(503)),
                faults.onAny().withProbability(0.005, SEED + 8).then(Fault.processThenDrop()),
                faults.on("GET", ".*").withProbability(0.005, SEED + 9).then(Fault.truncatedBody()));
    }

    private void writeTheRest() {
        List<String> chats = channelio.conversations();
        List<String> conversations = chatwoot.conversations();
        for (int round = 0; round * 2 * OPENED < MESSAGES - OPENED; round++) {
            boolean asCustomer = round % 3 == 0;
            int left = Math.min(2 * OPENED, MESSAGES - OPENED - round * 2 * OPENED);
            IntStream.range(0, left).forEach(i -> {
                people.write(channelio, chats.get(i), asCustomer);
                people.write(chatwoot, conversations.get(i), asCustomer);
                if (i % 10 == 0) {
                    people.meddle();
                }
            });
            awaitFlow((round - 1) * 2 * OPENED);
        }
    }

    /** People answer while copies are under way, but not long before. */
    private void awaitFlow(int copies) {
        await().atMost(TwoDesks.PATIENCE).pollInterval(Duration.ofMillis(50)).until(
                () -> Stream.of(channelio, chatwoot).allMatch(desk -> desk.history().writtenByApi() >= copies));
    }

    private TwoWayVerdict verdict() {
        return MessageJudge.both(channelio.history(), chatwoot.history()).acceptingNotes().verdict();
    }

    private void assertClean() {
        TwoWayVerdict verdict = verdict();
        assertThat(verdict.isClean()).as(verdict.report()).isTrue();
        assertThat(List.of(verdict.forth(), verdict.back())).extracting(Verdict::arrived)
                .allSatisfy(arrived -> assertThat(arrived).isGreaterThanOrEqualTo(MESSAGES));
        assertThat(channelio.conversations()).hasSize(2 * OPENED);
        assertThat(chatwoot.conversations()).hasSize(2 * OPENED);
        assertThat(TwoDesks.counterparts(channelio.history(), chatwoot.history())).hasSize(2 * OPENED)
                .containsExactlyInAnyOrderEntriesOf(
                        TwoDesks.inverse(TwoDesks.counterparts(chatwoot.history(), channelio.history())));
    }

    private static void assertWebhooksWentWrong(Webhooks webhooks) {
        assertThat(webhooks.doubled()).isPositive();
        assertThat(webhooks.dropped()).isPositive();
        assertThat(webhooks.reordered()).isPositive();
    }
}
