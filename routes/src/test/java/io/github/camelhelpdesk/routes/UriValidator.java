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
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.ConfigurationPropertiesValidationResult;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;

import io.github.camelhelpdesk.routes.EndpointUri.Role;

/**
 * Checks endpoint URIs and component options against Camel's catalog, to which the JSON of our own components is added. Of a
 * {@code webhook:} URI, which the catalog accepts whatever it wraps, the wrapped endpoint is checked with the options left to
 * it.
 */
final class UriValidator {

    private static final Map<String, String> OURS = Map.of(
            "acquire", "io.github.camelhelpdesk.acquire.AcquireComponent",
            "chatwoot", "io.github.camelhelpdesk.chatwoot.ChatwootComponent",
            "channelio", "io.github.camelhelpdesk.channelio.ChannelioComponent",
            "signalzen", "io.github.camelhelpdesk.signalzen.SignalzenComponent",
            "helpdesk-sync", "io.github.camelhelpdesk.sync.HelpdeskSyncComponent");
    private static final String WEBHOOK = "webhook:";

    private final CamelCatalog catalog = new DefaultCamelCatalog();

    UriValidator() {
        OURS.forEach((scheme, type) -> catalog.addComponent(scheme, type, json(type, scheme)));
    }

    /** What is wrong with it; empty when nothing is. */
    List<String> problems(EndpointUri endpoint) {
        return concrete(endpoint.uri()).distinct().flatMap(uri -> check(uri, endpoint.role()).stream()).toList();
    }

    /** What is wrong with a line such as {@code camel.component.chatwoot.accountId=1}; empty when nothing is. */
    List<String> problems(String key, String value) {
        ConfigurationPropertiesValidationResult result = catalog.validateConfigurationProperty(key + "=" + value);
        return result.isSuccess() ? List.of() : List.of(result.summaryErrorMessage(false));
    }

    private List<String> check(String uri, Role role) {
        if (uri.startsWith(WEBHOOK)) {
            return checkWebhook(uri.substring(WEBHOOK.length()));
        }
        EndpointValidationResult result = catalog.validateEndpointProperties(uri, false, role == Role.CONSUMER,
                role == Role.PRODUCER);
        boolean known = result.isSuccess() && result.getUnknownComponent() == null && result.getSyntaxError() == null;
        return known ? List.of() : List.of(uri + ": " + result.summaryErrorMessage(false));
    }

    private List<String> checkWebhook(String wrapped) {
        List<String> own = new ArrayList<>();
        List<String> left = new ArrayList<>();
        int query = wrapped.indexOf('?');
        String path = query < 0 ? wrapped : wrapped.substring(0, query);
        if (query >= 0) {
            for (String option : wrapped.substring(query + 1).split("&")) {
                String name = option.substring(0, option.indexOf('='));
                (isOptionOfWebhook(name) ? own : left).add(option);
            }
        }
        List<String> problems = new ArrayList<>(check(join(path, left), Role.UNKNOWN));
        EndpointValidationResult result = catalog.validateEndpointProperties(join(WEBHOOK + "endpointUri", own));
        if (!result.isSuccess()) {
            problems.add(result.summaryErrorMessage(false));
        }
        return problems;
    }

    private boolean isOptionOfWebhook(String name) {
        return catalog.componentModel("webhook").getEndpointParameterOptions().stream()
                .anyMatch(option -> option.getName().equals(name));
    }

    private static String join(String path, List<String> options) {
        return options.isEmpty() ? path : path + "?" + String.join("&", options);
    }

    /** A template's optional options are left out; its sides stand for the providers, either way round. */
    private static Stream<String> concrete(String uri) {
        String filled = uri.replaceAll("(?<=[?&])\\w+=\\{\\{\\?\\w+}}&?", "").replaceAll("[?&]$", "")
                .replace("{{link}}", "support");
        return Stream.of(filled.replace("{{source}}", "channelio").replace("{{target}}", "chatwoot"),
                filled.replace("{{source}}", "chatwoot").replace("{{target}}", "channelio"));
    }

    private static String json(String type, String scheme) {
        String file = "/META-INF/" + type.substring(0, type.lastIndexOf('.')).replace('.', '/') + "/" + scheme + ".json";
        try (InputStream json = UriValidator.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(json, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
