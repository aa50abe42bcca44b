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
package io.github.camelhelpdesk.sync.status;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.github.camelhelpdesk.common.ConversationStatus;
import io.github.camelhelpdesk.sync.ledger.Statements;

/**
 * Two conversations that stand for each other, seen from one of them. A status has two values, so that there is no conflict:
 * when
 * the sides differ, exactly one of them differs from what was agreed, and that one has changed.
 *
 * @param mapping id of the mapping
 * @param agreed the status that both have or are about to have; null when not known
 * @param version differs whenever that was agreed anew
 * @param own the conversation it is seen from
 * @param other the other one; null while there is none
 */
record StatusPair(long mapping, ConversationStatus agreed, long version, StatusEnd own, StatusEnd other) {

    private static final String FIND = "SELECT c.id, c.agreed, c.agreed_version, o.side, o.conversation FROM conversation_end s"
            + " JOIN conversation c ON c.id = s.mapping_id"
            + " LEFT JOIN conversation_end o ON o.mapping_id = c.id AND o.side <> s.side AND o.replaced_at IS NULL"
            + " WHERE s.link = ? AND s.side = ? AND s.conversation = ? AND s.replaced_at IS NULL";

    /** Empty for a conversation that has none on the other side, or whose place another one has taken. */
    static Optional<StatusPair> of(Statements statements, StatusEnd own) throws SQLException {
        Optional<Line> line = statements.one(FIND, result -> new Line(result.getLong(1), result.getString(2),
                result.getLong(3), result.getString(4), result.getString(5)), own.link(), own.side(), own.conversation());
        if (line.isEmpty()) {
            return Optional.empty();
        }
        Line found = line.get();
        StatusEnd other = found.side == null ? null : StatusEnd.of(statements, own.link(), found.side, found.conversation);
        return Optional.of(new StatusPair(found.mapping, Words.status(found.agreed), found.version, own, other));
    }

    /** Whether both have the same status, as far as they have told. */
    boolean haveToldTheSame() {
        return other != null && own.told() != null && own.told() == other.told();
    }

    /** Both sides are to have this status from now on. */
    StatusPair agree(Statements statements, ConversationStatus status) throws SQLException {
        statements.change("UPDATE conversation SET agreed = ?, agreed_version = agreed_version + 1 WHERE id = ?",
                Words.of(status), mapping);
        return new StatusPair(mapping, status, version + 1, own, other);
    }

    /** Whether the other side may have been set by an attempt whose end is not known: it is then set again. */
    boolean isOtherUncertain() {
        return other.setting() != null;
    }

    /**
     * The other side has what was agreed. Its consumer has yet to tell: if it does not, somebody may have changed it back at
     * once.
     */
    void otherFollowed(Statements statements, Duration checkAfter) throws SQLException {
        other.know(statements, agreed);
        if (other.told() != agreed) {
            other.check(statements, Instant.now().plus(checkAfter), 0);
        }
    }

    private record Line(long mapping, String agreed, long version, String side, String conversation) {
    }
}
