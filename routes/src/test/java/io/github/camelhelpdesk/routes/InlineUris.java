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
