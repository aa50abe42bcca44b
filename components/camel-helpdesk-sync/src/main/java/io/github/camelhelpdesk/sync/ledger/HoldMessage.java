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
 * Holds a message that bears no mark and whose author is the one that our own messages bear: while a send into its conversation
 * has not ended, it may be that copy.
 */
public final class HoldMessage {

    private HoldMessage() {
    }

    /**
     * To be called in the transaction that has made the message's row.
     *
     * @return whether it is held
     */
    public static boolean run(Statements statements, long lane, String messageId) throws SQLException {
        Long row = statements.one("SELECT max(id) FROM message WHERE lane_id = ? AND message_id = ?",
                result -> result.getLong(1), lane, messageId).orElse(0L);
        return PerhapsOurs.hasUnendedSend(statements, row)
                && statements.change("UPDATE message SET state = 'held' WHERE id = ? AND state = 'pending'", row) > 0;
    }
}
