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
package io.github.camelhelpdesk.acquire.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcquireTimeTest {

    @ParameterizedTest
    @DisplayName("L18: ISO-8601, JavaScript's text and the old generation's times are read to the millisecond")
    @CsvSource(delimiter = ';', value = { "2026-10-05T09:16:00.250Z;2026-10-05T09:16:00.250Z",
            "2026-10-05T11:16:00+02:00;2026-10-05T09:16:00Z",
            "Mon Oct 05 2026 09:16:00 GMT+0000 (Coordinated Universal Time);2026-10-05T09:16:00Z",
            "Mon Oct 05 2026 11:16:00 GMT+0200 (Mitteleuropäische Sommerzeit);2026-10-05T09:16:00Z",
            "Mon Oct 5 2026 09:16:00 GMT+0000;2026-10-05T09:16:00Z", "2026-10-05 09:16:00;2026-10-05T09:16:00Z",
            "1791191760;2026-10-05T09:16:00Z", "1791191760250;2026-10-05T09:16:00.250Z" })
    void l18EverySpellingIsRead(String text, Instant time) {
        assertThat(AcquireTime.parse(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", " ", "soon", "2026-13-45T00:00:00Z", "0000-00-00 00:00:00", "99999999999999999999",
            "Invalid Date" })
    void whatIsNoTimeIsNotSaid(String text) {
        assertThat(AcquireTime.parse(text)).isNull();
    }
}
