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

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;

/**
 * Acquire's times: ISO-8601 in REST; in webhooks the text of a JavaScript date, such as
 * {@code Tue Apr 13 2021 05:22:19 GMT+0000 (Coordinated Universal Time)}; in the old generation a date and time without a zone,
 * which is taken for UTC. What is none of them counts as not said.
 */
public final class AcquireTime extends JsonDeserializer<Instant> {

    private static final DateTimeFormatter SCRIPT = DateTimeFormatter.ofPattern("EEE MMM d yyyy HH:mm:ss 'GMT'Z",
            Locale.ENGLISH);
    private static final DateTimeFormatter WITHOUT_ZONE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ENGLISH);
    /** Seconds since 1970 stay below it until the year 5138, milliseconds have been above it since 1973. */
    private static final long LEAST_MILLIS = 100_000_000_000L;

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.currentToken().isScalarValue()) {
            parser.skipChildren();
            return null;
        }
        return parse(parser.getValueAsString());
    }

    /** Reads a time; null when there is none. */
    public static Instant parse(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return read(text.strip());
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private static Instant read(String text) {
        if (text.matches("\\d{1,15}")) {
            long number = Long.parseLong(text);
            return number < LEAST_MILLIS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
        }
        if (Character.isLetter(text.charAt(0))) {
            int zoneName = text.indexOf('(');
            return OffsetDateTime.parse(zoneName < 0 ? text : text.substring(0, zoneName).strip(), SCRIPT).toInstant();
        }
        return text.indexOf('T') > 0 ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text, WITHOUT_ZONE).toInstant(ZoneOffset.UTC);
    }
}
