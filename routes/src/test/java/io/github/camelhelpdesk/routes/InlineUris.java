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
package io.github.camelhelpdesk.routes;

import java.util.List;
import java.util.regex.Pattern;

import io.github.camelhelpdesk.routes.EndpointUri.Role;

/** Endpoint URIs in running text; those with a placeholder such as {@code <link>} are patterns, not URIs. */
final class InlineUris {

    private static final Pattern OURS = Pattern.compile("(webhook:)?(chatwoot|channelio|helpdesk-sync):\\w[^<>\\s…]*");

    private InlineUris() {
    }

    static boolean isOurs(String text) {
        return OURS.matcher(text).matches();
    }

    static List<EndpointUri> in(Snippet snippet) {
        return isOurs(snippet.text()) ? List.of(new EndpointUri(snippet.text(), Role.UNKNOWN, snippet)) : List.of();
    }
}
