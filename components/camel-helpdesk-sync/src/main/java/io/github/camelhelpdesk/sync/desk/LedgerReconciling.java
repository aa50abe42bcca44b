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

import java.util.List;
import java.util.Optional;

import io.github.camelhelpdesk.sync.desk.DeskException.Problem;
import io.github.camelhelpdesk.sync.ledger.AuditTable;
import io.github.camelhelpdesk.sync.reconcile.ReconcileJobs;
import io.github.camelhelpdesk.sync.reconcile.Reconciliation;

/** Reconciling one link. */
final class LedgerReconciling implements Reconciling {

    private final LinkLedger link;
    private final ReconcileJobs jobs;

    LedgerReconciling(LinkLedger link, ReconcileJobs jobs) {
        this.link = link;
        this.jobs = jobs;
    }

    @Override
    public Reconciliation start(boolean repair) {
        try {
            Reconciliation started = jobs
                    .start(link.link(), link.ledger(), List.copyOf(link.directions().values()), repair)
                    .orElseThrow(this::running);
            if (repair) {
                link.ledger().writeNow(statements -> {
                    AuditTable.add(statements, link.link(), null, "reconcile", "With repair");
                    return null;
                });
            }
            return started;
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new DeskException(Problem.CONFLICT, e.getMessage());
        }
    }

    private DeskException running() {
        return new DeskException(Problem.CONFLICT, "The link " + link.link() + " is being reconciled already, since "
                + jobs.last(link.link()).map(Reconciliation::startedAt).orElseThrow() + ". Wait for it, or cancel it.");
    }

    @Override
    public Optional<Reconciliation> last() {
        return jobs.last(link.link());
    }

    @Override
    public Reconciliation cancel() {
        jobs.cancel(link.link());
        return last().orElseThrow(() -> new DeskException(Problem.NOT_FOUND,
                "The link " + link.link() + " has not been reconciled since the start."));
    }
}
