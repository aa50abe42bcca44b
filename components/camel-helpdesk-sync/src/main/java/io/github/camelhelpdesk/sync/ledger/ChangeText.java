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
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.sync.Marker;

/**
 * Gives a parked message another text, as a new revision: its copies bear another mark, so that they cannot be taken for
 * those of the text before. The row keeps its place, and stays parked. What the source shows stays known by its digest, so that
 * reading the message again changes nothing.
 */
public final class ChangeText implements LedgerWrite<ChangedText> {

    private static final String FIND = "SELECT m.lane_id, m.message_id, m.marker, m.content, m.kind FROM message m WHERE m.id = ?";
    private static final String REVISIONS = "SELECT revision, marker, digest, CASE WHEN digest IS NULL THEN content END"
            + " FROM message WHERE lane_id = ? AND message_id = ? ORDER BY revision DESC";
    private static final String CHANGE = "UPDATE message SET revision = ?, marker = ?, content = ?, digest = ?, failures = 0,"
            + " first_handed_out_at = CASE WHEN not_found_from IS NULL THEN NULL ELSE first_handed_out_at END WHERE id = ?";

    private final long row;
    private final String text;
    private final boolean evenIfSent;

    /** @param evenIfSent whether it is changed although the target may have the message with its old text */
    public ChangeText(long row, String text, boolean evenIfSent) {
        this.row = row;
        this.text = text;
        this.evenIfSent = evenIfSent;
    }

    @Override
    public ChangedText run(Statements statements) throws SQLException {
        ParkedRow parked = ParkedRow.find(statements, row).orElse(null);
        if (parked == null || !parked.wasParked()) {
            return new ChangedText(parked, ChangedText.Refusal.NOT_PARKED, 0);
        }
        if (parked.notFoundFrom() != null && !evenIfSent) {
            return new ChangedText(parked, ChangedText.Refusal.MAY_BE_SENT, 0);
        }
        return change(statements, parked, statements.one(FIND, Content::read, row).orElseThrow());
    }

    private ChangedText change(Statements statements, ParkedRow parked, Content before) throws SQLException {
        HelpdeskMessage message = StoredContent.read(before.json());
        if (message == null) {
            return new ChangedText(parked, ChangedText.Refusal.UNREADABLE, 0);
        }
        if (before.kind().equals("deletion") || before.kind().equals("status")) {
            return new ChangedText(parked, ChangedText.Refusal.DELETION, 0);
        }
        List<Revision> revisions = statements.all(REVISIONS, Revision::read, before.lane(), before.messageId());
        int number = revisions.get(0).number() + 1;
        statements.change(CHANGE, number, nextMarker(before, revisions), json(message), revisions.get(0).digest(), row);
        AuditTable.add(statements, parked.link(), row, "changeText",
                "Revision " + number + (parked.notFoundFrom() == null ? "" : "; the text before may have been sent"));
        return new ChangedText(parked, null, number);
    }

    private static String nextMarker(Content before, List<Revision> revisions) {
        int newest = revisions.stream().flatMap(revision -> Marker.parse(revision.marker()).stream())
                .mapToInt(Marker::revision).max().orElse(0);
        return Marker.parse(before.marker())
                .map(marker -> new Marker(marker.link(), marker.originSide(), marker.originMessage(), newest + 1, 1, 1)
                        .toString())
                .orElse(before.marker());
    }

    private String json(HelpdeskMessage message) {
        try {
            return StoredContent.write(message, text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read from JSON can be written as JSON", e);
        }
    }

    private record Content(long lane, String messageId, String marker, String json, String kind) {

        static Content read(ResultSet result) throws SQLException {
            return new Content(result.getLong(1), result.getString(2), result.getString(3), result.getString(4),
                    result.getString(5));
        }
    }

    private record Revision(int number, String marker, String digest) {

        static Revision read(ResultSet result) throws SQLException {
            String content = result.getString(4);
            return new Revision(result.getInt(1), result.getString(2),
                    content == null ? result.getString(3) : ContentDigest.ofContent(content));
        }
    }
}
