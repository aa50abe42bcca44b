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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Paths with {@code {names}} in them and what each leads to; the first match wins.
 *
 * @param <T> what a path leads to
 */
public final class Routes<T> {

    private record Route<T>(String method, Pattern pattern, List<String> names, T target) {
    }

    /** A request and what it leads to. */
    public record Match<T>(Call call, T target) {
    }

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)\\}");

    private final List<Route<T>> routes = new ArrayList<>();

    public Routes<T> add(String method, String template, T target) {
        List<String> names = NAME.matcher(template).results().map(result -> result.group(1)).toList();
        routes.add(new Route<>(method, Pattern.compile(NAME.matcher(template).replaceAll("([^/]+)")), names, target));
        return this;
    }

    public Optional<Match<T>> find(Call call) {
        for (Route<T> route : routes) {
            if (route.method().equals(call.method())) {
                Matcher matcher = route.pattern().matcher(call.path());
                if (matcher.matches()) {
                    return Optional.of(new Match<>(call.withPathValues(values(route, matcher)), route.target()));
                }
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> values(Route<?> route, Matcher matcher) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < route.names().size(); i++) {
            // A plus sign stands for itself in a path, other than in a query.
            values.put(route.names().get(i), Call.decode(matcher.group(i + 1).replace("+", "%2B")));
        }
        return values;
    }
}
