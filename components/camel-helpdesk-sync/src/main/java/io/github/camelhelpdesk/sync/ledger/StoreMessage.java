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

    private static final String INSERT = "INSERT INTO message (direction_id, lane_id, message_id, marker, content, state, reason,"
            + " created_at, received_at, ended_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (lane_id, message_id, revision) DO NOTHING";
    /** Under whatever revision: a person may have changed a parked text. */
    private static final String KNOWN = "SELECT 1 FROM message WHERE lane_id = ? AND message_id = ? LIMIT 1";

    private final NewMessage message;

    public StoreMessage(NewMessage message) {
        this.message = message;
    }

    @Override
    public StoredMessage run(Statements statements) throws SQLException {
        long lane = LaneTable.idOf(statements, message.direction(), message.key());
        if (statements.one(KNOWN, result -> true, lane, message.key().id()).isPresent()) {
            return new StoredMessage(StoredMessage.Outcome.KNOWN, message.direction(), lane);
        }
        long now = Instant.now().toEpochMilli();
        MessageState state = message.state();
        int inserted = statements.change(INSERT, message.direction(), lane, message.key().id(), message.marker(),
                message.content(),
                state.word(), message.parkedReason(), Times.millis(message.createdAt()), now,
                state == MessageState.PARKED ? now : null);
        if (inserted == 0) {
            return new StoredMessage(StoredMessage.Outcome.KNOWN, message.direction(), lane);
        }
        DirectionTable.countReceived(statements, message.direction(), state);
        return new StoredMessage(StoredMessage.Outcome.STORED, message.direction(), lane);
    }

    @Override
    public StoredMessage refused(Statements statements, SQLException refusal) throws SQLException {
        NewMessage escaped = new NewMessage(message.direction(), Escape.key(message.key()), message.marker(),
                Escape.text(message.content()), message.createdAt(),
                "The ledger's database refused the message as it came: " + refusal.getMessage());
        return new StoreMessage(escaped).run(statements);
    }
}
