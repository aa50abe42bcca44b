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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelhelpdesk.sync.ledger.Statements;
import io.github.camelhelpdesk.sync.ledger.Times;

/** The conversations of a link. */
final class PairTable {

    private static final String MAPPED = "SELECT c.id, c.created_at, e.side, e.conversation FROM conversation c"
            + " JOIN conversation_end e ON e.mapping_id = c.id WHERE c.link = ? ORDER BY c.id, e.generation";
    private static final String ALONE = "SELECT l.provider || '/' || l.account, l.conversation FROM lane l"
            + " JOIN direction d ON d.id = l.direction_id WHERE d.link = ? AND NOT EXISTS (SELECT 1 FROM conversation_end e"
            + " WHERE e.link = d.link AND e.side = l.provider || '/' || l.account AND e.conversation = l.conversation)"
            + " ORDER BY l.id";

    private PairTable() {
    }

    static List<ConversationPair> of(Statements statements, String link) throws SQLException {
        Map<Long, ConversationPair> mapped = new LinkedHashMap<>();
        statements.all(MAPPED, result -> addEnd(mapped, result), link);
        List<ConversationPair> pairs = new ArrayList<>(mapped.values());
        pairs.addAll(statements.all(ALONE,
                result -> new ConversationPair(null, Map.of(result.getString(1), List.of(result.getString(2)))), link));
        return pairs;
    }

    private static ConversationPair addEnd(Map<Long, ConversationPair> mapped, ResultSet result) throws SQLException {
        Instant mappedAt = Times.instant(result, 2);
        ConversationPair pair = mapped.computeIfAbsent(result.getLong(1),
                id -> new ConversationPair(mappedAt, new LinkedHashMap<>()));
        pair.ends().computeIfAbsent(result.getString(3), side -> new ArrayList<>()).add(result.getString(4));
        return pair;
    }
}
