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
import java.util.List;

import io.github.camelhelpdesk.common.model.MessageKey;

/**
 * A row that a message has already.
 *
 * @param id the row
 * @param lane its lane
 * @param revision which state of the message it carries
 * @param state where it stands
 * @param marker what its copies bear
 * @param digest tells its content from others
 * @param editedAt the provider's stamp of its newest change, or null
 * @param unsent whether it certainly was never handed out, nor is now
 */
public record KnownRevision(long id, long lane, int revision, MessageState state, String marker, String digest,
        Instant editedAt,
        boolean unsent) {

    private static final String SELECT = "SELECT m.id, m.lane_id, m.revision, m.state, m.marker, m.digest, m.edited_at,"
            + " CASE WHEN m.digest IS NULL THEN m.content END,"
            + " m.attempts = 0 AND m.first_handed_out_at IS NULL AND m.not_found_from IS NULL AND (m.state IN ('held', 'parked')"
            // The first pending row of a lane may be with the route.
            + " OR m.state = 'pending' AND m.id > (SELECT min(f.id) FROM message f WHERE f.direction_id = m.direction_id"
            + " AND f.lane_id = m.lane_id AND f.state IN ('pending', 'held', 'parked') AND f.state = 'pending'))"
            + " FROM message m";
    static final String BY_KEY = SELECT + " JOIN lane l ON l.id = m.lane_id WHERE l.direction_id = ? AND l.provider = ?"
            + " AND l.account = ? AND l.conversation = ? AND m.message_id = ? ORDER BY m.revision";
    private static final String BY_LANE = SELECT + " WHERE m.lane_id = ? AND m.message_id = ? ORDER BY m.revision";

    /** All rows of a message in one direction, the oldest first; empty when it was never taken in. */
    public static List<KnownRevision> of(Statements statements, long direction, MessageKey key) throws SQLException {
        return statements.all(BY_KEY, KnownRevision::read, direction, key.provider(), key.account(), key.conversationId(),
                key.id());
    }

    static List<KnownRevision> of(Statements statements, long lane, String messageId) throws SQLException {
        return statements.all(BY_LANE, KnownRevision::read, lane, messageId);
    }

    private static KnownRevision read(ResultSet result) throws SQLException {
        String content = result.getString(8);
        return new KnownRevision(result.getLong(1), result.getLong(2), result.getInt(3), MessageState.of(result.getString(4)),
                result.getString(5), content == null ? result.getString(6) : ContentDigest.ofContent(content),
                Times.instant(result, 7), result.getBoolean(9));
    }

    /** Whether the message is deleted: nothing comes after it. */
    public boolean isDeleted() {
        return ContentDigest.DELETED.equals(digest);
    }

    boolean isUnreadable() {
        return ContentDigest.UNREADABLE.equals(digest);
    }

    /**
     * Notes the content of a message that only its origin may edit.
     *
     * @return whether that content is another than the one known
     */
    public boolean isNewlyEdited(Statements statements, Version version) throws SQLException {
        if (isDeleted() || version.digest().equals(digest)) {
            return false;
        }
        statements.change("UPDATE message SET digest = ? WHERE id = ?", version.digest(), id);
        return true;
    }

    /** A held row may be a copy of ours, which it is not for a deletion to end. */
    boolean canBeDiscarded() {
        return unsent && state != MessageState.HELD;
    }
}
