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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.MessageKey;
import io.github.camelhelpdesk.sync.fake.Bridge;
import io.github.camelhelpdesk.sync.fake.FakeDesk;

class IntakeTest {

    @TempDir
    Path directory;
    private Bridge bridge;

    @BeforeEach
    void startIntakeOnly() throws Exception {
        bridge = new Bridge(directory.resolve("ledger.db"), new FakeDesk("a"), new FakeDesk("b")).intake().start();
    }

    @AfterEach
    void stop() {
        bridge.close();
    }

    @Test
    void rowIsDurableWhenTheExchangeCompletes() throws Exception {
        bridge.write("c1", "1");
        Path cut = Bridge.powerCut(directory.resolve("ledger.db"));
        try (Bridge after = new Bridge(cut, new FakeDesk("a"), new FakeDesk("b")).intake().start()) {
            after.write("c2", "2");
            assertThat(after.trace("1").state()).isEqualTo("pending");
            assertThat(after.flow().received()).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("D1: the same message a thousand times is one row")
    void d1SameMessageManyTimesIsOneRow() {
        for (int i = 0; i < 1000; i++) {
            bridge.write("c1", "1");
        }
        assertThat(bridge.flow().received()).isEqualTo(1);
    }

    @Test
    @DisplayName("D12: two imports of one history at once make one row of each message")
    void d12TwoImportsAtOnceMakeOneRowOfEachMessage() {
        List<CompletableFuture<Object>> imports = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            imports.add(bridge.takeIn(Bridge.message("c" + i % 7, "m" + i).build()));
            imports.add(bridge.takeIn(Bridge.message("c" + i % 7, "m" + i).build()));
        }
        imports.forEach(CompletableFuture::join);
        assertThat(bridge.flow().received()).isEqualTo(500);
    }

    @Test
    @DisplayName("E4: the key is provider, account, conversation and id")
    void e4SameIdInAnotherConversationIsAnotherMessage() {
        bridge.write("c1", "1");
        bridge.write("c2", "1");
        assertThat(bridge.flow().received()).isEqualTo(2);
    }

    @Test
    void messageIsTakenAsJsonToo() throws Exception {
        String json = HelpdeskJson.mapper().writeValueAsString(Bridge.message("c1", "1").build());
        Exchange exchange = bridge.send("direct:in", each -> each.getIn().setBody(json));
        assertThat(exchange.getException()).isNull();
        assertThat(bridge.trace("1").createdAt()).isEqualTo("2026-11-20T10:00:00.123Z");
    }

    @Test
    void messageOfAnotherAccountIsRefusedWithAClearError() {
        HelpdeskMessage foreign = Bridge.message("c1", "1").account("x").build();
        assertThatThrownBy(() -> bridge.write(foreign)).rootCause().hasMessageContaining("does not come from alpha")
                .hasMessageContaining("option source");
    }

    @Test
    void messageWithoutAnIdIsRefused() {
        HelpdeskMessage nameless = Bridge.message("c1", null).text("x").build();
        assertThatThrownBy(() -> bridge.write(nameless)).rootCause().hasMessageContaining("lacks its conversation or its id");
    }

    @Test
    void unreadableMessageIsStoredRawAndParked() throws Exception {
        JsonNode raw = HelpdeskJson.mapper().readTree("{\"odd\":[1,2]}");
        Exchange exchange = bridge.send("direct:in", each -> {
            each.getIn().setBody(raw);
            each.getIn().setHeader(HelpdeskConstants.PROVIDER, "fake");
            each.getIn().setHeader(HelpdeskConstants.ACCOUNT, "a");
            each.getIn().setHeader(HelpdeskConstants.CONVERSATION_ID, "c1");
            each.getIn().setHeader(HelpdeskConstants.MESSAGE_ID, "1");
            each.getIn().setHeader(HelpdeskConstants.UNREADABLE, "createdAt is no time");
        });
        assertThat(exchange.getException()).isNull();
        assertThat(bridge.trace("1").state()).isEqualTo("parked");
        assertThat(bridge.trace("1").reason()).contains("createdAt is no time");
        assertThat(bridge.flow().parked()).isEqualTo(1);
    }

    @Test
    void messageDeletedBeforeItWasSeenIsNotTakenIn() {
        bridge.write(Bridge.message("c1", "1").deleted(true).build());
        assertThat(bridge.flow().received()).isZero();
    }

    @Test
    void messageThatBearsAMarkerOfThisLinkIsDropped() {
        MessageKey elsewhere = new MessageKey("other", "z", "c9", "9");
        bridge.write(Bridge.message("c1", "1").marker(Marker.of("link", elsewhere, 0).toString()).build());
        assertThat(bridge.flow().received()).isZero();
    }

    @Test
    @DisplayName("D5: a message that was written on the target does not go back there through another link")
    void d5MessageWrittenOnTheTargetDoesNotReturnThroughARing() {
        MessageKey onTarget = new MessageKey("fake", "b", "c9", "9");
        bridge.write(Bridge.message("c1", "1").marker(Marker.of("ring", onTarget, 0).toString()).build());
        assertThat(bridge.flow().received()).isZero();
    }

    @Test
    void copyOfAnotherLinkIsCopiedOnWithItsFirstMarker() throws Exception {
        Marker first = Marker.of("ring", new MessageKey("other", "z", "c9", "9"), 0);
        FakeDesk beta = new FakeDesk("b");
        try (Bridge whole = Bridge.running(directory.resolve("whole.db"), new FakeDesk("a"), beta)) {
            whole.write(Bridge.message("c1", "1").marker(first.toString()).build());
            whole.awaitDelivered(1);
            assertThat(beta.all()).singleElement().extracting(FakeDesk.Stored::marker).isEqualTo(first.toString());
        }
    }

    @Test
    void markerThatIsNoneOfOursChangesNothing() {
        bridge.write(Bridge.message("c1", "1").marker("hd1.nonsense").build());
        assertThat(bridge.flow().received()).isEqualTo(1);
    }
}
