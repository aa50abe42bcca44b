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

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.apache.camel.CamelContext;

import io.github.camelhelpdesk.sync.Side;
import io.github.camelhelpdesk.sync.desk.DeskException.Problem;
import io.github.camelhelpdesk.sync.ledger.Ledger;
import io.github.camelhelpdesk.sync.reconcile.Patience;
import io.github.camelhelpdesk.sync.reconcile.ReconcileJobs;
import io.github.camelhelpdesk.sync.reread.SourceReaders;
import io.github.camelhelpdesk.sync.view.LinkStatus;

/** The desk over the ledgers that a component has open. */
public final class LedgerDesk implements SyncDesk {

    private static final String LINK_OF = "SELECT d.link FROM message m JOIN direction d ON d.id = m.direction_id WHERE m.id = ?";

    private final Supplier<List<Ledger>> ledgers;
    private final DirectionAtWork work;
    private final SourceReaders readers;
    private final ReconcileJobs jobs;

    /**
     * @param ledgers those that are open now
     * @param readers the application's own, which imports use too
     * @param sides a side by its name
     * @param executor runs what takes long
     */
    public LedgerDesk(Supplier<List<Ledger>> ledgers, CamelContext context, SourceReaders readers,
            Function<String, Side> sides, Supplier<Executor> executor, Supplier<Patience> patience) {
        this.ledgers = ledgers;
        this.work = new DirectionAtWork(context, sides);
        this.readers = readers;
        this.jobs = new ReconcileJobs(executor, readers, sides, patience);
    }

    /** Ends what is running soon. */
    public void close() {
        jobs.close();
    }

    @Override
    public LinkDesk link(String name) {
        List<LinkLedger> found = ledgers.get().stream().flatMap(ledger -> LinkLedger.in(ledger, name)).toList();
        if (found.size() > 1) {
            throw new DeskException(Problem.CONFLICT,
                    "The link " + name + " is in " + found.size() + " ledgers. Give its routes"
                            + " the same ledgerFile, or dataSource.");
        }
        return found.stream().findFirst().map(this::desk).orElseThrow(() -> new DeskException(Problem.NOT_FOUND,
                "There is no link of that name. Known links: " + known()));
    }

    @Override
    public LinkDesk linkOf(long row) {
        List<String> links = ledgers.get().stream().flatMap(ledger -> ledger
                .read(statements -> statements.one(LINK_OF, result -> result.getString(1), row)).stream()).toList();
        if (links.size() > 1) {
            throw new DeskException(Problem.CONFLICT, "There is a message with the number " + row + " in each of the links "
                    + String.join(", ", links) + ". Say which link is meant.");
        }
        return link(links.stream().findFirst().orElseThrow(
                () -> new DeskException(Problem.NOT_FOUND, "There is no message with the number " + row + ".")));
    }

    @Override
    public List<MessageSummary> find(String side, String id) {
        return ledgers.get().stream()
                .flatMap(ledger -> ledger.read(statements -> SummaryQuery.find(statements, side, id)).stream())
                .sorted(Comparator.comparing(MessageSummary::receivedAt).thenComparing(MessageSummary::row)).toList();
    }

    private LinkDesk desk(LinkLedger link) {
        return new LedgerLinkDesk(link, new LedgerParking(link, new Replays(link, work)),
                new LedgerReconciling(link, jobs), new ReaderBackfilling(link, readers),
                new LedgerImporting(link, readers));
    }

    private String known() {
        String names = ledgers.get().stream().flatMap(ledger -> ledger.view().links().stream()).map(LinkStatus::link).distinct()
                .sorted().collect(Collectors.joining(", "));
        return names.isEmpty() ? "none yet" : names;
    }
}
