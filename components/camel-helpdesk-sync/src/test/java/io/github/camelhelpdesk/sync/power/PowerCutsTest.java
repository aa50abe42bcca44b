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
package io.github.camelhelpdesk.sync.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Cuts the power of a two-way bridge at every step: before, while and after each commit of the ledger, before and after each
 * call of a provider, with the request lost, landed or landing later. What each cut leaves is taken up by another process,
 * brought
 * to rest and judged by what the two desks hold.
 */
class PowerCutsTest {

    private static final int CUTS = Integer.getInteger("power.cuts", 2_000);
    private static final long SEED = Long.getLong("power.seed", 20_261_122L);

    private static final int FEW_CUTS = 150;
    private static final int ENOUGH = 10;
    private static final int MACHINES = 3;

    @TempDir
    Path directory;
    private final AtomicInteger numbers = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> findings = new ConcurrentLinkedQueue<>();
    private final AtomicInteger survived = new AtomicInteger();

    @Test
    @DisplayName("D14, D3: whenever the power is cut, every message is on the other side once, in order, in its conversation")
    void d14NoPowerCutLosesDoublesReordersOrMisroutesAMessage() throws Exception {
        cutPower(CUTS, Mistake.NONE);

        assertThat(findings).isEmpty();
        assertThat(survived.get()).isGreaterThanOrEqualTo(CUTS);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aMachineThatMakesAMistakeIsFoundOut(Mistake mistake) throws Exception {
        cutPower(FEW_CUTS, mistake);

        assertThat(findings).isNotEmpty();
    }

    private void cutPower(int cuts, Mistake mistake) throws Exception {
        ExecutorService machines = Executors.newFixedThreadPool(MACHINES);
        Semaphore waiting = new Semaphore(8 * MACHINES);
        long seed = SEED;
        for (; survived.get() + findings.size() < cuts && findings.size() < ENOUGH; seed++) {
            long current = seed;
            Path place = Files.createDirectory(directory.resolve("seed" + current));
            for (Cut cut : new Recording(current, place, mistake).run()) {
                waiting.acquire();
                machines.execute(() -> {
                    takeUp(current, cut, mistake);
                    waiting.release();
                });
            }
        }
        machines.shutdown();
        assertThat(machines.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
        System.out.printf("%d power cuts survived, %d not, seeds %d to %d%n", survived.get(), findings.size(), SEED, seed - 1);
    }

    private void takeUp(long seed, Cut cut, Mistake mistake) {
        List<String> found;
        try {
            found = run(cut, new Random(seed), mistake);
        } catch (Exception e) {
            found = List.of(e.toString());
        }
        if (found.isEmpty()) {
            survived.incrementAndGet();
        } else {
            findings.add("Seed " + seed + ", cut " + cut.moment() + ": " + found);
        }
    }

    private List<String> run(Cut cut, Random random, Mistake mistake) throws Exception {
        Path place = Files.createDirectory(directory.resolve("cut" + numbers.incrementAndGet()));
        World world = cut.world();
        try (Machine machine = new Machine(world, cut.restore(place), null, (moment, late) -> {
        }, mistake)) {
            if (!machine.comesToRest()) {
                return List.of("Did not come to rest: " + machine.flows());
            }
            // Nobody was in doubt about what is on its way: then it must do no harm.
            world.land();
            // It does not only stand: it goes on.
            world.write("a", world.conversations("a").get(random.nextInt(2)), "afterwards at a");
            world.write("b", world.conversations("b").get(0), "afterwards at b");
            if (!machine.comesToRest()) {
                return List.of("Did not come to rest afterwards: " + machine.flows());
            }
        }
        delete(place);
        return Verdict.of(world);
    }

    private static void delete(Path place) throws IOException {
        try (var files = Files.list(place)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(place);
    }
}
