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
package io.github.camelhelpdesk.sync.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.github.camelhelpdesk.sync.ledger.DirectionKey;
import io.github.camelhelpdesk.sync.ledger.LedgerWrite;
import io.github.camelhelpdesk.sync.ledger.ReplayMessage;
import io.github.camelhelpdesk.sync.ledger.ReplayedRow;

/** Lets parked rows into their lanes again. */
final class Replays {

    private final LinkLedger link;
    private final DirectionAtWork work;

    Replays(LinkLedger link, DirectionAtWork work) {
        this.link = link;
        this.work = work;
    }

    /** @return empty when there is no such row; one that is not parked is left alone */
    Optional<ReplayedRow> one(MessageSummary message) {
        Optional<ReplayedRow> replayed = link.ledger().writeNow(write(message));
        replayed.ifPresent(row -> wake(List.of(row)));
        return replayed;
    }

    /** All of a conversation in one transaction: the next one in line may not be sent before one that stood before it. */
    ReplayedAll all(List<MessageSummary> messages) {
        Map<List<String>, List<MessageSummary>> conversations = new LinkedHashMap<>();
        messages.forEach(message -> conversations
                .computeIfAbsent(List.of(message.source(), message.sourceConversationId()), any -> new ArrayList<>())
                .add(message));
        List<CompletableFuture<List<ReplayedRow>>> written = conversations.values().stream().map(this::conversation).toList();
        List<ReplayedRow> rows = written.stream().map(CompletableFuture::join).flatMap(Collection::stream)
                .filter(row -> row.before().wasParked()).toList();
        wake(rows);
        return new ReplayedAll(rows.size(), (int) rows.stream().filter(row -> row.before().maySent()).count(),
                (int) rows.stream().filter(ReplayedRow::late).count(), 0);
    }

    private CompletableFuture<List<ReplayedRow>> conversation(List<MessageSummary> messages) {
        List<ReplayMessage> writes = messages.stream().map(this::write).toList();
        LedgerWrite<List<ReplayedRow>> together = statements -> {
            List<ReplayedRow> rows = new ArrayList<>();
            for (ReplayMessage write : writes) {
                write.run(statements).ifPresent(rows::add);
            }
            return rows;
        };
        return link.ledger().write(together);
    }

    private ReplayMessage write(MessageSummary message) {
        DirectionKey direction = new DirectionKey(link.link(), message.source(), message.target());
        return new ReplayMessage(message.row(), work.settled(direction), work.goesOverParked(direction));
    }

    private void wake(List<ReplayedRow> rows) {
        rows.stream().map(ReplayedRow::before).forEach(row -> link.ledger().wake(row.direction(), row.lane()));
    }
}
