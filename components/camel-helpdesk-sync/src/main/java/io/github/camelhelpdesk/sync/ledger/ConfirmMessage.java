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

/**
 * Writes that a message has arrived. It is never refused: the first ids win, and other ones that come later are kept and
 * reported as a double.
 */
public final class ConfirmMessage implements LedgerWrite<Boolean> {

    /** The reason of a row whose copy another ledger has written. */
    public static final String FOUND = "Found there: another import has written it";

    /** What an edit has written into a copy is not what people do to it: it is compared with what is read back next. */
    private static final String REMEMBER = "INSERT INTO copy (link, side, conversation, message_id, row_id)"
            + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (link, side, conversation, message_id)"
            + " DO UPDATE SET digest = NULL, edited = 0 WHERE row_id <> excluded.row_id";

    private final long row;
    private final Copies copies;
    private final Instant handedOutAt;
    private final boolean found;

    /** @param handedOutAt when the attempt began, or null when there was none that we know of */
    public ConfirmMessage(long row, Copies copies, Instant handedOutAt) {
        this(row, copies, handedOutAt, false);
    }

    /** @param found whether it was another ledger that has sent it */
    public ConfirmMessage(long row, Copies copies, Instant handedOutAt, boolean found) {
        this.row = row;
        this.copies = copies;
        this.handedOutAt = handedOutAt;
        this.found = found;
    }

    /** @return false when the message was confirmed before with other ids */
    @Override
    public Boolean run(Statements statements) throws SQLException {
        EndedRow before = EndedRow.of(statements, row);
        remember(statements);
        if (before.state() == MessageState.CONFIRMED) {
            return sameAs(before) || !reportDouble(statements);
        }
        statements.change("UPDATE message SET state = 'confirmed', reason = ?, target_conversation = ?, target_ids = ?,"
                + " attempts = attempts + ?, first_handed_out_at = coalesce(first_handed_out_at, ?), ended_at = ? WHERE id = ?",
                found ? FOUND : null, copies.conversation(), idsAsJson(), handedOutAt == null ? 0 : 1,
                Times.millis(handedOutAt),
                Instant.now().toEpochMilli(), row);
        LaneTable.lastCopy(statements, before.lane(), copies.last());
        DirectionTable.countMove(statements, before.direction(), before.state(), MessageState.CONFIRMED);
        return true;
    }

    private void remember(Statements statements) throws SQLException {
        for (String id : copies.ids()) {
            statements.change(REMEMBER, copies.link(), copies.side(), copies.conversation(), id, row);
        }
    }

    private boolean sameAs(EndedRow before) {
        return idsAsJson().equals(before.targetIds());
    }

    private boolean reportDouble(Statements statements) throws SQLException {
        statements.change("UPDATE message SET reason = ? WHERE id = ?",
                "Doubled on the target: also written as " + copies.ids() + " in conversation " + copies.conversation(), row);
        return true;
    }

    private String idsAsJson() {
        return TargetIds.write(copies.ids());
    }
}
