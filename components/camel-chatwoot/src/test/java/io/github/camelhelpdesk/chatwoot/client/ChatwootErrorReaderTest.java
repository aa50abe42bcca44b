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
package io.github.camelhelpdesk.chatwoot.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.http.HttpCall;

class ChatwootErrorReaderTest {

    private static final HttpCall CREATE = HttpCall.post("/accounts/1/conversations/2/messages", "x");
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:42Z");

    private final ChatwootErrorReader errors = new ChatwootErrorReader("chatwoot account a/1");

    @ParameterizedTest
    @CsvSource({ "422,Validation failed: Content is too long,REFUSED", "422,other is not a valid message_type,REFUSED",
            "422,Incoming messages are only allowed in Api inboxes,REFUSED",
            "422,Validation failed: Too many messages,NOT_SENT",
            "422,PG::ConnectionBad,UNCLEAR", "422,,UNCLEAR", "429,Retry later,NOT_SENT", "401,no,REFUSED", "404,no,REFUSED",
            "500,no,UNCLEAR", "502,no,UNCLEAR", "302,no,REFUSED" })
    void whatAnErrorSaysOfTheCreationOfAMessage(int status, String text, Outcome outcome) {
        assertThat(errors.outcome(CREATE, status, text == null ? "" : text)).isEqualTo(outcome);
    }

    @Test
    void otherCallsAreRefusedWith422() {
        assertThat(errors.outcome(HttpCall.post("/accounts/1/contacts", "x"), 422, "Email has already been taken"))
                .isEqualTo(Outcome.REFUSED);
    }

    @Test
    void waitIsSaidOrFollowsFromTheThrottle() {
        assertThat(errors.retryAfter(429, "", name -> null, NOW)).isEqualTo(Duration.ofSeconds(18));
        assertThat(errors.retryAfter(429, "", name -> "7", NOW)).isEqualTo(Duration.ofSeconds(7));
        assertThat(errors.retryAfter(422, "Too many messages", name -> null, NOW)).isEqualTo(Duration.ofMinutes(1));
        assertThat(errors.retryAfter(500, "", name -> null, NOW)).isNull();
    }
}
