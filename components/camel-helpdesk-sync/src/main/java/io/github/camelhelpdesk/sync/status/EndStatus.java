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
import java.time.Duration;
import java.time.Instant;

import io.github.camelhelpdesk.common.ConversationStatus;
import io.github.camelhelpdesk.sync.ledger.EndChange;
import io.github.camelhelpdesk.sync.ledger.LedgerWrite;
import io.github.camelhelpdesk.sync.ledger.MessageRow;
import io.github.camelhelpdesk.sync.ledger.Statements;

/** Writes that the target has the status of a row. What has been told while the call was under way comes next. */
record EndStatus(long direction, MessageRow row, StatusTurn turn, Instant handedOutAt,
        Duration checkAfter) implements LedgerWrite<Boolean> {

    @Override
    public Boolean run(Statements statements) throws SQLException {
        new EndChange(row.id(), turn.conversation(), handedOutAt).run(statements);
        StatusEnd before = turn.pair().own();
        StatusEnd own = StatusEnd.of(statements, before.link(), before.side(), before.conversation());
        StatusPair now = StatusPair.of(statements, own).orElse(null);
        if (now == null || now.other() == null || now.mapping() != turn.pair().mapping()) {
            return false;
        }
        ConversationStatus set = turn.status();
        boolean isOverlapped = now.version() != turn.pair().version() && now.agreed() != set;
        boolean isToldAlready = now.other().setting() != set && now.agreed() == set;
        if (now.other().setting() == set) {
            now.other().set(statements, null);
        }
        if (isOverlapped) {
            // Which of the two came last at the provider, only the provider can say.
            now.other().check(statements, Instant.now(), 0);
            return false;
        }
        StatusPair agreed = now.agreed() == set ? now : now.agree(statements, set);
        if (!isToldAlready) {
            agreed.otherFollowed(statements, checkAfter);
        } else if (now.other().told() != set) {
            // Its consumer has seen ours, and then another one that we have not made.
            now.other().check(statements, Instant.now(), 0);
        }
        boolean isNewer = own.told() != null && own.told() != set;
        if (isNewer) {
            StatusRow.add(statements, direction, own);
        }
        return isNewer;
    }
}
