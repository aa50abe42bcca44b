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
package io.github.camelhelpdesk.sync.reconcile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.sync.SideIdentity;
import io.github.camelhelpdesk.sync.ledger.ContentDigest;
import io.github.camelhelpdesk.sync.ledger.Statements;
import io.github.camelhelpdesk.sync.ledger.Times;

/** One row of a conversation, as far as a comparison needs it. */
record LaneRow(String messageId, int revision, String kind, String state, String digest, String targetConversation,
        List<String> targetIds, Instant createdAt, Instant receivedAt, Instant endedAt) {

    private static final String SELECT = "SELECT m.message_id, m.revision, m.kind, m.state, m.digest,"
            + " CASE WHEN m.digest IS NULL THEN m.content END, m.target_conversation, m.target_ids, m.created_at, m.received_at,"
            + " m.ended_at FROM message m JOIN lane l ON l.id = m.lane_id JOIN direction d ON d.id = l.direction_id"
            + " WHERE d.link = ? AND d.source = ? AND d.target = ? AND l.provider = ? AND l.account = ? AND l.conversation = ?"
            + " AND m.kind <> 'status' ORDER BY m.id";

    /** The rows of a source conversation, in their order. */
    static List<LaneRow> of(Statements statements, ComparedDirection direction, String conversation) throws SQLException {
        SideIdentity source = direction.source().identity();
        return statements.all(SELECT, LaneRow::read, direction.key().link(), direction.key().source(),
                direction.key().target(), source.provider(), source.account(), conversation);
    }

    private static LaneRow read(ResultSet result) throws SQLException {
        String content = result.getString(6);
        return new LaneRow(result.getString(1), result.getInt(2), result.getString(3), result.getString(4),
                content == null ? result.getString(5) : ContentDigest.ofContent(content), result.getString(7),
                ids(result.getString(8)), Times.instant(result, 9), Times.instant(result, 10), Times.instant(result, 11));
    }

    private static List<String> ids(String json) throws SQLException {
        try {
            return json == null ? List.of() : List.of(HelpdeskJson.mapper().readValue(json, String[].class));
        } catch (JsonProcessingException e) {
            throw new SQLException("The ledger holds target ids that are no JSON", e);
        }
    }

    boolean isConfirmed() {
        return state.equals("confirmed");
    }

    boolean isParked() {
        return state.equals("parked");
    }

    boolean isOpen() {
        return state.equals("pending") || state.equals("held");
    }

    boolean isDeletion() {
        return kind.equals("deletion");
    }
}
