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
import java.util.List;

/**
 * Writes that the copies of a deleted message were deleted. They stay known as copies, and the lane's last copy is no other.
 */
public final class EndDeletion implements LedgerWrite<Void> {

    private final long row;
    private final List<TargetMessage> copies;
    private final Instant handedOutAt;

    /** @param copies what was deleted, at least one */
    public EndDeletion(long row, List<TargetMessage> copies, Instant handedOutAt) {
        this.row = row;
        this.copies = copies;
        this.handedOutAt = handedOutAt;
    }

    @Override
    public Void run(Statements statements) throws SQLException {
        EndedRow before = EndedRow.of(statements, row);
        long now = Instant.now().toEpochMilli();
        statements.change("UPDATE message SET state = 'confirmed', reason = NULL, target_conversation = ?, target_ids = ?,"
                + " attempts = attempts + 1, first_handed_out_at = coalesce(first_handed_out_at, ?), ended_at = ? WHERE id = ?",
                copies.get(0).conversation(), TargetIds.write(copies.stream().map(TargetMessage::id).toList()),
                Times.millis(handedOutAt), now, row);
        DirectionTable.countMove(statements, before.direction(), before.state(), MessageState.CONFIRMED);
        return null;
    }
}
