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
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

import io.github.camelhelpdesk.testkit.HistoryEntry;

/** From what crossed and what became of it to a verdict. */
final class Direction {

    private final Side source;
    private final Side target;
    private final Rules rules;
    private final Crossing crossing;
    private final Changes changes;

    Direction(Side source, Side target, Rules rules) {
        this.source = source;
        this.target = target;
        this.rules = rules;
        crossing = new Crossing(source, target, rules);
        changes = new Changes(source, target, crossing, rules);
    }

    /** A one-way bridge has nothing to tell the source. */
    Verdict alone() {
        Notices notices = new Notices(crossing.notices, changes.atTarget.stream());
        List<Copy> misrouted = new Routing(crossing.copies, List.of(), source.vanished(), target.vanished()).violations();
        return verdict(misrouted, joined(crossing.strange, crossing.returned, notices.surplus()),
                joined(changes.wrong, notices.unmet(changes.atTarget)));
    }

    static TwoWayVerdict together(Direction forth, Direction back) {
        Notices there = new Notices(forth.crossing.notices,
                Stream.concat(forth.changes.atTarget.stream(), back.changes.atSource.stream()));
        Notices here = new Notices(back.crossing.notices,
                Stream.concat(back.changes.atTarget.stream(), forth.changes.atSource.stream()));
        List<Copy> misrouted = new Routing(forth.crossing.copies, back.crossing.copies, forth.source.vanished(),
                forth.target.vanished()).violations();
        return new TwoWayVerdict(forth.oneOfTwo(misrouted, there, here), back.oneOfTwo(misrouted, here, there));
    }

    private Verdict oneOfTwo(List<Copy> misrouted, Notices atTarget, Notices atSource) {
        return verdict(misrouted.stream().filter(new HashSet<>(crossing.copies)::contains).toList(),
                joined(crossing.strange, atTarget.surplus()),
                joined(changes.wrong, atTarget.unmet(changes.atTarget), atSource.unmet(changes.atSource)));
    }

    private Verdict verdict(List<Copy> misrouted, List<HistoryEntry> strange, List<Divergence> diverged) {
        List<Original> expected = source.originals().stream()
                .filter(original -> !original.versions.isEmpty() && rules.expected().test(original.written)).toList();
        List<Original> missing = expected.stream().filter(original -> !crossing.progress.containsKey(original)).toList();
        List<HistoryEntry> lost = missing.stream().filter(Original::isThere).map(original -> original.written).toList();
        List<HistoryEntry> withdrawn = missing.stream().filter(original -> !original.isThere())
                .map(original -> original.written).toList();
        List<Copy> reordered = joined(Order.violations(crossing.firsts), crossing.versionsOutOfOrder);
        List<Copy> leaked = crossing.copies.stream()
                .filter(copy -> copy.original().isPrivate() && !(copy.copy().isPrivate() && rules.notes())).toList();
        return new Verdict(expected.size(), expected.size() - missing.size(), lost, crossing.doubled, reordered, misrouted,
                leaked, strange, crossing.echoes(source), diverged, withdrawn);
    }

    @SafeVarargs
    private static <T> List<T> joined(List<T>... lists) {
        List<T> all = new ArrayList<>();
        Stream.of(lists).forEach(all::addAll);
        return List.copyOf(all);
    }
}
