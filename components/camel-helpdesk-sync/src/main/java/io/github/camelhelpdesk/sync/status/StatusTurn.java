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
import io.github.camelhelpdesk.sync.ledger.MessageRow;
import io.github.camelhelpdesk.sync.ledger.Statements;

/**
 * What is to be done for a row that carries a status.
 *
 * @param pair the two conversations, null when nothing is to be done
 * @param needless why nothing is to be done, else null
 */
public record StatusTurn(StatusPair pair, String needless) {

    private static final String ALONE = "Its conversation has none on the target";

    /** Decides by what is known now, and not by what the row says: much may have happened since it was made. */
    static StatusTurn of(Statements statements, String link, MessageRow row) throws SQLException {
        StatusEnd own = StatusEnd.of(statements, link, row.key().provider() + "/" + row.key().account(),
                row.key().conversationId());
        if (row.revision() != own.number() || own.told() == null) {
            return nothing("Overtaken by a newer status of its conversation");
        }
        Optional<StatusPair> pair = StatusPair.of(statements, own);
        if (pair.isEmpty() || pair.get().other() == null) {
            return nothing(ALONE);
        }
        return pair.get().isOtherUncertain() ? new StatusTurn(pair.get(), null) : of(pair.get());
    }

    private static StatusTurn of(StatusPair pair) {
        if (pair.own().told() == pair.agreed()) {
            return nothing("Overtaken by a newer change on the target, or taken back");
        }
        return pair.own().told() == pair.other().told() ? nothing("The target has this status already")
                : new StatusTurn(pair, null);
    }

    private static StatusTurn nothing(String reason) {
        return new StatusTurn(null, reason);
    }

    /** Whether nothing is to be done because there is no conversation to change. */
    public boolean isAlone() {
        return ALONE.equals(needless);
    }

    /** The conversation to change. */
    public String conversation() {
        return pair.other().conversation();
    }

    /** What it is to become. */
    public ConversationStatus status() {
        return pair.own().told();
    }
}
