package io.github.camelhelpdesk.routes;

import java.util.List;

/**
 * An endpoint URI as it is written somewhere.
 *
 * @param role whether it is read from, written to, or not known
 * @param snippet where it stands
 */
record EndpointUri(String uri, Role role, Snippet snippet) {

    enum Role {
        CONSUMER,
        PRODUCER,
        UNKNOWN
    }

    /** All endpoint URIs in a snippet. */
    static List<EndpointUri> in(Snippet snippet) {
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
