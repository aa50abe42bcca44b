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

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhelpdesk.common.ConversationRequest;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.NotFoundYetException;
import io.github.camelhelpdesk.common.NotSentException;
import io.github.camelhelpdesk.common.OpenedConversation;
import io.github.camelhelpdesk.common.model.Contact;
import io.github.camelhelpdesk.sync.fake.Bridge;
import io.github.camelhelpdesk.sync.fake.FakeDesk;

class MappingTest {

    @TempDir
    Path directory;
    private final FakeDesk alpha = new FakeDesk("a");
    private final FakeDesk beta = new FakeDesk("b");

    private Path ledger() {
        return directory.resolve("ledger.db");
    }

    @Test
    @DisplayName("D11: one conversation and one contact, however many messages come at once")
    void d11ManyFirstMessagesMakeOneConversation() throws Exception {
        try (Bridge bridge = Bridge.running(ledger(), alpha, beta)) {
            for (int i = 0; i < 50; i++) {
                bridge.writeLater(Bridge.message("c1", "m" + i).build());
            }
            bridge.awaitDelivered(50);
            assertThat(beta.conversationCount()).isEqualTo(1);
            assertThat(beta.requests).hasSize(1);
        }
    }

    @Test
    @DisplayName("D11: conversations of one person are created one after the other, with one contact key")
    void d11ConversationsOfOnePersonAreCreatedOneAfterTheOther() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        beta.beforeOpen = () -> most.accumulateAndGet(now.incrementAndGet(), Math::max);
        beta.afterOpen = now::decrementAndGet;
        try (Bridge bridge = Bridge.running(ledger(), alpha, beta)) {
            Contact contact = new Contact("mina", null, "Mina", null, null);
            for (int i = 0; i < 20; i++) {
                bridge.writeLater(Bridge.message("c" + i, "m" + i).contact(contact).build());
            }
            bridge.awaitDelivered(20);
            assertThat(most).hasValue(1);
            assertThat(beta.requests).extracting(ConversationRequest::contactKey)
                    .containsOnly(beta.requests.get(0).contactKey());
            assertThat(beta.requests).extracting(ConversationRequest::key).doesNotHaveDuplicates();
        }
    }

    @Test
    void keysAreShortAndOfTheAllowedCharacters() throws Exception {
        try (Bridge bridge = Bridge.running(ledger(), alpha, beta)) {
            bridge.write("c/1 \u00e4", "1");
            bridge.awaitDelivered(1);
            ConversationRequest request = beta.requests.get(0);
            assertThat(request.key()).matches("[A-Za-z0-9._-]{1,60}");
            assertThat(request.contactKey()).matches("[A-Za-z0-9._-]{1,60}");
            assertThat(request.inDoubt()).isFalse();
        }
    }

    @Test
    void creationWhoseAnswerGotLostIsLookedForBeforeItIsRepeated() throws Exception {
        AtomicBoolean once = new AtomicBoolean();
        beta.afterOpen = () -> {
            if (once.compareAndSet(false, true)) {
                throw new HelpdeskException("reset", Outcome.UNCLEAR, 0, null, true, null);
            }
        };
        try (Bridge bridge = Bridge.running(ledger(), alpha, beta)) {
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            assertThat(beta.requests).extracting(ConversationRequest::inDoubt).containsExactly(false, true);
            assertThat(beta.requests.get(1).notFoundFrom()).isNotNull();
            assertThat(beta.requests.get(1).key()).isEqualTo(beta.requests.get(0).key());
            assertThat(beta.callsFor("1")).extracting(FakeDesk.Call::inDoubt).as("the message itself had never left")
                    .containsExactly(false);
        }
    }

    @Test
    void creationThatAPowerCutInterruptedIsInDoubtAfterTheRestart() throws Exception {
        CountDownLatch creating = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        beta.beforeOpen = () -> {
            creating.countDown();
            try {
                go.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new HelpdeskException("the old process is dead", Outcome.REFUSED, 400, null, false, null);
        };
        Path cut;
        Bridge before = Bridge.running(ledger(), alpha, beta);
        try (before) {
            before.write("c1", "1");
            assertThat(creating.await(60, TimeUnit.SECONDS)).isTrue();
            cut = Bridge.powerCut(ledger());
            go.countDown();
        }
        beta.requests.clear();
        AtomicBoolean once = new AtomicBoolean();
        beta.beforeOpen = () -> {
            if (once.compareAndSet(false, true)) {
                throw new NotFoundYetException("not yet", beta.requests.get(0).notFoundFrom());
            }
        };
        try (Bridge after = Bridge.running(cut, alpha, beta)) {
            after.awaitDelivered(1);
            assertThat(beta.requests).extracting(ConversationRequest::inDoubt).containsExactly(true, true);
            assertThat(after.trace("1").attempts()).isEqualTo(1);
        }
    }

    @Test
    void doubtOfACreationEndsAlthoughTheClockWasSetBackMeanwhile() throws Exception {
        AtomicBoolean once = new AtomicBoolean();
        beta.beforeOpen = () -> {
            ConversationRequest request = beta.requests.get(beta.requests.size() - 1);
            if (once.compareAndSet(false, true)) {
                try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + ledger());
                        Statement statement = connection.createStatement()) {
                    statement.execute("UPDATE conversation SET not_found_from = "
                            + Instant.now().plus(Duration.ofDays(1)).toEpochMilli());
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
                throw new NotSentException("No connection", 0, null, null);
            }
            if (Instant.now().isBefore(request.notFoundFrom())) {
                throw new NotFoundYetException("not yet", request.notFoundFrom());
            }
        };
        try (Bridge bridge = Bridge.running(ledger(), alpha, beta)) {
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            assertThat(beta.requests).extracting(ConversationRequest::inDoubt).startsWith(false, true, true);
        }
    }

    @Test
    @DisplayName("D5: a link to itself that shows only with its first message writes nothing")
    void d5ConversationOfTheTargetsOwnAccountGetsNothing() throws Exception {
        FakeDesk same = new FakeDesk("a");
        Bridge bridge = new Bridge(ledger(), alpha, same).intake().route(Bridge.DELIVERY, "beta:send");
        try (bridge) {
            bridge.start();
            bridge.write("c1", "1");
            bridge.awaitState("1", "parked");
            assertThat(bridge.trace("1").reason()).contains("same account").contains("fake/a");
            assertThat(same.requests).isEmpty();
        }
    }

    @Test
    void conversationThatStandsForAnotherOneAlreadyGetsNothing() throws Exception {
        try (Bridge bridge = new Bridge(ledger(), alpha, new FakeDesk("b")).intake()
                .set(sync -> sync.getCamelContext().removeComponent("beta"))) {
            bridge.context().addComponent("beta", new io.github.camelhelpdesk.sync.fake.FakeComponent(beta) {
                @Override
                public OpenedConversation openConversation(ConversationRequest request) {
                    return new OpenedConversation("always-the-same", false);
                }
            });
            bridge.route(Bridge.DELIVERY, "beta:send").start();
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            bridge.write("c2", "2");
            bridge.awaitState("2", "parked");
            assertThat(bridge.trace("2").reason()).contains("stands for another conversation");
            assertThat(beta.texts()).containsExactly("1");
        }
    }
}
