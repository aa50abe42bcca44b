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
package io.github.camelhelpdesk.channelio.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.http.HttpCall;

class ChannelioErrorReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    private final ChannelioErrorReader reader = new ChannelioErrorReader("https://api.channel.io");
    private final Map<String, String> headers = new HashMap<>();

    @ParameterizedTest
    @CsvSource({ "1793527230,30", "1793527230500,30", "1793527201,1" })
    void resetIsReadInSecondsAndMilliseconds(String reset, long seconds) {
        headers.put("x-ratelimit-reset", reset);
        assertThat(reader.retryAfter(headers::get, NOW).toSeconds()).isEqualTo(seconds);
    }

    @Test
    void retryAfterWinsOverTheReset() {
        headers.put("Retry-After", "7");
        headers.put("x-ratelimit-reset", "1793527230");
        assertThat(reader.retryAfter(headers::get, NOW)).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void resetAsksForNothingWhileCallsRemain() {
        headers.put("x-ratelimit-reset", "1793527230");
        headers.put("x-ratelimit-remaining", "12");
        assertThat(reader.retryAfter(headers::get, NOW)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "soon", "-5", "99999999999999999999", "1793527199", "1793527200" })
    void nonsenseAndThePastSayNothing(String reset) {
        headers.put("x-ratelimit-reset", reset);
        assertThat(reader.retryAfter(headers::get, NOW)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "requestId is already used", "Duplicated requestId", "requestId exists" })
    void repeatedRequestIdMayMeanThatTheMessageIsThere(String text) {
        assertThat(reader.outcome(HttpCall.post("/x", null), 422, text)).isEqualTo(Outcome.UNCLEAR);
    }

    @Test
    void otherRefusalsAreRefusals() {
        assertThat(reader.outcome(HttpCall.post("/x", null), 422, "blocks must not be empty")).isEqualTo(Outcome.REFUSED);
    }
}
