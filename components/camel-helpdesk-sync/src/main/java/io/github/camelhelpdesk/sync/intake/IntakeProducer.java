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
package io.github.camelhelpdesk.sync.intake;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.support.DefaultAsyncProducer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.sync.HelpdeskSyncEndpoint;
import io.github.camelhelpdesk.sync.ledger.LedgerDirection;
import io.github.camelhelpdesk.sync.ledger.LedgerWrite;
import io.github.camelhelpdesk.sync.ledger.StoredMessage;
import io.github.camelhelpdesk.sync.status.StatusIntake;
import io.github.camelhelpdesk.sync.status.TellStatus;

/** Takes messages in. The exchange goes on when its row is durable, so that a cursor can only move behind what is safe. */
public final class IntakeProducer extends DefaultAsyncProducer {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeProducer.class);

    private final Executor completions;
    private LedgerDirection direction;
    private IncomingMessage incoming;
    private StatusIntake statuses;
    private ImportIntake importing;

    /** @param completions runs the rest of the route, which must not keep the ledger's writer waiting */
    public IntakeProducer(HelpdeskSyncEndpoint endpoint, Executor completions) {
        super(endpoint);
        this.completions = completions;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        HelpdeskSyncEndpoint endpoint = (HelpdeskSyncEndpoint) getEndpoint();
        direction = endpoint.direction();
        incoming = new IncomingMessage(direction, endpoint.source(), endpoint::goesBack);
        statuses = new StatusIntake(direction, endpoint.source());
        importing = endpoint.dryRun().map(dryRun -> new ImportIntake(direction, dryRun)).orElse(null);
        if (importing != null) {
            importing.begin();
        }
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        try {
            if (StatusIntake.isMeant(exchange)) {
                return status(exchange, callback);
            }
            LetIn letIn = incoming.read(exchange);
            LedgerWrite<StoredMessage> guarded = incoming.guarded(letIn, exchange);
            write(letIn, importing == null ? guarded : importing.of(letIn, guarded, exchange))
                    .whenComplete((stored, failure) -> completions
                            .execute(() -> complete(exchange, callback, letIn, stored, failure)));
            return false;
        } catch (Exception e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
    }

    private boolean status(Exchange exchange, AsyncCallback callback) throws InvalidPayloadException {
        TellStatus told = statuses.read(exchange);
        if (told == null) {
            callback.done(true);
            return true;
        }
        direction.ledger().write(told).whenComplete((stored, failure) -> {
            if (stored != null) {
                wake(stored);
            }
            completions.execute(() -> {
                if (failure != null) {
                    exchange.setException(cause(failure));
                }
                callback.done(false);
            });
        });
        return false;
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException ? failure.getCause() : failure;
    }

    private CompletableFuture<StoredMessage> write(LetIn letIn, LedgerWrite<StoredMessage> guarded) {
        return direction.ledger().write(guarded).thenCompose(stored -> {
            wake(stored);
            // The copy is known now, so that its deletion can be told from any other.
            return stored.outcome() == StoredMessage.Outcome.CONFIRMED && letIn.message().isDeletion() ? write(letIn, letIn)
                    : CompletableFuture.completedFuture(stored);
        });
    }

    private void wake(StoredMessage stored) {
        if (stored.besides() != null) {
            direction.ledger().wake(stored.besides().direction(), stored.besides().lane());
        }
        switch (stored.outcome()) {
            case STORED, REVISED -> direction.wake(stored.lane());
            case CONFIRMED -> direction.ledger().wake(stored.direction(), stored.lane());
            default -> {
            }
        }
    }

    private void complete(Exchange exchange, AsyncCallback callback, LetIn letIn, StoredMessage stored, Throwable failure) {
        if (failure == null) {
            tell(stored.outcome(), letIn);
        } else {
            exchange.setException(cause(failure));
        }
        callback.done(false);
    }

    private void tell(StoredMessage.Outcome outcome, LetIn letIn) {
        switch (outcome) {
            case COPY_EDITED ->
                LOG.warn("{} in {} is a copy that somebody has edited; this is not carried, as only the original"
                        + " can be edited", letIn.message(), direction.key());
            case COPY_PARTLY_DELETED -> LOG.warn("{} in {} is one of several copies of a message, and somebody has deleted it;"
                    + " the original follows when all of them are deleted", letIn.message(), direction.key());
            default -> LOG.debug("{}: {} in {}", outcome, letIn.message(), direction.key());
        }
    }
}
