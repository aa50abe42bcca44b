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

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

import io.github.camelhelpdesk.common.model.MessageKey;

/**
 * One row that has not ended well yet.
 *
 * @param id the row; also its place in the lane
 * @param lane the lane's id
 * @param kind what it carries
 * @param revision which state of the message that is
 * @param key where the source has the message
 * @param marker what its copies bear
 * @param content the message as JSON
 * @param state pending, held or parked
 * @param failures how many attempts count towards the most allowed
 * @param notFoundFrom when it is in doubt: from when on "not found" counts; else null
 * @param afterId the last copy on the target that was confirmed in its lane before it was first handed out, or null when none
 *        is
 *        known
 * @param deletedSince whether a later row says that the message was deleted
 */
public record MessageRow(long id, long lane, MessageKind kind, int revision, MessageKey key, String marker, String content,
        MessageState state, int failures,
        Instant notFoundFrom, String afterId, boolean deletedSince) {

    static final String SELECT = "SELECT m.id, m.lane_id, l.provider, l.account, l.conversation, m.message_id, m.marker, m.content,"
            + " m.state, m.failures, m.not_found_from, CASE WHEN m.after_id IS NULL AND m.first_handed_out_at IS NULL THEN l.last_copy_id"
            // Of rows that were handed out before this was kept, nothing is known: the whole conversation is read.
            + " ELSE nullif(m.after_id, '') END, m.kind, m.revision, EXISTS (SELECT 1 FROM message d WHERE d.lane_id = m.lane_id AND d.message_id = m.message_id"
            + " AND +d.id > m.id AND d.kind = 'deletion' AND d.state <> 'discarded') FROM message m JOIN lane l ON l.id = m.lane_id ";

    static MessageRow read(ResultSet result) throws SQLException {
        MessageKey key = new MessageKey(result.getString(3), result.getString(4), result.getString(5), result.getString(6));
        return new MessageRow(result.getLong(1), result.getLong(2), MessageKind.of(result.getString(13)), result.getInt(14),
                key, result.getString(7), result.getString(8),
                MessageState.of(result.getString(9)), result.getInt(10), Times.instant(result, 11), result.getString(12),
                result.getBoolean(15));
    }

    /** Whether it must not be sent: it certainly was not yet, and its source has deleted it meanwhile. */
    public boolean isWithdrawn() {
        return deletedSince && !inDoubt();
    }

    /** Whether it is looked for and not sent any more: it may have been sent, and its source has deleted it meanwhile. */
    public boolean isOnlyLookedFor() {
        return deletedSince && inDoubt();
    }

    /** The same, in doubt. */
    public MessageRow doubted(Instant until) {
        return new MessageRow(id, lane, kind, revision, key, marker, content, state, failures, until, afterId, deletedSince);
    }

    /** Whether it may have been sent before. */
    public boolean inDoubt() {
        return notFoundFrom != null;
    }

    /** The key only: logs must not carry a customer's text. */
    @Override
    public String toString() {
        return "message " + key + " (row " + id + ")";
    }
}
