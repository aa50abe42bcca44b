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

/**
 * Takes in a message that bears no mark and whose author is the one that our own messages bear: while a send into its
 * conversation has not ended, it is held, because it may be that copy.
 */
public record HoldMessage(LedgerWrite<StoredMessage> intake, String messageId) implements LedgerWrite<StoredMessage> {

    @Override
    public StoredMessage run(Statements statements) throws SQLException {
        StoredMessage stored = intake.run(statements);
        if (stored.outcome() == StoredMessage.Outcome.STORED) {
            Long row = statements.one("SELECT max(id) FROM message WHERE lane_id = ? AND message_id = ?",
                    result -> result.getLong(1), stored.lane(), messageId).orElse(0L);
            if (PerhapsOurs.hasUnendedSend(statements, row)) {
                statements.change("UPDATE message SET state = 'held' WHERE id = ? AND state = 'pending'", row);
            }
        }
        return stored;
    }

    @Override
    public StoredMessage refused(Statements statements, SQLException refusal) throws SQLException {
        return intake.refused(statements, refusal);
    }
}
