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
package io.github.camelhelpdesk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.camelhelpdesk.testkit.SimulatorClock;
import io.github.camelhelpdesk.testkit.fault.Fault;
import io.github.camelhelpdesk.testkit.fault.Faults;

/** What {@code Retry-After} says is done, in each of its forms, and never for longer than the consumer allows. */
final class PauseRules {

    /** A request that was being sent when the answer came is none that follows it. */
    private static final Duration UNDER_WAY = Duration.ofMillis(200);

    private PauseRules() {
    }

    static List<ContractRule> all() {
        return IntStream.of(429, 503).boxed().flatMap(PauseRules::ofStatus).toList();
    }

    private static Stream<ContractRule> ofStatus(int status) {
        return Stream.of(
                rule(status, "in seconds is kept to", clock -> "1", Duration.ofSeconds(1)),
                rule(status, "as a date is kept to", clock -> httpDate(clock, 2), Duration.ofSeconds(1)),
                rule(status, "of a day is cut to what the consumer allows", clock -> "86400", Duration.ofSeconds(1)),
                rule(status, "that cannot be read is survived", clock -> "soon", Duration.ZERO));
    }

    private static ContractRule rule(int status, String what, Function<SimulatorClock, String> header, Duration atLeast) {
        return ContractRule.of(ContractTopic.ERRORS, "R1: a Retry-After of " + status + " " + what,
                run -> paused(run, status, header, atLeast));
    }

    private static void paused(ContractRun run, int status, Function<SimulatorClock, String> header, Duration atLeast)
            throws Exception {
        String conversation = run.open();
        run.startNow();
        AtomicLong struck = new AtomicLong();
        AtomicLong asked = new AtomicLong();
        Faults faults = run.desk.simulator().faults();
        faults.onAny().next(1).then(execution -> {
            struck.set(System.nanoTime());
            // A date of before would be over when the consumer took long to get here.
            return Fault.status(status, header.apply(run.desk.simulator().clock())).apply(execution);
        });
        faults.onAny().then(execution -> {
            long now = System.nanoTime();
            if (struck.get() != 0 && now - struck.get() > UNDER_WAY.toNanos()) {
                asked.compareAndSet(0, now);
            }
            return execution.process();
        });
        Patience.await(() -> struck.get() != 0, () -> "no request came");
        run.write(conversation, 1);
        run.awaitAll();
        Patience.await(() -> asked.get() != 0, () -> "no request came after the pause");
        Duration pause = Duration.ofNanos(asked.get() - struck.get());
        assertTrue(pause.compareTo(atLeast.minusMillis(50)) >= 0, "asked again after " + pause);
    }

    private static String httpDate(SimulatorClock clock, int seconds) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.now().plusSeconds(seconds).atOffset(ZoneOffset.UTC));
    }
}
