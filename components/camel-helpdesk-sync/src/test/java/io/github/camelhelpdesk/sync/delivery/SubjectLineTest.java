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
package io.github.camelhelpdesk.sync.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectLineTest {

    private static final SubjectLine LINE = new SubjectLine("Subject: {subject}");

    @Test
    void subjectOfTheFirstMessageIsToldAsItIs() {
        assertThat(LINE.of("Fwd: Order 17", null)).isEqualTo("Subject: Fwd: Order 17\n");
    }

    @Test
    void anotherSubjectIsTold() {
        assertThat(LINE.of("Re: Order 18", "Order 17")).isEqualTo("Subject: Re: Order 18\n");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Order 17", "Re: Order 17", "RE: Order 17", "AW: AW: Order 17", "Re: Fwd: Order 17", "WG:Order 17",
            "Re[2]: order 17", "Re (3) : Order 17", "\u56de\u590d\uff1aOrder 17", " Order  17 " })
    void answersToTheSameAreNotTold(String subject) {
        assertThat(LINE.of(subject, "Order 17")).isNull();
        assertThat(LINE.of("Order 17", subject)).isNull();
    }

    @ParameterizedTest
    @CsvSource({ "Release 4, Lease 4", "Ref: 17, 17", "React: hooks, hooks" })
    void wordsThatOnlyBeginLikeOneAreWords(String subject, String before) {
        assertThat(LINE.of(subject, before)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "Re:", "  " })
    void whatSaysNothingIsNotTold(String subject) {
        assertThat(LINE.of(subject, null)).isNull();
    }

    @Test
    void lineIsOneLineWhateverTheSubjectHolds() {
        assertThat(LINE.of("Order\r\n 17 {subject}", null)).isEqualTo("Subject: Order 17 {subject}\n");
    }

    @Test
    void anEmptyTemplateTellsNothing() {
        assertThat(new SubjectLine("").of("Order 17", null)).isNull();
    }
}
