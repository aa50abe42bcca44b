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

/** Writes what an attempt met that will be repeated. */
public final class RetryMessage implements LedgerWrite<Void> {

    private final long row;
    private final String reason;
    private final Attempt attempt;

    public RetryMessage(long row, String reason, Attempt attempt) {
        this.row = row;
        this.reason = reason;
        this.attempt = attempt;
    }

    @Override
    public Void run(Statements statements) throws SQLException {
        statements.change("UPDATE message SET reason = ?, attempts = attempts + ?, failures = failures + ?, not_found_from = ?,"
                + " after_id = coalesce(after_id, ?), first_handed_out_at = coalesce(first_handed_out_at, ?) WHERE id = ? AND state = 'pending'",
                reason,
                attempt.handedOut(), attempt.counted(), Times.millis(attempt.notFoundFrom()), attempt.lookBack(),
                Times.millis(attempt.handedOutAt()),
                row);
        return null;
    }
}
