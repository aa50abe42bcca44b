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

import io.github.camelhelpdesk.testkit.fault.Fault;

/** Answers that are broken, late, or never come. */
final class FaultRules {

    private FaultRules() {
    }

    static List<ContractRule> all() {
        return List.of(
                rule("A proxy's HTML page with 502", Fault.htmlPage(502)),
                rule("A proxy's HTML page with 200", Fault.htmlPage(200)),
                rule("A truncated answer", Fault.truncatedBody()),
                rule("Malformed JSON", Fault.malformedBody()),
                rule("An empty answer", Fault.emptyBody()),
                rule("A connection reset before the request was processed", Fault.resetBeforeProcessing()),
                rule("A connection reset after the request was processed", Fault.processThenDrop()),
                rule("An answer that comes too late",
                        Fault.delay(Duration.ofSeconds(ContractReader.LONGEST_ANSWER_SECONDS + 1L))),
                ContractRule.of(ContractTopic.FAULTS, "An outage is survived and nothing is lost", FaultRules::outage));
    }

    private static ContractRule rule(String what, Fault fault) {
        return ContractRule.of(ContractTopic.FAULTS, what + " is survived and nothing is lost",
                run -> ErrorRules.survived(run, fault));
    }

    private static void outage(ContractRun run) throws Exception {
        String conversation = run.open();
        run.startNow();
        run.desk.simulator().goOffline();
        run.write(conversation, 3);
        run.desk.simulator().goOnline();
        run.awaitAll();
    }
}
