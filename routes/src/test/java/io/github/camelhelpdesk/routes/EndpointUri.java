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

/**
 * An endpoint URI as it is written somewhere.
 *
 * @param role whether it is read from, written to, or not known
 * @param snippet where it stands
 */
public record EndpointUri(String uri, Role role, Snippet snippet) {

    /** Where it stands in a route. */
    public enum Role {
        CONSUMER,
        PRODUCER,
        UNKNOWN
    }

    /** All endpoint URIs in a snippet. */
    public static List<EndpointUri> in(Snippet snippet) {
        return switch (snippet.language()) {
            case "yaml" -> YamlUris.in(snippet);
            case "java" -> JavaUris.in(snippet);
            case "properties" -> PropertiesUris.in(snippet);
            case "inline" -> InlineUris.in(snippet);
            default -> List.of();
        };
    }

    @Override
    public String toString() {
        return snippet + " " + uri;
    }
}
