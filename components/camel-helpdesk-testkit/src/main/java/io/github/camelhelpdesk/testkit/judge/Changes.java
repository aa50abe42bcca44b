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
import java.util.List;

import io.github.camelhelpdesk.testkit.HistoryEntry;
import io.github.camelhelpdesk.testkit.HistoryEntry.Origin;

/** Whether the copies of one direction follow what became of their originals, and the other way round. */
final class Changes {

    /** Wrong whatever the notices say. */
    final List<Divergence> wrong = new ArrayList<>();
    /** Notices that the target needs, or bears. */
    final List<Demand> atTarget = new ArrayList<>();
    /** Notices that the source needs, or bears, when the bridge goes both ways. */
    final List<Demand> atSource = new ArrayList<>();

    private final Side target;
    private final Rules rules;

    Changes(Side source, Side target, Crossing crossing, Rules rules) {
        this.target = target;
        this.rules = rules;
        for (Original original : source.originals()) {
            Progress progress = crossing.progress.get(original);
            if (progress != null) {
                judge(original, progress);
            } else if (isDeletedBy(original.deleted, Origin.API)) {
                wrong.add(new Divergence(Divergence.Kind.DELETED_UNASKED, original.deleted, null));
            } else if (original.deleted != null && original.versions.isEmpty()) {
                // Only a file, whose copy cannot be told by a text.
                Routing.partner(crossing.copies, original.written.conversation())
                        .ifPresent(conversation -> atTarget.add(Demand.tolerated(conversation)));
            }
        }
    }

    private void judge(Original original, Progress progress) {
        List<HistoryEntry> copies = progress.copies;
        List<HistoryEntry> there = copies.stream()
                .filter(copy -> target.deletion(copy) == null && !target.hasVanished(copy)).toList();
        List<HistoryEntry> deletedByPeople = deletions(copies, Origin.TEST);
        if (original.isThere()) {
            judgeLiving(original, progress, there, deletedByPeople);
        } else if (original.vanished) {
            atTarget.add(Demand.tolerated(copies.get(0).conversation()));
        } else if (isDeletedBy(original.deleted, Origin.TEST)) {
            judgeDeleted(original, copies, there);
        } else if (deletedByPeople.isEmpty()) {
            wrong.add(new Divergence(Divergence.Kind.DELETED_UNASKED, original.deleted, copies.get(0)));
        } else if (!there.isEmpty()) {
            // An edit was on its way while its copy was deleted.
            atTarget.add(missing(original, there));
        }
    }

    private void judgeLiving(Original original, Progress progress, List<HistoryEntry> there,
            List<HistoryEntry> deletedByPeople) {
        if (rules.expected().test(original.written) && !there.isEmpty()
                && !progress.hasArrived(original.versions.size() - 1)) {
            wrong.add(new Divergence(Divergence.Kind.EDIT_MISSING, original.newest(), there.get(0)));
        }
        if (deletedByPeople.isEmpty()) {
            deletions(progress.copies, Origin.API).forEach(
                    deletion -> wrong.add(new Divergence(Divergence.Kind.DELETED_UNASKED, deletion, original.written)));
        } else {
            atSource.add(there.isEmpty()
                    ? Demand.required(Divergence.Kind.DELETION_OF_COPY_MISSING, deletedByPeople.get(0), original.written)
                    : Demand.tolerated(original.written.conversation()));
        }
    }

    private void judgeDeleted(Original original, List<HistoryEntry> copies, List<HistoryEntry> there) {
        if (!there.isEmpty() && rules.expected().test(original.written)) {
            atTarget.add(missing(original, there));
        } else if (deletions(copies, Origin.API).size() < copies.size()) {
            // Deleted on both sides by people, or none of our business: a notice says nothing wrong.
            atTarget.add(Demand.tolerated(copies.get(0).conversation()));
            atSource.add(Demand.tolerated(original.written.conversation()));
        }
    }

    private static Demand missing(Original original, List<HistoryEntry> there) {
        return Demand.required(Divergence.Kind.DELETION_MISSING, original.deleted, there.get(there.size() - 1));
    }

    private List<HistoryEntry> deletions(List<HistoryEntry> copies, Origin origin) {
        return copies.stream().map(target::deletion).filter(deletion -> isDeletedBy(deletion, origin)).toList();
    }

    private static boolean isDeletedBy(HistoryEntry deletion, Origin origin) {
        return deletion != null && deletion.origin() == origin;
    }
}
