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
package io.github.camelhelpdesk.testkit.judge;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether each source conversation has one target conversation of its own. Where several took part, the pair with the most
 * copies
 * is held to be the right one, the earlier one among equals.
 */
final class Routing {

    private Routing() {
    }

    static List<Copy> violations(Collection<Copy> copies) {
        Map<String, String> targets = partners(copies, Routing::from, Routing::to);
        Map<String, String> sources = partners(copies, Routing::to, Routing::from);
        return copies.stream()
                .filter(copy -> !to(copy).equals(targets.get(from(copy))) || !from(copy).equals(sources.get(to(copy))))
                .toList();
    }

    private static Map<String, String> partners(Collection<Copy> copies, Function<Copy, String> of,
            Function<Copy, String> partner) {
        Map<String, Map<String, Long>> counts = copies.stream().collect(Collectors.groupingBy(of,
                Collectors.groupingBy(partner, LinkedHashMap::new, Collectors.counting())));
        return counts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> most(entry.getValue())));
    }

    private static String most(Map<String, Long> counts) {
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElseThrow();
        return counts.entrySet().stream().filter(entry -> entry.getValue() == most).findFirst().orElseThrow().getKey();
    }

    private static String from(Copy copy) {
        return copy.original().conversation();
    }

    private static String to(Copy copy) {
        return copy.copy().conversation();
    }
}
