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

import java.util.Optional;

import io.github.camelhelpdesk.sync.ledger.LedgerDirection;

/** What a direction has yet to deliver, as far as nobody has to decide anything before. */
final class Deliverable {

    private static final String UNENDED = "SELECT 1 FROM message m WHERE m.direction_id = ?"
            + " AND m.state IN ('pending', 'held', 'parked') AND m.state <> 'parked'";
    private static final String NOT_BEHIND_A_PARKED_ONE = " AND NOT EXISTS (SELECT 1 FROM message p WHERE p.direction_id ="
            + " m.direction_id AND p.lane_id = m.lane_id AND p.id < m.id AND p.state IN ('pending', 'held', 'parked')"
            + " AND p.state = 'parked')";

    private static final String PARKED = "SELECT count(*), count(DISTINCT lane_id), min(id) FROM message"
            + " WHERE direction_id = ? AND state = 'parked'";
    private static final String BEHIND = "SELECT count(*) FROM message m WHERE m.direction_id = ? AND m.state IN ('pending', 'held')"
            + " AND EXISTS (SELECT 1 FROM message p WHERE p.direction_id = m.direction_id AND p.lane_id = m.lane_id"
            + " AND p.id < m.id AND p.state = 'parked')";

    private final LedgerDirection direction;

    Deliverable(LedgerDirection direction) {
        this.direction = direction;
    }

    /** @param goOn whether a conversation goes on without its parked message */
    boolean isAny(boolean goOn) {
        String sql = UNENDED + (goOn ? "" : NOT_BEHIND_A_PARKED_ONE) + " LIMIT 1";
        return direction.ledger().read(statements -> statements.one(sql, result -> true, direction.id())).isPresent();
    }

    /** What somebody has to decide before the rest can be delivered; nothing when none waits for that. */
    Optional<String> awaited() {
        return direction.ledger().read(statements -> {
            long behind = statements.one(BEHIND, result -> result.getLong(1), direction.id()).orElse(0L);
            return behind == 0 ? Optional.<String> empty()
                    : statements.one(PARKED, result -> behind + " messages wait behind "
                            + result.getLong(1) + " parked ones in " + result.getLong(2)
                            + " conversations, the first of which is "
                            + result.getLong(3) + ". Replay or discard the parked ones: the rest follows by itself",
                            direction.id());
        });
    }

    /** How many messages were delivered ever. */
    long delivered() {
        return direction.ledger().read(statements -> statements.one("SELECT delivered FROM direction WHERE id = ?",
                result -> result.getLong(1), direction.id())).orElse(0L);
    }
}
