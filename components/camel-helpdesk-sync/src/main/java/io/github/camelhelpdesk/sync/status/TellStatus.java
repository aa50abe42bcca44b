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
import java.time.Instant;
import java.util.Optional;

import io.github.camelhelpdesk.common.ConversationStatus;
import io.github.camelhelpdesk.sync.SideIdentity;
import io.github.camelhelpdesk.sync.ledger.DirectionKey;
import io.github.camelhelpdesk.sync.ledger.LedgerWrite;
import io.github.camelhelpdesk.sync.ledger.Statements;
import io.github.camelhelpdesk.sync.ledger.StoredMessage;
import io.github.camelhelpdesk.sync.ledger.StoredMessage.Outcome;

/**
 * A side tells that one of its conversations was closed or opened. It becomes a row if it is news for the other side: our own
 * change coming back is none, nor is what the other side has told already.
 *
 * @param direction id of the direction that leads away from the side
 * @param key that direction
 * @param side who tells it
 * @param changedAt when it happened, by the provider's clock; null when not known
 * @param readAt when its consumer has asked for it, by our clock; null when not known
 */
public record TellStatus(long direction, DirectionKey key, SideIdentity side, String conversation,
        ConversationStatus status, Instant changedAt, Instant readAt) implements LedgerWrite<StoredMessage> {

    @Override
    public StoredMessage run(Statements statements) throws SQLException {
        StatusEnd known = StatusEnd.of(statements, key.link(), side.toString(), conversation);
        if (known.told() != status && known.isSetSince(statements, readAt)) {
            known.check(statements, Instant.now(), 0);
            return dropped(statements);
        }
        StatusEnd own = known.tell(statements, status, changedAt);
        Optional<StatusPair> pair = StatusPair.of(statements, own);
        if (pair.isEmpty() || pair.get().other() == null) {
            // What will be opened for it is open.
            return status == ConversationStatus.OPEN ? dropped(statements) : StatusRow.add(statements, direction, own);
        }
        return own.setting() == status ? ownChange(statements, pair.get()) : news(statements, pair.get(), known.told());
    }

    /** Ours has arrived. If the other side has said something else meanwhile, that comes here next. */
    private StoredMessage ownChange(Statements statements, StatusPair pair) throws SQLException {
        pair.own().set(statements, null);
        if (pair.agreed() != status) {
            pair.agree(statements, status);
        }
        ConversationStatus newer = pair.other().told();
        if (newer == null || newer == status) {
            return dropped(statements);
        }
        Optional<Long> back = statements.one("SELECT id FROM direction WHERE link = ? AND source = ? AND target = ?",
                result -> result.getLong(1), key.link(), key.target(), key.source());
        return back.isEmpty() ? dropped(statements)
                : dropped(statements).besides(StatusRow.add(statements, back.get(), pair.other()));
    }

    private StoredMessage news(Statements statements, StatusPair pair, ConversationStatus before) throws SQLException {
        if (pair.isOtherUncertain()) {
            return StatusRow.add(statements, direction, pair.own());
        }
        // What it has told before is on its way, or was known when an import closed the other side all the same.
        if (status == pair.agreed() || status == before) {
            return dropped(statements);
        }
        if (status == pair.other().told()) {
            pair.agree(statements, status);
            return dropped(statements);
        }
        return StatusRow.add(statements, direction, pair.own());
    }

    private StoredMessage dropped(Statements statements) throws SQLException {
        statements.change("UPDATE direction SET dropped = dropped + 1 WHERE id = ?", direction);
        return new StoredMessage(Outcome.ECHO, direction, 0);
    }
}
