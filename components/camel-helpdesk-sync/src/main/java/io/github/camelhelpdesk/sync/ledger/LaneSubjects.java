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

import java.util.Optional;

/** What the copies of a lane were about. */
public final class LaneSubjects {

    /**
     * What was confirmed when the message was first handed out, and no parked one that has come back since: the same row is
     * always told the same.
     */
    static final String BEFORE = "WITH own AS (SELECT id, lane_id, first_handed_out_at FROM message WHERE id = (SELECT min(id)"
            + " FROM message WHERE lane_id = ? AND message_id = ?)) SELECT s.subject FROM (SELECT m.id, CASE WHEN"
            + " json_valid(m.content) THEN json_extract(m.content, '$.subject') END AS subject FROM own JOIN message m"
            + " ON m.lane_id = own.lane_id AND m.id < own.id WHERE m.kind = 'message' AND +m.state = 'confirmed'"
            + " AND +m.target_conversation = ? AND m.ended_at <= coalesce(own.first_handed_out_at, m.ended_at)) s"
            + " WHERE trim(s.subject) <> '' ORDER BY s.id DESC LIMIT 1";

    private final Ledger ledger;

    public LaneSubjects(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * The subject of the last message with one that a conversation of the target got before this row's message; that of an
     * edit is the same as its message's.
     */
    public Optional<String> before(MessageRow row, String targetConversation) {
        return ledger.read(statements -> statements.one(BEFORE, result -> result.getString(1), row.lane(),
                row.key().id(), targetConversation));
    }
}
