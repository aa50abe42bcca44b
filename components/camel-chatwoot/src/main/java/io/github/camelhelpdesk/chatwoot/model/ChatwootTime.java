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
package io.github.camelhelpdesk.chatwoot.model;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;

/**
 * Chatwoot's times: unix seconds as an integer or with a fraction in lists, ISO-8601 text in webhooks and on the documentation
 * page, either as text.
 */
final class ChatwootTime extends JsonDeserializer<Instant> {

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = parser.currentToken() == JsonToken.START_OBJECT ? null : parser.getValueAsString();
        if (text == null) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        if (text.isBlank()) {
            return null;
        }
        try {
            return text.contains("T") ? OffsetDateTime.parse(text).toInstant() : ofSeconds(new BigDecimal(text.trim()));
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            return (Instant) context.handleWeirdStringValue(Instant.class, "", "neither seconds nor ISO-8601");
        }
    }

    private static Instant ofSeconds(BigDecimal seconds) {
        if (seconds.precision() - seconds.scale() > 12) {
            throw new DateTimeException("not a time in seconds");
        }
        if (seconds.signum() <= 0) {
            // What Ruby makes of no time.
            return null;
        }
        long whole = seconds.longValue();
        return Instant.ofEpochSecond(whole, seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue());
    }
}
