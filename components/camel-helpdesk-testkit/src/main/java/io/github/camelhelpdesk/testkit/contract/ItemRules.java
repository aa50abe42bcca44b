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

import java.util.List;

import io.github.camelhelpdesk.testkit.fault.Fault;

/** Messages of an unexpected form, among others. */
final class ItemRules {

    private ItemRules() {
    }

    static List<ContractRule> all() {
        return List.of(
                rule("A message that cannot be read comes once as it is, and the others as usual", ItemRules::unreadable),
                rule("Fields that nobody knows, in every object of an answer, change nothing",
                        run -> changed(run, JsonChanges.unknownFields())),
                rule("Numbers that come as text change nothing", run -> changed(run, JsonChanges.numbersAsText())));
    }

    private static ContractRule rule(String name, ContractRule.Check check) {
        return ContractRule.of(ContractTopic.ITEMS, name, check);
    }

    private static void unreadable(ContractRun run) throws Exception {
        String conversation = run.open();
        run.write(conversation, 1);
        String damaged = run.desk.write(conversation, run.nextText());
        run.write(conversation, 1);
        run.write(run.open(), 1);
        run.desk.simulator().faults().onAny().then(run.desk.damaging(damaged));
        run.start(Reading.Start.BEGINNING);
        run.awaitCount(4);
        run.awaitAll();
        assertEquals(1, run.deliveries.of(ReadMessage.Kind.UNREADABLE).size(), "unreadable messages");
        run.stop();
        run.start(Reading.Start.BEGINNING);
        run.awaitPolls(3);
        assertEquals(1, run.deliveries.of(ReadMessage.Kind.UNREADABLE).size(), "unreadable messages after a restart");
    }

    private static void changed(ContractRun run, Fault change) throws Exception {
        run.desk.simulator().faults().onAny().then(change);
        run.write(run.open(), 3);
        run.write(run.open(), 1);
        run.start(Reading.Start.BEGINNING);
        run.awaitAll();
    }
}
