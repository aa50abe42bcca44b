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
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhelpdesk.common.SideCapability;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.sync.fake.FakeDesk;
import io.github.camelhelpdesk.sync.fake.Network;

/** Changes of messages that several links have copied, one after the other. */
class HubTest {

    @TempDir
    Path directory;
    private final FakeDesk a = new FakeDesk("a");
    private final FakeDesk b = new FakeDesk("b");
    private final FakeDesk c = new FakeDesk("c");

    @BeforeEach
    void allCanDelete() {
        for (FakeDesk desk : new FakeDesk[] { a, b, c }) {
            desk.capabilities = Set.of(SideCapability.DELETE);
        }
    }

    private Network network() {
        return new Network(directory.resolve("ledger.db")).desk("alpha", a).desk("beta", b).desk("gamma", c);
    }

    private Network chain() throws Exception {
        return network().join("ab", "alpha", "beta").join("bc", "beta", "gamma").start();
    }

    private Network ring() throws Exception {
        return network().join("ab", "alpha", "beta").join("bc", "beta", "gamma").join("ca", "gamma", "alpha").start();
    }

    private static FakeDesk.Stored only(FakeDesk desk) {
        assertThat(desk.all()).hasSize(1);
        return desk.all().get(0);
    }

    /** A deletion takes the marks of a message away, as Chatwoot does. */
    private static HelpdeskMessage deleted(FakeDesk desk, FakeDesk.Stored message) {
        return desk.read(message).toBuilder().text("").marker(null).deleted(true).build();
    }

    /** All three desks tell of the deletion, twice. */
    private void allTell(Network network, FakeDesk.Stored onA, FakeDesk.Stored onB, FakeDesk.Stored onC) {
        for (int i = 0; i < 2; i++) {
            network.changed("beta", deleted(b, onB));
            network.changed("gamma", deleted(c, onC));
            network.changed("alpha", deleted(a, onA));
        }
    }

    @Test
    @DisplayName("E5: a deletion runs along a chain of links and does not come back")
    void e5DeletionRunsAlongAChain() throws Exception {
        try (Network network = chain()) {
            a.write("c1", "hello");
            network.settle(new Random(1));
            FakeDesk.Stored onA = only(a);
            FakeDesk.Stored onB = only(b);
            FakeDesk.Stored onC = only(c);
            network.changed("alpha", deleted(a, onA));
            allTell(network, onA, onB, onC);
            assertThat(b.deletions).containsExactly(onB.conversation() + "/" + onB.id());
            assertThat(c.deletions).containsExactly(onC.conversation() + "/" + onC.id());
            assertThat(a.deletions).isEmpty();
            assertThat(b.calls.size() + c.calls.size() + a.calls.size()).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("E5: the deletion of the last copy of a chain deletes the original")
    void e5DeletionOfTheLastCopyRunsBackAlongAChain() throws Exception {
        try (Network network = chain()) {
            a.write("c1", "hello");
            network.settle(new Random(1));
            FakeDesk.Stored onA = only(a);
            FakeDesk.Stored onB = only(b);
            FakeDesk.Stored onC = only(c);
            network.changed("gamma", deleted(c, onC));
            allTell(network, onA, onB, onC);
            assertThat(b.deletions).containsExactly(onB.conversation() + "/" + onB.id());
            assertThat(a.deletions).containsExactly("c1/" + onA.id());
            assertThat(c.deletions).isEmpty();
        }
    }

    @Test
    @DisplayName("E5: in a ring a deletion reaches each side once")
    void e5DeletionInARing() throws Exception {
        try (Network network = ring()) {
            a.write("c1", "hello");
            network.settle(new Random(1));
            FakeDesk.Stored onA = only(a);
            FakeDesk.Stored onB = only(b);
            FakeDesk.Stored onC = only(c);
            network.changed("gamma", deleted(c, onC));
            network.changed("alpha", deleted(a, onA));
            allTell(network, onA, onB, onC);
            assertThat(a.deletions).containsExactly("c1/" + onA.id());
            assertThat(b.deletions).containsExactly(onB.conversation() + "/" + onB.id());
            assertThat(c.deletions).isEmpty();
        }
    }

    @Test
    @DisplayName("D13: an edit runs along a chain once; those of copies are not carried")
    void d13EditsInAChain() throws Exception {
        try (Network network = chain()) {
            a.write("c1", "hello");
            network.settle(new Random(1));
            FakeDesk.Stored onA = only(a);
            FakeDesk.Stored onB = only(b);
            network.changed("beta", b.read(onB).toBuilder().text("changed on beta").build());
            network.changed("alpha", a.read(onA).toBuilder().text("changed on alpha").build());
            network.settle(new Random(2));
            network.changed("beta", b.read(onB).toBuilder().text("changed on beta again").build());
            network.changed("alpha", a.read(onA).toBuilder().text("changed on alpha").build());
            network.settle(new Random(3));
            assertThat(a.texts()).containsExactly("hello");
            assertThat(b.texts()).containsExactly("hello", "Edited: changed on alpha");
            assertThat(c.texts()).containsExactly("hello", "Edited: changed on alpha");
        }
    }
}
