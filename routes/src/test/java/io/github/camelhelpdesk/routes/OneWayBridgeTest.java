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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhelpdesk.testkit.channelio.ChannelioSimulator;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootMessage;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;

/** The example's bridge on Camel Main, without Quarkus, with the example's own options. */
class OneWayBridgeTest {

    private static final Path EXAMPLE = Snippets.ROOT.resolve("examples/one-way-bridge");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
}
