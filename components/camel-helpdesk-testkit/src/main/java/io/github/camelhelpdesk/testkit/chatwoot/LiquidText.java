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
package io.github.camelhelpdesk.testkit.chatwoot;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Chatwoot's Liquid pass makes of an outgoing text (chatwoot.md, section 4, Liquid; app/models/concerns/liquidable.rb):
 * values are replaced, unknown ones vanish, text in backticks is spared, and a text that does not parse is left alone.
 * <p>
 * Backticks are spared by putting raw tags around them before parsing. A text that already has raw tags around backticks
 * therefore gets them twice, no longer parses, and is kept as it came, tags and all.
 * <p>
 * Of the language only what such texts need is there: values, literals, raw, comment, assignments, and blocks, whose
 * conditions count as false because no variable of theirs is known. Filters are ignored.
 */
final class LiquidText {

    private static final Pattern BACKTICKS = Pattern.compile("`(.*?)`", Pattern.DOTALL);
    /** Liquid's own tokens: a tag, or a value that may be short of a brace and is refused then. */
    private static final Pattern TOKEN = Pattern.compile("\\{%.*?%\\}|\\{\\{.*?\\}\\}?|\\{%|\\{\\{", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("\\{%(-?)\\s*(#|\\w+)(.*?)(-?)%\\}", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("\\{\\{(-?)(.*?)(-?)\\}\\}", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("'([^']*)'|\"([^\"]*)\"");
    private static final Set<String> SIMPLE_TAGS = Set.of("assign", "increment", "decrement", "cycle", "echo", "break",
            "continue", "else", "elsif", "when", "#", "liquid");
    private static final Set<String> BLOCK_TAGS = Set.of("if", "unless", "case", "for", "capture", "tablerow", "ifchanged");

    private final String template;
    private final Map<String, String> values;
    private final StringBuilder output = new StringBuilder();
    private int position;
    private boolean trimNext;

    private LiquidText(String template, Map<String, String> values) {
        this.template = template;
        this.values = values;
    }

    /**
     * Renders a text.
     *
     * @param values by full name, such as {@code contact.name}
     */
    static String render(String text, Map<String, String> values) {
        String template = BACKTICKS.matcher(text).replaceAll("{% raw %}`$1`{% endraw %}");
        try {
            return new LiquidText(template, values).render();
        } catch (SyntaxException e) {
            return text;
        }
    }

    private String render() {
        Matcher token = TOKEN.matcher(template);
        while (token.find(position)) {
            literal(template.substring(position, token.start()));
            position = token.end();
            if (token.group().startsWith("{{")) {
                value(token.group());
            } else {
                tag(token.group());
            }
        }
        literal(template.substring(position));
        return output.toString();
    }

    private void literal(String text) {
        output.append(trimNext ? text.stripLeading() : text);
        trimNext = trimNext && text.isBlank();
    }

    private void value(String token) {
        Matcher matcher = VALUE.matcher(token);
        require(matcher.matches());
        trimBefore(matcher.group(1));
        String expression = matcher.group(2).strip();
        Matcher literal = LITERAL.matcher(expression);
        output.append(literal.lookingAt() ? literal.group().substring(1, literal.group().length() - 1)
                : values.getOrDefault(expression.split("\\|", 2)[0].strip(), ""));
        trimNext = !matcher.group(3).isEmpty();
    }

    private void tag(String token) {
        Matcher matcher = TAG.matcher(token);
        require(matcher.matches());
        trimBefore(matcher.group(1));
        trimNext = !matcher.group(4).isEmpty();
        String name = matcher.group(2);
        if (name.equals("raw")) {
            literal(upToEndOf(name));
        } else if (name.equals("comment") || BLOCK_TAGS.contains(name)) {
            upToEndOf(name);
        } else {
            require(SIMPLE_TAGS.contains(name));
        }
    }

    private String upToEndOf(String name) {
        Matcher end = Pattern.compile("\\{%-?\\s*end" + name + "\\s*-?%\\}").matcher(template);
        require(end.find(position));
        String inside = template.substring(position, end.start());
        position = end.end();
        return inside;
    }

    private void trimBefore(String dash) {
        if (!dash.isEmpty()) {
            output.setLength(output.toString().stripTrailing().length());
        }
    }

    private static void require(boolean parses) {
        if (!parses) {
            throw new SyntaxException();
        }
    }

    private static final class SyntaxException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        SyntaxException() {
            super("not a Liquid template", null, false, false);
        }
    }
}
