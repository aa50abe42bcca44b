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
package io.github.camelhelpdesk.sync.mapping;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelhelpdesk.sync.Marker;
import io.github.camelhelpdesk.sync.SideIdentity;

/**
 * What a conversation that a link has opened is found by on the target, for instance
 * {@code hd.support.8b84af90c5823851.6560f1.g1}: at most 100 characters of {@code [A-Za-z0-9._-]}. It names the original
 * readably where that fits, so that it is known again although the ledger got lost; the hash is what makes that certain.
 *
 * @param base all but the generation
 * @param link name of the link
 * @param hash of link and original
 * @param original id of the conversation that it stands for; null when it did not fit
 * @param generation 1 for the first conversation, one more for each that took the place of a vanished one
 */
record ConversationKey(String base, String link, String hash, String original, int generation) {

    private static final int HASH_DIGITS = 16;
    private static final Pattern READABLE = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    private static final Pattern TEXT = Pattern
            .compile("(hd\\.([A-Za-z0-9_-]{1,40})\\.([0-9a-f]{16})(?:\\.([A-Za-z0-9_-]{1,32}))?)\\.g(\\d{1,5})");

    /** For the conversation that stands for one of another side. */
    static String base(String link, SideIdentity side, String conversation) {
        String readable = READABLE.matcher(conversation).matches() ? "." + conversation : "";
        return "hd." + link + "." + hash(link, side, conversation) + readable;
    }

    /** The whole key as the first version wrote it, which a conversation bears whose creation was under way when it ended. */
    static String ofFirstVersion(String link, SideIdentity side, String conversation) {
        return "hd-" + link + "-" + Marker.hash(HASH_DIGITS, side.provider(), side.account(), conversation);
    }

    static String text(String base, int generation) {
        return base + ".g" + generation;
    }

    /** Reads one back; empty when the text is none. */
    static Optional<ConversationKey> parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new ConversationKey(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4),
                Integer.parseInt(matcher.group(5))));
    }

    /** Whether the readable original is a conversation of this side. */
    boolean namesAConversationOf(SideIdentity side) {
        return original != null && hash.equals(hash(link, side, original));
    }

    private static String hash(String link, SideIdentity side, String conversation) {
        return Marker.hash(HASH_DIGITS, link, side.provider(), side.account(), conversation);
    }
}
