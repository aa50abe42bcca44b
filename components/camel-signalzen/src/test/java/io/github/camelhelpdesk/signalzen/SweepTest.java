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
package io.github.camelhelpdesk.signalzen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What reading costs, and that rare sweeps neither hold back news nor stay away. */
class SweepTest extends SignalzenTestBase {

    @Test
    @DisplayName("R: an idle account with 10,000 users costs just the pages of users with each poll")
    void idleAccountWithTenThousandUsersCostsThePagesOfUsersOnly() throws Exception {
        simulator.clock().offset(Duration.ofHours(-1));
        for (int i = 0; i < 10_000; i++) {
            simulator.openUser(null);
        }
        simulator.clock().offset(Duration.ZERO);
        start("&fullSweepInterval=0&delay=200", this::collect);
        // A page has 99 users, 5 of which are on the one before, too.
        int pages = (10_000 - 5 + 93) / 94;
        await().atMost(PATIENCE).until(() -> polls() >= 3);
        long requests = simulator.requests().count();
        assertThat(simulator.requests().count("GET", USERS)).isEqualTo(requests);
        assertThat(requests).isBetween(2L * pages, (polls() + 1) * pages + 1L);
        simulator.writeAsVisitor(5_000, "hello");
        awaitGot("hello");
        assertThat(simulator.requests().count("GET", MESSAGES)).isLessThan(10);
    }

    @Test
    void sweepLooksAtEachUserOnceAndThenWaits() throws Exception {
        simulator.clock().offset(Duration.ofHours(-1));
        for (int i = 0; i < 100; i++) {
            simulator.openUser(null);
        }
        simulator.clock().offset(Duration.ZERO);
        start("", this::collect);
        await().atMost(PATIENCE).until(() -> simulator.requests().count("GET", MESSAGES) == 100);
        awaitPolls();
        awaitPolls();
        assertThat(simulator.requests().count("GET", MESSAGES)).isEqualTo(100);
    }

    @Test
    void newsNeedNotWaitForTheSweep() throws Exception {
        simulator.clock().offset(Duration.ofHours(-1));
        for (int i = 0; i < 2_000; i++) {
            simulator.openUser(null);
        }
        simulator.clock().offset(Duration.ZERO);
        start("&delay=300", this::collect);
        await().atMost(PATIENCE).until(() -> simulator.requests().count("GET", MESSAGES) > 0);
        simulator.writeAsVisitor(2_000, "hello");
        awaitGot("hello");
        assertThat(simulator.requests().count("GET", MESSAGES)).isLessThan(1_500);
    }

    @Test
    @DisplayName("L: answers that move no time of their user need not wait for the sweep")
    void answersThatMoveNoTimeAreFoundSoon() throws Exception {
        long user = simulator.openUser("Ann");
        for (int i = 0; i < 200; i++) {
            simulator.openUser(null);
        }
        simulator.clock().advance(Duration.ofHours(12));
        start("", this::collect);
        await().atMost(PATIENCE).until(() -> simulator.requests().count("GET", MESSAGES) == 201);
        simulator.writeAsVisitor(user, "question");
        awaitGot("question");
        simulator.messagesTouchUsers(false);
        simulator.clock().advance(Duration.ofMinutes(1));
        simulator.writeAsOperator(user, "soon");
        awaitPolls();
        simulator.clock().advance(Duration.ofMinutes(2));
        awaitGot("question", "soon");
        simulator.writeAsOperator(user, "and at once");
        simulator.clock().advance(Duration.ofMinutes(4));
        awaitGot("question", "soon", "and at once");
        long before = simulator.requests().count("GET", MESSAGES);
        for (int hour = 0; hour < 5; hour++) {
            simulator.clock().advance(Duration.ofHours(1));
            awaitPolls();
        }
        assertThat(simulator.requests().count("GET", MESSAGES) - before).as("looks at one idle user").isBetween(2L, 12L);
    }

    private long polls() {
        return simulator.requests().list().stream()
                .filter(request -> request.path().equals(USERS) && request.query().equals("offset=0&limit=99")).count();
    }
}
