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
package io.github.camelhelpdesk.routes.contract;

import java.util.stream.Stream;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.camelhelpdesk.testkit.contract.ContractDesk;
import io.github.camelhelpdesk.testkit.contract.ContractRule;
import io.github.camelhelpdesk.testkit.contract.PollingConsumerContract;

/** Each provider's {@code messages} consumer keeps to each rule of the test kit's contract. */
@Execution(ExecutionMode.CONCURRENT)
class PollingConsumerContractTest {

    static Stream<Arguments> rules() {
        return Providers.ALL.stream().flatMap(provider -> PollingConsumerContract.rulesFor(provider.desk()).stream()
                .map(rule -> Arguments.of(provider, rule)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rules")
    void consumerKeepsToTheRule(Provider provider, ContractRule rule) throws Exception {
        try (ContractDesk desk = provider.desk()) {
            rule.check(desk, new CamelReader(provider, desk));
        }
        Proofs.passed(provider, rule);
    }
}
