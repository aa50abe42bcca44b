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

import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Chatwoot's texts are Markdown (CommonMark); this renders them down. */
final class Markdown {

    private static final Parser PARSER = Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).softbreak("<br />\n")
            .build();

    private Markdown() {
    }

    /** The text without its marks, line for line. */
    static String toPlain(String markdown) {
        String text = withPlainLineEnds(markdown);
        try {
            return new PlainText(text).render(PARSER.parse(text));
        } catch (StackOverflowError e) {
            // Marks nested thousands deep are no text of a person: it is kept as it was written.
            return text;
        }
    }

    /** As HTML: tags in the text are escaped, links lead to http, https and mailto only. */
    static String toHtml(String markdown) {
        Node document = PARSER.parse(markdown);
        try {
            return HTML.render(document).strip();
        } catch (StackOverflowError e) {
            return null;
        }
    }

    static String withPlainLineEnds(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
