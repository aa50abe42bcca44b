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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.camelhelpdesk.testkit.contract.SmallReader.Mistake;

/** The contract lets through what keeps to it, and finds each mistake that is planted. */
class PollingConsumerContractTest {

    /** Rules that a reader of a few lines keeps to. */
    static Stream<String> kept() {
        return Stream.of("L7: a burst of 2", "L2: a stop after 3", "L15:", "D9:", "O1: a message that fails holds",
                "R1: 500 is");
    }

    @AfterEach
    void usualPatience() {
        System.clearProperty(Patience.PROPERTY);
    }

    @ParameterizedTest
    @MethodSource("kept")
    void readerWithoutAMistakeIsLetThrough(String rule) {
        assertThatCode(() -> check(rule, Mistake.NONE)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "COMPARES_STAMPS | L2: a stop after 3",
            "READS_ONE_PAGE | L7: a burst of 2",
            "PASSES_FAILURES_OVER | O1: a message that fails twice",
            "LETS_ALL_WAIT | O1: a message that fails holds",
            "FORGETS | L15:",
            "REPEATS_THE_LAST | D9:",
            "DIES | R1: 500 is" })
    void plantedMistakeIsFound(Mistake mistake, String rule) {
        System.setProperty(Patience.PROPERTY, "3");

        assertThatThrownBy(() -> check(rule, mistake)).isInstanceOf(AssertionError.class);
    }

    @Test
    void rulesHaveNamesOfTheirOwn() {
        assertThat(PollingConsumerContract.rules()).extracting(ContractRule::name).doesNotHaveDuplicates();
    }

    private static void check(String name, Mistake mistake) throws Exception {
        ContractRule rule = PollingConsumerContract.rules().stream().filter(each -> each.name().startsWith(name)).findFirst()
                .orElseThrow();
        try (ContractDesk desk = new ChatwootDesk()) {
            rule.check(desk, new SmallReader(desk, mistake));
        }
    }
}
