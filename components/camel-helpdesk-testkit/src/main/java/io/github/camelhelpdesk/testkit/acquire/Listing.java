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
package io.github.camelhelpdesk.testkit.acquire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.http.Call;
import io.github.camelhelpdesk.testkit.http.Json;

/**
 * Filters, order, pages and choice of columns of a generic list (acquire.md, section 3). Only {@code eq} is documented, and
 * {@code order} only for other objects; both more are there unless the account keeps to what is documented.
 */
final class Listing {

    static final int DEFAULT_LIMIT = 20;
    static final int MAXIMUM_LIMIT = 100;

    private static final Map<String, IntPredicate> OPERATORS = Map.of("eq", order -> order == 0, "gt", order -> order > 0,
            "gte", order -> order >= 0, "lt", order -> order < 0, "lte", order -> order <= 0);

    private record Row<T>(T item, ObjectNode columns) {
    }

    private final AcquireState state;
    private final Call call;
    private final Set<String> columns;

    /**
     * Reads the query of a call.
     *
     * @param columns those that can be filtered by
     */
    Listing(AcquireCall call, Set<String> columns) {
        this.state = call.state();
        this.call = call.call();
        this.columns = columns;
    }

    /** All that match, in the order asked for; by id without one. */
    <T> List<T> matching(Collection<T> all, Function<T, ObjectNode> row) {
        List<String> conditions = call.query().getOrDefault("where", List.of());
        conditions.forEach(this::check);
        Comparator<ObjectNode> order = order();
        return all.stream().map(item -> new Row<>(item, row.apply(item)))
                .filter(each -> conditions.stream().allMatch(condition -> holds(each.columns(), condition)))
                .sorted((first, second) -> order.compare(first.columns(), second.columns())).map(Row::item).toList();
    }

    /** Page, offset, limit, count and the rows. */
    <T> ObjectNode page(List<T> matching, Function<T, ObjectNode> view) {
        ObjectNode body = Json.object().put("page", page()).put("offset", offset()).put("limit", limit())
                .put("count", matching.size());
        body.set("data", Json.array(slice(matching), view));
        return body;
    }

    <T> List<T> slice(List<T> matching) {
        return matching.stream().skip(offset()).limit(limit()).toList();
    }

    /** Whether the relation is asked for. */
    boolean with(String relation) {
        return call.query().getOrDefault("relations", List.of()).contains(relation);
    }

    /** What {@code select} leaves; everything without it. The id is always there. */
    ObjectNode selected(ObjectNode row) {
        List<String> wanted = call.query().get("select");
        if (wanted == null) {
            return row;
        }
        return row.retain(Stream.concat(wanted.stream(), Stream.of("id", "threadId")).toList());
    }

    private int limit() {
        int limit = call.query("limit") == null ? DEFAULT_LIMIT : (int) AcquireCall.number("limit", call.query("limit"));
        return Math.max(1, Math.min(limit, MAXIMUM_LIMIT));
    }

    private long page() {
        return call.query("page") == null ? state.firstPage
                : Math.max(state.firstPage, AcquireCall.number("page", call.query("page")));
    }

    private long offset() {
        return call.query("offset") == null ? (page() - state.firstPage) * limit()
                : AcquireCall.number("offset", call.query("offset"));
    }

    private void check(String condition) {
        String[] parts = condition.split("\\|", 3);
        if (parts.length < 3 || !columns.contains(parts[0])) {
            throw Errors.invalidInput("where must be column|expression|value with a known column");
        }
        if (!OPERATORS.containsKey(parts[1]) || state.documentedOnly && !parts[1].equals("eq")) {
            throw Errors.invalidInput("where has an unknown expression");
        }
    }

    private static boolean holds(ObjectNode row, String condition) {
        String[] parts = condition.split("\\|", 3);
        JsonNode value = row.path(parts[0]);
        return !value.isNull() && !value.isMissingNode()
                && OPERATORS.get(parts[1]).test(comparable(value.asText()).compareTo(comparable(parts[2])));
    }

    /** Numbers and times of one width each, so that their texts compare as they do. */
    private static String comparable(String text) {
        try {
            return Instant.parse(text).toString();
        } catch (DateTimeParseException e) {
            return text.matches("\\d{1,18}") ? "0".repeat(18 - text.length()) + text : text;
        }
    }

    private Comparator<ObjectNode> order() {
        Comparator<ObjectNode> byId = Comparator.comparingLong(row -> row.path("id").asLong());
        JsonNode order = call.query("order") == null || state.documentedOnly ? null
                : Json.parse(call.query("order").getBytes(StandardCharsets.UTF_8));
        if (order == null || order.isEmpty()) {
            return byId;
        }
        String column = order.fieldNames().next();
        Comparator<ObjectNode> wanted = Comparator.comparing((ObjectNode row) -> comparable(row.path(column).asText()))
                .thenComparing(byId);
        return order.path(column).asText().equalsIgnoreCase("DESC") ? wanted.reversed() : wanted;
    }
}
