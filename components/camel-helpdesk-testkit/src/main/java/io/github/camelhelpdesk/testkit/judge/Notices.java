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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelhelpdesk.testkit.HistoryEntry;

/** Counts the notices of one side against the deletions that ask for them, conversation by conversation. */
final class Notices {

    private final List<HistoryEntry> surplus = new ArrayList<>();
    private final Set<Demand> met = new HashSet<>();

    /** The notices in their order; the demands that have waited longest are met first, and required ones before others. */
    Notices(List<HistoryEntry> notices, Stream<Demand> demands) {
        Map<String, List<Demand>> waiting = demands
                .sorted(Comparator.comparing(Demand::isRequired).reversed().thenComparing(Demand::after))
                .collect(Collectors.groupingBy(Demand::conversation, Collectors.toCollection(ArrayList::new)));
        notices.forEach(notice -> meet(notice, waiting.getOrDefault(notice.conversation(), List.of())));
    }

    private void meet(HistoryEntry notice, List<Demand> waiting) {
        Optional<Demand> meets = waiting.stream().filter(demand -> demand.after() < notice.sequence()).findFirst();
        meets.ifPresentOrElse(demand -> {
            waiting.remove(demand);
            met.add(demand);
        }, () -> surplus.add(notice));
    }

    /** Notices that nothing asked for. */
    List<HistoryEntry> surplus() {
        return surplus;
    }

    /** What of these is wrong, as no notice tells of it. */
    List<Divergence> unmet(List<Demand> demands) {
        return demands.stream().filter(Demand::isRequired).filter(demand -> !met.contains(demand)).map(Demand::missing)
                .toList();
    }
}
