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
package io.github.camelhelpdesk.signalzen.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Times of SignalZen: ISO-8601 with milliseconds and {@code Z} in all examples; other offsets, and none, are understood too.
 */
public final class SignalzenTime {

    private SignalzenTime() {
    }

    /** The instant of a text; null when there is none or it cannot be read. One without an offset is taken for UTC. */
    public static Instant parse(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String time = text.strip().replace(' ', 'T');
        try {
            return time.matches(".*(Z|[+-]\\d{2}:?\\d{2})") ? OffsetDateTime.parse(time).toInstant()
                    : LocalDateTime.parse(time).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
