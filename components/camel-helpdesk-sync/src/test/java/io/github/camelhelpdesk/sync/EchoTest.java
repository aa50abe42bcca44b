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
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhelpdesk.common.CannotTellException;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.sync.fake.Bridge;
import io.github.camelhelpdesk.sync.fake.FakeDesk;

class EchoTest {

    private static final String BACK = "helpdesk-sync:link?source=beta&target=alpha";

    @TempDir
    Path directory;
    private final FakeDesk alpha = new FakeDesk("a");
    private final FakeDesk beta = new FakeDesk("b");

    private Bridge twoWay(String from) throws Exception {
        return new Bridge(directory.resolve("ledger.db"), alpha, beta).intake().route(from, "beta:send")
                .route("direct:back", BACK).route(BACK, "alpha:send").start();
    }

    private HelpdeskMessage asReadOn(FakeDesk.Stored stored, String marker) {
        return Bridge.message(stored.conversation(), stored.id()).account("b").text(stored.text()).marker(marker).build();
    }

    @Test
    @DisplayName("D5: our own copy, read back, is dropped by its marker and without it")
    void d5OwnCopyIsDroppedByMarkerAndByKey() throws Exception {
        try (Bridge bridge = twoWay(Bridge.DELIVERY)) {
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            FakeDesk.Stored copy = beta.all().get(0);
            bridge.send("direct:back", exchange -> exchange.getIn().setBody(asReadOn(copy, copy.marker())));
            bridge.send("direct:back", exchange -> exchange.getIn().setBody(asReadOn(copy, null)));
            assertThat(bridge.flow("beta").received()).isZero();
        }
    }

    @Test
    @DisplayName("D11: who is answered in the copy of his conversation becomes no second contact on his own side")
    void d11AnswerInTheMappedConversationGoesBackIntoTheOriginalOne() throws Exception {
        try (Bridge bridge = twoWay(Bridge.DELIVERY)) {
            bridge.write("c1", "1");
            bridge.awaitDelivered(1);
            FakeDesk.Stored copy = beta.all().get(0);
            HelpdeskMessage answer = Bridge.message(copy.conversation(), "answer").account("b").build();
            bridge.send("direct:back", exchange -> exchange.getIn().setBody(answer));
            await().until(() -> bridge.flow("beta").delivered() == 1);
            assertThat(alpha.messages("c1")).extracting(FakeDesk.Stored::text).containsExactly("answer");
            assertThat(alpha.requests).isEmpty();
        }
    }

    @Test
    void copyThatIsReadBackBeforeItsConfirmIsTheConfirm() throws Exception {
        CountDownLatch sent = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        beta.afterSend = call -> {
            sent.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        try (Bridge bridge = twoWay(Bridge.DELIVERY)) {
            bridge.write("c1", "1", "2");
            sent.await();
            FakeDesk.Stored copy = beta.all().get(0);
            bridge.send("direct:back", exchange -> exchange.getIn().setBody(asReadOn(copy, copy.marker())));
            assertThat(bridge.trace("1").state()).isEqualTo("confirmed");
            assertThat(bridge.trace("1").targetIds()).containsExactly(copy.id());
            go.countDown();
            bridge.awaitDelivered(2);
            assertThat(bridge.flow("beta").received()).isZero();
            assertThat(beta.texts()).containsExactly("1", "2");
        }
    }

    @Test
    void copyOfAParkedMessageConfirmsItAndItsConversationGoesOn() throws Exception {
        beta.afterSend = call -> {
            if (call.text().equals("1")) {
                throw new CannotTellException("the answer got lost");
            }
        };
        try (Bridge bridge = twoWay(Bridge.DELIVERY)) {
            bridge.write("c1", "1", "2");
            bridge.awaitState("1", "parked");
            FakeDesk.Stored copy = beta.all().get(0);
            bridge.send("direct:back", exchange -> exchange.getIn().setBody(asReadOn(copy, copy.marker())));
            bridge.awaitDelivered(2);
            assertThat(bridge.flow().parked()).isZero();
            assertThat(beta.texts()).containsExactly("1", "2");
        }
    }

    @Test
    void messageThatItsEchoHasConfirmedIsNotSaidToBeParked() throws Exception {
        try (Bridge bridge = Bridge.twoWay(directory.resolve("ledger.db"), alpha, beta).start();
                LoggedLines lines = LoggedLines.of("io.github.camelhelpdesk.sync.delivery.Closings")) {
            beta.afterSend = call -> {
                if (call.text().equals("1")) {
                    bridge.read(beta.read(beta.all().get(0)));
                    throw new CannotTellException("the answer got lost");
                }
            };
            bridge.write("c1", "1", "2");
            bridge.awaitState("2", "confirmed");
            assertThat(bridge.trace("1").state()).isEqualTo("confirmed");
            assertThat(lines.warnings()).isEmpty();
        }
    }
}
