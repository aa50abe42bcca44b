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

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a re-reading has met, in one conversation or in several.
 *
 * @param handedOut messages that the route got
 * @param leftOut messages that the option include kept back, by its word for them
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record RereadTally(long handedOut, Map<String, Long> leftOut) {

    static final RereadTally NOTHING = new RereadTally(0, Map.of());
    private static final String PRIVATE = "private";
    private static final String UNKNOWN = "unknown";

    RereadTally {
        leftOut = leftOut == null ? Map.of() : Map.copyOf(leftOut);
    }

    RereadTally with(SourceMessage message, boolean isIncluded) {
        return isIncluded ? new RereadTally(handedOut + 1, leftOut)
                : plus(new RereadTally(0, Map.of(word(message), 1L)));
    }

    RereadTally plus(RereadTally other) {
        Map<String, Long> both = new TreeMap<>(leftOut);
        other.leftOut.forEach((word, count) -> both.merge(word, count, Long::sum));
        return new RereadTally(handedOut + other.handedOut, both);
    }

    private static String word(SourceMessage message) {
        if (message.isPrivate()) {
            return PRIVATE;
        }
        return message.author() == null ? UNKNOWN : message.author().name().toLowerCase(Locale.ROOT);
    }
}
