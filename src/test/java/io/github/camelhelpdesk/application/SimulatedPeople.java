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
package io.github.camelhelpdesk.application;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Customers and agents of a shop at human pace. Most customers write in Channel.io and are answered in Chatwoot, some the other
 * way round; when a conversation is over, the next customer comes.
 */
final class SimulatedPeople implements AutoCloseable {

    private static final List<String> NAMES = List.of("Ana Souza", "Bo Lindqvist", "김민서", "Chidi Okafor", "ليلى حداد",
            "Dilnoza Karimova", "Emil Novák", "Fatou Diop", "Greta Vogel");
    private static final int CUSTOMERS_AT_ONCE = 4;
    /** Every third customer begins in Chatwoot; among them the second, so that both directions are seen at once. */
    private static final int IN_CHATWOOT_EVERY = 3;
    private static final Duration FIRST = Duration.ofMillis(300);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(1500);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(5000);

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    private final Random random = new Random(1);
    private final Set<String> talkedIn = new HashSet<>();
    private final DemoDesk channelio;
    private final DemoDesk chatwoot;
    private int customers;

    SimulatedPeople(DemoDesk channelio, DemoDesk chatwoot) {
        this.channelio = channelio;
        this.chatwoot = chatwoot;
    }

    /** The first of them write within a second, one at each desk. */
    void start() {
        for (int customer = 0; customer < CUSTOMERS_AT_ONCE; customer++) {
            schedule(this::comeIn, customer < 2 ? FIRST : pause().multipliedBy(2));
        }
    }

    private void comeIn() {
        int customer = customers++;
        boolean inChatwoot = customer % IN_CHATWOOT_EVERY == 1;
        talk(new SimulatedDialogue(DemoDialogue.OF_A_SHOP.get(customer % DemoDialogue.OF_A_SHOP.size()),
                NAMES.get(customer % NAMES.size()), inChatwoot ? chatwoot : channelio, inChatwoot ? channelio : chatwoot,
                talkedIn));
    }

    private void talk(SimulatedDialogue dialogue) {
        dialogue.goOn();
        if (dialogue.isOver()) {
            schedule(this::comeIn, pause());
        } else {
            schedule(() -> talk(dialogue), pause());
        }
    }

    private void schedule(Runnable step, Duration after) {
        executor.schedule(step, after.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Duration pause() {
        return Duration.ofMillis(random.nextLong(SHORTEST_PAUSE.toMillis(), LONGEST_PAUSE.toMillis()));
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
