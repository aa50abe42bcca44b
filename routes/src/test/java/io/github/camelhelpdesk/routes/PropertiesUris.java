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
