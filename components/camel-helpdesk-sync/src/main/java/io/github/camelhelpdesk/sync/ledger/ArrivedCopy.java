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
import java.util.Optional;

import io.github.camelhelpdesk.common.model.MessageKey;

/**
 * A copy that a link has made, as it is read back where it was written.
 *
 * @param link the link
 * @param side the account that it is in, as {@code provider/account}
 * @param key where it is
 * @param row the row that it is a copy of
 * @param digest its content when it was first read back; null before
 * @param edited whether somebody has been seen to edit it
 * @param deletedAt when it was first seen to be deleted, or null
 */
public record ArrivedCopy(String link, String side, MessageKey key, long row, String digest, boolean edited,
        Instant deletedAt) {

    private static final String KEY = " WHERE link = ? AND side = ? AND conversation = ? AND message_id = ?";

    /** The copy with this key, if it is one. */
    public static Optional<ArrivedCopy> find(Statements statements, String link, String side, MessageKey key)
            throws SQLException {
        return statements.one("SELECT row_id, digest, edited, deleted_at FROM copy" + KEY,
                result -> new ArrivedCopy(link, side, key, result.getLong(1), result.getString(2), result.getBoolean(3),
                        Times.instant(result, 4)),
                link, side, key.conversationId(), key.id());
    }

    /**
     * Compares it with what it was when it was first read back.
     *
     * @return whether it is seen for the first time that somebody has edited it
     */
    public boolean isNewlyEdited(Statements statements, String now) throws SQLException {
        if (digest == null) {
            change(statements, "digest = ?", now);
        } else if (!digest.equals(now) && !edited && deletedAt == null && !mayBeEditedByUs(statements)) {
            change(statements, "edited = ?", 1);
            return true;
        }
        return false;
    }

    /** Whether an edit of its original is on its way into it. */
    private boolean mayBeEditedByUs(Statements statements) throws SQLException {
        return statements.one("SELECT 1 FROM message r JOIN message e ON e.lane_id = r.lane_id AND e.message_id = r.message_id"
                + " WHERE r.id = ? AND e.kind = 'edit' AND e.state IN ('pending', 'parked')", result -> true, row).isPresent();
    }

    /**
     * Writes down that it was deleted.
     *
     * @return whether that is seen for the first time
     */
    public boolean isNewlyDeleted(Statements statements) throws SQLException {
        if (deletedAt != null) {
            return false;
        }
        change(statements, "deleted_at = ?", Instant.now().toEpochMilli());
        return true;
    }

    private void change(Statements statements, String column, Object value) throws SQLException {
        statements.change("UPDATE copy SET " + column + KEY, value, link, side, key.conversationId(), key.id());
    }
}
