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
package io.github.camelhelpdesk.channelio.transform;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.camelhelpdesk.channelio.MarkupEscape;
import io.github.camelhelpdesk.channelio.model.ChannelioBlock;

/**
 * The markup of text blocks: {@code <b>}, {@code <i>}, {@code <link ...>}. A character that looks like markup and is none makes
 * Channel.io refuse the message with 422 (seen in public client code, not documented).
 */
final class Markup {

    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]*>");

    private Markup() {
    }

    /** Makes plain text safe for the value of a text block. */
    static String escape(String text, MarkupEscape how) {
        if (how == MarkupEscape.fullWidth) {
            return text.replace('&', '\uFF06').replace('<', '\uFF1C').replace('>', '\uFF1E');
        }
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The plain text of blocks, a line for each; bullets begin with a dash. */
    static String plain(List<ChannelioBlock> blocks) {
        return blocks.stream().map(Markup::plain).collect(Collectors.joining("\n"));
    }

    private static String plain(ChannelioBlock block) {
        if ("bullets".equals(block.type())) {
            return block.blocks().stream().map(bullet -> "- " + plain(bullet)).collect(Collectors.joining("\n"));
        }
        String value = block.value() == null ? "" : block.value();
        return "code".equals(block.type()) ? value : unescape(TAG.matcher(value).replaceAll(""));
    }

    /** The ampersand last, so that an escaped entity stays one. */
    private static String unescape(String value) {
        return value.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'")
                .replace("&apos;", "'").replace("&amp;", "&");
    }
}
