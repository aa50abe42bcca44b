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
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhelpdesk.common.ConversationRequest;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.sync.fake.Bridge;
import io.github.camelhelpdesk.sync.fake.FakeDesk;

/** A conversation that bears our mark, which the ledger does not know. */
class RelinkTest {

    @TempDir
    Path directory;
    private final FakeDesk alpha = new FakeDesk("a");
    private final FakeDesk beta = new FakeDesk("b");

    private Bridge bridge(String ledger) throws Exception {
        return Bridge.twoWay(directory.resolve(ledger), alpha, beta).start();
    }

    private String copyAndLoseTheLedger(String conversation) throws Exception {
        try (Bridge before = bridge("lost.db")) {
            before.write(conversation, "1");
            before.awaitDelivered(1);
        }
        return beta.newest();
    }

    @Test
    void conversationOfALostLedgerIsLinkedAgainAndNotCopied() throws Exception {
        String copy = copyAndLoseTheLedger("c1");
        try (Bridge after = bridge("new.db")) {
            after.read(beta.read(beta.write(copy, "answer")));
            await().until(() -> after.flow("beta").delivered() == 1);
            assertThat(alpha.messages("c1")).extracting(FakeDesk.Stored::text).containsExactly("answer");
            after.write("c1", "2");
            after.awaitDelivered(1);
            assertThat(beta.messages(copy)).extracting(FakeDesk.Stored::text).containsExactly("1", "answer", "2");
            assertThat(alpha.requests).isEmpty();
        }
    }

    @Test
    void conversationWhoseOriginalNobodyCanTellIsParkedAndNotCopied() throws Exception {
        String copy = copyAndLoseTheLedger("c/1 \u00e4");
        try (Bridge after = bridge("new.db")) {
            FakeDesk.Stored answer = beta.write(copy, "answer");
            after.read(beta.read(answer));
            after.awaitState(answer.id(), "parked");
            assertThat(after.trace(answer.id()).reason()).contains("bears the mark hd.link.").contains("take the mark away");
            assertThat(alpha.requests).isEmpty();
        }
    }

    @Test
    void secondConversationThatBearsTheMarkOfAMappedOneLeadsToTheSameOriginal() throws Exception {
        try (Bridge bridge = bridge("ledger.db")) {
            bridge.write("c/1", "1");
            bridge.awaitDelivered(1);
            String copy = beta.newest();
            String key = beta.key(copy).orElseThrow();
            beta.remove(copy);
            String second = beta.open(new ConversationRequest(key, "contact", null, false, null)).id();
            bridge.read(beta.read(beta.write(second, "answer")));
            await().until(() -> bridge.flow("beta").delivered() == 1);
            assertThat(alpha.messages("c/1")).extracting(FakeDesk.Stored::text).containsExactly("answer");
        }
    }

    @Test
    void conversationThatAnotherLinkHasOpenedIsCopiedAsANewOne() throws Exception {
        try (Bridge bridge = bridge("ledger.db")) {
            String foreign = beta
                    .open(new ConversationRequest("hd.other.0123456789abcdef.c1.g1", "contact", null, false, null)).id();
            bridge.read(beta.read(beta.write(foreign, "answer")));
            await().until(() -> bridge.flow("beta").delivered() == 1);
            assertThat(alpha.requests).hasSize(1);
        }
    }

    @Test
    void messageOfAConversationThatIsGoneFromItsSourceStillArrives() throws Exception {
        try (Bridge bridge = bridge("ledger.db")) {
            FakeDesk.Stored last = beta.write("x", "last words");
            beta.remove("x");
            bridge.read(beta.read(last));
            await().until(() -> bridge.flow("beta").delivered() == 1);
        }
    }

    @Test
    void sourceThatCannotBeAskedHoldsOnlyItsConversationAndPausesNoTarget() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        beta.beforeKey = any -> {
            asked.incrementAndGet();
            throw new HelpdeskException("503", Outcome.UNCLEAR, 503, null, true, null);
        };
        try (Bridge bridge = bridge("ledger.db")) {
            FakeDesk.Stored message = beta.write("x", "1");
            bridge.read(beta.read(message));
            await().until(() -> asked.get() > 0 && bridge.trace(message.id()).reason() != null);
            assertThat(bridge.trace(message.id()).state()).isEqualTo("pending");
            assertThat(HealthCheckHelper.invoke(bridge.context())).extracting(HealthCheck.Result::getState)
                    .containsOnly(HealthCheck.State.UP);
            beta.beforeKey = any -> {
            };
            await().until(() -> bridge.flow("beta").delivered() == 1);
        }
    }
}
