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
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhelpdesk.sync.HelpdeskSyncComponent;
import io.github.camelhelpdesk.testkit.channelio.ChannelioSimulator;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;

/** A two-way bridge on which the status follows, by two more templated routes. */
class StatusBridgeTest {

    private static final String CHANGES_AT_CHATWOOT = ".*/toggle_status";
    private static final String CHANGES_AT_CHANNELIO = ".*/(open|close)";

    @TempDir
    Path directory;
    private TwoDesks desks;
    private ChannelioSimulator channelio;
    private ChatwootSimulator chatwoot;
    private String chat;
    private long conversation;

    @BeforeEach
    void start() throws Exception {
        desks = new TwoDesks(directory,
                "classpath:two-way-bridge.yaml,classpath:status-bridge.yaml,classpath:camel-template/*.yaml");
        channelio = desks.channelio;
        chatwoot = desks.chatwoot;
        desks.set("helpdesk-sync.settle-time", 500);
        desks.main.start();
        chat = channelio.openUserChat("Ana");
        channelio.writeAsCustomer(chat, "message-1");
        await().atMost(TwoDesks.PATIENCE).until(() -> chatwoot.conversations().stream()
                .anyMatch(known -> known.messageCount() > 0));
        conversation = chatwoot.conversations().get(0).id();
    }

    @AfterEach
    void stop() {
        desks.close();
    }

    private void awaitStatus(String atChatwoot, String atChannelio) {
        await().atMost(TwoDesks.PATIENCE).untilAsserted(() -> {
            assertThat(chatwoot.conversations().get(0).status()).as(this::rows).isEqualTo(atChatwoot);
            assertThat(channelio.userChats().get(0).state()).as(this::rows).isEqualTo(atChannelio);
        });
    }

    private String rows() {
        return desks.main.getCamelContext().getComponent("helpdesk-sync", HelpdeskSyncComponent.class).ledgerView()
                .messages("support", 20).toString();
    }

    private long calls() {
        return chatwoot.requests().count("POST", CHANGES_AT_CHATWOOT) + channelio.requests().count("PUT", CHANGES_AT_CHANNELIO)
                + channelio.requests().count("PATCH", CHANGES_AT_CHANNELIO);
    }

    /** Whoever had something to tell has told it: both sides have been polled several times, and nothing waits. */
    private void awaitCalm() {
        AtomicLong calls = new AtomicLong(calls());
        await().during(Duration.ofSeconds(3)).atMost(TwoDesks.PATIENCE).until(() -> calls.getAndSet(calls()) == calls()
                && desks.flows().stream().allMatch(flow -> flow.pending() == 0));
    }

    private void assertNothingGoesBackAndForth(long most) {
        awaitCalm();
        assertThat(calls()).isLessThanOrEqualTo(most);
    }

    @Test
    @DisplayName("resolved here is closed there and opened again with it, in both directions, one call for each change")
    void theStatusFollowsBothWays() {
        chatwoot.resolveConversation(conversation);
        awaitStatus("resolved", "closed");
        channelio.reopenUserChat(chat);
        awaitStatus("open", "opened");
        channelio.closeUserChat(chat);
        awaitStatus("resolved", "closed");
        chatwoot.reopenConversation(conversation);
        awaitStatus("open", "opened");
        assertNothingGoesBackAndForth(4);
    }

    @Test
    @DisplayName("a customer who writes again opens both sides")
    void aCustomerWhoWritesAgainOpensBothSides() {
        channelio.closeUserChat(chat);
        awaitStatus("resolved", "closed");
        channelio.clock().advance(Duration.ofSeconds(5));
        channelio.writeAsCustomer(chat, "message-2");
        awaitStatus("open", "opened");
        awaitCalm();
        awaitStatus("open", "opened");
        assertThat(calls()).isLessThanOrEqualTo(2);
    }

    @Test
    @DisplayName("an answer and the closing right behind it cross in this order, and both sides stay closed")
    void theClosingComesBehindTheAnswer() {
        chatwoot.writeAsAgent(conversation, "message-3");
        chatwoot.resolveConversation(conversation);
        awaitStatus("resolved", "closed");
        awaitCalm();
        awaitStatus("resolved", "closed");
        assertThat(channelio.messages(chat)).anyMatch(message -> String.valueOf(message.plainText()).contains("message-3"));
    }
}
