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
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhelpdesk.common.SideCapability;
import io.github.camelhelpdesk.sync.fake.Bridge;
import io.github.camelhelpdesk.sync.fake.FakeDesk;

/**
 * A parked message takes its place again while one that went on without it is under way, and is no longer first in its lane.
 */
class OvertakenRowTest {

    private static final String GO_ON = "&onFinalFailure=goOn";

    @TempDir
    Path directory;
    private final FakeDesk alpha = new FakeDesk("a");
    private final FakeDesk beta = new FakeDesk("b");
    private final CountDownLatch sent = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    private Path ledger() {
        return directory.resolve("ledger.db");
    }

    @BeforeEach
    void messageTwoIsUnderWay() {
        beta.afterSend = call -> {
            if (call.text().equals("2")) {
                sent.countDown();
                awaitQuietly(go);
            }
        };
    }

    /** The message 1 was passed over, 2 is under way, and 1 comes back. */
    private Bridge overtaken() throws Exception {
        Bridge bridge = Bridge.running(ledger(), alpha, beta, GO_ON);
        bridge.write("c1", "0");
        bridge.awaitDelivered(1);
        bridge.unreadable("c1", "1", false);
        bridge.write("c1", "2");
        assertThat(sent.await(60, TimeUnit.SECONDS)).isTrue();
        bridge.write("c1", "1");
        assertThat(bridge.trace("1").state()).isEqualTo("pending");
        return bridge;
    }

    @Test
    void editOfTheMessageThatIsUnderWayIsSentAndNotTakenForItsText() throws Exception {
        try (Bridge bridge = overtaken()) {
            bridge.update(Bridge.message("c1", "2").text("two").build());
            go.countDown();
            bridge.awaitDelivered(4);
            assertThat(beta.texts()).containsExactly("0", "2", "1", "Edited: two");
        }
    }

    @Test
    void deletionOfTheMessageThatIsUnderWayDeletesItsCopy() throws Exception {
        beta.capabilities = Set.of(SideCapability.DELETE);
        try (Bridge bridge = overtaken()) {
            bridge.update(Bridge.message("c1", "2").deleted(true).build());
            go.countDown();
            bridge.awaitDelivered(4);
            assertThat(beta.texts()).containsExactly("0", "1");
        }
    }

    @Test
    @DisplayName("D14: a power cut while a message is under way that is no longer first in its lane makes no double")
    void d14MessageThatIsUnderWayAndNoLongerFirstIsInDoubtAfterAPowerCut() throws Exception {
        Path cut;
        try (Bridge before = overtaken()) {
            cut = Bridge.powerCut(ledger());
            beta.afterSend = call -> {
                throw new IllegalStateException("the old process is dead");
            };
            before.context().getRouteController().stopRoute("delivery", 1, TimeUnit.MILLISECONDS);
            go.countDown();
        }
        beta.afterSend = call -> {
        };
        beta.calls.clear();
        try (Bridge after = Bridge.running(cut, alpha, beta, GO_ON)) {
            after.awaitDelivered(3);
            assertThat(beta.texts()).containsExactly("0", "2", "1");
            assertThat(beta.callsFor("2")).allMatch(FakeDesk.Call::inDoubt);
            assertThat(beta.callsFor("2").get(0).afterId()).as("the copy of 1 is newer than that of 2")
                    .isEqualTo(beta.all().get(0).id());
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
