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
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhelpdesk.common.ConversationRequest;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.SideCapability;
import io.github.camelhelpdesk.sync.fake.Bridge;
import io.github.camelhelpdesk.sync.fake.FakeDesk;

class VanishedConversationTest {

    @TempDir
    Path directory;
    private final FakeDesk alpha = new FakeDesk("a");
    private final FakeDesk beta = new FakeDesk("b");

    private Bridge bridge() throws Exception {
        return Bridge.twoWay(directory.resolve("ledger.db"), alpha, beta).start();
    }

    /** Copies the message 1 of c1 and takes its conversation away. */
    private String vanished(Bridge bridge) {
        bridge.write("c1", "1");
        bridge.awaitDelivered(1);
        String conversation = beta.newest();
        beta.remove(conversation);
        return conversation;
    }

    @Test
    void messageIsSentAgainInANewConversation() throws Exception {
        try (Bridge bridge = bridge()) {
            String old = vanished(bridge);
            bridge.write("c1", "2", "3");
            bridge.awaitDelivered(3);
            String now = beta.newest();
            assertThat(now).isNotEqualTo(old);
            assertThat(beta.messages(now)).extracting(FakeDesk.Stored::text).containsExactly("2", "3");
            assertThat(beta.requests).extracting(ConversationRequest::key).satisfiesExactly(
                    first -> assertThat(first).endsWith(".c1.g1"), second -> assertThat(second).endsWith(".c1.g2"));
            assertThat(beta.callsFor("2")).extracting(FakeDesk.Call::inDoubt).containsExactly(false, false);
            assertThat(beta.callsFor("2").get(1).afterId()).as("an id of the old conversation").isNull();
        }
    }

    @Test
    void editReplacesTheCopyInTheConversationInUseAndNoneOfTheOldOne() throws Exception {
        beta.capabilities = Set.of(SideCapability.EDIT);
        try (Bridge bridge = bridge()) {
            vanished(bridge);
            bridge.update(Bridge.message("c1", "1").text("new").build());
            bridge.awaitDelivered(2);
            bridge.update(Bridge.message("c1", "1").text("newer").build());
            bridge.awaitDelivered(3);
            assertThat(beta.texts()).containsExactly("newer");
        }
    }

    @Test
    void changesOfAMessageInTheOldConversationGoOnInTheNewOne() throws Exception {
        beta.capabilities = Set.of(SideCapability.REPLY, SideCapability.DELETE);
        try (Bridge bridge = bridge()) {
            vanished(bridge);
            bridge.update(Bridge.message("c1", "1").text("new").build());
            bridge.awaitDelivered(2);
            assertThat(beta.callsFor("Edited: new")).extracting(FakeDesk.Call::replyTo).last().isNull();
            bridge.write(Bridge.message("c1", "2").inReplyTo("1").build());
            bridge.awaitDelivered(3);
            String copyInUse = beta.all().get(0).id();
            assertThat(beta.callsFor("2").get(0).replyTo()).isEqualTo(copyInUse);
            bridge.update(Bridge.message("c1", "1").deleted(true).build());
            bridge.awaitDelivered(4);
            assertThat(beta.texts()).containsExactly("2");
            assertThat(beta.deletions).hasSize(2);
        }
    }

    @Test
    void lateMessagesOfTheOldConversationStillGoToTheirOriginal() throws Exception {
        try (Bridge bridge = bridge()) {
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            String old = beta.newest();
            FakeDesk.Stored echo = beta.messages(old).get(0);
            FakeDesk.Stored late = beta.write(old, "late");
            beta.remove(old);
            bridge.write("c1", "2");
            bridge.awaitDelivered(2);
            bridge.read(Bridge.message(old, echo.id()).account("b").build());
            bridge.read(beta.read(late));
            bridge.read(beta.read(beta.write(beta.newest(), "new")));
            await().until(() -> bridge.flow("beta").delivered() == 2);
            assertThat(alpha.messages("c1")).extracting(FakeDesk.Stored::text).containsExactlyInAnyOrder("late", "new");
            assertThat(alpha.requests).isEmpty();
        }
    }

    @Test
    void conversationOfACustomerThatHasVanishedIsOpenedAgainForTheAnswer() throws Exception {
        try (Bridge bridge = bridge()) {
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            alpha.remove("c1");
            bridge.read(beta.read(beta.write(beta.newest(), "answer")));
            await().until(() -> bridge.flow("beta").delivered() == 1);
            assertThat(alpha.messages(alpha.newest())).extracting(FakeDesk.Stored::text).containsExactly("answer");
            bridge.write(Bridge.message(alpha.newest(), "2").build());
            bridge.awaitDelivered(2);
            assertThat(beta.conversationCount()).isEqualTo(1);
        }
    }

    @Test
    void refusalWithinAConversationThatIsThereParks() throws Exception {
        try (Bridge bridge = bridge()) {
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            beta.beforeSend = call -> {
                throw new HelpdeskException("404: no such attachment", Outcome.REFUSED, 404, null, false, null);
            };
            bridge.write("c1", "2");
            bridge.awaitState("2", "parked");
            assertThat(beta.requests).hasSize(1);
        }
    }

    @Test
    void accountThatIsGonePausesTheTargetAndOpensNothing() throws Exception {
        try (Bridge bridge = bridge()) {
            vanished(bridge);
            beta.check = () -> {
                throw new HelpdeskException("404: no such account", Outcome.REFUSED, 404, null, true, null);
            };
            int checks = beta.checks.get();
            bridge.write("c1", "2");
            await().until(() -> beta.checks.get() > checks + 1);
            assertThat(beta.requests).hasSize(1);
            beta.check = () -> {
            };
            bridge.awaitDelivered(2);
            assertThat(beta.requests).hasSize(2);
        }
    }

    @Test
    void providerThatFindsNothingAnyMoreGetsAFewConversationsAndNotThousands() throws Exception {
        try (Bridge bridge = bridge()) {
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            beta.beforeSend = call -> beta.remove(call.conversation());
            bridge.write("c1", "2");
            bridge.awaitState("2", "parked");
            assertThat(beta.requests).hasSize(4);
            assertThat(bridge.trace("2").reason()).contains("too many have vanished");
        }
    }

    @Test
    void crashWhileTheNewConversationIsOpenedLeadsToOne() throws Exception {
        AtomicReference<Path> cut = new AtomicReference<>();
        String old;
        try (Bridge before = bridge()) {
            old = vanished(before);
            beta.afterOpen = () -> {
                try {
                    cut.compareAndSet(null, Bridge.powerCut(directory.resolve("ledger.db")));
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
                throw new HelpdeskException("the old process is dead", Outcome.REFUSED, 400, null, false, null);
            };
            before.write("c1", "2");
            await().until(() -> cut.get() != null);
        }
        beta.afterOpen = () -> {
        };
        beta.requests.clear();
        try (Bridge after = Bridge.twoWay(cut.get(), alpha, beta).start()) {
            after.awaitDelivered(2);
            assertThat(beta.requests).singleElement().satisfies(request -> {
                assertThat(request.inDoubt()).isTrue();
                assertThat(request.key()).endsWith(".g2");
            });
            assertThat(beta.conversations()).hasSize(1).doesNotContain(old);
        }
    }
}
