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

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Cuts texts that are longer than a provider takes. It cuts the plain text, so that nothing the escaping adds is cut in two,
 * and
 * measures what will be sent. The same text always gives the same parts. White space where it cuts is dropped.
 */
public final class TextParts {

    private final int limit;
    private final UnaryOperator<String> escape;

    /**
     * @param limit most UTF-16 characters of a part as it is sent
     * @param escape what the provider's escaping makes of a plain text
     */
    public TextParts(int limit, UnaryOperator<String> escape) {
        this.limit = limit;
        this.escape = escape;
    }

    /**
     * The parts, still plain.
     *
     * @param prefix what stands before the first word, if there is one
     * @param text the text, may be empty
     * @param below what stands below the text, at the end of the last part; may be empty
     */
    public List<String> of(String prefix, String text, String below) {
        if (text.isEmpty()) {
            return cut(below.isEmpty() ? "" : prefix + below);
        }
        List<String> parts = cut(prefix + text);
        if (below.isEmpty()) {
            return parts;
        }
        String last = parts.get(parts.size() - 1) + "\n\n" + below;
        if (fits(last)) {
            parts.set(parts.size() - 1, last);
        } else {
            parts.addAll(cut(below));
        }
        return parts;
    }

    /**
     * The parts of a text below whose last part something is to be added that is not known yet; a part of its own, empty as
     * yet,
     * where there is no room for it.
     *
     * @param room characters that it may need
     */
    public List<String> withRoom(String prefix, String text, String below, int room) {
        List<String> parts = of(prefix, text, below);
        String last = parts.get(parts.size() - 1);
        if (!last.isEmpty() && escape.apply(last).length() + (long) room > limit) {
            parts.add("");
        }
        return parts;
    }

    private List<String> cut(String text) {
        List<String> parts = new ArrayList<>();
        String rest = text;
        while (!fits(rest)) {
            int end = end(rest);
            String part = rest.substring(0, end).stripTrailing();
            if (!part.isEmpty()) {
                parts.add(part);
            }
            rest = withoutGap(rest.substring(end));
        }
        if (!rest.isBlank() || parts.isEmpty()) {
            parts.add(rest);
        }
        return parts;
    }

    private boolean fits(String text) {
        // Escaping never shortens a text by more than its line ends: what is twice as long need not be tried.
        return text.length() <= 2 * (long) limit && escape.apply(text).length() <= limit;
    }

    private int end(String text) {
        int end = TextBreak.before(text, longest(text));
        while (end > 2 && !fits(text.substring(0, end).stripTrailing())) {
            // A shorter text may need more escapes than a longer one.
            end = TextBreak.before(text, Math.max(1, end * 3 / 4));
        }
        return end;
    }

    private int longest(String text) {
        int fitting = 0;
        int most = Math.min(limit, text.length() - 1);
        while (fitting < most) {
            int middle = (fitting + most + 1) / 2;
            if (fits(text.substring(0, middle))) {
                fitting = middle;
            } else {
                most = middle - 1;
            }
        }
        return Math.max(1, fitting);
    }

    /** Without the white space at which it was cut; that with which a line begins stays. */
    private static String withoutGap(String rest) {
        String text = rest.stripLeading();
        String gap = rest.substring(0, rest.length() - text.length());
        int lineEnd = Math.max(gap.lastIndexOf('\n'), gap.lastIndexOf('\r'));
        return lineEnd < 0 ? text : rest.substring(lineEnd + 1);
    }
}
