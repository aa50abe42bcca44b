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
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhelpdesk.common.CannotTellException;
import io.github.camelhelpdesk.common.ConversationStatus;
import io.github.camelhelpdesk.common.SideCapability;
import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.common.model.AuthorType;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.Visibility;
import io.github.camelhelpdesk.sync.fake.Bridge;
import io.github.camelhelpdesk.sync.fake.FakeDesk;
import io.github.camelhelpdesk.sync.fake.StatusFeed;

/** A side that keeps no readable mark: only the author tells that a message may be ours. */
class HeldMessageTest {

    @TempDir
    Path directory;
    private final FakeDesk alpha = new FakeDesk("a");
    private final FakeDesk beta = new FakeDesk("b");
    private final CountDownLatch sent = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    @BeforeEach
    void noMarks() {
        beta.keepsMarks = false;
        beta.afterSend = call -> {
            sent.countDown();
            try {
                go.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private Bridge bridge() throws Exception {
        return Bridge.twoWay(directory.resolve("ledger.db"), alpha, beta).start();
    }

    /** Somebody else who writes as the user whose token we use. */
    private HelpdeskMessage writtenAsUs(String conversation, String text) {
        return Bridge.message(conversation, beta.write(conversation, text).id()).account("b").text(text)
                .author(new Author(AuthorType.BOT, "us", "Ann", null, null)).build();
    }

    @Test
    @DisplayName("D5: our own copy without a mark, read before its confirm, is held and then dropped")
    void d5OwnCopyWithoutAMarkIsHeldUntilItsSendHasEnded() throws Exception {
        try (Bridge bridge = bridge()) {
            bridge.write("c1", "1");
            sent.await();
            FakeDesk.Stored copy = beta.all().get(0);
            bridge.read(beta.read(copy));
            assertThat(bridge.trace(copy.id()).state()).isEqualTo("held");
            await().during(Duration.ofMillis(300)).until(() -> bridge.trace(copy.id()).state().equals("held"));
            go.countDown();
            bridge.awaitState(copy.id(), "skipped");
            assertThat(alpha.all()).isEmpty();
            assertThat(bridge.flow("beta").pending()).isZero();
        }
    }

    @Test
    void ownNoteWithoutAMarkThatIsHeldOpensNothingAtItsOrigin() throws Exception {
        alpha.capabilities = Set.of(SideCapability.STATUS);
        beta.capabilities = alpha.capabilities;
        StatusFeed fromAlpha = new StatusFeed(alpha, "direct:in");
        StatusFeed fromBeta = new StatusFeed(beta, "direct:back");
        AtomicReference<Bridge> running = new AtomicReference<>();
        beta.afterSend = call -> {
            if (call.text().equals("note")) {
                FakeDesk.Stored note = beta.messages(beta.newest()).get(1);
                running.get().read(beta.read(note).toBuilder().visibility(Visibility.PRIVATE).build());
            }
        };
        try (Bridge bridge = bridge()) {
            running.set(bridge);
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            fromAlpha.tell(bridge, "c1", ConversationStatus.CLOSED);
            bridge.awaitDelivered(2);
            fromBeta.poll(bridge, beta.newest());
            bridge.write(Bridge.message("c1", "note").visibility(Visibility.PRIVATE).build());
            bridge.awaitState("note", "confirmed");
            await().until(() -> bridge.flow().pending() + bridge.flow("beta").pending() == 0);
            assertThat(bridge.trace(beta.all().get(1).id()).state()).isEqualTo("skipped");
            assertThat(alpha.statusCalls).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "wait", "goOn" })
    void messageOfSomebodyElseUnderOurNameIsHeldThenDeliveredAndNotOvertaken(String onFinalFailure) throws Exception {
        Bridge bridge = new Bridge(directory.resolve("ledger.db"), alpha, beta).intake().route(Bridge.DELIVERY, "beta:send")
                .route("direct:back", Bridge.BACK).route(Bridge.BACK + "&onFinalFailure=" + onFinalFailure, "alpha:send")
                .start();
        try (bridge) {
            bridge.write("c1", "1");
            sent.await();
            HelpdeskMessage own = writtenAsUs(beta.newest(), "by hand");
            bridge.read(own);
            bridge.read(beta.read(beta.write(beta.newest(), "after it")));
            await().during(Duration.ofMillis(300)).until(() -> alpha.all().isEmpty());
            go.countDown();
            await().until(() -> alpha.texts().size() == 2);
            assertThat(alpha.texts()).containsExactly("by hand", "after it");
        }
    }

    @Test
    void nothingIsHeldWhileNothingIsSent() throws Exception {
        go.countDown();
        try (Bridge bridge = bridge()) {
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            bridge.read(beta.read(beta.all().get(0)));
            bridge.read(writtenAsUs(beta.newest(), "by hand"));
            await().until(() -> alpha.texts().equals(List.of("by hand")));
            assertThat(bridge.flow("beta").received()).isEqualTo(1);
        }
    }

    @Test
    void copyOfAMessageThatIsParkedInDoubtStaysHeld() throws Exception {
        go.countDown();
        beta.afterSend = call -> {
            throw new CannotTellException("the answer got lost");
        };
        beta.lookUp = call -> {
            throw new CannotTellException("nobody knows");
        };
        try (Bridge before = new Bridge(directory.resolve("ledger.db"), alpha, beta).intake().start()) {
            before.write("c1", "1");
        }
        try (Bridge bridge = bridge()) {
            bridge.awaitState("1", "parked");
            HelpdeskMessage perhapsOurs = writtenAsUs(beta.newest(), "1");
            bridge.read(perhapsOurs);
            await().during(Duration.ofMillis(1500)).until(() -> bridge.trace(perhapsOurs.id()).state().equals("held"));
        }
    }

    @Test
    @DisplayName("D14: a held message is decided about after a power cut, too")
    void d14HeldMessageIsDecidedAfterAPowerCut() throws Exception {
        Path cut;
        FakeDesk.Stored copy;
        try (Bridge before = bridge()) {
            before.write("c1", "1");
            sent.await();
            copy = beta.all().get(0);
            before.read(beta.read(copy));
            cut = Bridge.powerCut(directory.resolve("ledger.db"));
            go.countDown();
        }
        try (Bridge after = Bridge.twoWay(cut, alpha, beta).start()) {
            after.awaitState(copy.id(), "skipped");
            after.awaitState("1", "confirmed");
            assertThat(beta.texts()).containsExactly("1");
            assertThat(alpha.all()).isEmpty();
        }
    }
}
