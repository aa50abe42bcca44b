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
package io.github.camelhelpdesk.sync.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import io.github.camelhelpdesk.sync.Marker;

/**
 * Takes in a message that has rows already: an edit or a deletion of it becomes one more row, or changes one that was not sent
 * yet. What says nothing new, or is older than what is known, changes nothing, and nothing comes after a deletion.
 */
public final class ReviseMessage implements LedgerWrite<StoredMessage> {

    private static final String TOO_LATE_TO_SEND = "Deleted at the source before it was sent";

    private final NewMessage message;
    private final List<KnownRevision> known;
    private final KnownRevision newest;

    /**
     * @param message the state of the message that has arrived; a deletion that begins as skipped is queued nevertheless where
     *        an
     *        earlier row may still be sent
     * @param known its rows, not none, as they are in the same transaction
     */
    public ReviseMessage(NewMessage message, List<KnownRevision> known) {
        this.message = message;
        this.known = known;
        this.newest = known.get(known.size() - 1);
    }

    @Override
    public StoredMessage run(Statements statements) throws SQLException {
        if (newest.isDeleted()) {
            return outcome(StoredMessage.Outcome.KNOWN);
        }
        if (message.isDeletion()) {
            return delete(statements);
        }
        if (isOlder()) {
            return outcome(StoredMessage.Outcome.KNOWN);
        }
        if (newest.digest().equals(message.version().digest())) {
            statements.change("UPDATE message SET edited_at = coalesce(?, edited_at) WHERE id = ?", editedAt(), newest.id());
            return outcome(StoredMessage.Outcome.KNOWN);
        }
        return newest.unsent() && message.state() == MessageState.PENDING ? replace(statements)
                : add(statements, MessageKind.EDIT, message);
    }

    private boolean isOlder() {
        Instant stamp = message.version().editedAt();
        return stamp != null && newest.editedAt() != null && stamp.isBefore(newest.editedAt());
    }

    private StoredMessage replace(Statements statements) throws SQLException {
        int reached = Marker.parse(newest.marker()).map(Marker::revision).orElse(0);
        statements.change("UPDATE message SET content = ?, digest = ?, edited_at = coalesce(?, edited_at), marker = ?,"
                + " created_at = coalesce(created_at, ?) WHERE id = ?", message.content(), message.version().digest(),
                editedAt(),
                Marker.withRevision(message.marker(), reached), Times.millis(message.createdAt()), newest.id());
        if (newest.isUnreadable() && newest.state() == MessageState.PARKED) {
            // What kept it from being sent is over.
            LaneTable.doubtOvertaker(statements, newest.lane(), newest.id(), Instant.now());
            statements.change("UPDATE message SET state = 'pending', reason = NULL, ended_at = NULL WHERE id = ?", newest.id());
            DirectionTable.countMove(statements, message.direction(), MessageState.PARKED, MessageState.PENDING);
        }
        return outcome(StoredMessage.Outcome.REVISED);
    }

    private StoredMessage delete(Statements statements) throws SQLException {
        boolean delivered = false;
        boolean maybeSent = false;
        for (KnownRevision row : known) {
            if (row.canBeDiscarded()) {
                discard(statements, row);
            } else {
                delivered |= row.state() == MessageState.CONFIRMED;
                maybeSent |= row.state().isOpen() || row.state() == MessageState.PARKED;
            }
        }
        if (!delivered && !maybeSent) {
            statements.change("UPDATE message SET digest = ? WHERE id = ?", ContentDigest.DELETED, newest.id());
            return outcome(StoredMessage.Outcome.REVISED);
        }
        return add(statements, MessageKind.DELETION,
                maybeSent && message.state() == MessageState.SKIPPED ? message.begins(MessageState.PENDING, null) : message);
    }

    private void discard(Statements statements, KnownRevision row) throws SQLException {
        statements.change("UPDATE message SET state = 'discarded', reason = ?, content = ?, ended_at = ? WHERE id = ?",
                TOO_LATE_TO_SEND, message.content(), Instant.now().toEpochMilli(), row.id());
        DirectionTable.countMove(statements, message.direction(), row.state(), MessageState.DISCARDED);
    }

    private StoredMessage add(Statements statements, MessageKind kind, NewMessage revision) throws SQLException {
        return new StoreMessage(revision.as(kind, newest.revision() + 1)).run(statements);
    }

    private StoredMessage outcome(StoredMessage.Outcome outcome) {
        return new StoredMessage(outcome, message.direction(), newest.lane());
    }

    private Long editedAt() {
        return Times.millis(message.version().editedAt());
    }
}
