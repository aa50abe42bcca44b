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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import io.github.camelhelpdesk.routes.EndpointUri.Role;

/**
 * Endpoint URIs in YAML routes: {@code from}, {@code to} and their kin, written short or with {@code uri} and
 * {@code parameters}.
 */
final class YamlUris {

    private static final ObjectMapper YAML = new YAMLMapper();
    private static final Map<String, Role> KEYS = Map.of("from", Role.CONSUMER, "to", Role.PRODUCER, "toD", Role.PRODUCER,
            "wireTap", Role.PRODUCER, "poll", Role.CONSUMER, "deadLetterUri", Role.PRODUCER, "tap", Role.PRODUCER);

    private final Snippet snippet;
    private final List<EndpointUri> found = new ArrayList<>();

    private YamlUris(Snippet snippet) {
        this.snippet = snippet;
    }

    static List<EndpointUri> in(Snippet snippet) {
        YamlUris uris = new YamlUris(snippet);
        try {
            uris.walk(YAML.readTree(snippet.text()));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(snippet + " is no YAML: " + e.getOriginalMessage(), e);
        }
        return uris.found;
    }

    private void walk(JsonNode node) {
        node.properties().forEach(entry -> {
            Role role = KEYS.get(entry.getKey());
            if (role != null) {
                add(entry.getValue(), role);
            }
            walk(entry.getValue());
        });
        if (node.isArray()) {
            node.forEach(this::walk);
        }
    }

    private void add(JsonNode value, Role role) {
        if (value.isTextual()) {
            found.add(new EndpointUri(value.textValue(), role, snippet));
        } else if (value.path("uri").isTextual()) {
            found.add(new EndpointUri(value.get("uri").textValue() + query(value.path("parameters")), role, snippet));
        }
    }

    private static String query(JsonNode parameters) {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        parameters.properties().forEach(entry -> query.add(entry.getKey() + "=" + raw(entry.getValue().asText())));
        return query.toString();
    }

    /** As the YAML DSL itself protects a value that a URI could not carry as it is. */
    private static String raw(String value) {
        return value.matches("[\\w.,:{}?#-]*") ? value : "RAW(" + value + ")";
    }
}
