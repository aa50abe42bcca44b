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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.main.MainHttpServer;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.common.ConversationStatus;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.cursor.MemoryCursorRepository;
import io.github.camelhelpdesk.common.model.Contact;
import io.github.camelhelpdesk.common.model.ConversationEventType;
import io.github.camelhelpdesk.common.model.HelpdeskConversation;
import io.github.camelhelpdesk.signalzen.model.SignalzenUser;
import io.github.camelhelpdesk.testkit.http.FreePort;

/** Users that come are told by polls, users that are closed by webhooks only. */
class ConversationsTest extends SignalzenTestBase {

    private static final String PATH = "/conversations/signalzen";

    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private int port;

    @Test
    void newUsersAreOpenedAndOldOnesAreNot() throws Exception {
        for (int i = 0; i < 120; i++) {
            simulator.openUser("Old " + i);
        }
        simulator.clock().advance(Duration.ofSeconds(5));
        watch("");
        long user = simulator.openUser("Zoe");
        awaitGot(user + " opened");
        simulator.writeAsVisitor(3, "still there");
        simulator.writeAsVisitor(user, "hello");
        simulator.visit(user, "https://shop.example/");
        awaitPolls();
        assertThat(got).hasSize(1);
    }

    @Test
    void bodyIsTheUserAndBecomesTheNeutralConversation() throws Exception {
        watch("");
        long user = simulator.openUser("Zoe", "zoe@example.org");
        awaitGot(user + " opened");
        assertThat(exchanges.get(0).getMessage().getBody()).isInstanceOf(SignalzenUser.class);
        HelpdeskConversation neutral = exchanges.get(0).getMessage().getBody(HelpdeskConversation.class);
        assertThat(neutral.provider()).isEqualTo("signalzen");
        assertThat(neutral.account()).isEqualTo("shop");
        assertThat(neutral.id()).isEqualTo(String.valueOf(user));
        assertThat(neutral.event()).isEqualTo(ConversationEventType.opened);
        assertThat(neutral.status()).isEqualTo(ConversationStatus.OPEN);
        assertThat(neutral.contact()).isEqualTo(new Contact(String.valueOf(user), null, "Zoe", "zoe@example.org", null));
        assertThat(neutral.changedAt()).isNotNull();
    }

    @Test
    void closingIsToldByItsWebhookAlsoOfAnOldUserAndOnce() throws Exception {
        long old = simulator.openUser("Ann");
        simulator.clock().advance(Duration.ofSeconds(5));
        watch("");
        simulator.registerWebhook(url(), "user.closed");
        simulator.webhooks().doubling(1);
        long user = simulator.openUser("Zoe");
        awaitGot(user + " opened");
        simulator.closeUser(old);
        awaitGot(user + " opened", old + " closed");
        simulator.closeUser(user);
        awaitGot(user + " opened", old + " closed", user + " closed");
        awaitPolls();
        assertThat(got).hasSize(3);
        assertThat(exchanges.get(1).getMessage().getBody(HelpdeskConversation.class).status())
                .isEqualTo(ConversationStatus.CLOSED);
    }

    @Test
    void secondClosingShowsThatItWasOpenedInBetween() throws Exception {
        long user = simulator.openUser("Zoe");
        simulator.clock().advance(Duration.ofSeconds(5));
        watch("");
        simulator.registerWebhook(url(), "user.closed");
        simulator.closeUser(user);
        awaitGot(user + " closed");
        simulator.clock().advance(Duration.ofMinutes(1));
        simulator.closeUser(user);
        awaitGot(user + " closed", user + " opened", user + " closed");
        assertThat(got).containsExactly(user + " closed", user + " opened", user + " closed");
    }

    @Test
    void withoutAWebhookNoClosingIsTold() throws Exception {
        watch("");
        long user = simulator.openUser("Zoe");
        awaitGot(user + " opened");
        simulator.closeUser(user);
        awaitPolls();
        assertThat(got).hasSize(1);
    }

    @Test
    @DisplayName("what failed in the route comes again, and what came does not come after a restart")
    void failedEventComesAgainAndAToldOneDoesNot() throws Exception {
        failures.set(2);
        watch("");
        long user = simulator.openUser("Zoe");
        awaitGot(user + " opened");
        stop();
        long other = simulator.openUser("Max");
        watch("");
        awaitGot(user + " opened", other + " opened");
        awaitPolls();
        assertThat(got).hasSize(2);
    }

    @Test
    @DisplayName("R: a closing whose exchange has not ended comes after a crash, and does not come again after the next")
    void closingOutlivesACrash() throws Exception {
        long user = simulator.openUser("Ann");
        simulator.clock().advance(Duration.ofSeconds(5));
        watch("");
        simulator.registerWebhook(url(), "user.closed");
        failures.set(Integer.MAX_VALUE);
        simulator.closeUser(user);
        await().atMost(PATIENCE).until(() -> failures.get() < Integer.MAX_VALUE - 1);
        MemoryCursorRepository left = copy(cursors);
        stop();
        failures.set(0);
        restore(left);
        simulator.clock().advance(Duration.ofMinutes(10));
        watch("");
        awaitGot(user + " closed");
        stop();
        watch("");
        awaitPolls();
        assertThat(got).hasSize(1);
    }

    @Test
    void restartAfterAClosingTellsNoOpening() throws Exception {
        watch("");
        simulator.registerWebhook(url(), "user.closed");
        long user = simulator.openUser("Zoe");
        awaitGot(user + " opened");
        simulator.closeUser(user);
        awaitGot(user + " opened", user + " closed");
        stop();
        cursors.keys("signalzen/shop/closings").toList().forEach(cursors::remove);
        watch("");
        simulator.visit(user, "https://shop.example/");
        awaitPolls();
        assertThat(got).hasSize(2);
    }

    private static MemoryCursorRepository copy(MemoryCursorRepository from) {
        MemoryCursorRepository copy = new MemoryCursorRepository();
        from.keys("").forEach(key -> copy.setState(key, from.getState(key)));
        return copy;
    }

    private void restore(MemoryCursorRepository left) {
        cursors.keys("").toList().forEach(cursors::remove);
        left.keys("").forEach(key -> cursors.setState(key, left.getState(key)));
    }

    private void watch(String options) throws Exception {
        DefaultCamelContext context = context();
        port = FreePort.find();
        MainHttpServer server = new MainHttpServer();
        server.setCamelContext(context);
        server.setHost("localhost");
        server.setPort(port);
        context.addService(server);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("signalzen:conversations?initialDelay=0&delay=20&wakeUpPath=" + PATH + options).routeId("watch")
                        .process(ConversationsTest.this::note);
            }
        });
        long before = simulator.requests().count("GET", USERS);
        context.start();
        await().atMost(PATIENCE).until(() -> simulator.requests().count("GET", USERS) > before + 6);
    }

    private void note(Exchange exchange) {
        if (failures.getAndDecrement() > 0) {
            throw new RuntimeCamelException("not now");
        }
        exchanges.add(exchange.copy());
        got.add(exchange.getMessage().getHeader(SignalzenConstants.USER_ID) + " "
                + exchange.getMessage().getHeader(HelpdeskConstants.CONVERSATION_EVENT));
    }

    private String url() {
        return "http://localhost:" + port + PATH;
    }
}
