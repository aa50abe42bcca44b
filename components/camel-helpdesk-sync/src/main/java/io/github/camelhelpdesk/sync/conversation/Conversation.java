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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.camelhelpdesk.sync.ledger.Statements;
import io.github.camelhelpdesk.sync.ledger.Times;
import io.github.camelhelpdesk.sync.view.ConversationSide;
import io.github.camelhelpdesk.sync.view.ConversationSummary;

/**
 * What belongs together on both sides.
 *
 * @param sides the link's sides
 * @param ids by side: the conversation's id there, the newest where there were several
 * @param lanes what was written, on either side
 */
record Conversation(LinkSides sides, Map<String, String> ids, List<Lane> lanes) {

    private static final String OPEN = "SELECT state, count(*) FROM (SELECT state FROM message WHERE direction_id = ?"
            + " AND lane_id = ? AND state IN ('pending', 'held', 'parked') LIMIT 1000) GROUP BY state";
    private static final String RECEIVED = "SELECT received_at FROM message WHERE id = ?";
    private static final String PARKED = "parked";

    ConversationSummary summary(Statements statements) throws SQLException {
        return ConversationSummary.of(contact(), side(statements, sides.source()), side(statements, sides.target()),
                lastActivity(statements));
    }

    private ConversationSide side(Statements statements, String name) throws SQLException {
        Map<String, Long> open = new HashMap<>();
        long messages = 0;
        for (Lane lane : lanesOf(name)) {
            messages += lane.messages();
            statements.all(OPEN, result -> open.merge(result.getString(1), result.getLong(2), Long::sum), lane.direction(),
                    lane.id());
        }
        long parked = open.getOrDefault(PARKED, 0L);
        long all = open.values().stream().mapToLong(Long::longValue).sum();
        return new ConversationSide(name, ids.get(name), messages, all - parked, parked);
    }

    private List<Lane> lanesOf(String side) {
        return lanes.stream().filter(lane -> lane.side().equals(side)).toList();
    }

    /** As the side says where the conversation began: on the other one the name is our own copy of it. */
    private String contact() {
        List<Lane> oldestFirst = new ArrayList<>(lanes);
        oldestFirst.sort(Comparator.comparingLong(Lane::id));
        return oldestFirst.stream().map(Lane::contact).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private Instant lastActivity(Statements statements) throws SQLException {
        long newest = lanes.stream().mapToLong(Lane::newestRow).max().orElse(0);
        return statements.one(RECEIVED, result -> Times.instant(result, 1), newest).orElse(null);
    }
}
