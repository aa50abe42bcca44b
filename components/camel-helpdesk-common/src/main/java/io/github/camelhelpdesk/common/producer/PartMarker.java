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
package io.github.camelhelpdesk.common.producer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The marker of a message, and the markers of its parts. All that is known of a marker here is its end: {@code .1of1} of the
 * sync's becomes {@code .2of3} for the second of three parts. A message that is itself a part, say the second of three, and is
 * split in two gets {@code .3of6} and {@code .4of6}, which no part of another one can have. A marker without such an end stands
 * for a message as a whole, and gets one for its parts.
 *
 * @param base what all parts have in common
 * @param number which part the message is itself, from 1
 * @param of how many there are of it
 * @param isNumbered whether the marker says so
 */
record PartMarker(String base, int number, int of, boolean isNumbered) {

    private static final Pattern NUMBERED = Pattern.compile("(.*)\\.(\\d{1,4})of(\\d{1,4})");
    private static final int MOST = 9_999;

    /**
     * One part of the message.
     *
     * @param number from 1
     * @param of how many parts the message has
     */
    record Part(int number, int of) {
    }

    /** Reads the marker of a message. */
    static PartMarker of(String marker) {
        Matcher matcher = NUMBERED.matcher(marker);
        if (matcher.matches() && isPart(matcher)) {
            return new PartMarker(matcher.group(1), number(matcher, 2), number(matcher, 3), true);
        }
        return new PartMarker(marker, 1, 1, false);
    }

    /**
     * The marker of a part.
     *
     * @throws IllegalArgumentException when there are more parts than a marker can count
     */
    String text(int part, int parts) {
        if (of * parts > MOST) {
            throw new IllegalArgumentException("The text would be split into " + of * parts + " parts, more than " + MOST
                    + ": raise maxTextLength, or shorten it");
        }
        if (!isNumbered && parts == 1) {
            return base;
        }
        return base + "." + ((number - 1) * parts + part) + "of" + of * parts;
    }

    /** Which part of the message another marker stands for; empty when it is another message's, or none. */
    Optional<Part> read(String marker) {
        if (marker == null) {
            return Optional.empty();
        }
        if (!isNumbered && marker.equals(base)) {
            return Optional.of(new Part(1, 1));
        }
        Matcher matcher = NUMBERED.matcher(marker);
        if (!matcher.matches() || !matcher.group(1).equals(base) || !isPart(matcher) || number(matcher, 3) % of != 0) {
            return Optional.empty();
        }
        int parts = number(matcher, 3) / of;
        int index = number(matcher, 2) - 1;
        return index / parts == number - 1 ? Optional.of(new Part(index % parts + 1, parts)) : Optional.empty();
    }

    private static boolean isPart(Matcher matcher) {
        return number(matcher, 2) > 0 && number(matcher, 2) <= number(matcher, 3);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
