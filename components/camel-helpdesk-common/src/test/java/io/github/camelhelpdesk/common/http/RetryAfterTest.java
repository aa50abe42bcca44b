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
package io.github.camelhelpdesk.common.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    @ParameterizedTest
    @CsvSource({ "0,0", "7,7", "' 12 ',12", "'Sun, 01 Nov 2026 10:00:30 GMT',30", "'Sun, 01 Nov 2026 09:00:00 GMT',0",
            "99999999999999999999,999999999" })
    @DisplayName("R1: seconds, a date by the provider's own clock, and absurd values")
    void r1SecondsAndDatesAreRead(String value, long seconds) {
        assertThat(RetryAfter.parse(value, NOW)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({ "soon", "-5", "''" })
    void whatCannotBeReadIsAbsent(String value) {
        assertThat(RetryAfter.parse(value, NOW)).isNull();
    }

    @Test
    void absentIsAbsent() {
        assertThat(RetryAfter.parse(null, NOW)).isNull();
    }
}
