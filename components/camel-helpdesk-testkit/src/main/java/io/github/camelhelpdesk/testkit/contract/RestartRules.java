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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stops and starts. */
final class RestartRules {

    private RestartRules() {
    }

    static List<ContractRule> all() {
        return List.of(
                rule("L15: a restart with another beginning goes on where it stopped", RestartRules::cursorIsKept),
                rule("L19: what is written while it is stopped comes, also in new conversations",
                        RestartRules::writtenWhileStopped),
                rule("L10: a stop in the middle of several pages loses and repeats nothing", RestartRules::stopBetweenPages),
                rule("D9: a restart without news hands on nothing", RestartRules::restartWithoutNews));
    }

    private static ContractRule rule(String name, ContractRule.Check check) {
        return ContractRule.of(ContractTopic.RESTART, name, check);
    }

    private static void cursorIsKept(ContractRun run) throws Exception {
        String conversation = run.open();
        run.startNow();
        run.write(conversation, 3);
        run.awaitAll();
        run.stop();
        run.write(conversation, 2);
        run.start(Reading.Start.BEGINNING);
        run.awaitAll();
    }

    private static void writtenWhileStopped(ContractRun run) throws Exception {
        String conversation = run.open();
        run.startNow();
        run.stop();
        run.write(conversation, 2);
        run.write(run.open(), 2);
        run.desk.simulator().clock().advance(Duration.ofDays(3));
        run.start(Reading.Start.NOW);
        run.awaitAll();
    }

    private static void stopBetweenPages(ContractRun run) throws Exception {
        int page = run.desk.messagesPerPage();
        run.write(run.open(), 3 * page);
        readUntilStopped(run, page + page / 2);
        run.start(Reading.Start.BEGINNING);
        run.awaitAll();
    }

    private static void restartWithoutNews(ContractRun run) throws Exception {
        run.write(run.open(), 3);
        run.write(run.open(), 3);
        run.start(Reading.Start.BEGINNING);
        run.awaitAll();
        run.stop();
        run.start(Reading.Start.BEGINNING);
        run.awaitPolls(3);
        run.awaitAll();
    }

    /** Reads until this many messages are done and the next one was refused, and stops. */
    static void readUntilStopped(ContractRun run, int messages) throws Exception {
        AtomicBoolean refused = new AtomicBoolean();
        run.start(Reading.Start.BEGINNING, message -> {
            if (run.deliveries.count() == messages) {
                refused.set(true);
                throw new IllegalStateException("the rule stops here");
            }
        });
        Patience.await(refused::get, () -> run.deliveries.count() + " of " + messages + " messages came before the stop");
        run.stop();
        assertEquals(messages, run.deliveries.count(), "messages before the stop");
    }
}
