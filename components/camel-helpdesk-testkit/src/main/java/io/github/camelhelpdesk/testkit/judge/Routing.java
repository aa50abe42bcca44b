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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelhelpdesk.testkit.HistoryEntry;

/**
 * Whether each conversation has one conversation of its own on the other side. Where several took part, the pair with the most
 * copies is held to be the right one, the earlier one among equals. Once a conversation is deleted, another may take its place.
 */
final class Routing {

    /** A copy seen from a fixed side, whichever way it went. */
    private record Pair(Copy copy, HistoryEntry here, HistoryEntry there) {
    }

    private final List<Pair> pairs;
    private final Map<String, List<Long>> endsHere;
    private final Map<String, List<Long>> endsThere;

    /**
     * Both directions together, as they have to agree.
     *
     * @param back empty for a one-way bridge
     */
    Routing(List<Copy> forth, List<Copy> back, Map<String, Long> vanishedHere, Map<String, Long> vanishedThere) {
        pairs = Stream.concat(forth.stream().map(copy -> new Pair(copy, copy.original(), copy.copy())),
                back.stream().map(copy -> new Pair(copy, copy.copy(), copy.original()))).toList();
        endsHere = ends(vanishedHere, pair -> pair.here().conversation(), pair -> pair.there().conversation());
        endsThere = ends(vanishedThere, pair -> pair.there().conversation(), pair -> pair.here().conversation());
    }

    List<Copy> violations() {
        Map<String, String> there = partners(pairs, this::here, this::there);
        Map<String, String> here = partners(pairs, this::there, this::here);
        return pairs.stream()
                .filter(pair -> !there(pair).equals(there.get(here(pair))) || !here(pair).equals(here.get(there(pair))))
                .map(Pair::copy).toList();
    }

    /** The conversation where most copies of this one's messages went. */
    static Optional<String> partner(List<Copy> copies, String conversation) {
        return Optional.ofNullable(partners(copies, copy -> copy.original().conversation(), copy -> copy.copy().conversation())
                .get(conversation));
    }

    /** A conversation here, anew after each deletion of the one that stood for it there. */
    private String here(Pair pair) {
        return generation(pair.here().conversation(), endsThere, pair.there().sequence());
    }

    private String there(Pair pair) {
        return generation(pair.there().conversation(), endsHere, pair.here().sequence());
    }

    private static String generation(String conversation, Map<String, List<Long>> ends, long sequence) {
        long before = ends.getOrDefault(conversation, List.of()).stream().filter(end -> end < sequence).count();
        return conversation + "#" + before;
    }

    /** When the partners of conversations went, by the conversations that they stood for. */
    private Map<String, List<Long>> ends(Map<String, Long> vanished, Function<Pair, String> of,
            Function<Pair, String> partner) {
        Map<String, List<Long>> ends = new HashMap<>();
        if (!vanished.isEmpty()) {
            partners(pairs, of, partner).forEach((gone, stoodFor) -> {
                if (vanished.containsKey(gone)) {
                    ends.merge(stoodFor, List.of(vanished.get(gone)),
                            (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
                }
            });
        }
        return ends;
    }

    private static <T> Map<String, String> partners(Collection<T> items, Function<T, String> of, Function<T, String> partner) {
        Map<String, Map<String, Long>> counts = items.stream().collect(Collectors.groupingBy(of,
                Collectors.groupingBy(partner, LinkedHashMap::new, Collectors.counting())));
        return counts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> most(entry.getValue())));
    }

    private static String most(Map<String, Long> counts) {
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElseThrow();
        return counts.entrySet().stream().filter(entry -> entry.getValue() == most).findFirst().orElseThrow().getKey();
    }
}
