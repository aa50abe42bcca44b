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
import io.github.camelhelpdesk.sync.ledger.LedgerWrite;
import io.github.camelhelpdesk.sync.ledger.Statements;

/**
 * Writes that a conversation of one side stands for one of the other, as its key says. When another one has taken its place
 * already, it becomes one of before: what is written in it still goes to its original.
 *
 * @param side the side of the conversation that bears the key
 * @param conversation that conversation
 * @param originalSide the side that the key speaks of
 * @param key what it bears
 */
record RelinkConversation(SideIdentity side, String conversation, SideIdentity originalSide,
        ConversationKey key) implements LedgerWrite<Boolean> {

    private static final String BY_ORIGINAL = "SELECT c.id, c.generation, (SELECT count(*) FROM conversation_end t"
            + " WHERE t.mapping_id = c.id AND t.side = ? AND t.replaced_at IS NULL) FROM conversation_end s"
            + " JOIN conversation c ON c.id = s.mapping_id WHERE s.link = ? AND s.side = ? AND s.conversation = ?";
    private static final String BY_KEY = "SELECT c.id, c.generation, (SELECT count(*) FROM conversation_end t"
            + " WHERE t.mapping_id = c.id AND t.side = ? AND t.replaced_at IS NULL) FROM conversation c"
            + " WHERE c.link = ? AND c.key = ?";

    /** @return false when nobody can tell what the conversation stands for */
    @Override
    public Boolean run(Statements statements) throws SQLException {
        Optional<Known> known = known(statements);
        if (known.isPresent()) {
            add(statements, known.get());
            return true;
        }
        if (!key.namesAConversationOf(originalSide)) {
            return false;
        }
        long id = statements.insert("INSERT INTO conversation (link, state, generation, created_at, key)"
                + " VALUES (?, 'open', ?, ?, ?)", key.link(), key.generation(), Instant.now().toEpochMilli(), key.base());
        addEnd(statements, originalSide, key.original(), id);
        addEnd(statements, side, conversation, id);
        return true;
    }

    private Optional<Known> known(Statements statements) throws SQLException {
        Optional<Known> byKey = statements.one(BY_KEY, result -> new Known(result.getLong(1), result.getInt(2),
                result.getInt(3) > 0), side.toString(), key.link(), key.base());
        if (byKey.isPresent() || !key.namesAConversationOf(originalSide)) {
            return byKey;
        }
        return statements.one(BY_ORIGINAL, result -> new Known(result.getLong(1), result.getInt(2), result.getInt(3) > 0),
                side.toString(), key.link(), originalSide.toString(), key.original());
    }

    private void add(Statements statements, Known known) throws SQLException {
        if (known.isOpen() || key.generation() < known.generation()) {
            statements.change("INSERT INTO conversation_end (link, side, conversation, mapping_id, generation, replaced_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (link, side, conversation) DO NOTHING", key.link(),
                    side.toString(), conversation, known.id(), key.generation(), Instant.now().toEpochMilli());
        } else {
            addEnd(statements, side, conversation, known.id());
            statements.change("UPDATE conversation SET state = 'open', not_found_from = NULL WHERE id = ?", known.id());
        }
    }

    private void addEnd(Statements statements, SideIdentity of, String end, long mapping) throws SQLException {
        statements.change(ConversationTable.ADD_END, key.link(), of.toString(), end, mapping, key.generation());
    }

    private record Known(long id, int generation, boolean isOpen) {
    }
}
