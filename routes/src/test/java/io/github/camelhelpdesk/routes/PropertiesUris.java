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

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;

import io.github.camelhelpdesk.routes.EndpointUri.Role;

/** Endpoint URIs among the values of properties: those that begin with a scheme of ours or with {@code webhook:}. */
final class PropertiesUris {

    private PropertiesUris() {
    }

    static List<EndpointUri> in(Snippet snippet) {
        return properties(snippet).values().stream()
                .map(String::valueOf)
                .filter(InlineUris::isOurs)
                .map(uri -> new EndpointUri(uri, Role.UNKNOWN, snippet))
                .toList();
    }

    static Properties properties(Snippet snippet) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(snippet.text()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return properties;
    }
}
