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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhelpdesk.sync.fake.FakeDesk;
import io.github.camelhelpdesk.sync.fake.Network;

/** Accounts that several links join: whatever the way, a message is on each of them once. */
class RingTest {

    private static final int STEPS = 60;

    @TempDir
    Path directory;
    private final FakeDesk a = new FakeDesk("a");
    private final FakeDesk b = new FakeDesk("b");
    private final FakeDesk c = new FakeDesk("c");
    private final FakeDesk d = new FakeDesk("d");
    private final List<String> written = new ArrayList<>();

    private Network network() {
        return new Network(directory.resolve("ledger.db")).desk("alpha", a).desk("beta", b).desk("gamma", c).desk("delta", d);
    }

    /** People write anywhere, in copies too, while the directions read in any order. */
    private void writeAndRead(Network network, Random random, FakeDesk... desks) {
        for (int step = 0; step < STEPS; step++) {
            if (random.nextInt(3) == 0) {
                FakeDesk desk = desks[random.nextInt(desks.length)];
                List<String> open = new ArrayList<>(desk.conversations());
                open.add(desk.account() + "-own" + random.nextInt(2));
                String text = "text" + step;
                written.add(text);
                desk.write(open.get(random.nextInt(open.size())), text);
            } else {
                network.read(network.any(random));
            }
        }
        network.settle(random);
    }

    private void assertOnceOn(FakeDesk... desks) {
        assertThat(written).isNotEmpty();
        for (FakeDesk desk : desks) {
            assertThat(desk.texts()).as("on %s", desk.account()).containsExactlyInAnyOrderElementsOf(written);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3 })
    @DisplayName("D5: from A to B and back, a message stays one")
    void d5TwoSides(long seed) throws Exception {
        try (Network network = network().join("ab", "alpha", "beta").start()) {
            writeAndRead(network, new Random(seed), a, b);
            assertOnceOn(a, b);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5 })
    @DisplayName("D5: in a ring of three a message stays one on each side, whoever reads first")
    void d5TheRingOfThree(long seed) throws Exception {
        try (Network network = network().join("ab", "alpha", "beta").join("bc", "beta", "gamma").join("ca", "gamma", "alpha")
                .start()) {
            writeAndRead(network, new Random(seed), a, b, c);
            assertOnceOn(a, b, c);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3 })
    @DisplayName("D5: in a ring of three of which one account has two names, too")
    void d5TheRingOfThreeWithTwoNamesOfOneAccount(long seed) throws Exception {
        try (Network network = network().desk("again", a).join("ab", "alpha", "beta").join("bc", "beta", "gamma")
                .join("ca", "gamma", "again").start()) {
            writeAndRead(network, new Random(seed), a, b, c);
            assertOnceOn(a, b, c);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3 })
    @DisplayName("D5: in a ring of four a message gets to the other end one way round only")
    void d5TheRingOfFour(long seed) throws Exception {
        try (Network network = network().join("ab", "alpha", "beta").join("bc", "beta", "gamma").join("cd", "gamma", "delta")
                .join("da", "delta", "alpha").start()) {
            writeAndRead(network, new Random(seed), a, b, c, d);
            assertOnceOn(a, b, c, d);
        }
    }

    @Test
    @DisplayName("D5: a ring of one-way links ends where it began")
    void d5TheRingOfOneWayLinks() throws Exception {
        try (Network network = network().direction("ab", "alpha", "beta").direction("bc", "beta", "gamma")
                .direction("ca", "gamma", "alpha").start()) {
            writeAndRead(network, new Random(1), a, b, c);
            assertOnceOn(a, b, c);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3 })
    @DisplayName("D5: two links that share an account copy on through it, once and with the first mark")
    void d5TheHub(long seed) throws Exception {
        try (Network network = network().join("one", "alpha", "gamma").join("two", "beta", "gamma").start()) {
            writeAndRead(network, new Random(seed), a, b, c);
            assertOnceOn(a, b, c);
        }
    }

    @Test
    void conversationsOfTwoLinksThatShareAnAccountStayApartAndAnswersFindTheirWayBack() throws Exception {
        try (Network network = network().join("one", "alpha", "gamma").join("two", "beta", "gamma").start()) {
            a.write("mina", "from mina");
            b.write("bo", "from bo");
            network.settle(new Random(1));
            FakeDesk.Stored copyOfCopy = b.all().stream().filter(message -> message.text().equals("from mina")).findFirst()
                    .orElseThrow();
            assertThat(copyOfCopy.marker()).as("the mark of the first copy").startsWith("hd1.one.");
            b.write(copyOfCopy.conversation(), "to mina");
            network.settle(new Random(2));
            assertThat(a.messages("mina")).extracting(FakeDesk.Stored::text).containsExactly("from mina", "to mina");
            assertThat(c.textsByConversation()).containsExactlyInAnyOrder(List.of("from mina", "to mina"), List.of("from bo"));
            assertThat(b.messages("bo")).extracting(FakeDesk.Stored::text).containsExactly("from bo");
        }
    }
}
