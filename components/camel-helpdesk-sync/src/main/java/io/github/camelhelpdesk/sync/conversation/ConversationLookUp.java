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
package io.github.camelhelpdesk.sync.conversation;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.camelhelpdesk.sync.conversation.LinkSides.LinkDirection;
import io.github.camelhelpdesk.sync.ledger.Statements;

/** Puts together what belongs to one conversation, from any of its ends. */
final class ConversationLookUp {

    private static final String LANE = Lane.SELECT + "WHERE direction_id = ? AND conversation = ? ORDER BY newest_row DESC";
    private static final String ENDS = "SELECT other.side, other.conversation FROM conversation_end own"
            + " JOIN conversation_end other ON other.mapping_id = own.mapping_id"
            + " WHERE own.link = ? AND own.side = ? AND own.conversation = ?"
            + " ORDER BY other.replaced_at IS NULL, other.generation";
    private static final String ENDS_OF_ANY_SIDE = "SELECT side, conversation FROM conversation_end WHERE link = ?"
            + " AND conversation = ?";

    private final Statements statements;
    private final LinkSides sides;

    ConversationLookUp(Statements statements, LinkSides sides) {
        this.statements = statements;
        this.sides = sides;
    }

    Optional<Conversation> find(String side, String conversationId) throws SQLException {
        Optional<Lane> written = lanes(side, conversationId).stream().findFirst();
        return written.isPresent() ? Optional.of(of(written.get())) : findByCopies(side, conversationId);
    }

    /** Nobody has written there yet, or nobody reads it: it is known as the counterpart of one on the other side. */
    private Optional<Conversation> findByCopies(String side, String conversationId) throws SQLException {
        for (ConversationEnd end : ends(ENDS_OF_ANY_SIDE, sides.link(), conversationId)) {
            for (ConversationEnd other : ends(ENDS, sides.link(), end.account(), conversationId)) {
                Optional<Lane> lane = lane(sides.otherThan(side), other);
                if (lane.isPresent() && !other.equals(end)) {
                    return Optional.of(of(lane.get()));
                }
            }
        }
        return Optional.empty();
    }

    Conversation of(Lane lane) throws SQLException {
        Map<String, String> ids = new HashMap<>(Map.of(lane.side(), lane.conversation()));
        Map<Long, Lane> lanes = new LinkedHashMap<>(Map.of(lane.id(), lane));
        for (ConversationEnd end : ends(ENDS, sides.link(), lane.account(), lane.conversation())) {
            String side = end.account().equals(lane.account()) ? lane.side() : sides.otherThan(lane.side());
            ids.put(side, end.conversation());
            lane(side, end).ifPresent(written -> lanes.put(written.id(), written));
        }
        return new Conversation(sides, ids, List.copyOf(lanes.values()));
    }

    private Optional<Lane> lane(String side, ConversationEnd end) throws SQLException {
        return lanes(side, end.conversation()).stream().filter(lane -> lane.account().equals(end.account())).findFirst();
    }

    private List<Lane> lanes(String side, String conversationId) throws SQLException {
        Optional<LinkDirection> direction = sides.from(side);
        return direction.isEmpty() ? List.of()
                : statements.all(LANE, Lane.of(side), direction.get().id(), conversationId);
    }

    private List<ConversationEnd> ends(String sql, Object... values) throws SQLException {
        return statements.all(sql, result -> new ConversationEnd(result.getString(1), result.getString(2)), values);
    }
}
