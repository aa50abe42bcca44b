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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.camelhelpdesk.sync.HelpdeskSyncComponent;
import io.github.camelhelpdesk.sync.view.ImportReport;
import io.github.camelhelpdesk.testkit.HelpdeskSimulator;
import io.github.camelhelpdesk.testkit.acquire.AcquireSimulator;
import io.github.camelhelpdesk.testkit.channelio.ChannelioSimulator;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootMessage;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;
import io.github.camelhelpdesk.testkit.fault.Fault;
import io.github.camelhelpdesk.testkit.judge.MessageJudge;
import io.github.camelhelpdesk.testkit.judge.Verdict;
import io.github.camelhelpdesk.testkit.signalzen.SignalzenSimulator;

/** Histories of simulated help desks are imported into others. */
class ImportHistoryTest {

    private static final Path EXAMPLE = Snippets.ROOT.resolve("examples/import-signalzen");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int CONVERSATIONS = 5;
    private static final int MESSAGES = 6;

    @TempDir
    Path directory;
    private final ChannelioSimulator channelio = ChannelioSimulator.start();
    private final ChatwootSimulator chatwoot = ChatwootSimulator.start();
    private final SignalzenSimulator signalzen = SignalzenSimulator.start();
    private final AcquireSimulator acquire = AcquireSimulator.start();
    private String ledger = "ledger.db";
    private Main main;
    private Main other;

    @AfterEach
    void stop() {
        stopMain();
        if (other != null) {
            other.stop();
        }
        channelio.close();
        chatwoot.close();
        signalzen.close();
        acquire.close();
    }

    private void stopMain() {
        if (main != null) {
            main.stop();
        }
    }

    private void configure(String routes) {
        main = new Main();
        main.addOverrideProperty("camel.main.routes-include-pattern", routes);
        set("helpdesk-sync.ledger-file", directory.resolve(ledger));
        set("helpdesk-sync.redelivery-delay", 50);
        set("helpdesk-sync.settle-time", 500);
        set("channelio.base-url", channelio.baseUrl());
        set("channelio.access-key", channelio.accessKey());
        set("channelio.secret-key", channelio.secretKey());
        set("channelio.requests-per-minute", 0);
        set("chatwoot.base-url", chatwoot.baseUrl());
        set("chatwoot.account-id", chatwoot.accountId());
        set("chatwoot.access-token", chatwoot.accessToken());
        set("chatwoot.requests-per-minute", 0);
        set("signalzen.base-url", signalzen.baseUrl());
        set("signalzen.api-key", signalzen.apiKey());
        set("signalzen.account-name", "website");
        set("signalzen.requests-per-minute", 0);
        set("acquire.base-url", acquire.baseUrl());
        set("acquire.account", AcquireSimulator.ACCOUNT);
        set("acquire.api-key", acquire.apiKey());
        set("acquire.requests-per-minute", 0);
    }

    private void set(String option, Object value) {
        main.addOverrideProperty("camel.component." + option, String.valueOf(value));
    }

    private void startImport(String source, String target) throws Exception {
        configureImport(source, target);
        main.start();
    }

    private void configureImport(String source, String target) {
        configure("classpath:camel-template/*.yaml");
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                Map.of("helpdesk-intake", "intake", "helpdesk-import", "import")
                        .forEach((template, id) -> templatedRoute(template)
                                .routeId(id).parameter("link", "history").parameter("source", source)
                                .parameter("target", target));
            }
        });
    }

    private void startExample(boolean dryRun) throws Exception {
        configure("file:" + EXAMPLE.resolve("import.yaml") + ",classpath:camel-template/*.yaml");
        main.setPropertyPlaceholderLocations("file:" + EXAMPLE.resolve("application.properties"));
        main.addOverrideProperty("import.dry-run", String.valueOf(dryRun));
        main.start();
    }

    private ImportReport report() {
        return report(main);
    }

    private static ImportReport report(Main main) {
        return reports(main).get(0);
    }

    /** None before the import has begun. */
    private static List<ImportReport> reports(Main main) {
        return main.getCamelContext().getComponent("helpdesk-sync", HelpdeskSyncComponent.class).desk().link("history")
                .importing().all();
    }

    private static ImportReport ended(Main main) {
        await().atMost(PATIENCE).until(() -> reports(main).stream().anyMatch(report -> report.state().equals("done")));
        return report(main);
    }

    private ImportReport ended() {
        return ended(main);
    }

    private HelpdeskSimulator simulator(String name) {
        return Map.of("channelio", channelio, "chatwoot", chatwoot, "signalzen", signalzen, "acquire", acquire)
                .get(name);
    }

    private void writeHistory(String source) {
        for (int i = 0; i < CONVERSATIONS; i++) {
            String conversation = open(source, "Ana " + i);
            for (int k = 0; k < MESSAGES; k++) {
                write(source, conversation, "message " + k + " of conversation " + i + ".", k % 2 == 0);
            }
            if (source.equals("acquire") && i % 2 == 0) {
                acquire.closeCase(conversation);
            }
        }
    }

    private String open(String source, String name) {
        return switch (source) {
            case "channelio" -> channelio.openUserChat(name);
            case "chatwoot" -> String.valueOf(chatwoot.openConversation(name));
            case "acquire" -> acquire.openCase(name);
            default -> String.valueOf(signalzen.openUser(name));
        };
    }

    private void write(String source, String conversation, String text, boolean isCustomer) {
        switch (source) {
            case "channelio" -> {
                Desk desk = new Desk.AtChannelio(channelio);
                write(desk, conversation, text, isCustomer);
            }
            case "chatwoot" -> write(new Desk.AtChatwoot(chatwoot), conversation, text, isCustomer);
            case "acquire" -> {
                String message = isCustomer ? acquire.writeAsContact(conversation, text)
                        : acquire.writeAsUser(conversation, text);
                assertThat(message).isNotBlank();
            }
            default -> {
                long user = Long.parseLong(conversation);
                long message = isCustomer ? signalzen.writeAsVisitor(user, text) : signalzen.writeAsOperator(user, text);
                assertThat(message).isPositive();
            }
        }
    }

    private static void write(Desk desk, String conversation, String text, boolean isCustomer) {
        if (isCustomer) {
            desk.writeAsCustomer(conversation, text);
        } else {
            desk.writeAsAgent(conversation, text);
        }
    }

    private void assertImported(String source, String target) {
        ImportReport report = ended();
        Verdict verdict = MessageJudge.between(simulator(source).history(), simulator(target).history()).verdict();
        assertThat(verdict.isClean()).as(verdict.report()).isTrue();
        assertThat(report.reconciled()).as(report.toString()).isTrue();
        assertThat(report.messages().imported()).isEqualTo(CONVERSATIONS * MESSAGES);
        assertThat(report.messages().byAuthor()).isEqualTo(Map.of("customer", CONVERSATIONS * MESSAGES / 2L, "agent",
                CONVERSATIONS * MESSAGES / 2L));
        assertThat(report.conversations().imported()).isEqualTo(CONVERSATIONS);
        assertThat(report.conversations().closed()).isEqualTo(CONVERSATIONS);
        assertThat(report.conversations().notClosed()).isZero();
        if (target.equals("chatwoot")) {
            assertFiledInChatwoot();
        } else {
            assertFiledInChannelio();
        }
    }

    private void assertFiledInChatwoot() {
        assertThat(chatwoot.conversations()).hasSize(CONVERSATIONS)
                .allSatisfy(conversation -> assertThat(conversation.status()).isEqualTo("resolved"));
        assertThat(inChatwoot()).hasSize(CONVERSATIONS * MESSAGES).allSatisfy(message -> {
            assertThat(message.content()).contains("UTC");
            assertThat(message.contentAttributes()).containsKey("external_created_at");
        });
    }

    private List<ChatwootMessage> inChatwoot() {
        return chatwoot.conversations().stream().flatMap(each -> chatwoot.messages(each.id()).stream())
                .filter(message -> message.senderType() != null).toList();
    }

    private void assertFiledInChannelio() {
        assertThat(channelio.userChats()).hasSize(CONVERSATIONS)
                .allSatisfy(chat -> assertThat(chat.state()).isEqualTo("closed"));
        assertThat(channelio.userChats()).flatExtracting(chat -> channelio.messages(chat.id()))
                .filteredOn(message -> message.requestId() != null).hasSize(CONVERSATIONS * MESSAGES)
                .allSatisfy(message -> {
                    assertThat(message.plainText()).contains(" UTC): message");
                    assertThat(message.options()).contains("doNotPost", "doNotSendApp", "silentToUser", "silent",
                            "silentToManager", "doNotUpdateDesk");
                });
    }

    @ParameterizedTest
    @CsvSource({ "signalzen, chatwoot", "signalzen, channelio", "acquire, chatwoot", "acquire, channelio",
            "channelio, chatwoot", "chatwoot, channelio" })
    void aHistoryIsImportedOnceWhateverStopsAndLostAnswersThereAre(String source, String target) throws Exception {
        writeHistory(source);
        simulator(target).faults().on("POST", ".*/messages").next(2).then(Fault.processThenDrop());
        startImport(source, target);
        await().atMost(PATIENCE).until(() -> simulator(target).history().writtenByApi() > MESSAGES);
        stopMain();
        startImport(source, target);
        assertImported(source, target);
        stopMain();
        startImport(source, target);
        assertImported(source, target);
    }

    @ParameterizedTest
    @CsvSource({ "signalzen", "acquire" })
    @DisplayName("D12: two imports of one history at once, each with a ledger of its own, write each message once")
    void d12TwoImportsFromTwoLedgers(String source) throws Exception {
        writeHistory(source);
        configureImport(source, "chatwoot");
        set("chatwoot.response-timeout", 5000);
        other = main;
        ledger = "other.db";
        configureImport(source, "chatwoot");
        set("chatwoot.response-timeout", 5000);
        CompletableFuture<Void> started = CompletableFuture.runAsync(other::start);
        main.start();
        started.get(PATIENCE.toMinutes(), TimeUnit.MINUTES);
        List<ImportReport> reports = new ArrayList<>();
        for (Main each : List.of(main, other)) {
            reports.add(ended(each));
        }
        Verdict verdict = MessageJudge.between(simulator(source).history(), chatwoot.history()).verdict();
        assertThat(verdict.isClean()).as(verdict.report()).isTrue();
        assertThat(chatwoot.conversations()).allSatisfy(each -> assertThat(each.status()).isEqualTo("resolved"));
        assertThat(reports).allSatisfy(report -> {
            assertThat(report.reconciled()).isTrue();
            assertThat(report.messages().imported() + report.messages().alreadyThere()).isEqualTo(CONVERSATIONS * MESSAGES);
        });
        assertThat(reports.stream().mapToLong(report -> report.messages().imported()).sum())
                .isEqualTo(CONVERSATIONS * MESSAGES);
    }

    @Test
    void theExampleTriesFirstAndThenImports() throws Exception {
        writeHistory("signalzen");
        signalzen.inviteAutomatically(signalzen.users().get(0).id(), "May I help you?");
        signalzen.openUser("Silent visitor");
        startExample(true);
        ImportReport dry = ended();
        assertThat(dry.messages().toImport()).isEqualTo(CONVERSATIONS * MESSAGES);
        assertThat(dry.messages().leftOut()).isEqualTo(Map.of("bot", 1L));
        assertThat(dry.conversations().read()).isEqualTo(CONVERSATIONS + 1);
        assertThat(dry.conversations().leftOut()).isEqualTo(1);
        assertThat(dry.reconciled()).isTrue();
        assertThat(chatwoot.conversations()).isEmpty();
        assertThat(chatwoot.contacts()).isEmpty();
        stopMain();

        startExample(false);
        assertImported("signalzen", "chatwoot");
        assertThat(report().messages().leftOut()).isEqualTo(Map.of("bot", 1L));
        assertThat(report().messages().read()).isEqualTo(CONVERSATIONS * MESSAGES + 1);
        assertThat(report().conversations().read()).isEqualTo(CONVERSATIONS + 1);
    }
}
