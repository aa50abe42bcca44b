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

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.testkit.fault.Fault;

/** What the consumer does when the provider answers otherwise than it should. */
class ConsumerErrorsTest extends SignalzenTestBase {

    @ParameterizedTest
    @ValueSource(ints = { 401, 403, 406, 500, 503 })
    void refusalIsReportedAndReadingGoesOnWhenItIsOver(int status) throws Exception {
        simulator.writeAsVisitor(simulator.openUser("Ann"), "hello");
        simulator.faults().onAny().then(Fault.status(status));
        DefaultCamelContext context = start(BEGINNING, this::collect);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(simulator.requests().count()).isGreaterThan(1));
        assertThat(context.getRouteController().getRouteStatus("intake").isStarted()).isTrue();
        assertThat(got).isEmpty();
        simulator.faults().clear();
        awaitGot("hello");
    }

    @ParameterizedTest
    @ValueSource(ints = { 404, 410 })
    void userWhoIsGoneHoldsBackNoOther(int status) throws Exception {
        long gone = simulator.openUser("Ann");
        simulator.writeAsVisitor(gone, "never");
        simulator.writeAsVisitor(simulator.openUser("Ben"), "hello");
        String path = "/external/users/" + gone + "/messages";
        simulator.faults().on("GET", path).then(Fault.status(status));
        simulator.clock().advance(java.time.Duration.ofSeconds(5));
        start(BEGINNING + "&fullSweepInterval=0", this::collect);
        awaitGot("hello");
        awaitPolls();
        assertThat(simulator.requests().count("GET", path)).isEqualTo(1);
    }

    @Test
    void listingThatFailsHalfWayGoesOnWhereItWas() throws Exception {
        for (int i = 0; i < 250; i++) {
            simulator.writeAsVisitor(simulator.openUser("Customer " + i), "hello " + i);
        }
        simulator.faults().on("GET", USERS).when(call -> !"0".equals(call.query("offset"))).next(4).then(Fault.status(500));
        start(BEGINNING + "&concurrentConsumers=4", this::collect);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(got).hasSize(250));
        assertThat(got).doesNotHaveDuplicates();
    }

    @Test
    void malformedMessageComesAsUnreadableAndTheOthersAsUsual() throws Exception {
        long user = simulator.openUser("Ann");
        simulator.writeAsVisitor(user, "1");
        simulator.writeAsVisitor(user, "2");
        simulator.writeAsVisitor(user, "3");
        rewrite(MESSAGES, body -> body.replace("\"body\":\"2\"", "\"body\":{\"odd\":1}"));
        List<Exchange> exchanges = new CopyOnWriteArrayList<>();
        start(BEGINNING, exchanges::add);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(exchanges).hasSize(3));
        awaitPolls();
        assertThat(exchanges).hasSize(3);
        assertThat(exchanges.get(1).getMessage().getHeader(HelpdeskConstants.UNREADABLE, String.class)).contains("body");
        assertThat(exchanges.get(1).getMessage().getHeader(SignalzenConstants.MESSAGE_ID)).isEqualTo("2");
        assertThat(exchanges.get(1).getMessage().getBody()).isInstanceOf(JsonNode.class);
    }

    @Test
    void messageWithoutTimeComesOnceInItsPlace() throws Exception {
        long user = simulator.openUser("Ann");
        simulator.writeAsVisitor(user, "1");
        simulator.writeAsVisitor(user, "2");
        simulator.writeAsVisitor(user, "3");
        rewrite(MESSAGES, body -> body.replaceAll("(\"body\":\"2\".*?)\"created_at\":\"[^\"]*\"", "$1\"created_at\":\"soon\""));
        List<Object> ids = new CopyOnWriteArrayList<>();
        start(BEGINNING, exchange -> ids.add(exchange.getMessage().getHeader(SignalzenConstants.MESSAGE_ID)));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ids).hasSize(3));
        simulator.writeAsVisitor(user, "4");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ids).hasSize(4));
        assertThat(ids).containsExactly("1", "2", "3", "4");
    }

    @Test
    void messageWithoutIdIsLeftOut() throws Exception {
        long user = simulator.openUser("Ann");
        simulator.writeAsVisitor(user, "nameless");
        simulator.writeAsVisitor(user, "2");
        rewrite(MESSAGES, body -> body.replace("{\"id\":1,\"body\"", "{\"id\":null,\"body\""));
        start(BEGINNING, this::collect);
        awaitGot("2");
    }

    @Test
    void usersOfAnUnexpectedShapeAreReadAllTheSame() throws Exception {
        simulator.writeAsVisitor(simulator.openUser("Ann"), "hello");
        rewrite(USERS + "(/[^/]*)?", body -> body.replace("\"user_attributes\":[]", "\"user_attributes\":{\"a\":1}")
                .replace("\"total\":1", "\"total\":null"));
        start(BEGINNING, this::collect);
        awaitGot("hello");
        simulator.writeAsVisitor(1, "again");
        awaitGot("hello", "again");
    }

    @Test
    void includeChoosesWhoseMessagesCome() throws Exception {
        long user = simulator.openUser("Ann");
        simulator.inviteAutomatically(user, "May I help?");
        simulator.writeAsVisitor(user, "customer");
        simulator.writeAsOperator(user, "agent");
        start(BEGINNING, this::collect);
        awaitGot("customer", "agent");
        stop();
        got.clear();
        start(BEGINNING + "&include=bot&cursorId=other", this::collect);
        awaitGot("May I help?");
    }
}
