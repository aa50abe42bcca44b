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
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
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

import io.github.camelhelpdesk.testkit.channelio.ChannelioMessage;
import io.github.camelhelpdesk.testkit.channelio.ChannelioUserChat;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootMessage;
import io.restassured.RestAssured;

/** examples/two-way-bridge, started by the command of its page, against simulators. */
class TwoWayBridgeExampleIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path directory;
    private ExampleBridge bridge;

    @BeforeEach
    void start() throws IOException {
        bridge = ExampleBridge.start("two-way-bridge", directory);
    }

    @AfterEach
    void stop() {
        bridge.close();
    }

    @Test
    void conversationsBeginOnEitherSideAndAnswersComeBack() throws Exception {
        URI address = bridge.address();
        String chat = bridge.channelio.openUserChat("Ana");
        bridge.channelio.writeAsCustomer(chat, "Where is my parcel?");
        long conversation = bridge.chatwoot.openConversation("Bo");
        bridge.chatwoot.writeAsCustomer(conversation, "Can I return a lamp?");

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(bridge.chatwoot.conversations()).hasSize(2);
            assertThat(bridge.inChatwoot()).hasSize(2);
            assertThat(inChannelio()).hasSize(2);
        });
        long anaInChatwoot = bridge.chatwoot.conversations().stream().map(found -> found.id())
                .filter(id -> id != conversation).findFirst().orElseThrow();
        String boInChannelio = bridge.channelio.userChats().stream().map(ChannelioUserChat::id)
                .filter(id -> !id.equals(chat)).findFirst().orElseThrow();
        bridge.chatwoot.writeAsAgent(anaInChatwoot, "It comes today.");
        bridge.channelio.writeAsManager(boInChannelio, "Yes, within thirty days.");

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(bridge.channelio.messages(chat)).extracting(ChannelioMessage::plainText).satisfiesExactly(
                    question -> assertThat(question).isEqualTo("Where is my parcel?"),
                    answer -> assertThat(answer).contains("It comes today."));
            assertThat(bridge.chatwoot.messages(conversation)).extracting(ChatwootMessage::content).satisfiesExactly(
                    question -> assertThat(question).isEqualTo("Can I return a lamp?"),
                    answer -> assertThat(answer).contains("Yes, within thirty days."));
        });
        assertBothSidesAreShown(address, chat, anaInChatwoot);
    }

    private void assertBothSidesAreShown(URI address, String chat, long counterpart) {
        await().atMost(PATIENCE).untilAsserted(() -> RestAssured.get(address.resolve("/api/links/support/conversations")).then()
                .body("", hasSize(2))
                .body("state", contains("upToDate", "upToDate"))
                .body("source.messages", contains(1, 1))
                .body("target.messages", contains(1, 1)));
        for (String path : List.of("channelio/" + chat, "chatwoot/" + counterpart)) {
            RestAssured.get(address.resolve("/api/links/support/conversations/" + path)).then()
                    .body("conversation.contact", equalTo("Ana"))
                    .body("messages.side", contains("channelio", "chatwoot"))
                    .body("messages.text", contains(equalTo("Where is my parcel?"), containsString("It comes today.")))
                    .body("messages.copy.state", contains("confirmed", "confirmed"));
        }
    }

    private List<ChannelioMessage> inChannelio() {
        return bridge.channelio.userChats().stream()
                .flatMap(chat -> bridge.channelio.messages(chat.id()).stream()).toList();
    }
}
