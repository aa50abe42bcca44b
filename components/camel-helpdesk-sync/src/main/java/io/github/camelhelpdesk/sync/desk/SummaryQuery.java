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
package io.github.camelhelpdesk.sync.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.sync.ledger.Statements;
import io.github.camelhelpdesk.sync.ledger.StoredContent;
import io.github.camelhelpdesk.sync.ledger.Times;

/** Finds rows for people, by index. */
final class SummaryQuery {

    private static final String COLUMNS = "SELECT m.id, d.link, d.source, d.target, l.conversation, m.message_id, m.kind,"
            + " m.revision, m.target_conversation, m.target_ids, m.state, m.not_found_from, m.attempts, m.reason, m.created_at,"
            + " m.received_at, m.first_handed_out_at, m.ended_at";
    private static final String FROM = " FROM message m JOIN direction d ON d.id = m.direction_id JOIN lane l ON l.id = m.lane_id ";
    private static final String PARKED = COLUMNS + FROM
            + "WHERE m.direction_id = ? AND m.state = 'parked' AND m.id > ? ORDER BY m.id LIMIT ?";
    private static final String BY_ROW = COLUMNS + ", m.content" + FROM + "WHERE m.id = ?";
    private static final String BY_SOURCE_ID = COLUMNS + FROM + "WHERE m.message_id = ? AND d.source = coalesce(?, d.source)"
            + " ORDER BY m.id LIMIT 1000";
    private static final String BY_COPY = COLUMNS + FROM + "WHERE m.id IN (SELECT row_id FROM copy WHERE message_id = ?)"
            + " AND d.target = coalesce(?, d.target) ORDER BY m.id LIMIT 1000";
    private static final String AUDIT = "SELECT action, detail, at FROM audit WHERE row_id = ? ORDER BY id";

    private SummaryQuery() {
    }

    static List<MessageSummary> parked(Statements statements, List<Long> directions, long after, int limit)
            throws SQLException {
        List<MessageSummary> parked = new ArrayList<>();
        for (Long direction : directions) {
            parked.addAll(statements.all(PARKED, SummaryQuery::read, direction, after, limit));
        }
        return parked.stream().sorted(Comparator.comparingLong(MessageSummary::row)).limit(limit).toList();
    }

    static Optional<MessageDetails> details(Statements statements, long row) throws SQLException {
        List<AuditEntry> audit = statements.all(AUDIT,
                result -> new AuditEntry(result.getString(1), result.getString(2), Times.instant(result, 3)), row);
        return statements.one(BY_ROW, result -> details(result, audit), row);
    }

    static List<MessageSummary> find(Statements statements, String side, String id) throws SQLException {
        List<MessageSummary> found = new ArrayList<>(statements.all(BY_SOURCE_ID, SummaryQuery::read, id, side));
        found.addAll(statements.all(BY_COPY, SummaryQuery::read, id, side));
        return found.stream().distinct().sorted(Comparator.comparingLong(MessageSummary::row)).toList();
    }

    private static MessageDetails details(ResultSet result, List<AuditEntry> audit) throws SQLException {
        HelpdeskMessage message = StoredContent.read(result.getString(19));
        boolean readable = message != null;
        return new MessageDetails(read(result), readable ? message.text() : null,
                readable ? message.attachments().size() : 0, readable, audit);
    }

    private static MessageSummary read(ResultSet result) throws SQLException {
        return new MessageSummary(result.getLong(1), result.getString(2), result.getString(3), result.getString(4),
                result.getString(5), result.getString(6), result.getString(7), result.getInt(8), result.getString(9),
                ids(result.getString(10)), result.getString(11), isInDoubt(result), result.getInt(13),
                result.getString(14), Times.instant(result, 15), Times.instant(result, 16), Times.instant(result, 17),
                Times.instant(result, 18));
    }

    private static boolean isInDoubt(ResultSet result) throws SQLException {
        return Times.instant(result, 12) != null && !result.getString(11).equals("confirmed");
    }

    private static List<String> ids(String json) throws SQLException {
        try {
            return json == null ? List.of() : List.of(HelpdeskJson.mapper().readValue(json, String[].class));
        } catch (JsonProcessingException e) {
            throw new SQLException("The ledger holds target ids that are no JSON", e);
        }
    }
}
