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

import static io.github.camelhelpdesk.common.ConversationStatus.CLOSED;
import static io.github.camelhelpdesk.common.ConversationStatus.OPEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.SideCapability;
import io.github.camelhelpdesk.sync.fake.Bridge;
import io.github.camelhelpdesk.sync.fake.FakeDesk;
import io.github.camelhelpdesk.sync.fake.StatusFeed;

/** People close and open on both sides as they like; calls fail, answers are lost, the bridge and its consumers crash. */
class StatusConvergenceTest {

    private static final int STEPS = 80;

    @TempDir
    Path directory;
    private final FakeDesk alpha = new FakeDesk("a");
    private final FakeDesk beta = new FakeDesk("b");
    private final StatusFeed fromAlpha = new StatusFeed(alpha, "direct:in");
    private final StatusFeed fromBeta = new StatusFeed(beta, "direct:back");
    private Path ledger;
    private String copy;
    private final AtomicInteger changes = new AtomicInteger();
    private volatile Bridge bridge;

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
    @DisplayName("both sides end with one status, at a bounded number of calls")
    void bothSidesEndWithOneStatus(long seed) throws Exception {
        Random random = new Random(seed);
        ledger = directory.resolve("ledger.db");
        for (FakeDesk desk : new FakeDesk[] { alpha, beta }) {
            desk.capabilities = Set.of(SideCapability.STATUS);
            desk.settleTime = Duration.ofMillis(30);
        }
        bridge = started();
        bridge.write("c1", "1");
        bridge.awaitDelivered(1);
        copy = beta.newest();
        disturb(random);
        for (int i = 0; i < STEPS; i++) {
            step(random);
        }
        calm();
        Bridge last = bridge;
        try (last) {
            await().atMost(Duration.ofSeconds(60)).during(Duration.ofSeconds(2)).untilAsserted(() -> {
                fromAlpha.poll(last, "c1");
                fromBeta.poll(last, copy);
                assertThat(alpha.status("c1")).as(this::ledgerInWords).isEqualTo(beta.status(copy));
            });
            int calls = alpha.statusCalls.size() + beta.statusCalls.size();
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            assertThat(alpha.statusCalls.size() + beta.statusCalls.size()).as("nothing goes back and forth").isEqualTo(calls);
            assertThat(calls).isLessThanOrEqualTo(changes.get());
        }
    }

    private String ledgerInWords() {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + ledger)) {
            return "ledger: "
                    + lines(connection, "SELECT side, told, setting, number, check_at, checks FROM conversation_status")
                    + lines(connection, "SELECT agreed, agreed_version FROM conversation")
                    + lines(connection, "SELECT id, lane_id, revision, state, reason FROM message WHERE ended_at IS NULL"
                            + " OR state = 'parked'");
        } catch (SQLException e) {
            return e.getMessage();
        }
    }

    private static List<String> lines(Connection connection, String query) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (ResultSet result = connection.createStatement().executeQuery(query)) {
            while (result.next()) {
                StringBuilder line = new StringBuilder();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    line.append(result.getString(i)).append(' ');
                }
                lines.add(line.toString());
            }
        }
        return lines;
    }

    private Bridge started() throws Exception {
        return Bridge.twoWay(ledger, alpha, beta).start();
    }

    private void step(Random random) throws Exception {
        switch (random.nextInt(10)) {
            case 0, 1 -> change(alpha, "c1", random);
            case 2, 3 -> change(beta, copy, random);
            case 4 -> fromAlpha.poll(bridge, "c1");
            case 5 -> fromAlpha.look(bridge, "c1");
            case 6 -> fromBeta.poll(bridge, copy);
            case 7 -> fromBeta.look(bridge, copy);
            case 8 -> LockSupport.parkNanos(random.nextInt(50) * 1_000_000L);
            default -> {
                if (random.nextInt(4) == 0) {
                    crash(random);
                }
            }
        }
    }

    private void change(FakeDesk desk, String conversation, Random random) {
        changes.incrementAndGet();
        desk.change(conversation, random.nextBoolean() ? OPEN : CLOSED);
    }

    /** The last words of the consumers are in the ledger, and forgotten by them. */
    private void crash(Random random) throws Exception {
        fromAlpha.poll(bridge, "c1", random.nextBoolean());
        fromBeta.poll(bridge, copy, random.nextBoolean());
        ledger = Bridge.powerCut(ledger);
        bridge.close();
        change(alpha, "c1", random);
        bridge = started();
    }

    private void disturb(Random random) {
        for (FakeDesk desk : new FakeDesk[] { alpha, beta }) {
            long seed = random.nextLong();
            Random own = new Random(seed);
            desk.beforeStatus = conversation -> maybe(own);
            desk.afterStatus = conversation -> {
                interfere(desk, conversation, own);
                maybe(own);
            };
        }
    }

    /** Somebody is quicker than the answer to our call, and so may the consumer be. */
    private void interfere(FakeDesk desk, String conversation, Random random) {
        Bridge current = bridge;
        if (random.nextBoolean()) {
            feed(desk).poll(current, conversation);
        }
        if (random.nextBoolean()) {
            change(desk, conversation, random);
        }
        if (random.nextBoolean()) {
            feed(desk).poll(current, conversation);
        }
    }

    private StatusFeed feed(FakeDesk desk) {
        return desk == alpha ? fromAlpha : fromBeta;
    }

    private static synchronized void maybe(Random random) {
        LockSupport.parkNanos(random.nextInt(20) * 1_000_000L);
        if (random.nextInt(10) == 0) {
            throw new HelpdeskException("lost", Outcome.UNCLEAR, 0, null, false, null);
        }
    }

    private void calm() {
        for (FakeDesk desk : new FakeDesk[] { alpha, beta }) {
            desk.beforeStatus = conversation -> {
            };
            desk.afterStatus = conversation -> {
            };
        }
    }
}
