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

/** Makes the one row of a message, unless there is one. A row that the database refuses is stored escaped and parked. */
public final class StoreMessage implements LedgerWrite<StoredMessage> {

    private static final String INSERT = "INSERT INTO message (direction_id, lane_id, message_id, revision, kind, marker, content,"
            + " digest, edited_at, state, reason, created_at, received_at, ended_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (lane_id, message_id, revision) DO NOTHING";

    private final NewMessage message;

    public StoreMessage(NewMessage message) {
        this.message = message;
    }

    @Override
    public StoredMessage run(Statements statements) throws SQLException {
        long lane = LaneTable.idOf(statements, message.direction(), message.key());
        long now = Instant.now().toEpochMilli();
        MessageState state = message.state();
        Version version = message.version();
        int inserted = statements.change(INSERT, message.direction(), lane, message.key().id(), version.revision(),
                version.kind().word(), message.marker(), message.content(), version.digest(), Times.millis(version.editedAt()),
                state.word(), message.reason(), Times.millis(message.createdAt()), now, state.isOpen() ? null : now);
        if (inserted == 0) {
            return new StoredMessage(StoredMessage.Outcome.KNOWN, message.direction(), lane);
        }
        DirectionTable.countReceived(statements, message.direction(), state);
        return new StoredMessage(StoredMessage.Outcome.STORED, message.direction(), lane);
    }

    @Override
    public StoredMessage refused(Statements statements, SQLException refusal) throws SQLException {
        return new StoreMessage(message.escaped(refusal.getMessage())).run(statements);
    }
}
