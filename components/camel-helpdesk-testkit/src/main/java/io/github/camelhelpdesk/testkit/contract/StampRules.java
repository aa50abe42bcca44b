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

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.camelhelpdesk.testkit.SimulatorClock;

/** Messages with one stamp, messages that come late, and clocks that disagree. */
final class StampRules {

    private static final int OF_ONE_STAMP = 8;

    private StampRules() {
    }

    static List<ContractRule> all() {
        return Stream.of(
                Stream.of(rule("L1: many messages with one stamp, split over two polls, all come", StampRules::splitOverPolls),
                        ContractRule.of(ContractTopic.STAMPS, "L1: a message that becomes visible late comes",
                                ContractTrait.LATE_MESSAGES, StampRules::late)),
                IntStream.range(1, OF_ONE_STAMP).mapToObj(k -> rule("L2: a stop after " + k + " of " + OF_ONE_STAMP
                        + " messages with one stamp loses and repeats nothing", run -> stopAfter(run, k))),
                Stream.of(rule("L3: a message with the stamp of the last one that was read comes", StampRules::sameAsLast)),
                IntStream.of(-10, 10).mapToObj(minutes -> rule("L4: a provider's clock " + minutes
                        + " minutes ahead of ours changes nothing", run -> clockAhead(run, minutes))),
                Stream.of(rule("L18: what was written before a start from now does not come", run -> clockAhead(run, 0))))
                .flatMap(rules -> rules).toList();
    }

    private static ContractRule rule(String name, ContractRule.Check check) {
        return ContractRule.of(ContractTopic.STAMPS, name, check);
    }

    private static void splitOverPolls(ContractRun run) throws Exception {
        stopTheClock(run);
        String conversation = run.open();
        run.start(Reading.Start.BEGINNING);
        run.write(conversation, 10);
        run.awaitAll();
        run.write(conversation, 10);
        // Who cannot tell them apart by the stamp may wait until the provider's clock has gone on.
        run.awaitPolls(1);
        run.desk.simulator().clock().advance(Duration.ofSeconds(30));
        run.awaitAll();
    }

    private static void late(ContractRun run) throws Exception {
        String conversation = run.open();
        run.startNow();
        String text = run.nextText();
        Runnable commit = run.desk.begin(conversation, text);
        run.write(conversation, 1);
        run.awaitAll();
        commit.run();
        run.expect(conversation, text);
        run.desk.simulator().clock().advance(Duration.ofSeconds(30));
        run.awaitAll();
    }

    private static void stopAfter(ContractRun run, int messages) throws Exception {
        stopTheClock(run);
        run.write(run.open(), OF_ONE_STAMP);
        RestartRules.readUntilStopped(run, messages);
        run.start(Reading.Start.BEGINNING);
        run.awaitAll();
    }

    private static void sameAsLast(ContractRun run) throws Exception {
        stopTheClock(run);
        String conversation = run.open();
        run.start(Reading.Start.BEGINNING);
        run.write(conversation, 1);
        run.awaitAll();
        run.stop();
        run.write(conversation, 1);
        run.start(Reading.Start.BEGINNING);
        run.awaitAll();
    }

    private static void clockAhead(ContractRun run, int minutes) throws Exception {
        run.desk.simulator().clock().offset(Duration.ofMinutes(minutes));
        String conversation = run.open();
        run.desk.write(conversation, "written before");
        run.desk.simulator().clock().advance(Duration.ofSeconds(2));
        run.startNow();
        run.write(conversation, 1);
        run.awaitAll();
        run.stop();
        run.write(conversation, 1);
        run.start(Reading.Start.NOW);
        run.write(conversation, 1);
        run.awaitAll();
    }

    private static void stopTheClock(ContractRun run) {
        SimulatorClock clock = run.desk.simulator().clock();
        clock.fix(clock.now());
    }
}
