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
package io.github.camelhelpdesk.testkit.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One request, decoded and detached from its connection, so that it can be worked off after the client has gone.
 *
 * @param method upper case
 * @param path as sent, without the query
 * @param rawQuery as sent, empty without one
 * @param query decoded, names as sent, {@code []} included
 * @param headers first value of each, names in any case
 * @param body as sent
 * @param parts of a multipart request, else empty
 * @param pathValues what the route's {@code {names}} matched, decoded
 */
public record Call(String method, String path, String rawQuery, Map<String, List<String>> query, Map<String, String> headers,
        byte[] body, List<Part> parts, Map<String, String> pathValues) {

    /** Header or null. */
    public String header(String name) {
        return headers.get(name);
    }

    /** First value of a query parameter or null. */
    public String query(String name) {
        List<String> values = query.get(name);
        return values == null ? null : values.get(0);
    }

    public String pathValue(String name) {
        return pathValues.get(name);
    }

    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    Call withPathValues(Map<String, String> values) {
        return new Call(method, path, rawQuery, query, headers, body, parts, values);
    }

    /** Decodes a query or a form body; names keep their {@code []}. */
    public static Map<String, List<String>> parseQuery(String rawQuery) {
        Map<String, List<String>> parameters = new TreeMap<>();
        for (String pair : rawQuery.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters.merge(decode(name), List.of(decode(value)), Call::join);
            }
        }
        return parameters;
    }

    static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static List<String> join(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
