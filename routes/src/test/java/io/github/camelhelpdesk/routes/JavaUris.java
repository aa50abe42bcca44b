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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelhelpdesk.routes.EndpointUri.Role;

/**
 * Endpoint URIs in Java routes and templates: the first text in a call that takes an endpoint, joined where it is split by
 * {@code +}.
 */
final class JavaUris {

    private static final String TEXT = "\"(?:[^\"\\\\]|\\\\.)*\"";
    private static final Pattern CALL = Pattern.compile("\\b(from|to|toD|wireTap|poll|pollEnrich|enrich|deadLetterChannel"
            + "|request\\w*|send\\w*|receive\\w*)\\(\\s*(" + TEXT + "(?:\\s*\\+\\s*" + TEXT + ")*)");
    private static final Pattern ENDPOINT = Pattern.compile("[a-zA-Z][\\w-]*:.+");
    private static final List<String> CONSUMERS = List.of("from", "poll", "pollEnrich");

    private JavaUris() {
    }

    static List<EndpointUri> in(Snippet snippet) {
        List<EndpointUri> found = new ArrayList<>();
        Matcher call = CALL.matcher(snippet.text());
        while (call.find()) {
            String uri = call.group(2).replaceAll("\"\\s*\\+\\s*\"", "");
            uri = uri.substring(1, uri.length() - 1).translateEscapes();
            if (ENDPOINT.matcher(uri).matches()) {
                found.add(new EndpointUri(uri, role(call.group(1)), snippet));
            }
        }
        return found;
    }

    private static Role role(String call) {
        return CONSUMERS.contains(call) || call.startsWith("receive") ? Role.CONSUMER : Role.PRODUCER;
    }
}
