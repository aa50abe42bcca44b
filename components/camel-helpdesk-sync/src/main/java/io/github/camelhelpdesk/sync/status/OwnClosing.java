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
import io.github.camelhelpdesk.sync.ledger.Statements;

/**
 * An import closes a conversation on its target, whatever the source's is: known as our own change, it is not carried back, and
 * what either side does later follows as ever.
 */
public final class OwnClosing {

    private final String link;
    private final String side;

    /** @param target the side of the conversations that are closed */
    public OwnClosing(String link, SideIdentity target) {
        this.link = link;
        this.side = target.toString();
    }

    /** To be written before the target is called: whatever becomes of the call, its echo is known then. */
    public void begin(Statements statements, String conversation) throws SQLException {
        StatusEnd own = StatusEnd.of(statements, link, side, conversation);
        own.set(statements, ConversationStatus.CLOSED);
        StatusEnd source = source(statements, own);
        if (source != null) {
            source.setAside(statements);
        }
    }

    /** The target has refused: what is told of it from now on is not ours. */
    public void refused(Statements statements, String conversation) throws SQLException {
        StatusEnd own = StatusEnd.of(statements, link, side, conversation);
        if (own.setting() == ConversationStatus.CLOSED) {
            own.set(statements, null);
        }
        StatusEnd source = source(statements, own);
        if (source != null) {
            source.takeBack(statements);
        }
    }

    /** The target has closed it. What was told or set while the call was under way stays. */
    public void end(Statements statements, String conversation) throws SQLException {
        StatusEnd own = StatusEnd.of(statements, link, side, conversation);
        refused(statements, conversation);
        Optional<StatusPair> pair = StatusPair.of(statements, own);
        if (own.setting() == ConversationStatus.CLOSED) {
            own.know(statements, ConversationStatus.CLOSED);
            if (pair.isPresent()) {
                pair.get().agree(statements, ConversationStatus.CLOSED);
            }
        } else if (pair.isPresent() && pair.get().haveToldTheSame()) {
            pair.get().agree(statements, own.told());
        }
    }

    private static StatusEnd source(Statements statements, StatusEnd own) throws SQLException {
        return StatusPair.of(statements, own).map(StatusPair::other).orElse(null);
    }
}
