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
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhelpdesk.sync.desk.Backfill;
import io.github.camelhelpdesk.sync.desk.Backfilling;
import io.github.camelhelpdesk.sync.desk.DeskException;
import io.github.camelhelpdesk.sync.desk.DeskException.Problem;
import io.github.camelhelpdesk.sync.fake.Bridge;
import io.github.camelhelpdesk.sync.fake.FakeDesk;

class BackfillTest {

    private static final Instant WRITTEN = Instant.parse("2026-11-20T10:00:00Z");

    @TempDir
    Path directory;

    private final FakeDesk alpha = new FakeDesk("a");
    private final FakeDesk beta = new FakeDesk("b");

    private Bridge running() throws Exception {
        return new Bridge(directory.resolve("ledger.db"), alpha, beta).intake().route("alpha:read", Bridge.INTAKE)
                .route(Bridge.DELIVERY, "beta:send").start();
    }

    private void written(int messages) {
        IntStream.range(0, messages).forEach(i -> alpha.written
                .add(Bridge.message("c" + i % 3, "m" + i).createdAt(WRITTEN.plusSeconds(i)).build()));
    }

    private static Backfilling backfilling(Bridge bridge) {
        return bridge.sync().desk().link("link").backfilling();
    }

    private static Backfill ended(Bridge bridge) {
        await().until(() -> backfilling(bridge).all().stream().anyMatch(backfill -> backfill.state().equals("done")));
        return backfilling(bridge).all().get(0);
    }

    @Test
    void everythingSinceAnInstantCrossesOnceAndItsProgressIsShown() throws Exception {
        written(9);
        try (Bridge bridge = running()) {
            assertThat(backfilling(bridge).all()).isEmpty();
            bridge.write(alpha.written.get(5));
            backfilling(bridge).start("alpha", WRITTEN.plusSeconds(3));
            assertThat(ended(bridge)).extracting(Backfill::link, Backfill::source, Backfill::messages, Backfill::from)
                    .containsExactly("link", "alpha", 6L, WRITTEN.plusSeconds(3));
            bridge.awaitDelivered(6);
            backfilling(bridge).start("alpha", Instant.EPOCH);
            bridge.awaitDelivered(9);
            assertThat(beta.texts()).doesNotHaveDuplicates().hasSize(9);
        }
    }

    @Test
    @DisplayName("D12: of backfills that are asked for at once one runs, and nothing is doubled")
    void d12OfBackfillsAtOnceOneRunsAndNothingIsDoubled() throws Exception {
        written(30);
        CountDownLatch go = new CountDownLatch(1);
        alpha.beforeReread = () -> {
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        try (Bridge bridge = running()) {
            bridge.write("c0", "live");
            List<CompletableFuture<Object>> asked = IntStream.range(0, 6)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> outcome(bridge))).toList();
            assertThat(asked).extracting(CompletableFuture::join).filteredOn(Backfill.class::isInstance).hasSize(1);
            assertThat(asked).extracting(CompletableFuture::join).filteredOn(Problem.CONFLICT::equals).hasSize(5);
            go.countDown();
            ended(bridge);
            bridge.awaitDelivered(31);
            assertThat(beta.texts()).doesNotHaveDuplicates().hasSize(31);
        }
    }

    private static Object outcome(Bridge bridge) {
        try {
            return backfilling(bridge).start("alpha", Instant.EPOCH);
        } catch (DeskException e) {
            return e.problem();
        }
    }

    @Test
    void unknownSideIsRefusedAndTheKnownOnesAreNamed() throws Exception {
        try (Bridge bridge = running()) {
            assertThatThrownBy(() -> backfilling(bridge).start("gamma", Instant.EPOCH)).isInstanceOfSatisfying(
                    DeskException.class, e -> assertThat(e.problem()).isEqualTo(Problem.BAD_REQUEST))
                    .hasMessageContaining("alpha");
        }
    }

    @Test
    void sideThatNoRouteReadsIsRefusedWithTheRouteThatIsMissing() throws Exception {
        try (Bridge bridge = Bridge.running(directory.resolve("ledger.db"), alpha, beta)) {
            assertThatThrownBy(() -> backfilling(bridge).start("alpha", Instant.EPOCH)).isInstanceOfSatisfying(
                    DeskException.class, e -> assertThat(e.problem()).isEqualTo(Problem.CONFLICT))
                    .hasMessageContaining("helpdesk-sync:link?source=alpha&target=beta");
        }
    }
}
