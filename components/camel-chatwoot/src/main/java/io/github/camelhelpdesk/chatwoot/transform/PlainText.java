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

import java.util.List;

import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/** A parsed Markdown text as plain text. Empty lines stay as many as they were. */
final class PlainText {

    private final String source;

    /** @param source the text that was parsed, with {@code \n} as line ends */
    PlainText(String source) {
        this.source = source;
    }

    String render(Node document) {
        if (document.getFirstChild() == null) {
            return source;
        }
        int lines = (int) source.chars().filter(character -> character == '\n').count();
        int before = firstLine(document.getFirstChild(), 0);
        int after = Math.max(0, lines - lastLine(document.getLastChild(), lines));
        return "\n".repeat(before) + blocks(document) + "\n".repeat(after);
    }

    private String blocks(Node parent) {
        StringBuilder text = new StringBuilder();
        for (Node block = parent.getFirstChild(); block != null; block = block.getNext()) {
            if (block.getPrevious() != null) {
                int end = lastLine(block.getPrevious(), 0);
                text.append("\n".repeat(Math.max(1, firstLine(block, end + 1) - end)));
            }
            text.append(block(block));
        }
        return text.toString();
    }

    private String block(Node block) {
        if (block instanceof FencedCodeBlock code) {
            return withoutLastLineEnd(code.getLiteral());
        } else if (block instanceof IndentedCodeBlock code) {
            return indented("    ", "    ", withoutLastLineEnd(code.getLiteral()));
        } else if (block instanceof HtmlBlock html) {
            return html.getLiteral();
        } else if (block instanceof ThematicBreak rule) {
            return rule.getLiteral() == null ? "---" : rule.getLiteral();
        } else if (block instanceof LinkReferenceDefinition link) {
            return "[" + link.getLabel() + "]: " + link.getDestination();
        } else if (block instanceof BlockQuote) {
            return indented("> ", "> ", blocks(block));
        } else if (block instanceof BulletList || block instanceof OrderedList) {
            return list(block);
        }
        return block.getFirstChild() == null || isInline(block) ? inlines(block) : blocks(block);
    }

    private static boolean isInline(Node block) {
        return block instanceof Paragraph || !(block.getFirstChild() instanceof org.commonmark.node.Block);
    }

    private String list(Node list) {
        StringBuilder text = new StringBuilder();
        int number = list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
                ? ordered.getMarkerStartNumber()
                : 1;
        for (Node item = list.getFirstChild(); item instanceof ListItem; item = item.getNext()) {
            if (item.getPrevious() != null) {
                int end = lastLine(item.getPrevious(), 0);
                text.append("\n".repeat(Math.max(1, firstLine(item, end + 1) - end)));
            }
            String mark = list instanceof OrderedList ? number++ + ". " : "- ";
            text.append(indented(mark, " ".repeat(mark.length()), blocks(item)));
        }
        return text.toString();
    }

    private static String indented(String first, String others, String text) {
        return first + text.replace("\n", "\n" + others).replaceAll("(?m)^ +$", "");
    }

    private String inlines(Node parent) {
        StringBuilder text = new StringBuilder();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            text.append(inline(node));
        }
        return text.toString();
    }

    private String inline(Node node) {
        if (node instanceof Text text) {
            return text.getLiteral();
        } else if (node instanceof Code code) {
            return code.getLiteral();
        } else if (node instanceof HtmlInline html) {
            return html.getLiteral();
        } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
            return "\n";
        } else if (node instanceof Link link) {
            return withAddress(inlines(link), link.getDestination());
        } else if (node instanceof Image image) {
            return withAddress(inlines(image), image.getDestination());
        }
        return inlines(node);
    }

    private static String withAddress(String text, String address) {
        // Chatwoot writes whom a note mentions as a link of its own scheme.
        if (address == null || address.isEmpty() || address.equals(text) || address.equals("mailto:" + text)
                || address.startsWith("mention://")) {
            return text;
        }
        return text.isEmpty() ? address : text + " (" + address + ")";
    }

    private static String withoutLastLineEnd(String text) {
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    private static int firstLine(Node node, int unknown) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? unknown : spans.get(0).getLineIndex();
    }

    private static int lastLine(Node node, int unknown) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? unknown : spans.get(spans.size() - 1).getLineIndex();
    }
}
