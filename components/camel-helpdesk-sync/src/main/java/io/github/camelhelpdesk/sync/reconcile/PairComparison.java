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
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.sync.ledger.Ledger;

/** Compares one pair of conversations in one direction: the source's messages, the ledger's rows, the target's messages. */
final class PairComparison {

    private static final String COPIES = "SELECT message_id FROM copy WHERE link = ? AND side = ? AND conversation = ?";

    private final Ledger ledger;
    private final Patience patience;
    private final ConversationPair pair;
    private final Listings listings;
    private final Instant begun = Instant.now();

    PairComparison(Ledger ledger, Patience patience, ConversationPair pair, Listings listings) {
        this.ledger = ledger;
        this.patience = patience;
        this.pair = pair;
        this.listings = listings;
    }

    LaneFindings compare(ComparedDirection direction) throws InterruptedException {
        LaneFindings findings = new LaneFindings();
        String conversation = pair.on(direction.source().identity().toString());
        if (conversation == null) {
            return findings;
        }
        try {
            // The ledger is read after the source, so that what has come in meanwhile is not missing.
            Optional<List<HelpdeskMessage>> source = listings.messages(direction.source(), conversation);
            List<LaneRow> rows = rows(direction, conversation);
            compareSource(direction, conversation, source, rows, findings);
            compareTarget(direction, conversation, rows, findings);
            addUnended(rows, findings);
        } catch (HelpdeskException e) {
            findings.add(Finding.notCompared, e.getMessage());
        } catch (UnsupportedOperationException e) {
            findings.add(Finding.notCompared, String.valueOf(e.getMessage()));
        }
        return findings;
    }

    private void compareSource(ComparedDirection direction, String conversation, Optional<List<HelpdeskMessage>> source,
            List<LaneRow> rows, LaneFindings findings) {
        if (source.isEmpty()) {
            findings.add(Finding.gone, direction.key().source() + " " + conversation);
            return;
        }
        Set<String> copies = new HashSet<>(ledger.<List<String>> read(statements -> statements.all(COPIES,
                result -> result.getString(1), direction.key().link(), direction.source().identity().toString(),
                conversation)));
        new SourceComparison(direction, since(rows), copies, rows, begun.minus(patience.toArrive())).compare(source.get(),
                findings);
    }

    /** Nobody knows what was to cross before the first message that did. */
    private Instant since(List<LaneRow> rows) {
        return rows.stream().map(LaneRow::createdAt).filter(Objects::nonNull).min(Comparator.naturalOrder())
                .orElse(pair.mappedAt());
    }

    private List<LaneRow> rows(ComparedDirection direction, String conversation) {
        return ledger.read(statements -> LaneRow.of(statements, direction, conversation));
    }

    private void compareTarget(ComparedDirection direction, String source, List<LaneRow> rows, LaneFindings findings)
            throws InterruptedException {
        String inUse = pair.on(direction.target().identity().toString());
        for (String conversation : TargetComparison.conversations(rows, inUse)) {
            Optional<List<HelpdeskMessage>> target = listings.messages(direction.target(), conversation);
            if (target.isPresent()) {
                // Again, behind the target: a copy that was deleted meanwhile is not missed.
                new TargetComparison(direction, rows(direction, source), begun).compare(conversation, target.get(), findings);
            } else {
                findings.add(Finding.gone, direction.key().target() + " " + conversation);
            }
        }
    }

    private void addUnended(List<LaneRow> rows, LaneFindings findings) {
        Instant longAgo = begun.minus(patience.toConfirm());
        rows.stream().filter(LaneRow::isParked).forEach(row -> findings.add(Finding.parked, row.messageId()));
        rows.stream().filter(row -> row.isOpen() && row.receivedAt().isBefore(longAgo))
                .forEach(row -> findings.add(Finding.unconfirmed, row.messageId()));
    }
}
