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
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhelpdesk.testkit.chatwoot.ChatwootMessage;
import io.restassured.RestAssured;

/** examples/one-way-bridge, started by the command of its page, against simulators. */
class OneWayBridgeExampleIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path directory;
    private ExampleBridge bridge;

    @BeforeEach
    void start() throws IOException {
        bridge = ExampleBridge.start("one-way-bridge", directory);
    }

    @AfterEach
    void stop() {
        bridge.close();
    }

    @Test
    void whatIsWrittenInChannelioAppearsInChatwootAndIsCounted() throws Exception {
        URI address = bridge.address();
        String chat = bridge.channelio.openUserChat("Ana");
        String first = bridge.channelio.writeAsCustomer(chat, "Hello, is anybody there?");
        bridge.channelio.writeAsManager(chat, "Yes, how can I help?");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(bridge.inChatwoot()).hasSize(2));

        assertThat(bridge.inChatwoot()).extracting(ChatwootMessage::content).satisfiesExactly(
                question -> assertThat(question).contains("Hello, is anybody there?"),
                answer -> assertThat(answer).contains("Yes, how can I help?"));
        await().atMost(PATIENCE).untilAsserted(() -> RestAssured.get(address.resolve("/api/links")).then()
                .body("[0].link", equalTo("support"))
                .body("[0].flows", hasSize(1))
                .body("[0].flows[0].received", equalTo(2))
                .body("[0].flows[0].delivered", equalTo(2))
                .body("[0].flows[0].pending", equalTo(0)));
        RestAssured.get(address.resolve("/api/links/support/messages?limit=10")).then()
                .body("", hasSize(2))
                .body("[1].sourceConversationId", equalTo(chat))
                .body("[1].sourceId", equalTo(first))
                .body("[1].targetIds", equalTo(List.of(String.valueOf(bridge.inChatwoot().get(0).id()))))
                .body("[1].state", equalTo("confirmed"));
        RestAssured.get(address.resolve("/q/health")).then().statusCode(200).body("status", equalTo("UP"));
    }
}
