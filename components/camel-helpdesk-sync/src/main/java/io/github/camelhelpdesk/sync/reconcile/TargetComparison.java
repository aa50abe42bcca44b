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
package io.github.camelhelpdesk.sync.reconcile;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.sync.Marker;
import io.github.camelhelpdesk.sync.ledger.ContentDigest;

/**
 * Compares what a target shows with what the ledger has written there.
 *
 * @param listedAt when the listing began: what was confirmed before must be in it
 */
record TargetComparison(ComparedDirection direction, List<LaneRow> rows, Instant listedAt) {

    /** @param target messages of a conversation of the target */
    void compare(String conversation, List<HelpdeskMessage> target, LaneFindings findings) {
        Set<String> there = target.stream().filter(message -> !message.deleted()).map(HelpdeskMessage::id)
                .collect(Collectors.toSet());
        Set<String> deleted = rows.stream().filter(row -> ContentDigest.DELETED.equals(row.digest())).map(LaneRow::messageId)
                .collect(Collectors.toSet());
        rows.stream().filter(row -> row.isConfirmed() && !row.isDeletion() && conversation.equals(row.targetConversation()))
                .filter(row -> row.endedAt().isBefore(listedAt) && !deleted.contains(row.messageId()))
                .flatMap(row -> row.targetIds().stream()).filter(id -> !there.contains(id))
                .forEach(id -> findings.add(Finding.removedThere, id));
        findDoubles(target, findings);
    }

    private void findDoubles(List<HelpdeskMessage> target, LaneFindings findings) {
        Set<String> seen = new HashSet<>();
        for (HelpdeskMessage message : target) {
            Optional<Marker> marker = Marker.parse(message.marker());
            boolean ours = marker.isPresent() && !message.deleted() && marker.get().link().equals(direction.key().link())
                    && marker.get().isFrom(direction.source().identity());
            if (ours && !seen.add(message.marker())) {
                findings.add(Finding.doubledThere, message.id());
            }
        }
    }

    /** The conversations of the target in which copies are, and the one in use. */
    static Set<String> conversations(List<LaneRow> rows, String inUse) {
        Set<String> all = rows.stream().filter(LaneRow::isConfirmed).map(LaneRow::targetConversation).filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (inUse != null) {
            all.add(inUse);
        }
        return all;
    }
}
