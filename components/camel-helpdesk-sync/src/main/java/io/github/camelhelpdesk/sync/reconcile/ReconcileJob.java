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

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.sync.ledger.Ledger;
import io.github.camelhelpdesk.sync.ledger.LedgerClosedException;

/** Compares all conversations of a link, one after the other. Changes nothing by itself. */
final class ReconcileJob implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ReconcileJob.class);
    private static final Duration TELL_EVERY = Duration.ofSeconds(30);

    private final String link;
    private final Ledger ledger;
    private final List<ComparedDirection> directions;
    private final boolean repair;
    private final Patience patience;
    private final Progress progress;
    private final Cancellation cancellation = new Cancellation();
    private final PatientCalls calls;
    private final Repairs repairs;
    private long toldNanos = System.nanoTime();

    ReconcileJob(String link, Ledger ledger, List<ComparedDirection> directions, boolean repair, Patience patience) {
        this.link = link;
        this.ledger = ledger;
        this.directions = directions;
        this.repair = repair;
        this.patience = patience;
        this.progress = new Progress(link, repair);
        this.calls = new PatientCalls(patience.firstPause(), cancellation, progress);
        this.repairs = new Repairs(ledger, progress);
    }

    Progress progress() {
        return progress;
    }

    void cancel() {
        cancellation.cancel();
    }

    @Override
    public void run() {
        try {
            compareAll();
            repairs.await(patience.toRepair(), cancellation);
            progress.ended("done", null);
        } catch (CancellationException e) {
            progress.ended("cancelled", null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            progress.ended("cancelled", null);
        } catch (LedgerClosedException e) {
            progress.ended("cancelled", null);
        } catch (RuntimeException | Error e) {
            LOG.warn("Reconciling {} failed", link, e);
            progress.ended("failed", e.getClass().getSimpleName() + ": " + e.getMessage());
        }
        tell("ended");
    }

    private void compareAll() throws InterruptedException {
        List<ConversationPair> pairs = ledger.read(statements -> PairTable.of(statements, link));
        progress.listed(pairs.size());
        for (ComparedDirection direction : directions) {
            // Which accounts they are may have to be asked of the provider.
            calls.call(() -> direction.source().identity());
            calls.call(() -> direction.target().identity());
        }
        for (ConversationPair pair : pairs) {
            if (cancellation.isCancelled()) {
                throw new CancellationException();
            }
            compare(pair);
            progress.compared();
            if (System.nanoTime() - toldNanos > TELL_EVERY.toNanos()) {
                tell("goes on");
            }
        }
    }

    private void compare(ConversationPair pair) throws InterruptedException {
        PairComparison comparison = new PairComparison(ledger, patience, pair, new Listings(calls));
        for (ComparedDirection direction : directions) {
            LaneFindings findings = comparison.compare(direction);
            if (!findings.isEmpty()) {
                String conversation = pair.on(direction.source().identity().toString());
                progress.found(new ConversationFindings(direction.key().source(), direction.key().target(), conversation,
                        pair.on(direction.target().identity().toString()), findings.ids()), findings.numbers());
                if (repair) {
                    repairs.readAgain(direction, conversation, findings);
                }
            }
        }
    }

    private void tell(String what) {
        toldNanos = System.nanoTime();
        Reconciliation now = progress.snapshot();
        LOG.info("Reconciling {} {}: {}, {} of {} conversations, {} a second, found {}", link, what, now.state(),
                now.conversationsDone(), now.conversationsTotal(), now.perSecond(), now.findings());
    }
}
