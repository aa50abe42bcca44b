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

import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.camelhelpdesk.common.cursor.CursorRepository;
import io.github.camelhelpdesk.sync.fake.Bridge;
import io.github.camelhelpdesk.sync.fake.FakeComponent;
import io.github.camelhelpdesk.sync.fake.FakeDesk;
import io.github.camelhelpdesk.sync.ledger.LedgerException;

class HelpdeskSyncComponentTest {

    @TempDir
    Path directory;

    private Bridge bridge() {
        return new Bridge(directory.resolve("ledger.db"), new FakeDesk("a"), new FakeDesk("b"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "helpdesk-sync:link?target=beta | source",
            "helpdesk-sync:link?source=alpha | target",
            "helpdesk-sync:link?source=alpha&target=alpha | are both alpha",
            "helpdesk-sync:li.nk?source=alpha&target=beta | link name",
            "helpdesk-sync:link?source=alpha&target=gamma | no component named gamma",
            "helpdesk-sync:link?source=seda&target=beta | is no help desk",
            "helpdesk-sync:link?source=alpha&target=beta&colour=red | colour",
            "helpdesk-sync:link?source=alpha&target=beta&concurrentConsumers=0 | concurrentConsumers",
            "helpdesk-sync:link?source=alpha&target=beta&maxWritesPerHour=-1 | maxWritesPerHour" })
    void wrongOptionIsNamedAtStart(String uri, String part) throws Exception {
        try (Bridge bridge = bridge()) {
            assertThatThrownBy(() -> bridge.route(uri, "beta:send").route("direct:in", uri).start())
                    .hasStackTraceContaining(part);
        }
    }

    @Test
    @DisplayName("D5: a link of an account to itself, under two names, is refused")
    void d5SameAccountOnBothSidesIsRefused() throws Exception {
        Bridge same = new Bridge(directory.resolve("ledger.db"), new FakeDesk("a"), new FakeDesk("a")).intake();
        try (same) {
            same.start();
            same.write("c1", "1");
            assertThatThrownBy(() -> same.route(Bridge.DELIVERY, "beta:send")).hasStackTraceContaining("are the same account");
        }
    }

    @Test
    @DisplayName("L16: the same direction twice in one application is refused")
    void l16DirectionThatIsConsumedTwiceIsRefused() throws Exception {
        try (Bridge bridge = bridge().route(Bridge.DELIVERY, "beta:send")
                .route("helpdesk-sync:link?target=beta&source=alpha&concurrentConsumers=2", "beta:send")) {
            assertThatThrownBy(bridge::start).hasStackTraceContaining("consumed twice");
        }
    }

    @Test
    void thirdSideOfALinkIsRefused() throws Exception {
        try (Bridge bridge = bridge().intake()) {
            bridge.context().addComponent("gamma", new FakeComponent(new FakeDesk("c")));
            bridge.route("direct:more", "helpdesk-sync:link?source=beta&target=gamma");
            assertThatThrownBy(bridge::start).hasStackTraceContaining("exactly two sides");
        }
    }

    @Test
    void cursorRepositoryIsBoundBeforeAnythingStarts() throws Exception {
        try (Bridge bridge = bridge().intake()) {
            assertThat(bridge.context().getRegistry().lookupByName(HelpdeskSyncComponent.CURSOR_REPOSITORY))
                    .isInstanceOf(CursorRepository.class);
            assertThat(bridge.context().getRegistry().findByType(StateRepository.class)).hasSize(1);
        }
    }

    @Test
    void cursorRepositoryOfTheApplicationIsNotDoubled() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.getRegistry().bind("mine", new MemoryStateRepository());
            context.addComponent("helpdesk-sync", new HelpdeskSyncComponent());
            context.start();
            assertThat(context.getRegistry().findByTypeWithName(StateRepository.class)).containsOnlyKeys("mine");
        }
    }

    @Test
    void cursorThatIsWrittenAfterTheStopDoesNotOpenTheLedgerAgain() throws Exception {
        Bridge bridge = bridge().intake();
        CursorRepository cursors = bridge.sync().cursorRepository();
        try (bridge) {
            bridge.start();
            cursors.setState("key", "in time");
        }
        assertThatThrownBy(() -> cursors.setState("key", "too late")).isInstanceOf(LedgerException.class);
        try (Bridge next = bridge().intake().start()) {
            assertThat(next.sync().cursorRepository().getState("key")).isEqualTo("in time");
        }
        bridge.sync().start();
        assertThat(cursors.getState("key")).as("after a new start").isEqualTo("in time");
        bridge.sync().stop();
    }

    @Test
    void contextCanBeStoppedAndStartedAgainOverTheSameLedger() throws Exception {
        FakeDesk beta = new FakeDesk("b");
        for (int run = 1; run <= 3; run++) {
            try (Bridge bridge = Bridge.running(directory.resolve("ledger.db"), new FakeDesk("a"), beta)) {
                bridge.write("c1", "m" + run);
                bridge.awaitDelivered(run);
            }
        }
        assertThat(beta.texts()).containsExactly("m1", "m2", "m3");
    }
}
