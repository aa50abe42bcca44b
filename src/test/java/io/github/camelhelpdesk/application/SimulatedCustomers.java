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
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.camelhelpdesk.testkit.channelio.ChannelioSimulator;

/** A few customers who write in Channel.io at human pace, and a manager who answers now and then. */
final class SimulatedCustomers implements AutoCloseable {

    private static final List<String> NAMES = List.of("Ana", "Bo", "Chidi", "Dilnoza");
    private static final List<String> LINES = List.of("Hello, is anybody there?", "My parcel has not come yet.",
            "The tracking page says it left on Monday.", "Could you look it up, please?", "Thank you!",
            "One more thing: can I still change the address?", "It is the same street, number 7.", "Great, that was all.");
    private static final int ANSWER_EVERY = 3;
    private static final Duration FIRST = Duration.ofMillis(300);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(1500);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(6000);

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    private final Random random = new Random(1);
    private final ChannelioSimulator channelio;

    SimulatedCustomers(ChannelioSimulator channelio) {
        this.channelio = channelio;
    }

    /** The first of them writes within a second. */
    void start() {
        for (int customer = 0; customer < NAMES.size(); customer++) {
            String chat = channelio.openUserChat(NAMES.get(customer));
            Duration pause = customer == 0 ? FIRST : pause();
            executor.schedule(() -> write(chat, 0), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void write(String chat, int line) {
        if (line % ANSWER_EVERY == ANSWER_EVERY - 1) {
            channelio.writeAsManager(chat, "I am looking into it.");
        } else {
            channelio.writeAsCustomer(chat, LINES.get(line % LINES.size()));
        }
        executor.schedule(() -> write(chat, line + 1), pause().toMillis(), TimeUnit.MILLISECONDS);
    }

    private Duration pause() {
        return Duration.ofMillis(random.nextLong(SHORTEST_PAUSE.toMillis(), LONGEST_PAUSE.toMillis()));
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
