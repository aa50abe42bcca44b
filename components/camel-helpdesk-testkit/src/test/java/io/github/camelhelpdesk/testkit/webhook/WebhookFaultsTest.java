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
package io.github.camelhelpdesk.testkit.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;
import io.github.camelhelpdesk.testkit.http.WebhookReceiver;

/** Webhooks that are doubled, dropped, reordered, away, or meet nobody. */
class WebhookFaultsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private ChatwootSimulator simulator;
    private WebhookReceiver receiver;
    private long conversation;

    @BeforeEach
    void start() {
        simulator = ChatwootSimulator.start();
        receiver = new WebhookReceiver();
        conversation = simulator.openConversation("Zoe");
        simulator.registerWebhook(receiver.url(), "message_created");
    }

    @AfterEach
    void stop() {
        simulator.close();
        receiver.close();
    }

    @Test
    void d2SomeAreSentTwiceWithAnIdOfTheirOwn() {
        simulator.webhooks().doubling(0.5);
        write(40);
        awaitSilence();

        assertThat(simulator.webhooks().doubled()).isBetween(5L, 35L);
        assertThat(receiver.received()).hasSize(40 + (int) simulator.webhooks().doubled());
        assertThat(receiver.received().stream().map(each -> each.json().path("id")).distinct()).hasSize(40);
        assertThat(receiver.received()).extracting(each -> each.headers().getFirst("X-Chatwoot-Delivery"))
                .doesNotHaveDuplicates();
        assertThat(simulator.webhooks().count()).isEqualTo(receiver.received().size());
    }

    @Test
    void w1SomeAreDroppedTheSameOnesForTheSameSeed() {
        simulator.webhooks().dropping(0.5, 7);
        List<Long> written = write(40);
        awaitSilence();
        List<Integer> arrived = positions(written);
        assertThat(simulator.webhooks().dropped()).isBetween(5L, 35L).isEqualTo(40 - arrived.size());

        receiver.received().clear();
        simulator.webhooks().dropping(0.5, 7);
        List<Long> again = write(40);
        awaitSilence();
        assertThat(positions(again)).isEqualTo(arrived);
    }

    @Test
    void d2HeldBackOnesComeAfterALaterOne() {
        simulator.webhooks().reordering(1);
        long early = simulator.writeAsCustomer(conversation, "early");
        simulator.webhooks().reordering(0);
        long late = simulator.writeAsCustomer(conversation, "late");
        awaitSilence();

        assertThat(receiver.received()).extracting(each -> each.json().path("id").asLong()).containsExactly(late, early);
        assertThat(simulator.webhooks().reordered()).isEqualTo(1);
    }

    @Test
    void oneThatNothingFollowsIsHeldBackForMomentsOnly() {
        simulator.webhooks().reordering(1);
        simulator.writeAsCustomer(conversation, "alone");

        await().atMost(PATIENCE).until(() -> receiver.received().size() == 1);
        assertThat(simulator.webhooks().reordered()).isZero();
    }

    @Test
    void w1WhatHappensWhileAwayIsNeverTold() {
        simulator.webhooks().off();
        write(3);
        simulator.webhooks().on();
        long told = simulator.writeAsCustomer(conversation, "told");
        awaitSilence();

        assertThat(receiver.received()).extracting(each -> each.json().path("id").asLong()).containsExactly(told);
        assertThat(simulator.webhooks().missed()).isEqualTo(3);
    }

    @Test
    void aReceiverThatIsGoneIsRecordedAsNoAnswer() {
        receiver.close();
        write(2);
        awaitSilence();

        assertThat(simulator.webhooks().sent()).extracting(SentWebhook::status).containsExactly(0, 0);
    }

    @Test
    void closingGivesUpWhatIsOnItsWay() {
        simulator.webhooks().reordering(1);
        write(5);
        simulator.close();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet().stream().map(Thread::getName))
                        .noneMatch(name -> name.startsWith("simulator-webhook")));
        assertThat(simulator.webhooks().count()).isLessThanOrEqualTo(5);
    }

    @Test
    void aProbabilityAboveOneIsRefused() {
        assertThatThrownBy(() -> simulator.webhooks().doubling(2)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("between 0 and 1");
    }

    private List<Long> write(int count) {
        return IntStream.range(0, count).mapToObj(i -> simulator.writeAsCustomer(conversation, "message " + i)).toList();
    }

    private List<Integer> positions(List<Long> written) {
        return receiver.received().stream().map(each -> written.indexOf(each.json().path("id").asLong())).sorted().toList();
    }

    private void awaitSilence() {
        await().atMost(PATIENCE).until(() -> simulator.webhooks().pending() == 0);
    }
}
