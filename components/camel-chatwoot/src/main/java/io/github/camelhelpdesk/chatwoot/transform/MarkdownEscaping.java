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
package io.github.camelhelpdesk.chatwoot.transform;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes a plain text as Markdown that says the same, in as few marks as it can: people read it, and links in it are to be
 * found. What comes out is tried, and the first form that reads back as the plain text is taken.
 */
final class MarkdownEscaping {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>]+");
    /** What can begin a mark within a line: not a star, a bracket or the like between spaces. */
    private static final Pattern MARK = Pattern
            .compile("[`*_\\[\\]]|<(?=[A-Za-z/!?])|\\\\(?=[!-/:-@\\[-`{-~]|$)|&(?=#?\\w+;)", Pattern.MULTILINE);
    /** What makes a line more than text when it stands at its beginning. */
    private static final Pattern LINE_MARK = Pattern.compile("^((?:\\d{1,9}(?=[.)]))?)([-+>#=.)~])", Pattern.MULTILINE);
    private static final Pattern PUNCTUATION = Pattern.compile("[!-/:-@\\[-`{-~]");
    private static final Pattern FIRST_SPACE = Pattern.compile("^([ \\t])", Pattern.MULTILINE);
    private static final Pattern LAST_SPACE = Pattern.compile("([ \\t])$", Pattern.MULTILINE);

    private MarkdownEscaping() {
    }

    /** The text as Markdown, for incoming messages. */
    static String escape(String plain) {
        return escape(plain, markdown -> markdown);
    }

    /** The text as Markdown that is no Liquid template, for outgoing messages. */
    static String escapeForLiquid(String plain) {
        return escape(plain, LiquidSafety::apply);
    }

    private static String escape(String plain, UnaryOperator<String> safety) {
        String text = Markdown.withPlainLineEnds(plain);
        return Stream.<UnaryOperator<String>> of(it -> it, MarkdownEscaping::marks)
                .map(form -> safety.apply(form.apply(text))).filter(markdown -> Markdown.toPlain(markdown).equals(text))
                .findFirst().orElseGet(() -> safety.apply(everything(text)));
    }

    private static String marks(String text) {
        StringBuilder result = new StringBuilder();
        int done = 0;
        var address = ADDRESS.matcher(text);
        while (address.find()) {
            result.append(MARK.matcher(text.substring(done, address.start())).replaceAll("\\\\$0"));
            // Within pointed brackets nothing is a mark, and the address stays whole.
            result.append(MARK.matcher(address.group()).find() ? "<" + address.group() + ">" : address.group());
            done = address.end();
        }
        result.append(MARK.matcher(text.substring(done)).replaceAll("\\\\$0"));
        return spaces(LINE_MARK.matcher(result).replaceAll("$1\\\\$2"));
    }

    private static String everything(String text) {
        return spaces(PUNCTUATION.matcher(text).replaceAll("\\\\$0"));
    }

    /** Space at the ends of a line has a meaning in Markdown, or none and is dropped; as a reference it is just a space. */
    private static String spaces(String text) {
        String begun = FIRST_SPACE.matcher(text).replaceAll(match -> reference(match.group()));
        return LAST_SPACE.matcher(begun).replaceAll(match -> reference(match.group()));
    }

    private static String reference(String space) {
        return "&#" + (int) space.charAt(0) + ";";
    }
}
