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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import io.github.camelhelpdesk.sync.conversation.LinkSides.LinkDirection;
import io.github.camelhelpdesk.sync.ledger.Statements;
import io.github.camelhelpdesk.sync.view.ConversationSummary;

/** Walks a link's lanes from the newest on, until it has found enough conversations. */
final class ConversationList {

    private static final int PAGE = 200;
    private static final int MOST_PAGES = 50;
    private static final String NEWEST = Lane.SELECT
            + "WHERE direction_id = ? AND newest_row < ? ORDER BY newest_row DESC LIMIT " + PAGE;

    private final Statements statements;
    private final LinkSides sides;
    private final ConversationLookUp lookUp;
    private final String search;
    private final Set<Long> seen = new HashSet<>();
    private final List<ConversationSummary> found = new ArrayList<>();

    ConversationList(Statements statements, LinkSides sides, String search) {
        this.statements = statements;
        this.sides = sides;
        this.lookUp = new ConversationLookUp(statements, sides);
        this.search = search == null ? "" : search.strip().toLowerCase(Locale.ROOT);
    }

    List<ConversationSummary> newest(int limit) throws SQLException {
        long before = Long.MAX_VALUE;
        for (int page = 0; page < MOST_PAGES && found.size() < limit; page++) {
            List<Lane> lanes = lanesBefore(before);
            for (Lane lane : lanes) {
                if (found.size() < limit && seen.add(lane.id())) {
                    take(lane);
                }
            }
            if (lanes.size() < PAGE) {
                break;
            }
            before = lanes.get(lanes.size() - 1).newestRow();
        }
        return found;
    }

    /** The newest lanes of all directions; no lane that is newer than the last of them is left out. */
    private List<Lane> lanesBefore(long row) throws SQLException {
        List<Lane> lanes = new ArrayList<>();
        for (LinkDirection direction : sides.directions()) {
            lanes.addAll(statements.all(NEWEST, Lane.of(direction.source()), direction.id(), row));
        }
        return lanes.stream().sorted(Comparator.comparingLong(Lane::newestRow).reversed()).limit(PAGE).toList();
    }

    private void take(Lane lane) throws SQLException {
        Conversation conversation = lookUp.of(lane);
        conversation.lanes().forEach(known -> seen.add(known.id()));
        if (matches(conversation)) {
            found.add(conversation.summary(statements));
        }
    }

    private boolean matches(Conversation conversation) {
        return search.isEmpty() || Stream.concat(conversation.lanes().stream().map(Lane::contact),
                conversation.ids().values().stream())
                .anyMatch(word -> word != null && word.toLowerCase(Locale.ROOT).contains(search));
    }
}
