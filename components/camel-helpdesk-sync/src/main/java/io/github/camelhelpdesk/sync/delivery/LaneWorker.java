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
package io.github.camelhelpdesk.sync.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.sync.ledger.DecideHeld;
import io.github.camelhelpdesk.sync.ledger.LedgerDirection;
import io.github.camelhelpdesk.sync.ledger.LedgerException;
import io.github.camelhelpdesk.sync.ledger.MessageRow;
import io.github.camelhelpdesk.sync.ledger.MessageState;

/** Takes the next lane in line, hands its head out, and waits until the route has finished with it. */
final class LaneWorker implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(LaneWorker.class);
    private static final Duration LEDGER_PAUSE = Duration.ofSeconds(1);

    private final LedgerDirection direction;
    private final DeliverySettings settings;
    private final LaneQueue lanes;
    private final TargetCheck check;
    private final EndWriter writer;
    private final RowCall rows;
    private final HeldLanes held;
    private final BooleanSupplier stopping;

    LaneWorker(LedgerDirection direction, DeliverySettings settings, LaneQueue lanes, TargetCheck check, EndWriter writer,
            RowCall rows, HeldLanes held, BooleanSupplier stopping) {
        this.direction = direction;
        this.settings = settings;
        this.lanes = lanes;
        this.check = check;
        this.writer = writer;
        this.rows = rows;
        this.held = held;
        this.stopping = stopping;
    }

    @Override
    public void run() {
        try {
            for (Long lane = lanes.take(); lane != null; lane = lanes.take()) {
                serve(lane);
            }
        } catch (InterruptedException e) {
            LOG.debug("A worker of {} was interrupted; what it had handed out is in doubt", direction.key());
            Thread.currentThread().interrupt();
        }
    }

    private void serve(long lane) throws InterruptedException {
        Integer permit = settings.pause().enter(stopping);
        if (permit == null) {
            return;
        }
        boolean used = false;
        try {
            used = serve(lane, permit);
        } catch (LedgerException e) {
            LOG.warn("{} waits for its ledger: {}", direction.key(), e.getMessage());
            sleep(lane);
        } catch (RuntimeException e) {
            LOG.error("A conversation of {} waits after an unexpected error", direction.key(), e);
            sleep(lane);
        } finally {
            if (!used) {
                settings.pause().unused(permit);
            }
        }
    }

    private void sleep(long lane) {
        lanes.sleep(lane);
        writer.later(LEDGER_PAUSE, () -> lanes.again(lane));
    }

    private void decide(MessageRow perhapsOurs) {
        if (direction.ledger().writeNow(new DecideHeld(perhapsOurs.id()))) {
            lanes.again(perhapsOurs.lane());
        } else {
            held.hold(perhapsOurs.lane());
        }
    }

    /** @return whether the permit has been given back */
    private boolean serve(long lane, int permit) throws InterruptedException {
        Optional<MessageRow> head = direction.head(lane, settings.goOn());
        if (head.isEmpty() || head.get().state() == MessageState.PARKED) {
            lanes.done(lane);
            return false;
        }
        if (head.get().state() == MessageState.HELD) {
            decide(head.get());
            return false;
        }
        if (!check.passes(permit)) {
            lanes.again(lane);
            return true;
        }
        if (!writer.begin(stopping)) {
            return false;
        }
        rows.call(head.get(), permit);
        return true;
    }
}
