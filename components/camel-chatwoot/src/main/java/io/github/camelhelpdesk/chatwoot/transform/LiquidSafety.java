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

import java.util.regex.Pattern;

/**
 * Keeps outgoing text from being rendered as a Liquid template (app/models/concerns/liquidable.rb). A backslash between the
 * two characters that begin a tag means nothing to Markdown but the brace itself, and leaves no tag for Liquid. Wrapping in
 * {@code raw} tags would not do: Chatwoot puts its own around text in backticks, and raw tags do not nest.
 */
final class LiquidSafety {

    private static final Pattern TAG = Pattern.compile("\\{(?=[{%])");

    private LiquidSafety() {
    }

    /**
     * Breaks all tags.
     *
     * @param markdown Markdown without code, as within code a backslash would show
     */
    static String apply(String markdown) {
        return TAG.matcher(markdown).replaceAll("{\\\\");
    }
}
