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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.sync.Marker;
import io.github.camelhelpdesk.sync.ledger.ContentDigest;

/**
 * Compares what a source shows with what the ledger has taken in.
 *
 * @param since when the conversation began to cross; what is older was never meant to
 * @param copies messages of the source that are copies by this link
 * @param asOf what is younger may be on its way
 */
record SourceComparison(ComparedDirection direction, Instant since, Set<String> copies, List<LaneRow> rows, Instant asOf) {

    void compare(List<HelpdeskMessage> source, LaneFindings findings) {
        Map<String, LaneRow> newest = rows.stream().collect(Collectors.toMap(LaneRow::messageId, row -> row,
                (one, other) -> one.revision() > other.revision() ? one : other));
        for (HelpdeskMessage message : source) {
            LaneRow known = newest.get(message.id());
            if (known == null && isMissing(message)) {
                findings.lacks(Finding.missing, message);
            } else if (known != null && hasDiverged(message, known)) {
                findings.lacks(Finding.diverged, message);
            }
        }
    }

    private boolean isMissing(HelpdeskMessage message) {
        return !message.deleted() && direction.crosses(message) && !copies.contains(message.id()) && !goesBack(message)
                && !isYoung(message.createdAt()) && (since == null || message.createdAt() == null
                        || !message.createdAt().isBefore(since));
    }

    private boolean hasDiverged(HelpdeskMessage message, LaneRow known) {
        boolean isFinal = ContentDigest.DELETED.equals(known.digest()) || ContentDigest.UNREADABLE.equals(known.digest());
        // A copy by another link is edited at its origin only, and one that has become private must not be shown.
        boolean carried = message.deleted() || message.marker() == null && direction.crosses(message);
        return !isFinal && carried && !isYoung(message.updatedAt())
                && !Objects.equals(known.digest(), ContentDigest.of(message));
    }

    private boolean isYoung(Instant time) {
        return time != null && time.isAfter(asOf);
    }

    private boolean goesBack(HelpdeskMessage message) {
        Optional<Marker> marker = Marker.parse(message.marker());
        return marker.isPresent() && (marker.get().link().equals(direction.key().link())
                || marker.get().isFrom(direction.target().identity()));
    }
}
