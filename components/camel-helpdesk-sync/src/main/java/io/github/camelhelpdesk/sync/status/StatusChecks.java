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
package io.github.camelhelpdesk.sync.status;

import java.time.Instant;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.sync.Side;

/** Asks the source of a direction, now and then, for the few conversations whose status may have been missed. */
public final class StatusChecks implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(StatusChecks.class);

    private final StatusLedger ledger;
    private final Side source;
    private boolean begun;

    /** @param source the side that the conversations belong to */
    public StatusChecks(StatusLedger ledger, Side source) {
        this.ledger = ledger;
        this.source = source;
    }

    @Override
    public void run() {
        try {
            check();
        } catch (RuntimeException e) {
            LOG.warn("The statuses of {} are checked later: {}", source, e.getMessage());
        }
    }

    private void check() {
        if (!ledger.isUsed()) {
            return;
        }
        String side = source.identity().toString();
        if (!begun) {
            ledger.doubtNewest(side);
            begun = true;
        }
        List<String> due = ledger.due(side);
        for (String conversation : due) {
            check(side, conversation);
        }
    }

    private void check(String side, String conversation) {
        Instant askedAt = Instant.now();
        try {
            ledger.checked(side, conversation, source.status(conversation).orElse(null), askedAt);
        } catch (HelpdeskException e) {
            if (!e.isGone()) {
                throw e;
            }
            ledger.checked(side, conversation, null, askedAt);
        }
    }
}
