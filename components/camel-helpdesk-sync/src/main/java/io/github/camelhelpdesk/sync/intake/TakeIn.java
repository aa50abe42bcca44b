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

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import io.github.camelhelpdesk.sync.Marker;
import io.github.camelhelpdesk.sync.ledger.KnownRevision;
import io.github.camelhelpdesk.sync.ledger.NewMessage;
import io.github.camelhelpdesk.sync.ledger.ReviseMessage;
import io.github.camelhelpdesk.sync.ledger.Statements;
import io.github.camelhelpdesk.sync.ledger.StoreMessage;
import io.github.camelhelpdesk.sync.ledger.StoredMessage;
import io.github.camelhelpdesk.sync.ledger.StoredMessage.Outcome;

/** Makes the row of a message that is none of our copies, or revises the rows that it has. */
record TakeIn(NewMessage message, Arrival arrival, Optional<Marker> found) {

    StoredMessage run(Statements statements) throws SQLException {
        List<KnownRevision> known = KnownRevision.of(statements, message.direction(), message.key());
        if (known.isEmpty()) {
            return takeIn(statements);
        }
        KnownRevision newest = known.get(known.size() - 1);
        if (!message.isReadable() && !arrival.updated()) {
            return outcome(Outcome.KNOWN);
        }
        if (isEditOfForeignCopy(newest)) {
            return outcome(newest.isNewlyEdited(statements, message.version()) ? Outcome.COPY_EDITED : Outcome.KNOWN);
        }
        return new ReviseMessage(message, known).run(statements);
    }

    private StoredMessage takeIn(Statements statements) throws SQLException {
        if (message.isDeletion()) {
            return outcome(Outcome.WITHDRAWN);
        }
        return arrival.mayBeNew() ? new StoreMessage(message).run(statements) : outcome(Outcome.NEVER_TAKEN_IN);
    }

    /** A copy that another link has made says by its marker when the origin has changed; otherwise it was changed as a copy. */
    private boolean isEditOfForeignCopy(KnownRevision newest) {
        return found.isPresent() && !message.isDeletion()
                && found.get().revision() <= Marker.parse(newest.marker()).map(Marker::revision).orElse(0);
    }

    private StoredMessage outcome(Outcome outcome) {
        return new StoredMessage(outcome, message.direction(), 0);
    }
}
