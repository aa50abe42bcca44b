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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.camelhelpdesk.testkit.fault.Fault;
import io.github.camelhelpdesk.testkit.fault.FaultRule;

/** The provider refuses or fails, for a while or for one conversation. */
final class ErrorRules {

    private static final int STRIKES = 2;

    private ErrorRules() {
    }

    static List<ContractRule> all() {
        return Stream.of(
                IntStream.of(401, 403, 429, 500, 503).mapToObj(status -> rule("R1: " + status
                        + " is survived and nothing is lost", run -> survived(run, Fault.status(status)))),
                Stream.of(rule("R1: 404 to the list is survived and nothing is lost", ErrorRules::listNotFound),
                        rule("R1: a conversation that is gone (404) holds back no other", ErrorRules::goneConversation)),
                IntStream.of(403, 500).mapToObj(status -> rule("R1: a conversation that answers " + status
                        + " holds back no other, and comes when it is well again", run -> illConversation(run, status))))
                .flatMap(rules -> rules).toList();
    }

    private static ContractRule rule(String name, ContractRule.Check check) {
        return ContractRule.of(ContractTopic.ERRORS, name, check);
    }

    /** The first requests go wrong; then everything comes, once and in order. */
    static void survived(ContractRun run, Fault fault) throws Exception {
        run.write(run.open(), 2);
        run.write(run.open(), 2);
        FaultRule struck = run.desk.simulator().faults().onAny().next(STRIKES).then(fault);
        run.start(Reading.Start.BEGINNING);
        run.awaitAll();
        assertTrue(struck.count() > 0, "the fault never struck");
    }

    private static void listNotFound(ContractRun run) throws Exception {
        run.write(run.open(), 2);
        FaultRule struck = run.desk.simulator().faults().on("GET", run.desk.pollPath()).next(STRIKES).then(Fault.status(404));
        run.start(Reading.Start.BEGINNING);
        run.awaitAll();
        assertEquals(STRIKES, struck.count(), "strikes");
    }

    private static void goneConversation(ContractRun run) throws Exception {
        String gone = run.open();
        run.desk.write(gone, run.nextText());
        run.write(run.open(), 2);
        run.desk.simulator().faults().onAny().when(call -> run.desk.reads(call, gone)).then(Fault.status(404));
        run.start(Reading.Start.BEGINNING);
        run.awaitAll();
    }

    private static void illConversation(ContractRun run, int status) throws Exception {
        String ill = run.open();
        run.write(ill, 2);
        run.write(run.open(), 2);
        FaultRule illness = run.desk.simulator().faults().onAny().when(call -> run.desk.reads(call, ill))
                .then(Fault.status(status));
        run.start(Reading.Start.BEGINNING);
        run.awaitCount(2);
        Patience.await(() -> illness.count() > 0, () -> "the conversation was never read");
        illness.remove();
        run.awaitAll();
    }
}
