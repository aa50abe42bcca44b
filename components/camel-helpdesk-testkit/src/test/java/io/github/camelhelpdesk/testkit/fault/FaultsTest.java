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
package io.github.camelhelpdesk.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;
import io.github.camelhelpdesk.testkit.http.TestClient;

class FaultsTest {

    private static final String MESSAGES = "/api/v1/accounts/1/conversations/1/messages";

    private ChatwootSimulator simulator;
    private TestClient client;

    @BeforeEach
    void start() {
        simulator = ChatwootSimulator.start();
        client = new TestClient(simulator.baseUrl(), Map.of("Api-Access-Token", simulator.accessToken()));
        simulator.openConversation("Zoe");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void everyNthCallFailsAndIsNotProcessed() {
        FaultRule rule = posts().every(3).then(Fault.status(500));
        assertThat(statuses(7)).containsExactly(200, 200, 500, 200, 200, 500, 200);
        assertThat(rule.count()).isEqualTo(2);
        assertThat(stored()).isEqualTo(5);
    }

    @Test
    void theNextCallsFailAndNoMore() {
        posts().next(2).then(Fault.status(503));
        assertThat(statuses(4)).containsExactly(503, 503, 200, 200);
    }

    @Test
    void aSeedFixesWhichCallsFail() {
        FaultRule first = posts().withProbability(0.5, 42).then(Fault.status(500));
        List<Integer> statuses = statuses(20);
        first.remove();
        FaultRule second = posts().withProbability(0.5, 42).then(Fault.status(500));
        assertThat(statuses(20)).isEqualTo(statuses).contains(200, 500);
        assertThat(second.count()).isEqualTo(first.count());
    }

    @Test
    void theFirstRuleThatStrikesDecidesAndTheNextOnesDoNotCountThatCall() {
        posts().every(2).then(Fault.status(429));
        posts().every(2).then(Fault.status(500));
        assertThat(statuses(5)).containsExactly(200, 429, 500, 429, 200);
    }

    @Test
    void aRuleMatchesMethodPathAndCondition() {
        posts().when(call -> call.bodyText().contains("poison")).then(Fault.status(500));
        assertThat(post("fine").statusCode()).isEqualTo(200);
        assertThat(post("poison").statusCode()).isEqualTo(500);
        assertThat(client.get(MESSAGES).statusCode()).isEqualTo(200);
    }

    @Test
    void aRemovedRuleAndClearedFaultsStrikeNoMore() {
        FaultRule rule = posts().then(Fault.status(500));
        simulator.faults().onAny().then(Fault.status(503));
        rule.remove();
        assertThat(post("x").statusCode()).isEqualTo(503);
        simulator.faults().clear();
        assertThat(post("x").statusCode()).isEqualTo(200);
    }

    @Test
    void retryAfterIsSentAsGiven() {
        posts().next(1).then(Fault.status(429, "17"));
        posts().next(1).then(Fault.status(503, "Wed, 04 Mar 2026 05:06:07 GMT"));
        posts().next(1).then(Fault.status(429, "soon"));
        posts().next(1).then(Fault.retryLater());
        assertThat(post("a").headers().firstValue("Retry-After")).contains("17");
        assertThat(post("b").headers().firstValue("Retry-After")).contains("Wed, 04 Mar 2026 05:06:07 GMT");
        assertThat(post("c").headers().firstValue("Retry-After")).contains("soon");
        HttpResponse<String> plain = post("d");
        assertThat(plain.headers().firstValue("Retry-After")).isEmpty();
        assertThat(plain.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(plain.body()).startsWith("Retry later");
    }

    @Test
    void aProxysPageIsHtml() {
        posts().then(Fault.htmlPage(502));
        HttpResponse<String> response = post("x");
        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/html");
        assertThat(response.body()).startsWith("<html>");
    }

    @Test
    void d3WhatIsProcessedAndThenDroppedIsStored() {
        posts().next(1).then(Fault.processThenDrop());
        assertThatThrownBy(() -> post("x")).isInstanceOf(UncheckedIOException.class);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void whatIsResetBeforehandIsNotStored() {
        posts().next(1).then(Fault.resetBeforeProcessing());
        assertThatThrownBy(() -> post("x")).isInstanceOf(UncheckedIOException.class);
        assertThat(stored()).isZero();
        assertThat(simulator.requests().count("POST", MESSAGES)).isEqualTo(1);
    }

    @Test
    void whatIsProcessedLateIsStoredAfterTheClientHasGone() {
        posts().next(1).then(Fault.processLate(Duration.ofSeconds(2)));
        assertThatThrownBy(() -> post("x")).isInstanceOf(UncheckedIOException.class);
        assertThat(stored()).isZero();
        await().atMost(1, TimeUnit.MINUTES).until(() -> stored() == 1);
    }

    @Test
    void theConnectionMayStaySilentBeforeItIsReset() {
        posts().next(1).then(Fault.processLate(Duration.ofMillis(1), Duration.ofMillis(400)));
        long start = System.nanoTime();
        assertThatThrownBy(() -> post("x")).isInstanceOf(UncheckedIOException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void d4ASlowAnswerIsProcessedAtOnce() {
        posts().next(1).then(Fault.delay(Duration.ofSeconds(3)));
        CompletableFuture<HttpResponse<String>> slow = CompletableFuture.supplyAsync(() -> post("x"));
        await().atMost(1, TimeUnit.MINUTES).until(() -> stored() == 1);
        assertThat(slow).isNotDone();
        assertThat(slow.join().statusCode()).isEqualTo(200);
    }

    @Test
    void aTruncatedAnswerEndsBeforeItsContentLength() {
        posts().next(1).then(Fault.truncatedBody());
        assertThatThrownBy(() -> post("x")).isInstanceOf(UncheckedIOException.class).hasCauseInstanceOf(IOException.class)
                .rootCause().hasMessageContaining("EOF");
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void malformedAndEmptyAnswersKeepTheStatusAndAreStored() {
        posts().next(1).then(Fault.malformedBody());
        posts().next(1).then(Fault.emptyBody());
        HttpResponse<String> malformed = post("x");
        HttpResponse<String> empty = post("y");
        assertThat(malformed.statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> TestClient.json(malformed)).isInstanceOf(UncheckedIOException.class);
        assertThat(empty.statusCode()).isEqualTo(200);
        assertThat(empty.body()).isEmpty();
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void callsThatAreHeldBackDoNotKeepOthersWaiting() {
        posts().next(40).then(Fault.delay(Duration.ofMinutes(1)));
        AtomicInteger answered = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(40);
        try {
            for (int i = 0; i < 40; i++) {
                threads.submit(() -> {
                    post("slow");
                    answered.incrementAndGet();
                });
            }
            await().atMost(45, TimeUnit.SECONDS).until(() -> stored() == 40);
            assertThat(client.get("/health").statusCode()).isEqualTo(200);
            assertThat(answered).hasValue(0);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void offlineRefusesConnectionsAndOnlineIsTheSameAddressWithTheSameData() {
        post("before");
        simulator.goOffline();
        assertThatThrownBy(() -> post("lost")).isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(ConnectException.class);
        simulator.writeAsCustomer(1, "meanwhile");
        simulator.goOnline();
        assertThat(post("after").statusCode()).isEqualTo(200);
        assertThat(stored()).isEqualTo(3);
    }

    private FaultBuilder posts() {
        return simulator.faults().on("POST", ".*/messages");
    }

    private HttpResponse<String> post(String text) {
        return client.post(MESSAGES, "{\"content\":\"" + text + "\"}");
    }

    private List<Integer> statuses(int calls) {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            statuses.add(post("message " + i).statusCode());
        }
        return statuses;
    }

    private int stored() {
        return simulator.messages(1).size();
    }
}
