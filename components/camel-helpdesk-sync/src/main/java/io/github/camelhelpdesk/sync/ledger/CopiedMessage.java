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

import io.github.camelhelpdesk.common.model.MessageKey;

/**
 * A message that copies were made of, as the ledger knows it.
 *
 * @param direction id of the direction that made them
 * @param lane its lane there
 * @param key where its source has it
 * @param createdAt when it was written, by the source's clock, or null
 */
public record CopiedMessage(long direction, long lane, MessageKey key, Instant createdAt) {

    /** The message that a row is about. */
    public static CopiedMessage of(Statements statements, long row) throws SQLException {
        return statements.one(
                "SELECT m.direction_id, m.lane_id, l.provider, l.account, l.conversation, m.message_id, m.created_at"
                        + " FROM message m JOIN lane l ON l.id = m.lane_id WHERE m.id = ?",
                result -> new CopiedMessage(result.getLong(1), result.getLong(2),
                        new MessageKey(result.getString(3), result.getString(4), result.getString(5), result.getString(6)),
                        Times.instant(result, 7)),
                row).orElseThrow(() -> new SQLException("There is no row " + row));
    }

    /** Where it is, for the direction that goes there. */
    public TargetMessage place() {
        return new TargetMessage(key.conversationId(), key.id());
    }

    /** Its rows in that direction, the oldest first. */
    public List<KnownRevision> revisions(Statements statements) throws SQLException {
        return KnownRevision.of(statements, lane, key.id());
    }

    /** How many of its copies, those of its edits included, have not been seen to be deleted. */
    public long copiesLeft(Statements statements) throws SQLException {
        return statements.one("SELECT count(*) FROM message m JOIN copy c ON c.row_id = m.id WHERE m.lane_id = ?"
                + " AND m.message_id = ? AND c.deleted_at IS NULL", result -> result.getLong(1), lane, key.id()).orElse(0L);
    }
}
