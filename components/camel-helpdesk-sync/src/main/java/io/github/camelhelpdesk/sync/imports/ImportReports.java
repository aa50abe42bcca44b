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
package io.github.camelhelpdesk.sync.imports;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.github.camelhelpdesk.sync.ledger.DirectionKey;
import io.github.camelhelpdesk.sync.reread.RereadProgress;
import io.github.camelhelpdesk.sync.view.ImportReading;
import io.github.camelhelpdesk.sync.view.ImportReport;
import io.github.camelhelpdesk.sync.view.ImportedConversations;
import io.github.camelhelpdesk.sync.view.ImportedMessages;

/**
 * Makes the report of an import of what two books say: the notes, one for each message that was read, and the ledger's rows,
 * one for each that was taken in.
 */
public final class ImportReports {

    private final ImportNotes notes;
    private final ImportState state;
    private final RereadProgress reading;
    private final ReadCounts read;
    private final RowCounts rows;

    private ImportReports(ImportNotes notes, ImportState state, RereadProgress reading) {
        this.notes = notes;
        this.state = state;
        this.reading = reading != null && state.isOwn(reading) ? reading : null;
        // Rows first: what is taken in between the two is then missing in neither.
        this.rows = RowCounts.of(notes, state.lastRowBefore());
        this.read = ReadCounts.of(notes);
    }

    /**
     * The report as of now.
     *
     * @param reading the source's last reading, or null when it is not known
     * @return empty when no import was begun
     */
    public static Optional<ImportReport> of(ImportNotes notes, RereadProgress reading) {
        return notes.state().map(state -> new ImportReports(notes, state, reading).report());
    }

    private ImportReport report() {
        DirectionKey direction = notes.direction();
        return new ImportReport(direction.link(), direction.source(), direction.target(), state.dryRun(), state.phase().name(),
                state.startedAt(), state.endedAt(), reading(), conversations(), messages(),
                state.endedAt() == null ? null : isReconciled());
    }

    private ImportReading reading() {
        return reading == null ? null
                : new ImportReading(reading.conversationsDone(), reading.conversationsTotal(),
                        Math.round(reading.perSecond() * 100) / 100.0,
                        reading.timeLeft() == null ? null : reading.timeLeft().toSeconds());
    }

    /** What was left out by the source's consumer is known for the conversations that were read to their end. */
    private ImportState.Reading met() {
        if (state.reading() != null) {
            return state.reading();
        }
        return reading == null ? new ImportState.Reading(0, 0, Map.of()) : ImportState.Reading.of(reading);
    }

    private ImportedMessages messages() {
        Map<String, Long> leftOut = new TreeMap<>(met().leftOut());
        add(leftOut, "copy", read.messages(ReadKind.COPY));
        add(leftOut, "deleted", read.messages(ReadKind.DELETED));
        rows.leftOut().forEach((reason, count) -> add(leftOut, reason, count));
        long unreadable = state.dryRun() ? read.messages(ReadKind.UNREADABLE) : rows.in("unreadable");
        long all = read.allMessages() + met().leftOut().values().stream().mapToLong(Long::longValue).sum();
        return new ImportedMessages(all, read.messages(ReadKind.FRESH), read.authors(), read.attachments(),
                rows.in("confirmed"), read.messages(ReadKind.KNOWN) + rows.in("found"), leftOut, rows.in("parked"), unreadable,
                rows.in("pending", "held"));
    }

    private ImportedConversations conversations() {
        long leftOut = read.leftOutConversations() + met().withoutMessages() + rows.leftOutConversations();
        long all = read.conversations() + read.knownConversations() + read.leftOutConversations() + met().withoutMessages();
        long notClosed = state.dryRun() ? 0 : ConversationClosing.due(notes, state.lastRowBefore()).size();
        return new ImportedConversations(all, read.conversations(), rows.imported(),
                read.knownConversations() + rows.found(), rows.waiting(),
                leftOut, closed(), notClosed);
    }

    private long closed() {
        String prefix = notes.keys().closedPrefix();
        return notes.ledger().read(statements -> statements.one("SELECT count(*) FROM cursor WHERE key >= ? AND key < ?",
                result -> result.getLong(1), prefix, ImportKeys.behind(prefix))).orElse(0L);
    }

    /** A dry run has one book only, and no rows. */
    private boolean isReconciled() {
        long fresh = read.messages(ReadKind.FRESH) + read.messages(ReadKind.UNREADABLE);
        return state.dryRun() ? rows.all() == 0 : rows.all() == fresh && rows.conversations() == read.conversations();
    }

    private static void add(Map<String, Long> counts, String reason, long count) {
        if (count > 0) {
            counts.merge(reason, count, Long::sum);
        }
    }
}
