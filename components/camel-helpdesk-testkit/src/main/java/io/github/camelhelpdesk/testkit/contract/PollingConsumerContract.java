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

import java.util.List;
import java.util.stream.Stream;

/**
 * What a polling consumer of messages has to keep to, whoever the provider is: every message is handed on, once, in order
 * within its conversation, over pages, stamps, restarts, failures behind it and failures in front of it. In a JUnit test:
 *
 * <pre>
 * &#64;TestFactory
 * Stream&lt;DynamicTest&gt; contract() {
 *     return PollingConsumerContract.rulesFor(new ChatwootDesk()).stream().map(rule -&gt; dynamicTest(rule.name(), () -&gt; {
 *         try (ContractDesk desk = new ChatwootDesk()) {
 *             rule.check(desk, new MyReader(desk));
 *         }
 *     }));
 * }
 * </pre>
 */
public final class PollingConsumerContract {

    private PollingConsumerContract() {
    }

    /** All rules, by topic. Each is checked with a desk and a reader of its own. */
    public static List<ContractRule> rules() {
        return Stream.of(PageRules.all(), StampRules.all(), RestartRules.all(), RouteRules.all(), ErrorRules.all(),
                PauseRules.all(), FaultRules.all(), ItemRules.all(), OddFieldRules.all(), ChangeRules.all())
                .flatMap(List::stream).toList();
    }

    /** The rules that are for this provider. Closes the desk, which is only asked what the provider has. */
    public static List<ContractRule> rulesFor(ContractDesk desk) {
        try (desk) {
            return rules().stream().filter(rule -> rule.isFor(desk)).toList();
        }
    }
}
