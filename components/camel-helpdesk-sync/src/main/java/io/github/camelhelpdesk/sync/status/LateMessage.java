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
package io.github.camelhelpdesk.sync.status;

import java.sql.SQLException;
import java.util.Optional;

import io.github.camelhelpdesk.common.ConversationStatus;
import io.github.camelhelpdesk.sync.SideIdentity;
import io.github.camelhelpdesk.sync.ledger.NewMessage;
import io.github.camelhelpdesk.sync.ledger.Statements;

/**
 * A message that does not open its closed conversation, although its copy may open the target's: it was written before the
 * closing and read behind that, as two consumers read them, or it is a note. Opening is then our own doing, and the target's is
 * closed again behind it.
 */
public final class LateMessage {

    private LateMessage() {
    }

    /**
     * To be called when a message has got its row.
     *
     * @param isNote whether it is private, and so opens nothing where it was written
     */
    public static void closeBehind(Statements statements, String link, SideIdentity side, NewMessage message, boolean isNote)
            throws SQLException {
        StatusEnd own = StatusEnd.of(statements, link, side.toString(), message.key().conversationId());
        boolean leavesItClosed = own.isClosed()
                && (isNote || message.createdAt() != null && own.hasChangedSince(statements, message.createdAt()));
        if (leavesItClosed) {
            Optional<StatusPair> pair = StatusPair.of(statements, own);
            // What is opened for the message is open; nobody tells that.
            if (pair.isPresent() && pair.get().other() != null) {
                pair.get().other().set(statements, ConversationStatus.OPEN);
            }
            StatusRow.add(statements, message.direction(), own);
        }
    }
}
