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

import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhelpdesk.testkit.HistoryEntry;
import io.github.camelhelpdesk.testkit.acquire.AcquireMessage;
import io.github.camelhelpdesk.testkit.acquire.AcquireSimulator;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;
import io.github.camelhelpdesk.testkit.fault.Fault;
import io.github.camelhelpdesk.testkit.fault.FaultRule;
import io.github.camelhelpdesk.testkit.judge.MessageJudge;
import io.github.camelhelpdesk.testkit.judge.TwoWayVerdict;

/** A two-way bridge between an Acquire and a Chatwoot. */
class AcquireBridgeTest {

    private static final int CONVERSATIONS = 4;
    private static final int ROUNDS = 6;
    private static final String SENDING = ".*/(add-message|send-sms)";

    @TempDir
    Path directory;
    private final AcquireSimulator acquire = AcquireSimulator.start();
    private final ChatwootSimulator chatwoot = ChatwootSimulator.start();
    private Main main = new Main();
    private int written;

    @BeforeEach
    void configure() {
        main.addOverrideProperty("camel.main.routes-include-pattern",
                "classpath:acquire-bridge.yaml,classpath:camel-template/*.yaml");
        set("helpdesk-sync.ledger-file", directory.resolve("ledger.db"));
        set("helpdesk-sync.redelivery-delay", 50);
        set("helpdesk-sync.settle-time", 500);
        set("acquire.base-url", acquire.baseUrl());
        set("acquire.account", AcquireSimulator.ACCOUNT);
        set("acquire.api-key", acquire.apiKey());
        set("acquire.mail-from", AcquireSimulator.MAIL_ADDRESS);
        set("acquire.sms-from", AcquireSimulator.PHONE_NUMBER);
        set("acquire.user-id", acquire.userId());
        set("chatwoot.base-url", chatwoot.baseUrl());
        set("chatwoot.account-id", chatwoot.accountId());
        set("chatwoot.access-token", chatwoot.accessToken());
        set("chatwoot.requests-per-minute", 0);
    }

    @AfterEach
    void stop() {
        main.stop();
        acquire.close();
        chatwoot.close();
    }

    @ParameterizedTest(name = "Acquire keeps meta: {0}")
    @ValueSource(booleans = { true, false })
    @DisplayName("D3, D5: every message crosses once and in order, and no copy comes back")
    void d3AndD5EveryMessageCrossesOnceAndNoCopyComesBack(boolean keepsMeta) throws Exception {
        acquire.keepsMeta(keepsMeta);
        set("acquire.customer-as", keepsMeta ? "contact" : "note");
        main.start();
        List<FaultRule> faults = List.of(acquire.faults().on("POST", SENDING).every(9).then(Fault.processThenDrop()),
                acquire.faults().onAny().every(50).then(Fault.status(429, "1")),
                acquire.faults().onAny().every(50).then(Fault.status(500)));
        IntStream.range(0, CONVERSATIONS).forEach(i -> {
            acquire.writeAsContact(acquire.openCase("Ana " + i), next());
            chatwoot.writeAsCustomer(chatwoot.openConversation("Bo " + i), next());
        });
        await().atMost(TwoDesks.PATIENCE).until(() -> acquire.cases().size() == 2 * CONVERSATIONS
                && chatwoot.conversations().size() == 2 * CONVERSATIONS);
        for (int round = 0; round < ROUNDS; round++) {
            boolean byCustomer = round % 2 == 0;
            acquire.cases().stream().map(each -> each.threadId()).distinct().forEach(thread -> write(thread, byCustomer));
            chatwoot.conversations().forEach(conversation -> write(conversation.id(), byCustomer));
        }
        await().atMost(TwoDesks.PATIENCE)
                .untilAsserted(() -> assertThat(verdict().isClean()).as(verdict().report()).isTrue());
        awaitQuiet();
        assertThat(verdict().isClean()).as(verdict().report()).isTrue();
        assertThat(chatwoot.conversations()).hasSize(2 * CONVERSATIONS);
        assertThat(acquire.cases()).hasSize(2 * CONVERSATIONS);
        assertThat(faults).allSatisfy(fault -> assertThat(fault.count()).isPositive());
    }

    @Test
    @DisplayName("D3: mails and SMS, which bear no marker, are answered once and do not come back")
    void d3MailsAndSmsAreAnsweredOnce() throws Exception {
        main.start();
        String mail = acquire.receiveMail("Zoe", "zoe@mail.example", "My parcel", next());
        String sms = acquire.receiveSms("+12025550199", next());
        await().atMost(TwoDesks.PATIENCE).until(() -> chatwoot.conversations().size() == 2);
        acquire.faults().on("POST", SENDING).every(2).then(Fault.processThenDrop());
        for (int i = 0; i < 4; i++) {
            chatwoot.conversations().forEach(conversation -> chatwoot.writeAsAgent(conversation.id(), next()));
        }
        await().atMost(TwoDesks.PATIENCE).until(() -> acquire.messages(mail).size() == 5 && acquire.messages(sms).size() == 5);
        awaitQuiet();
        assertThat(acquire.messages(sms)).extracting(AcquireMessage::type).containsOnly("sms");
        assertThat(verdict().isClean()).as(verdict().report()).isTrue();
    }

    @ParameterizedTest(name = "userId is set: {0}")
    @ValueSource(booleans = { true, false })
    @DisplayName("D5: mails and SMS that are read back before they are confirmed do not come back, after a restart neither")
    void d5CopiesReadBackBeforeTheyAreConfirmedDoNotComeBack(boolean knowsUser) {
        start(knowsUser);
        String mail = acquire.receiveMail("Zoe", "zoe@mail.example", "My parcel", next());
        String sms = acquire.receiveSms("+12025550199", next());
        await().atMost(TwoDesks.PATIENCE).until(() -> chatwoot.conversations().size() == 2);
        answerSlowly(mail, sms, 2);
        restart(knowsUser);
        answerSlowly(mail, sms, 3);
        acquire.writeAsUser(mail, next());
        acquire.writeAsUser(sms, next());
        acquire.writeAsContact(mail, next());
        acquire.writeAsContact(sms, next());
        await().atMost(TwoDesks.PATIENCE)
                .untilAsserted(() -> assertThat(verdict().isClean()).as(verdict().report()).isTrue());
        awaitQuiet();
        assertThat(verdict().isClean()).as(verdict().report()).isTrue();
    }

    @Test
    @DisplayName("D3, D5: without userId a mail whose answer was lost is not taken for an agent's, after a restart neither")
    void d5CopyInDoubtOfAnUnknownSenderDoesNotComeBack() {
        start(false);
        String mail = acquire.receiveMail("Zoe", "zoe@mail.example", "My parcel", next());
        await().atMost(TwoDesks.PATIENCE).until(() -> chatwoot.history().writtenByApi() == 1);
        acquire.faults().on("POST", SENDING).next(1).then(Fault.processThenDrop());
        chatwoot.writeAsAgent(chatwoot.conversations().get(0).id(), next());
        await().atMost(TwoDesks.PATIENCE).until(() -> acquire.messages(mail).size() == 2);
        awaitQuiet();
        restart(false);
        awaitQuiet();
        assertThat(chatwoot.history().writtenByApi()).isEqualTo(1);
        assertThat(acquire.history().writtenByApi()).isEqualTo(1);
    }

    /** So slowly that it is read back meanwhile. */
    private void answerSlowly(String mail, String sms, int messages) {
        acquire.faults().on("POST", SENDING).next(2).then(Fault.delay(Duration.ofSeconds(2)));
        chatwoot.conversations().forEach(conversation -> chatwoot.writeAsAgent(conversation.id(), next()));
        await().atMost(TwoDesks.PATIENCE)
                .until(() -> acquire.messages(mail).size() == messages && acquire.messages(sms).size() == messages);
        awaitQuiet();
    }

    private void restart(boolean knowsUser) {
        main.stop();
        main = new Main();
        configure();
        start(knowsUser);
    }

    private void start(boolean knowsUser) {
        if (!knowsUser) {
            main.getOverrideProperties().remove("camel.component.acquire.user-id");
        }
        main.start();
    }

    @Test
    @DisplayName("E1, E5: edits and deletions reach the copies on either side")
    void e1AndE5ChangesReachTheCopies() throws Exception {
        main.start();
        String thread = acquire.openCase("Ana");
        acquire.writeAsContact(thread, next());
        long conversation = chatwoot.openConversation("Bo");
        long toDelete = chatwoot.writeAsCustomer(conversation, next());
        long toEdit = chatwoot.writeAsAgent(conversation, next());
        await().atMost(TwoDesks.PATIENCE).until(() -> acquire.history().writtenByApi() == 2
                && chatwoot.history().writtenByApi() == 1);
        chatwoot.editMessage(conversation, toEdit, "message-90001 changed");
        chatwoot.deleteMessage(conversation, toDelete);
        await().atMost(TwoDesks.PATIENCE)
                .untilAsserted(() -> assertThat(verdict().isClean()).as(verdict().report()).isTrue());
        assertThat(acquire.history().entries()).filteredOn(entry -> entry.origin() == HistoryEntry.Origin.API)
                .extracting(HistoryEntry::kind).contains(HistoryEntry.Kind.EDITED, HistoryEntry.Kind.DELETED);
    }

    @Test
    void threadThatWasClosedGoesOn() throws Exception {
        main.start();
        String thread = acquire.openCase("Ana");
        acquire.writeAsContact(thread, next());
        await().atMost(TwoDesks.PATIENCE).until(() -> chatwoot.conversations().size() == 1);
        acquire.closeCase(thread);
        chatwoot.writeAsAgent(chatwoot.conversations().get(0).id(), next());
        await().atMost(TwoDesks.PATIENCE).until(() -> acquire.cases().size() == 2);
        acquire.writeAsContact(thread, next());
        await().atMost(TwoDesks.PATIENCE)
                .untilAsserted(() -> assertThat(verdict().isClean()).as(verdict().report()).isTrue());
        assertThat(chatwoot.conversations()).hasSize(1);
    }

    private TwoWayVerdict verdict() {
        return MessageJudge.both(acquire.history(), chatwoot.history()).acceptingNotes().verdict();
    }

    private void awaitQuiet() {
        long before = copies();
        await().during(Duration.ofSeconds(3)).atMost(TwoDesks.PATIENCE).until(() -> copies() == before);
    }

    private long copies() {
        return acquire.history().writtenByApi() + chatwoot.history().writtenByApi();
    }

    private void write(String thread, boolean byCustomer) {
        if (byCustomer) {
            acquire.writeAsContact(thread, next());
        } else {
            acquire.writeAsUser(thread, next());
        }
    }

    private void write(long conversation, boolean byCustomer) {
        if (byCustomer) {
            chatwoot.writeAsCustomer(conversation, next());
        } else {
            chatwoot.writeAsAgent(conversation, next());
        }
    }

    private String next() {
        return String.format("message-%05d", written++);
    }

    private void set(String option, Object value) {
        main.addOverrideProperty("camel.component." + option, String.valueOf(value));
    }
}
