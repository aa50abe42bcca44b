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
package io.github.camelhelpdesk.common.consumer;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * The option {@code startFrom}.
 *
 * @param instant the instant to begin at; null for now; {@link Instant#EPOCH} for the beginning
 */
public record StartFrom(Instant instant) {

    /**
     * Reads the option.
     *
     * @throws IllegalArgumentException when it is neither now nor beginning nor an instant
     */
    public static StartFrom parse(String value) {
        return switch (value.trim()) {
            case "now" -> new StartFrom(null);
            case "beginning" -> new StartFrom(Instant.EPOCH);
            default -> at(value.trim());
        };
    }

    private static StartFrom at(String value) {
        try {
            return new StartFrom(Instant.parse(value));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Option startFrom is '" + value
                    + "'; use now, beginning, or an instant such as 2026-11-01T00:00:00Z", e);
        }
    }

    /** Whether to begin with what is written from now on. */
    public boolean isNow() {
        return instant == null;
    }

    /** Whether to begin with the first message there is. */
    public boolean isBeginning() {
        return Instant.EPOCH.equals(instant);
    }
}
