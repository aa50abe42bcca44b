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

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** The header {@code Retry-After} of RFC 9110: seconds, or a date that counts from the provider's own {@code Date}. */
public final class RetryAfter {

    private RetryAfter() {
    }

    /**
     * Reads the header.
     *
     * @param value value of the header, or null
     * @param providerNow the provider's clock when it answered, or null when not known
     * @return how long to wait, never negative; null when absent or unreadable
     */
    public static Duration parse(String value, Instant providerNow) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = value.trim();
        try {
            if (text.chars().allMatch(Character::isDigit)) {
                // More than nine digits is longer than anyone lives, and would overflow on the way.
                return Duration.ofSeconds(Long.parseLong(text.length() > 9 ? "999999999" : text));
            }
            Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            Duration wait = Duration.between(providerNow == null ? Instant.now() : providerNow, date);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
