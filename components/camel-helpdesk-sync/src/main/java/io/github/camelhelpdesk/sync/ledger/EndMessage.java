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
 * Ends a message that was not delivered: skipped by its route, or parked. One that has come to an end for good meanwhile, by
 * its
 * echo or by what a person has decided, keeps that end.
 */
public final class EndMessage implements LedgerWrite<Boolean> {

    private final long row;
    private final MessageState end;
    private final String reason;
    private final Attempt attempt;

    public EndMessage(long row, MessageState end, String reason, Attempt attempt) {
        this.row = row;
        this.end = end;
        this.reason = reason;
        this.attempt = attempt;
    }

    /** @return false when it had ended before */
    @Override
    public Boolean run(Statements statements) throws SQLException {
        EndedRow before = EndedRow.of(statements, row);
        if (before.state().isFinal()) {
            return false;
        }
        statements.change("UPDATE message SET state = ?, reason = ?, attempts = attempts + ?, failures = failures + ?,"
                + " not_found_from = ?, after_id = coalesce(after_id, ?), first_handed_out_at = coalesce(first_handed_out_at, ?), ended_at = ? WHERE id = ?",
                end.word(), reason, attempt.handedOut(), attempt.counted(), Times.millis(attempt.notFoundFrom()),
                attempt.lookBack(),
                Times.millis(attempt.handedOutAt()), Instant.now().toEpochMilli(), row);
        DirectionTable.countMove(statements, before.direction(), before.state(), end);
        return true;
    }
}
