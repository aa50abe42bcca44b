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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.camelhelpdesk.sync.Side;
import io.github.camelhelpdesk.sync.ledger.DirectionKey;
import io.github.camelhelpdesk.sync.ledger.Ledger;
import io.github.camelhelpdesk.sync.reread.SourceReader;
import io.github.camelhelpdesk.sync.reread.SourceReaders;

/** The comparisons of an application: one at a time for each link, whose outcome is kept in memory until the next one. */
public final class ReconcileJobs {

    private final Supplier<Executor> executor;
    private final SourceReaders readers;
    private final Function<String, Side> sides;
    private final Supplier<Patience> patience;
    private final Map<String, ReconcileJob> jobs = new HashMap<>();

    /**
     * @param executor runs the jobs
     * @param sides a side by its name
     */
    public ReconcileJobs(Supplier<Executor> executor, SourceReaders readers, Function<String, Side> sides,
            Supplier<Patience> patience) {
        this.executor = executor;
        this.readers = readers;
        this.sides = sides;
        this.patience = patience;
    }

    /**
     * Begins to compare a link.
     *
     * @param repair whether what is missing or has diverged is read again
     * @return empty when a job of this link is running already
     * @throws IllegalArgumentException when a side of the link is no component of this application
     * @throws IllegalStateException when there is nobody to read again what is to be repaired
     */
    public synchronized Optional<Reconciliation> start(String link, Ledger ledger, List<DirectionKey> directions,
            boolean repair) {
        if (jobs.containsKey(link) && !jobs.get(link).progress().isEnded()) {
            return Optional.empty();
        }
        ReconcileJob job = new ReconcileJob(link, ledger,
                directions.stream().map(direction -> compared(direction, repair)).toList(), repair, patience.get());
        jobs.put(link, job);
        executor.get().execute(job);
        return last(link);
    }

    private ComparedDirection compared(DirectionKey direction, boolean repair) {
        SourceReader reader = readers.of(direction).orElse(null);
        if (repair && reader == null) {
            throw new IllegalStateException(SourceReaders.missing(direction));
        }
        return new ComparedDirection(direction, sides.apply(direction.source()), sides.apply(direction.target()), reader);
    }

    /** The job of a link that is running, or the last one since the start. */
    public synchronized Optional<Reconciliation> last(String link) {
        return Optional.ofNullable(jobs.get(link)).map(job -> job.progress().snapshot());
    }

    /** Ends the job of a link soon. */
    public synchronized void cancel(String link) {
        Optional.ofNullable(jobs.get(link)).ifPresent(ReconcileJob::cancel);
    }

    /** Ends all jobs soon. */
    public synchronized void close() {
        jobs.values().forEach(ReconcileJob::cancel);
    }
}
