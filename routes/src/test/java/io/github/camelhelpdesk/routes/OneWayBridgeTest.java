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

import org.apache.camel.main.Main;
import org.apache.camel.model.Model;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhelpdesk.testkit.channelio.ChannelioSimulator;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootMessage;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;
import io.github.camelhelpdesk.testkit.fault.Fault;
import io.github.camelhelpdesk.testkit.fault.FaultRule;

/** The example's bridge on Camel Main, without Quarkus, with the example's own options. */
class OneWayBridgeTest {

    private static final Path EXAMPLE = Snippets.ROOT.resolve("examples/one-way-bridge");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path directory;
    private final ChannelioSimulator channelio = ChannelioSimulator.start();
    private final ChatwootSimulator chatwoot = ChatwootSimulator.start();
    private final Main main = new Main();

    @BeforeEach
    void start() throws Exception {
        main.setPropertyPlaceholderLocations("file:" + EXAMPLE.resolve("application.properties"));
        main.addOverrideProperty("camel.main.routes-include-pattern",
                "file:" + EXAMPLE.resolve("bridge.yaml") + ",classpath:camel-template/*.yaml");
        main.addOverrideProperty("camel.component.helpdesk-sync.ledger-file", directory.resolve("ledger.db").toString());
        main.addOverrideProperty("camel.component.helpdesk-sync.settle-time", "500");
        main.addOverrideProperty("camel.component.channelio.base-url", channelio.baseUrl());
        main.addOverrideProperty("camel.component.channelio.access-key", channelio.accessKey());
        main.addOverrideProperty("camel.component.channelio.secret-key", channelio.secretKey());
        main.addOverrideProperty("camel.component.chatwoot.base-url", chatwoot.baseUrl());
        main.addOverrideProperty("camel.component.chatwoot.account-id", String.valueOf(chatwoot.accountId()));
        main.addOverrideProperty("camel.component.chatwoot.access-token", chatwoot.accessToken());
        main.start();
    }

    @AfterEach
    void stop() {
        main.stop();
        channelio.close();
        chatwoot.close();
    }

    @Test
    void messagesCrossInOrder() {
        String chat = channelio.openUserChat("Ana");
        channelio.writeAsCustomer(chat, "first");
        channelio.writeAsCustomer(chat, "second");
        channelio.writeAsManager(chat, "third");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(chatwoot.conversations()).singleElement()
                .satisfies(conversation -> assertThat(chatwoot.messages(conversation.id()))
                        .extracting(ChatwootMessage::content).satisfiesExactly(
                                one -> assertThat(one).endsWith("first"),
                                two -> assertThat(two).endsWith("second"),
                                three -> assertThat(three).endsWith("third"))));
    }

    @Test
    void routesAreNamedInTheUsersFile() {
        assertThat(main.getCamelContext().getRoutes()).extracting(route -> route.getRouteId())
                .containsExactlyInAnyOrder("support-from-channelio", "support-to-chatwoot");
    }

    @Test
    @DisplayName("D3: a message whose answer was lost is looked for, not sent again by Camel's error handler")
    void d3LostAnswerIsLookedFor() {
        FaultRule lost = chatwoot.faults().on("POST", ".*/messages").next(1).then(Fault.processThenDrop());
        String chat = channelio.openUserChat("Ana");
        channelio.writeAsCustomer(chat, "only once");
        channelio.writeAsCustomer(chat, "and then this");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(chatwoot.conversations()).singleElement()
                .satisfies(conversation -> assertThat(chatwoot.messages(conversation.id()))
                        .extracting(ChatwootMessage::content).containsExactly("only once", "and then this")));
        assertThat(lost.count()).isEqualTo(1);
        assertThat(main.getCamelContext().getCamelContextExtension().getContextPlugin(Model.class)
                .getRouteDefinition("support-to-chatwoot").getErrorHandlerFactory())
                .isInstanceOf(NoErrorHandlerDefinition.class);
    }
}
