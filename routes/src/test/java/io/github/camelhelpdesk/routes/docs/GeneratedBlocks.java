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
package io.github.camelhelpdesk.routes.docs;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a page that stand between {@code <!-- generated:name -->} and {@code <!-- /generated:name -->}. */
final class GeneratedBlocks {

    private static final Pattern BLOCK = Pattern.compile("<!-- generated:([\\w-]+) -->\n(.*?)<!-- /generated:\\1 -->",
            Pattern.DOTALL);

    private GeneratedBlocks() {
    }

    /** Names of the blocks of a page, in their order. */
    static List<String> names(String page) {
        return BLOCK.matcher(page).results().map(block -> block.group(1)).toList();
    }

    /**
     * What stands in a block, with its last line's end.
     *
     * @throws AssertionError when the page has no such block
     */
    static String content(String page, String name) {
        return BLOCK.matcher(page).results().filter(block -> block.group(1).equals(name)).map(block -> block.group(2))
                .findFirst().orElseThrow(() -> new AssertionError("no block between <!-- generated:" + name
                        + " --> and <!-- /generated:" + name + " -->"));
    }

    /** The page with another content in a block. */
    static String replaced(String page, String name, String content) {
        return BLOCK.matcher(page).replaceAll(block -> Matcher.quoteReplacement(block.group(1).equals(name)
                ? "<!-- generated:" + name + " -->\n" + content + "<!-- /generated:" + name + " -->"
                : block.group()));
    }
}
