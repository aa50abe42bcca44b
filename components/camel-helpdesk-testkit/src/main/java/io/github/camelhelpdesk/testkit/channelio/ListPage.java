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
package io.github.camelhelpdesk.testkit.channelio;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.http.Call;
import io.github.camelhelpdesk.testkit.http.Json;

/**
 * One page of a list (channelio.md, section 3, and the list page of the vendor): {@code next} is the encoded key of the first
 * item of the
 * page that follows, {@code since} brings it back, and the last page has none. The limit is brought into 1 to 500.
 *
 * @param <T> what is listed
 */
final class ListPage<T> {

    static final int DEFAULT_LIMIT = 25;
    private static final int MAX_LIMIT = 500;

    private final List<T> items;
    private final String next;

    private ListPage(List<T> items, String next) {
        this.items = items;
        this.next = next;
    }

    /**
     * Cuts the page that the call asks for.
     *
     * @param key sorts the items, and is what a cursor holds
     */
    static <T> ListPage<T> of(Call call, Collection<T> all, String listKey, Function<T, String> key, boolean ascending) {
        Comparator<String> order = ascending ? Comparator.naturalOrder() : Comparator.reverseOrder();
        String since = call.query("since") == null || call.query("since").isEmpty() ? null
                : decode(call.query("since"), listKey);
        int limit = limit(call.query("limit"));
        List<T> rest = all.stream().filter(item -> since == null || order.compare(key.apply(item), since) >= 0)
                .sorted(Comparator.comparing(key, order)).limit(limit + 1L).toList();
        boolean more = rest.size() > limit;
        return new ListPage<>(more ? rest.subList(0, limit) : rest, more ? encode(listKey, key.apply(rest.get(limit))) : null);
    }

    /** The order asked for. {@code both} has no documented meaning and counts as descending. */
    static boolean isAscending(Call call, boolean required) {
        String order = call.query("sortOrder");
        if (order == null && required) {
            throw Errors.unprocessable("Query", "sortOrder", "is required");
        }
        if (order != null && !List.of("asc", "desc", "both").contains(order)) {
            throw Errors.unprocessable("Query", "sortOrder", "must be one of asc, desc, both");
        }
        return "asc".equals(order);
    }

    List<T> items() {
        return items;
    }

    /** An answer that starts with the cursor. */
    ObjectNode body() {
        ObjectNode body = Json.object();
        User.putPresent(body, "next", next);
        return body;
    }

    /** A parameter of those lists whose cursor is a number. */
    static long number(Call call, String name, long otherwise) {
        try {
            return call.query(name) == null ? otherwise : Long.parseLong(call.query(name));
        } catch (NumberFormatException e) {
            throw Errors.unprocessable("Query", name, "must be a number");
        }
    }

    private static int limit(String text) {
        if (text == null || text.isEmpty()) {
            return DEFAULT_LIMIT;
        }
        if (!text.matches("-?\\d{1,9}")) {
            throw Errors.unprocessable("Query", "limit", "must be an integer");
        }
        return Math.max(1, Math.min(MAX_LIMIT, Integer.parseInt(text)));
    }

    private static String encode(String listKey, String itemKey) {
        String json = Json.object().put("chatKey", listKey).put("key", itemKey).toString();
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String since, String listKey) {
        JsonNode cursor;
        try {
            cursor = Json.parse(Base64.getDecoder().decode(since));
        } catch (IllegalArgumentException e) {
            cursor = null;
        }
        if (cursor == null || !listKey.equals(cursor.path("chatKey").asText())) {
            throw Errors.unprocessable("Query", "since", "is not a cursor of this list");
        }
        return cursor.path("key").asText();
    }
}
