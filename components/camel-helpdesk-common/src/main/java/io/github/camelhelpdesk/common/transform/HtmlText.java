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
package io.github.camelhelpdesk.common.transform;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of an HTML e-mail that has no text of its own. */
public final class HtmlText {

    private static final Pattern UNSEEN = Pattern.compile("(?i)<(style|script|head|title)\\b|<!--");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern LINE_END = Pattern.compile("(?i)\\s*(<br\\s*/?>|</(p|div|li|tr|h[1-6]|blockquote)>)\\s*");
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");
    private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");

    private HtmlText() {
    }

    /** The text as a reader sees it: a line for each line, without styles and scripts. */
    public static String toPlain(String html) {
        String lines = LINE_END.matcher(SPACE.matcher(seen(html)).replaceAll(" ")).replaceAll("\n");
        String text = TAG.matcher(lines).replaceAll("");
        return EMPTY_LINES.matcher(unescaped(text)).replaceAll("\n\n").strip();
    }

    /** Without what no reader sees. One pass, whatever a stranger's mail holds. */
    private static String seen(String html) {
        StringBuilder result = new StringBuilder();
        String lower = html.toLowerCase(Locale.ROOT);
        Matcher unseen = UNSEEN.matcher(html);
        int done = 0;
        while (unseen.find(done)) {
            result.append(html, done, unseen.start());
            String end = unseen.group(1) == null ? "-->" : "</" + unseen.group(1).toLowerCase(Locale.ROOT) + ">";
            int found = lower.indexOf(end, unseen.end());
            if (found < 0) {
                return result.toString();
            }
            done = found + end.length();
        }
        return result.append(html.substring(done)).toString();
    }

    /** The ampersand comes last: {@code &amp;lt;} is the text {@code &lt;}. */
    private static String unescaped(String text) {
        return text.replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
                .replace("&#39;", "'").replace("&amp;", "&");
    }
}
