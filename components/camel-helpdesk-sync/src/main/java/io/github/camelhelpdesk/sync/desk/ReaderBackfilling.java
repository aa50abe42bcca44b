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

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.github.camelhelpdesk.sync.desk.DeskException.Problem;
import io.github.camelhelpdesk.sync.ledger.AuditTable;
import io.github.camelhelpdesk.sync.ledger.DirectionKey;
import io.github.camelhelpdesk.sync.reread.RereadProgress;
import io.github.camelhelpdesk.sync.reread.SourceReader;
import io.github.camelhelpdesk.sync.reread.SourceReaders;

/** Backfills of one link, by the consumers that read its sides. */
final class ReaderBackfilling implements Backfilling {

    private final LinkLedger link;
    private final SourceReaders readers;

    ReaderBackfilling(LinkLedger link, SourceReaders readers) {
        this.link = link;
        this.readers = readers;
    }

    @Override
    public Backfill start(String source, Instant from) {
        DirectionKey direction = link.from(source);
        SourceReader reader = readers.of(direction)
                .orElseThrow(() -> new DeskException(Problem.CONFLICT, SourceReaders.missing(direction)));
        try {
            RereadProgress progress = readers.begin(reader, from).orElseThrow(() -> isRunning(source, reader));
            link.ledger().writeNow(statements -> {
                AuditTable.add(statements, link.link(), null, "backfill", source + " from " + from);
                return null;
            });
            return Backfill.of(link.link(), source, progress);
        } catch (IllegalStateException e) {
            throw new DeskException(Problem.CONFLICT, e.getMessage());
        }
    }

    private DeskException isRunning(String source, SourceReader reader) {
        String which = reader.reread().map(running -> ", from " + running.from() + " on, since " + running.startedAt())
                .orElse("");
        return new DeskException(Problem.CONFLICT,
                source + " is being read again already for the link " + link.link() + which + ". Wait for it.");
    }

    @Override
    public List<Backfill> all() {
        return link.directions().values().stream().flatMap(this::last).toList();
    }

    private Stream<Backfill> last(DirectionKey direction) {
        return readers.of(direction).flatMap(SourceReader::reread).stream()
                .map(progress -> Backfill.of(link.link(), direction.source(), progress));
    }
}
