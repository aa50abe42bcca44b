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
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

import org.apache.camel.Processor;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.support.DefaultConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.sync.HelpdeskSyncConfiguration;
import io.github.camelhelpdesk.sync.HelpdeskSyncEndpoint;
import io.github.camelhelpdesk.sync.imports.ImportJob;
import io.github.camelhelpdesk.sync.imports.ImportNotes;
import io.github.camelhelpdesk.sync.ledger.EarlierRevisions;
import io.github.camelhelpdesk.sync.ledger.LaneSubjects;
import io.github.camelhelpdesk.sync.ledger.LedgerDirection;
import io.github.camelhelpdesk.sync.ledger.MessageCopies;
import io.github.camelhelpdesk.sync.mapping.ConversationMapper;
import io.github.camelhelpdesk.sync.status.StatusChecks;
import io.github.camelhelpdesk.sync.status.StatusLedger;

/** Hands the messages of one direction to its route: each conversation in order, several conversations at once. */
public final class DeliveryConsumer extends DefaultConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryConsumer.class);

    /** A consumer that polls every few seconds has told by then what was set on its side. */
    private static final int SETTLE_TIMES_TO_TELL = 4;
    /** A settleTime may be 0. */
    private static final long LEAST_CHECK_MILLIS = 100;
    private static final long IMPORT_STEP_MILLIS = 500;

    /** One asks providers now and then, which must not keep the other one from its pauses. */
    private static final int TIMERS = 2;

    private LedgerDirection direction;
    private DeliverySettings settings;
    private DeliveryHealth health;
    private LaneQueue lanes;
    private LongConsumer claim;
    private ExecutorService workers;
    private ScheduledExecutorService scheduler;
    private ScheduledExecutorService importer;

    public DeliveryConsumer(HelpdeskSyncEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        health = new DeliveryHealth(getRouteId());
        health.setCamelContext(getEndpoint().getCamelContext());
        setHealthCheck(health);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        HelpdeskSyncEndpoint endpoint = (HelpdeskSyncEndpoint) getEndpoint();
        direction = endpoint.direction();
        settings = endpoint.deliverySettings();
        lanes = new LaneQueue();
        claim = lanes::wake;
        direction.claim(claim);
        try {
            startWorkers(endpoint);
        } catch (RuntimeException e) {
            direction.release(claim);
            throw e;
        }
    }

    private void startWorkers(HelpdeskSyncEndpoint endpoint) {
        HelpdeskSyncConfiguration options = endpoint.getConfiguration();
        if (options.isImportHistory()) {
            new ImportNotes(direction.ledger(), direction.key()).begin(options.isDryRun());
        }
        // Not a flag of this consumer: a worker of before must not take heart when the consumer starts again.
        BooleanSupplier stopping = lanes::isClosed;
        TargetCheck check = new TargetCheck(endpoint.source(), settings);
        boolean checked = check.passesAtStart();
        ConversationMapper mapper = new ConversationMapper(direction, endpoint.source(), settings.target(),
                settings.settleTime(), settings.resendUnknown(), settings.silent(), endpoint::isBothWays);
        doubtEarlierWork(mapper);
        direction.openLanes().forEach(lanes::wake);
        LOG.info("Delivering {}: {} conversations have messages waiting", direction.key(), lanes.size());

        ExecutorServiceManager executors = getEndpoint().getCamelContext().getExecutorServiceManager();
        scheduler = executors.newScheduledThreadPool(this, "helpdesk-sync-timer", TIMERS);
        workers = executors.newFixedThreadPool(this, "helpdesk-sync-" + direction.key().link(), settings.lanesAtOnce());
        EndWriter writer = new EndWriter(direction, settings.lanesAtOnce(), scheduler);
        HeldLanes held = new HeldLanes(lanes, writer);
        direction.whenHeld(held::wake);
        Endings endings = new Endings(direction.key(), settings, lanes, writer, held, new VanishedTarget(direction, settings));
        TripWire tripWire = new TripWire(direction, settings.silent() ? 0 : options.getMaxWritesPerHour());
        health.watch(direction, settings, tripWire);
        MessageCopies copies = new MessageCopies(direction, settings.target()::identity);
        RouteCall route = new RouteCall(this, settings, mapper, tripWire, copies,
                new LaneSubjects(direction.ledger()), endings);
        Steps steps = new Steps(settings, copies, new EarlierRevisions(direction.ledger()));
        Duration checkAfter = settings.settleTime().multipliedBy(SETTLE_TIMES_TO_TELL);
        StatusLedger statuses = new StatusLedger(direction, checkAfter);
        RowCall rows = new RowCall(steps, route, new StatusCall(statuses, mapper, settings, tripWire, endings), settings,
                endings);
        long checkEvery = Math.max(LEAST_CHECK_MILLIS, checkAfter.toMillis());
        scheduler.scheduleWithFixedDelay(new StatusChecks(statuses, endpoint.source()), checkEvery, checkEvery,
                TimeUnit.MILLISECONDS);
        if (!checked) {
            workers.execute(() -> check.repeat(stopping));
        }
        if (options.isImportHistory()) {
            importer = executors.newSingleThreadScheduledExecutor(this, "helpdesk-sync-import");
            importer.scheduleWithFixedDelay(new ImportJob(direction, settings.target(), endpoint.readers(), settings.goOn(),
                    stopping), 0, IMPORT_STEP_MILLIS, TimeUnit.MILLISECONDS);
        }
        for (int i = 0; !options.isDryRun() && i < settings.lanesAtOnce(); i++) {
            workers.execute(new LaneWorker(direction, settings, lanes, check, writer, rows, held, stopping));
        }
    }

    /** What an earlier process sent had left before it lost the ledger to us; what this process sent may be on its way yet. */
    private void doubtEarlierWork(ConversationMapper mapper) {
        boolean onItsWay = direction.handedOut().get() > 0;
        Instant lastLeft = onItsWay ? Instant.now().plus(settings.target().responseTimeout()) : direction.ledger().openedAt();
        Instant notFoundFrom = lastLeft.plus(settings.settleTime());
        direction.doubtHeads(notFoundFrom);
        mapper.doubtCreations(notFoundFrom);
    }

    /** Hands out nothing more. What is with the route goes on; its end is still written. */
    @Override
    protected void doStop() throws Exception {
        if (lanes != null) {
            lanes.close();
            settings.pause().recheck();
            direction.whenHeld(null);
            direction.release(claim);
        }
        if (workers != null) {
            workers.shutdown();
        }
        if (importer != null) {
            getEndpoint().getCamelContext().getExecutorServiceManager().shutdownNow(importer);
        }
        if (scheduler != null) {
            getEndpoint().getCamelContext().getExecutorServiceManager().shutdownNow(scheduler);
        }
        super.doStop();
    }

    @Override
    protected void doShutdown() throws Exception {
        if (workers != null) {
            getEndpoint().getCamelContext().getExecutorServiceManager().shutdownNow(workers);
        }
        super.doShutdown();
    }
}
