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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhelpdesk.common.SideCapability;
import io.github.camelhelpdesk.sync.fake.Bridge;
import io.github.camelhelpdesk.sync.fake.FakeDesk;

class ReplyTest {

    @TempDir
    Path directory;
    private final FakeDesk alpha = new FakeDesk("a");
    private final FakeDesk beta = new FakeDesk("b");

    @BeforeEach
    void bothKnowReplies() {
        alpha.capabilities = Set.of(SideCapability.REPLY);
        beta.capabilities = Set.of(SideCapability.REPLY);
    }

    private Bridge twoWay() throws Exception {
        return new Bridge(directory.resolve("ledger.db"), alpha, beta).intake().route(Bridge.DELIVERY, "beta:send").wayBack("")
                .start();
    }

    @Test
    @DisplayName("E3: in a thread of twenty each reply is sent once, its parent never again")
    void e3ThreadOfTwentyIsSentOnceEach() throws Exception {
        try (Bridge bridge = twoWay()) {
            bridge.write("c1", "m0");
            List<String> texts = new ArrayList<>(List.of("m0"));
            for (int i = 1; i <= 20; i++) {
                texts.add("m" + i);
                bridge.write(Bridge.message("c1", "m" + i).inReplyTo(i % 2 == 0 ? "m0" : "m" + (i - 1)).build());
            }
            bridge.awaitDelivered(21);
            assertThat(beta.texts()).containsExactlyElementsOf(texts);
            assertThat(beta.calls).hasSize(21);
            for (int i = 1; i <= 20; i++) {
                String parent = i % 2 == 0 ? "m0" : "m" + (i - 1);
                assertThat(beta.callsFor("m" + i).get(0).replyTo()).isEqualTo(bridge.trace(parent).targetIds().get(0));
            }
        }
    }

    @Test
    void answerToOurCopyAnswersTheOriginal() throws Exception {
        try (Bridge bridge = twoWay()) {
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            FakeDesk.Stored copy = beta.all().get(0);
            bridge.writeBack(
                    Bridge.message(copy.conversation(), "answer").account("b").inReplyTo(copy.id()).build());
            await().until(() -> bridge.flow("beta").delivered() == 1);
            assertThat(alpha.calls.get(0).replyTo()).isEqualTo("1");
            bridge.write(Bridge.message("c1", "back").inReplyTo(alpha.all().get(0).id()).build());
            bridge.awaitDelivered(2);
            assertThat(beta.callsFor("back").get(0).replyTo()).isEqualTo("answer");
        }
    }

    @Test
    @DisplayName("E7: an id of the source is never taken for one of the target")
    void e7IdThatIsNotKnownInTheConversationIsLeftOut() throws Exception {
        try (Bridge bridge = twoWay()) {
            bridge.write("c1", "1");
            bridge.write("c2", "2");
            bridge.awaitDelivered(2);
            bridge.write(Bridge.message("c1", "to nobody").inReplyTo("777").build());
            bridge.write(Bridge.message("c1", "to elsewhere").inReplyTo("2").build());
            bridge.write(Bridge.message("c1", "to a target's id").inReplyTo(bridge.trace("1").targetIds().get(0)).build());
            bridge.awaitDelivered(5);
            assertThat(beta.calls).extracting(FakeDesk.Call::replyTo).containsOnlyNulls();
        }
    }

    @Test
    void targetThatKnowsNoRepliesIsToldNone() throws Exception {
        beta.capabilities = Set.of();
        try (Bridge bridge = twoWay()) {
            bridge.write("c1", "1");
            bridge.write(Bridge.message("c1", "2").inReplyTo("1").build());
            bridge.awaitDelivered(2);
            assertThat(beta.callsFor("2").get(0).replyTo()).isNull();
        }
    }
}
