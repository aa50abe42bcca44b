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
import io.github.camelhelpdesk.sync.SideIdentity;
import io.github.camelhelpdesk.sync.ledger.ArrivedCopy;
import io.github.camelhelpdesk.sync.ledger.ConfirmMessage;
import io.github.camelhelpdesk.sync.ledger.Copies;
import io.github.camelhelpdesk.sync.ledger.DirectionKey;
import io.github.camelhelpdesk.sync.ledger.HoldMessage;
import io.github.camelhelpdesk.sync.ledger.KnownRevision;
import io.github.camelhelpdesk.sync.ledger.LedgerWrite;
import io.github.camelhelpdesk.sync.ledger.NewMessage;
import io.github.camelhelpdesk.sync.ledger.Statements;
import io.github.camelhelpdesk.sync.ledger.StoredMessage;
import io.github.camelhelpdesk.sync.ledger.StoredMessage.Outcome;
import io.github.camelhelpdesk.sync.status.LateMessage;

/**
 * The echo firewall, then the one row. Both in one transaction, so that a copy that is read back while its confirm is on the
 * way is known as ours in either order.
 *
 * @param isPrivate whether it is a note of the help desk
 * @param arrival what the source says of the message
 * @param found the marker that it bears
 * @param goesBack whether that marker says that the message comes from this link or from the target
 * @param perhapsOurs whether it may be a copy of ours that bears no marker, by its author
 */
record LetIn(NewMessage message, boolean isPrivate, Arrival arrival, Optional<Marker> found, boolean goesBack,
        boolean perhapsOurs, DirectionKey direction,
        SideIdentity source) implements LedgerWrite<StoredMessage> {

    static final String UNCONFIRMED = "SELECT m.direction_id, m.lane_id, m.id FROM message m"
            + " JOIN direction d ON d.id = m.direction_id WHERE m.marker = ? AND m.state IN ('pending', 'held', 'parked') AND d.link = ?"
            + " AND d.source = ? AND d.target = ?";

    /** The same, held while it may be a copy of ours. */
    LetIn held() {
        return new LetIn(message, isPrivate, arrival, found, goesBack, true, direction, source);
    }

    @Override
    public StoredMessage run(Statements statements) throws SQLException {
        Optional<ArrivedCopy> copy = findCopy(statements);
        if (copy.isPresent()) {
            return counted(statements, ownCopy(statements, copy.get()));
        }
        if (found.isPresent()) {
            Optional<UnconfirmedRow> unconfirmed = unconfirmed(statements);
            if (unconfirmed.isPresent()) {
                return counted(statements, confirm(statements, unconfirmed.get()));
            }
            if (goesBack) {
                return counted(statements, outcome(Outcome.ECHO));
            }
        }
        StoredMessage stored = new TakeIn(message, arrival, found).run(statements);
        // A copy of ours opens nothing where it is read, and what it opens at its origin is known there.
        if (stored.outcome() == Outcome.STORED
                && !(perhapsOurs && HoldMessage.run(statements, stored.lane(), message.key().id()))) {
            LateMessage.closeBehind(statements, direction.link(), source, message, isPrivate);
        }
        return counted(statements, stored);
    }

    /** What {@link #run} would come to, without doing it. */
    StoredMessage foresee(Statements statements) throws SQLException {
        if (goesBack || findCopy(statements).isPresent()) {
            return outcome(Outcome.ECHO);
        }
        if (!KnownRevision.of(statements, message.direction(), message.key()).isEmpty()) {
            return outcome(Outcome.KNOWN);
        }
        if (message.isDeletion()) {
            return outcome(Outcome.WITHDRAWN);
        }
        return outcome(arrival.mayBeNew() ? Outcome.STORED : Outcome.NEVER_TAKEN_IN);
    }

    @Override
    public StoredMessage refused(Statements statements, SQLException refusal) throws SQLException {
        return new TakeIn(message.escaped(refusal.getMessage()), arrival, found).run(statements);
    }

    /** Only the origin's side may edit, or two people would overwrite each other for ever; delete may both. */
    private StoredMessage ownCopy(Statements statements, ArrivedCopy copy) throws SQLException {
        if (message.isDeletion()) {
            return new CopyDeletion(copy, message).run(statements);
        }
        return outcome(message.isReadable() && copy.isNewlyEdited(statements, message.version().digest()) ? Outcome.COPY_EDITED
                : Outcome.ECHO);
    }

    private Optional<ArrivedCopy> findCopy(Statements statements) throws SQLException {
        return ArrivedCopy.find(statements, direction.link(), source.toString(), message.key());
    }

    /** The row of the other direction whose copy this is. */
    private Optional<UnconfirmedRow> unconfirmed(Statements statements) throws SQLException {
        return statements.one(UNCONFIRMED,
                result -> new UnconfirmedRow(result.getLong(1), result.getLong(2), result.getLong(3)),
                found.get().part(1, 1).toString(), direction.link(), direction.target(), direction.source());
    }

    private StoredMessage confirm(Statements statements, UnconfirmedRow unconfirmed) throws SQLException {
        if (found.get().parts() > 1) {
            return outcome(Outcome.ECHO);
        }
        Copies copies = new Copies(direction.link(), source.toString(), message.key().conversationId(),
                List.of(message.key().id()));
        new ConfirmMessage(unconfirmed.row(), copies, null).run(statements);
        if (message.isReadable() && !message.isDeletion()) {
            // What it is now is what a later edit of it is told by.
            findCopy(statements).orElseThrow().isNewlyEdited(statements, message.version().digest());
        }
        return new StoredMessage(Outcome.CONFIRMED, unconfirmed.direction(), unconfirmed.lane());
    }

    private StoredMessage counted(Statements statements, StoredMessage stored) throws SQLException {
        if (stored.outcome().isDropped()) {
            statements.change("UPDATE direction SET dropped = dropped + 1 WHERE id = ?", message.direction());
        }
        return stored;
    }

    private StoredMessage outcome(Outcome outcome) {
        return new StoredMessage(outcome, message.direction(), 0);
    }

    private record UnconfirmedRow(long direction, long lane, long row) {
    }
}
