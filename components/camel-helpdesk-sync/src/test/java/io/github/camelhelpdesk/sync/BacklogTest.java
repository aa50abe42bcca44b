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
package io.github.camelhelpdesk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.common.NotSentException;
import io.github.camelhelpdesk.sync.fake.Bridge;
import io.github.camelhelpdesk.sync.fake.FakeDesk;

class BacklogTest {

    private static final Logger LOG = LoggerFactory.getLogger(BacklogTest.class);
    private static final int MESSAGES = 10_000;
    private static final int CONVERSATIONS = 200;

    @TempDir
    Path directory;
    private final FakeDesk alpha = new FakeDesk("a");
    private final FakeDesk beta = new FakeDesk("b");

    private void writeAll(Bridge bridge) {
        List<CompletableFuture<Object>> written = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            written.add(bridge.takeIn(Bridge.message("c" + i % CONVERSATIONS, Integer.toString(i)).build()));
        }
        written.forEach(CompletableFuture::join);
    }

    private void assertAllInOrder() {
        Map<Integer, Integer> last = new TreeMap<>();
        assertThat(beta.all()).hasSize(MESSAGES);
        beta.textsByConversation().forEach(texts -> {
            int conversation = Integer.parseInt(texts.get(0)) % CONVERSATIONS;
            texts.forEach(text -> {
                int number = Integer.parseInt(text);
                assertThat(number % CONVERSATIONS).isEqualTo(conversation);
                assertThat(number).isGreaterThan(last.getOrDefault(conversation, -1));
                last.put(conversation, number);
            });
        });
    }

    @Test
    @DisplayName("O3: after an outage, 10,000 waiting messages arrive, each conversation in order")
    void o3TenThousandMessagesThatWaitedForTheTargetArriveInOrder() throws Exception {
        AtomicBoolean down = new AtomicBoolean(true);
        beta.recordCalls = false;
        beta.beforeSend = call -> {
            if (down.get()) {
                throw new NotSentException("No connection", 0, null, null);
            }
        };
        try (Bridge bridge = Bridge.running(directory.resolve("ledger.db"), alpha, beta)) {
            writeAll(bridge);
            assertThat(bridge.flow().pending()).isEqualTo(MESSAGES);
            assertThat(bridge.flow().lagMillis()).isPositive();
            assertThat(beta.all()).isEmpty();
            down.set(false);
            await().atMost(Duration.ofSeconds(120)).until(() -> bridge.flow().delivered() == MESSAGES);
            assertAllInOrder();
        }
    }

    @Test
    void intakeAndDeliveryKeepAPaceOfHundredsOfMessagesASecond() throws Exception {
        beta.recordCalls = false;
        Path ledger = directory.resolve("ledger.db");
        try (Bridge intake = new Bridge(ledger, alpha, beta).intake().start()) {
            long begin = System.nanoTime();
            writeAll(intake);
            report("taken in", begin);
        }
        beta.settleTime = Duration.ZERO;
        long begin = System.nanoTime();
        try (Bridge delivery = Bridge.running(ledger, alpha, beta)) {
            await().atMost(Duration.ofSeconds(120))
                    .until(() -> delivery.flow().delivered() == MESSAGES);
            assertThat(report("delivered", begin)).as("messages a second, on a machine that may be busy").isGreaterThan(100);
            assertAllInOrder();
        }
    }

    private static long report(String what, long begin) {
        long rate = MESSAGES * 1_000_000_000L / (System.nanoTime() - begin);
        LOG.info("{} messages {}: {} a second", MESSAGES, what, rate);
        return rate;
    }
}
