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
package io.github.camelhelpdesk.sync.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import io.github.camelhelpdesk.sync.ledger.ConfirmMessage;
import io.github.camelhelpdesk.sync.ledger.DirectionKey;

/**
 * What the ledger's rows say of the messages that an import has taken in.
 *
 * @param states how many rows there are in each state; parked ones that could not be read under {@code unreadable}
 * @param leftOut rows that ended without a copy, by the reason
 * @param imported conversations of the source of which messages were delivered
 * @param waiting those of the others of which messages may still be
 * @param found those of the others whose messages another import has delivered
 * @param leftOutConversations those with none of these
 */
record RowCounts(Map<String, Long> states, Map<String, Long> leftOut, long imported, long waiting, long found,
        long leftOutConversations) {

    private static final String ROWS = " FROM message WHERE direction_id = (SELECT id FROM direction WHERE link = ? AND source = ?"
            + " AND target = ?) AND id > ? AND kind = 'message' ";
    private static final String STATES = "SELECT CASE WHEN state = 'parked' AND digest = 'unreadable' THEN 'unreadable'"
            + " WHEN state = 'confirmed' AND reason = '" + ConfirmMessage.FOUND
            + "' THEN 'found' ELSE state END, CASE WHEN state IN ('skipped', 'discarded') THEN CASE WHEN reason LIKE 'Deleted %' THEN 'deleted'"
            + " WHEN state = 'skipped' THEN 'byRoute' ELSE 'discarded' END END, count(*)" + ROWS + "GROUP BY 1, 2";
    private static final String LANES = "SELECT best, count(*) FROM (SELECT max(CASE WHEN state = 'confirmed' AND reason ="
            + " '" + ConfirmMessage.FOUND + "' THEN 1 WHEN state = 'confirmed' THEN 3"
            + " WHEN state IN ('pending', 'held', 'parked') THEN 2 ELSE 0 END) AS best" + ROWS
            + "GROUP BY lane_id) GROUP BY best";

    static RowCounts of(ImportNotes notes, long lastRowBefore) {
        DirectionKey direction = notes.direction();
        Map<String, Long> states = new HashMap<>();
        Map<String, Long> leftOut = new TreeMap<>();
        Map<Integer, Long> lanes = new HashMap<>();
        notes.ledger().read(statements -> {
            statements.all(STATES, result -> {
                states.merge(result.getString(1), result.getLong(3), Long::sum);
                return result.getString(2) == null ? null : leftOut.merge(result.getString(2), result.getLong(3), Long::sum);
            }, direction.link(), direction.source(), direction.target(), lastRowBefore);
            return statements.all(LANES, result -> lanes.put(result.getInt(1), result.getLong(2)), direction.link(),
                    direction.source(), direction.target(), lastRowBefore);
        });
        return new RowCounts(states, leftOut, lanes.getOrDefault(3, 0L), lanes.getOrDefault(2, 0L),
                lanes.getOrDefault(1, 0L), lanes.getOrDefault(0, 0L));
    }

    long in(String... some) {
        long sum = 0;
        for (String state : some) {
            sum += states.getOrDefault(state, 0L);
        }
        return sum;
    }

    long all() {
        return states.values().stream().mapToLong(Long::longValue).sum();
    }

    long conversations() {
        return imported + waiting + found + leftOutConversations;
    }
}
