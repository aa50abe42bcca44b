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
package io.github.camelhelpdesk.routes.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says in words what of a message has arrived. */
final class Survival {

    private static final int MOST_QUOTED = 90;

    private final RichMessage original;
    private final Map<RichMessage, CrossedMessage> messages;
    private final List<StoredMessage> copies;

    /**
     * @param original what was written
     * @param messages all that has crossed with it
     */
    Survival(RichMessage original, Map<RichMessage, CrossedMessage> messages) {
        this.original = original;
        this.messages = messages;
        this.copies = messages.get(original).copies();
    }

    /** What arrives. */
    String cell() {
        if (copies.isEmpty()) {
            return original == RichMessage.DELETED ? "nothing is left of it" : "nothing";
        }
        return copies.size() > 1 && original == RichMessage.LONG
                ? "the same text in " + copies.size() + " messages"
                : copies.stream().map(this::arrived).collect(Collectors.joining(", then "));
    }

    private String arrived(StoredMessage copy) {
        List<String> parts = new ArrayList<>(List.of(copy.isDeleted() ? "deleted there" : text(copy)));
        if (copy.subject() != null) {
            parts.add("subject `" + copy.subject() + "`");
        }
        copy.files().forEach(file -> parts.add("the file"));
        if (copy.replyTo() != null) {
            parts.add("shown as an answer");
        }
        parts.add(Audience.difference(copy, original, messages));
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    private String text(StoredMessage copy) {
        String text = copy.text() == null ? "" : copy.text();
        String own = original.text();
        if (text.equals(own)) {
            return "the same text";
        }
        if (text.endsWith(RichMessage.NEW_TEXT) && copies.size() == 1) {
            return "the new text in its place";
        }
        if (own != null && text.endsWith(own)) {
            return quoted(text.substring(0, text.length() - own.length())) + " and the same text";
        }
        return text.isEmpty() ? "" : quoted(text);
    }

    /** Addresses and times differ with each run. */
    private static String quoted(String text) {
        String line = text.replaceAll("https?://[^\\s)\\]]+", "(address)")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d[T ][\\d:.]+(Z| UTC)?", "(time)")
                .replaceAll("\\s*\\n\\s*", " / ").strip();
        return "`" + (line.length() > MOST_QUOTED ? line.substring(0, MOST_QUOTED) + "..." : line) + "`";
    }
}
