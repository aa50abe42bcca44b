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
package io.github.camelhelpdesk.testkit.channelio;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The markup of text blocks: {@code <b>}, {@code <i>} and {@code <link>}, with entities for the characters that markup needs
 * (channelio.md, section 5). Any other angle bracket, or an element that is not closed, is refused with 422.
 */
final class RichText {

    private static final Pattern TAG = Pattern
            .compile("<(/?)(b|i|link)((?:\\s+(?:type|value)=(?:\"[^\"<>]*\"|'[^'<>]*'))*)\\s*>");
    private static final Pattern STRAY = Pattern.compile("[<>]");

    private RichText() {
    }

    /** What a reader sees of the blocks, one line each. */
    static String plain(JsonNode blocks) {
        List<String> lines = new ArrayList<>();
        blocks.forEach(block -> lines.add(switch (block.path("type").asText()) {
            case "text" -> plain(block.path("value").asText());
            case "code" -> block.path("value").asText();
            case "bullets" -> plain(block.path("blocks"));
            default -> throw Errors.unprocessable("Block", "type", "must be one of text, code, bullets");
        }));
        return String.join("\n", lines);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String plain(String value) {
        StringBuilder text = new StringBuilder();
        Deque<String> open = new ArrayDeque<>();
        Matcher tag = TAG.matcher(value);
        while (tag.find()) {
            tag.appendReplacement(text, "");
            if (tag.group(1).isEmpty()) {
                open.push(tag.group(2));
            } else if (!tag.group(2).equals(open.poll())) {
                throw malformed();
            }
        }
        tag.appendTail(text);
        if (!open.isEmpty() || STRAY.matcher(text).find()) {
            throw malformed();
        }
        return unescape(text.toString());
    }

    private static String unescape(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'")
                .replace("&apos;", "'").replace("&amp;", "&");
    }

    private static RuntimeException malformed() {
        return Errors.unprocessable("Block", "value", "is not well-formed markup");
    }
}
