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

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.camelhelpdesk.common.ConversationStatus;
import io.github.camelhelpdesk.sync.ledger.LedgerDirection;
import io.github.camelhelpdesk.sync.ledger.LedgerWrite;
import io.github.camelhelpdesk.sync.ledger.MessageRow;
import io.github.camelhelpdesk.sync.ledger.StoredMessage;

/** What the delivery of one direction asks the ledger about statuses, and tells it. */
public final class StatusLedger {

    private static final int AT_ONCE = 100;
    /** What came shortly before a crash may have been told to us and not be remembered by its consumer. */
    private static final Duration UNSURE = Duration.ofMinutes(10);

    private final LedgerDirection direction;
    private final Duration checkAfter;

    /** @param checkAfter how long the consumer of the target has to tell what was set there */
    public StatusLedger(LedgerDirection direction, Duration checkAfter) {
        this.direction = direction;
        this.checkAfter = checkAfter;
    }

    /** What to do for a row. */
    public StatusTurn turn(MessageRow row) {
        return direction.ledger().read(statements -> StatusTurn.of(statements, direction.key().link(), row));
    }

    /** To be called before the target is: whatever becomes of the call, its echo is known then. */
    public void begin(StatusTurn turn) {
        direction.ledger().writeNow(statements -> {
            turn.pair().other().set(statements, turn.status());
            return null;
        });
    }

    /** Writes that the target has been changed; gives whether the lane has one more row. */
    public LedgerWrite<Boolean> end(MessageRow row, StatusTurn turn, Instant handedOutAt) {
        return new EndStatus(direction.id(), row, turn, handedOutAt, checkAfter);
    }

    /** Whether this link has ever been told of a status. */
    boolean isUsed() {
        return direction.ledger().read(statements -> statements.one("SELECT 1 FROM conversation_status WHERE link = ? LIMIT 1",
                result -> result.getInt(1), direction.key().link())).isPresent();
    }

    /**
     * Has those conversations of a side checked that it told of shortly before it fell silent.
     *
     * @param side the source, as provider/account
     */
    void doubtNewest(String side) {
        String link = direction.key().link();
        direction.ledger().writeNow(statements -> statements.change("UPDATE conversation_status SET check_at = ?, checks = 0"
                + " WHERE link = ? AND side = ? AND check_at IS NULL AND told_at > (SELECT max(told_at) FROM conversation_status"
                + " WHERE link = ? AND side = ?) - ?", Instant.now().plus(checkAfter).toEpochMilli(), link, side, link, side,
                UNSURE.toMillis()));
    }

    /** Conversations of a side that are to be asked for now. */
    List<String> due(String side) {
        return direction.ledger().read(statements -> statements.all("SELECT conversation FROM conversation_status"
                + " WHERE link = ? AND check_at <= ? AND side = ? ORDER BY check_at LIMIT " + AT_ONCE,
                result -> result.getString(1), direction.key().link(), Instant.now().toEpochMilli(), side));
    }

    /** Writes what the provider answered, null when it cannot say or has no such conversation. */
    void checked(String side, String conversation, ConversationStatus status, Instant askedAt) {
        StoredMessage stored = direction.ledger().writeNow(
                new CheckedStatus(direction.id(), direction.key().link(), side, conversation, status, askedAt, checkAfter));
        if (stored != null) {
            direction.wake(stored.lane());
        }
    }
}
