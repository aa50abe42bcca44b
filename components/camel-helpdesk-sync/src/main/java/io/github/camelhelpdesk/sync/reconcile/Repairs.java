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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import io.github.camelhelpdesk.sync.ledger.Ledger;

/** What was asked to be read again, until the ledger has it. Everything goes through the user's own route and the intake. */
final class Repairs {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Ledger ledger;
    private final Progress progress;
    private final List<Wanted> open = new ArrayList<>();

    Repairs(Ledger ledger, Progress progress) {
        this.ledger = ledger;
        this.progress = progress;
    }

    void readAgain(ComparedDirection direction, String conversation, LaneFindings findings) {
        if (!findings.wanted().isEmpty()) {
            direction.reader().reread(conversation, findings.wantedFrom());
            open.add(new Wanted(direction, conversation, new HashMap<>(findings.wanted())));
            progress.readAgain(findings.wanted().size());
        }
    }

    /** Waits as long as something more comes in. */
    void await(Duration patience, Cancellation cancellation) throws InterruptedException {
        long lastNews = System.nanoTime();
        while (!open.isEmpty() && System.nanoTime() - lastNews < patience.toNanos()) {
            if (look()) {
                lastNews = System.nanoTime();
            } else if (cancellation.await(LOOK_EVERY)) {
                throw new CancellationException();
            }
        }
    }

    private boolean look() {
        int before = open.stream().mapToInt(wanted -> wanted.digests().size()).sum();
        for (Iterator<Wanted> each = open.iterator(); each.hasNext();) {
            Wanted wanted = each.next();
            List<LaneRow> rows = ledger.read(statements -> LaneRow.of(statements, wanted.direction(), wanted.conversation()));
            rows.forEach(row -> wanted.digests().remove(row.messageId(), row.digest()));
            if (wanted.digests().isEmpty()) {
                each.remove();
            }
        }
        int came = before - open.stream().mapToInt(wanted -> wanted.digests().size()).sum();
        progress.repaired(came);
        return came > 0;
    }

    private record Wanted(ComparedDirection direction, String conversation, Map<String, String> digests) {
    }
}
