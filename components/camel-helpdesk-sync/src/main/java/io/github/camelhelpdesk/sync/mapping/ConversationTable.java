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
package io.github.camelhelpdesk.sync.mapping;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

import io.github.camelhelpdesk.sync.SideIdentity;
import io.github.camelhelpdesk.sync.ledger.Ledger;
import io.github.camelhelpdesk.sync.ledger.Statements;
import io.github.camelhelpdesk.sync.ledger.Times;

/** The conversation mapping of one link, which both of its directions share. */
final class ConversationTable {

    static final String ADD_END = "INSERT INTO conversation_end (link, side, conversation, mapping_id, generation)"
            + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (link, side, conversation) DO NOTHING";
    private static final String FIND = "SELECT " + ConversationMapping.COLUMNS + " FROM conversation_end s"
            + " JOIN conversation c ON c.id = s.mapping_id"
            + " LEFT JOIN conversation_end t ON t.mapping_id = c.id AND t.side = ? AND t.replaced_at IS NULL"
            + " WHERE s.link = ? AND s.side = ? AND s.conversation = ?";
    private static final String CREATE = "INSERT INTO conversation (link, state, created_at, key, lanes_before)"
            + " VALUES (?, 'creating', ?, ?, (SELECT coalesce(max(id), 0) FROM lane))";

    private final Ledger ledger;
    private final String link;

    ConversationTable(Ledger ledger, String link) {
        this.ledger = ledger;
        this.link = link;
    }

    /** Finds it by a conversation of the source that is in use or has been. */
    Optional<ConversationMapping> find(SideIdentity source, String conversation, SideIdentity target) {
        return ledger.read(statements -> statements.one(FIND, ConversationMapping::read, target.toString(), link,
                source.toString(), conversation));
    }

    /** Writes, before anything is asked of the provider, that a conversation is about to be created. */
    void creating(SideIdentity source, String conversation) {
        ledger.writeNow(statements -> {
            long id = statements.insert(CREATE, link, Instant.now().toEpochMilli(),
                    ConversationKey.base(link, source, conversation));
            if (statements.change(ADD_END, link, source.toString(), conversation, id, 1) == 0) {
                throw new SQLException("Conversation " + conversation + " of " + source + " is being mapped already");
            }
            return null;
        });
    }

    /** @return false when the conversation stands for another one already; nothing is changed then */
    boolean opened(ConversationMapping mapping, SideIdentity target, String conversation) {
        return ledger.writeNow(statements -> {
            if (statements.change(ADD_END, link, target.toString(), conversation, mapping.id(), mapping.generation()) == 0) {
                return isEndOf(statements, mapping, target, conversation);
            }
            statements.change("UPDATE conversation SET state = 'open', not_found_from = NULL, agreed = 'open',"
                    + " agreed_version = agreed_version + 1 WHERE id = ?", mapping.id());
            return true;
        });
    }

    /** It may have been linked again by what was read in it. */
    private boolean isEndOf(Statements statements, ConversationMapping mapping, SideIdentity target, String conversation)
            throws SQLException {
        return statements.one("SELECT mapping_id FROM conversation_end WHERE link = ? AND side = ? AND conversation = ?"
                + " AND replaced_at IS NULL", result -> result.getLong(1), link, target.toString(), conversation)
                .filter(found -> found == mapping.id()).isPresent();
    }

    /** @param notFoundFrom from when on "not found" counts, or null when the creation did not happen for certain */
    void inDoubt(ConversationMapping mapping, Instant notFoundFrom) {
        ledger.writeNow(statements -> statements.change("UPDATE conversation SET not_found_from = ? WHERE id = ?"
                + " AND state = 'creating'", Times.millis(notFoundFrom), mapping.id()));
    }

    /** Declares the creations of an earlier consumer in doubt. */
    void doubtCreations(Instant notFoundFrom) {
        ledger.writeNow((Statements statements) -> statements.change(
                "UPDATE conversation SET not_found_from = max(coalesce(not_found_from, 0), ?) WHERE link = ? AND state = 'creating'",
                notFoundFrom.toEpochMilli(), link));
    }
}
