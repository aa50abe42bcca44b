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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhelpdesk.sync.fake.Bridge;
import io.github.camelhelpdesk.sync.fake.FakeDesk;

class TripWireTest {

    private static final String FEW = "&maxWritesPerHour=3";

    @TempDir
    Path directory;
    private final FakeDesk alpha = new FakeDesk("a");
    private final FakeDesk beta = new FakeDesk("b");

    private Path ledger() {
        return directory.resolve("ledger.db");
    }

    private static Optional<String> alarm(Bridge bridge) {
        return HealthCheckHelper.invoke(bridge.context()).stream()
                .filter(result -> result.getState() == HealthCheck.State.DOWN).map(HealthCheck.Result::getMessage)
                .map(Optional::get).findFirst();
    }

    private void letTheLastHourPass(Duration soon) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + ledger());
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE message SET ended_at = "
                    + Instant.now().minus(Duration.ofHours(1)).plus(soon).toEpochMilli() + " WHERE ended_at IS NOT NULL");
        }
    }

    @Test
    @DisplayName("D6: bots that answer every message, our copies too, are stopped")
    void d6BotsThatAnswerEachOtherAreStopped() throws Exception {
        Bridge bridge = new Bridge(ledger(), alpha, beta).intake().route(Bridge.DELIVERY + FEW, "beta:send")
                .route("direct:back", Bridge.BACK).route(Bridge.BACK + FEW, "alpha:send").start();
        try (bridge) {
            bridge.write(alpha.read(alpha.write("c1", "hello")));
            Map<String, Integer> answered = new HashMap<>();
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                answer(bridge, beta, answered);
                answer(bridge, alpha, answered);
                return bridge.flow().delivered() == 3 && bridge.flow("beta").delivered() == 3;
            });
            await().during(Duration.ofMillis(500)).until(() -> {
                answer(bridge, beta, answered);
                answer(bridge, alpha, answered);
                return bridge.flow().delivered() == 3 && bridge.flow("beta").delivered() == 3;
            });
            await().untilAsserted(() -> assertThat(alarm(bridge).orElse("none")).contains("looks like a loop"));
            bridge.write("c2", "another customer");
            bridge.awaitDelivered(4);
        }
    }

    /** A bot answers all that is new on a desk, and the bridge reads both. */
    private void answer(Bridge bridge, FakeDesk desk, Map<String, Integer> answered) {
        for (String conversation : desk.conversations()) {
            List<FakeDesk.Stored> messages = desk.messages(conversation);
            int from = answered.getOrDefault(conversation, 0);
            for (FakeDesk.Stored message : messages.subList(from, messages.size())) {
                read(bridge, desk, message);
                if (message.marker() != null) {
                    read(bridge, desk, desk.write(conversation, "answer to " + message.id()));
                }
            }
            answered.put(conversation, messages.size());
        }
    }

    private void read(Bridge bridge, FakeDesk desk, FakeDesk.Stored message) {
        if (desk == beta) {
            bridge.read(desk.read(message));
        } else {
            bridge.write(desk.read(message));
        }
    }

    @Test
    void conversationThatGotTooManyPausesAndSaysSoAndOthersGoOn() throws Exception {
        try (Bridge bridge = Bridge.running(ledger(), alpha, beta, FEW)) {
            bridge.write("c1", "1", "2", "3", "4", "5");
            await().until(() -> alarm(bridge).isPresent());
            assertThat(alarm(bridge).get()).contains("conversation " + beta.newest()).contains("maxWritesPerHour");
            bridge.write("c2", "6");
            bridge.awaitDelivered(4);
            assertThat(beta.texts()).containsExactlyInAnyOrder("1", "2", "3", "6");
            assertThat(bridge.trace("4").reason()).contains("Paused until");
            assertThat(bridge.flow().parked()).isZero();
        }
    }

    @Test
    void countSurvivesARestart() throws Exception {
        try (Bridge before = Bridge.running(ledger(), alpha, beta, FEW)) {
            before.write("c1", "1", "2", "3");
            before.awaitDelivered(3);
        }
        try (Bridge after = Bridge.running(ledger(), alpha, beta, FEW)) {
            after.write("c1", "4");
            await().until(() -> alarm(after).isPresent());
            assertThat(beta.texts()).containsExactly("1", "2", "3");
        }
    }

    @Test
    void conversationGoesOnByItselfWhenTheHourIsOver() throws Exception {
        try (Bridge bridge = Bridge.running(ledger(), alpha, beta, FEW)) {
            bridge.write("c1", "1", "2", "3");
            bridge.awaitDelivered(3);
            letTheLastHourPass(Duration.ofSeconds(2));
            bridge.write("c1", "4", "5");
            await().until(() -> alarm(bridge).isPresent());
            bridge.awaitDelivered(5);
            assertThat(beta.texts()).containsExactly("1", "2", "3", "4", "5");
            assertThat(alarm(bridge)).isEmpty();
        }
    }

    @Test
    void clockThatWasSetBackADayPausesNobodyForADay() throws Exception {
        try (Bridge before = Bridge.running(ledger(), alpha, beta, FEW)) {
            before.write("c1", "1", "2", "3");
            before.awaitDelivered(3);
        }
        letTheLastHourPass(Duration.ofHours(25));
        try (Bridge after = Bridge.running(ledger(), alpha, beta, FEW)) {
            after.write("c1", "4");
            after.awaitDelivered(4);
            assertThat(alarm(after)).isEmpty();
        }
    }

    @Test
    void noneIsCountedWhenSwitchedOff() throws Exception {
        try (Bridge bridge = Bridge.running(ledger(), alpha, beta, "&maxWritesPerHour=0")) {
            for (int i = 0; i < 20; i++) {
                bridge.write("c1", "m" + i);
            }
            bridge.awaitDelivered(20);
        }
    }
}
