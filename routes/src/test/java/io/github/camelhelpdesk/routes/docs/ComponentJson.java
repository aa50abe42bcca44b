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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What the build has written of a component for Camel's catalog. */
final class ComponentJson {

    private final JsonNode json;

    private ComponentJson(JsonNode json) {
        this.json = json;
    }

    /**
     * @param scheme such as {@code chatwoot}; the last word of it is the package
     */
    static ComponentJson of(String scheme) {
        String folder = scheme.substring(scheme.lastIndexOf('-') + 1);
        String file = "/META-INF/io/github/camelhelpdesk/" + folder + "/" + scheme + ".json";
        try (InputStream stream = ComponentJson.class.getResourceAsStream(file)) {
            return new ComponentJson(new ObjectMapper().readTree(Objects.requireNonNull(stream, file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String componentClass() {
        return json.at("/component/javaType").asText();
    }

    /** Options of endpoints, without what stands in the path. */
    List<ComponentOption> endpointOptions() {
        return options("properties").stream().filter(option -> !"path".equals(option.kind())).toList();
    }

    List<ComponentOption> componentOptions() {
        return options("componentProperties");
    }

    List<ComponentOption> headers() {
        return options("headers");
    }

    /** What may stand behind the scheme, when that is one of several names; else empty. */
    List<String> operations() {
        List<String> names = new ArrayList<>();
        json.at("/properties/operation/enum").forEach(name -> names.add(name.asText()));
        return names;
    }

    private List<ComponentOption> options(String section) {
        List<ComponentOption> options = new ArrayList<>();
        json.path(section).properties().forEach(entry -> options.add(ComponentOption.of(entry.getKey(), entry.getValue())));
        return options;
    }
}
