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
package io.github.camelhelpdesk.sync;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelhelpdesk.common.model.MessageKey;

/**
 * The mark that a copy bears, by which it is found again and by which an echo is known. A pure function of link, origin,
 * revision and part, so that after a crash the same message gets the same mark. As text, for instance
 * {@code hd1.support.0f3a9c1b2e.5d41402abc4b2a76b971.r0.1of1}: at most 99 characters of {@code [A-Za-z0-9._-]}.
 *
 * @param link name of the link that made the first copy: 1 to 40 of {@code [A-Za-z0-9_-]}
 * @param originSide hash of the account in which a person wrote the message
 * @param originMessage hash of the message's key there
 * @param revision 0 for the message as first written, one more for each edit
 * @param part which part of a split message, from 1
 * @param parts number of parts
 */
public record Marker(String link, String originSide, String originMessage, int revision, int part, int parts) {

    private static final int SIDE_DIGITS = 10;
    private static final int MESSAGE_DIGITS = 20;
    private static final Pattern LINK = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Pattern TEXT = Pattern.compile(
            "hd1\\.([A-Za-z0-9_-]{1,40})\\.([0-9a-f]{10})\\.([0-9a-f]{20})\\.r(\\d{1,6})\\.(\\d{1,4})of(\\d{1,4})");

    public Marker {
        if (!isLinkName(link)) {
            throw new IllegalArgumentException("The link name " + link + " must be 1 to 40 characters of A-Z a-z 0-9 _ -");
        }
    }

    /** The mark of the whole message as a link sees it for the first time. */
    public static Marker of(String link, MessageKey origin, int revision) {
        return new Marker(link, sideHash(origin.provider(), origin.account()),
                hash(MESSAGE_DIGITS, origin.provider(), origin.account(), origin.conversationId(), origin.id()), revision, 1,
                1);
    }

    /** Reads a mark back; empty when the text is none of ours. */
    public static Optional<Marker> parse(String text) {
        Matcher matcher = text == null ? null : TEXT.matcher(text);
        if (matcher == null || !matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Marker(matcher.group(1), matcher.group(2), matcher.group(3), Integer.parseInt(matcher.group(4)),
                Integer.parseInt(matcher.group(5)), Integer.parseInt(matcher.group(6))));
    }

    /** The same mark, as text, for a later revision; of one that has come further already, unchanged. */
    public static String withRevision(String text, int revision) {
        Marker marker = parse(text).orElseThrow(() -> new IllegalArgumentException(text + " is no marker"));
        return new Marker(marker.link, marker.originSide, marker.originMessage, Math.max(revision, marker.revision),
                marker.part,
                marker.parts).toString();
    }

    /** The same mark on one of several parts. */
    public Marker part(int number, int of) {
        return new Marker(link, originSide, originMessage, revision, number, of);
    }

    /** Whether the message was written in this account. */
    public boolean isFrom(SideIdentity side) {
        return originSide.equals(sideHash(side.provider(), side.account()));
    }

    /** Whether a link may have this name. */
    public static boolean isLinkName(String name) {
        return name != null && LINK.matcher(name).matches();
    }

    /** A hash in lower-case hex digits; the parts are kept apart, so that ab and c differ from a and bc. */
    public static String hash(int digits, String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, digits);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String sideHash(String provider, String account) {
        return hash(SIDE_DIGITS, provider, account);
    }

    /** The mark as text. */
    @Override
    public String toString() {
        return "hd1." + link + "." + originSide + "." + originMessage + ".r" + revision + "." + part + "of" + parts;
    }
}
