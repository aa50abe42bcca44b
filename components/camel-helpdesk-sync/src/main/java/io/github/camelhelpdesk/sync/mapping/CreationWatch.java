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

import java.util.function.BooleanSupplier;

import io.github.camelhelpdesk.sync.SideIdentity;
import io.github.camelhelpdesk.sync.ledger.DirectionKey;
import io.github.camelhelpdesk.sync.ledger.LedgerDirection;

/**
 * Tells whether an unmapped conversation may be one that the link's other direction is creating, whose id is not known yet: a
 * bot may greet in it before. One whose lane was there before a creation began cannot be what that creation made.
 */
final class CreationWatch {

    /** In doubt, and sure to be taken up again: a creation whose message waits for a person would hold others for ever. */
    private static final String IN_DOUBT = "SELECT c.id FROM conversation c"
            + " JOIN conversation_end o ON o.mapping_id = c.id AND o.side = ? AND o.replaced_at IS NULL"
            + " JOIN direction d ON d.link = c.link AND d.source = ? AND d.target = ?"
            + " JOIN lane l ON l.direction_id = d.id AND l.provider = ? AND l.account = ? AND l.conversation = o.conversation"
            + " WHERE c.link = ? AND c.state = 'creating' AND c.not_found_from IS NOT NULL AND c.lanes_before < ?"
            + " AND NOT EXISTS (SELECT 1 FROM conversation_end t WHERE t.mapping_id = c.id AND t.side = ?"
            + " AND t.replaced_at IS NULL)"
            + " AND (SELECT m.state FROM message m WHERE m.direction_id = d.id AND m.lane_id = l.id"
            + " AND m.state IN ('pending', 'held', 'parked') ORDER BY m.id LIMIT 1) = 'pending'";

    private final LedgerDirection direction;
    private final BooleanSupplier bothWays;

    /** @param bothWays whether this application has the link's other direction at all */
    CreationWatch(LedgerDirection direction, BooleanSupplier bothWays) {
        this.direction = direction;
        this.bothWays = bothWays;
    }

    /** Whether a lane's conversation, which is on the creations' side, may be one of theirs. */
    boolean mayBeOf(long lane, SideIdentity here, SideIdentity there) {
        // In this order: a creation that ends in between has left its doubt or its mapping behind.
        return direction.opposite().filter(opposite -> opposite.creations().mayBeOf(lane)).isPresent()
                || bothWays.getAsBoolean() && isInDoubt(lane, here, there);
    }

    private boolean isInDoubt(long lane, SideIdentity here, SideIdentity there) {
        DirectionKey opposite = direction.key().opposite();
        return direction.ledger().read(statements -> statements.one(IN_DOUBT, result -> result.getLong(1), there.toString(),
                opposite.source(), opposite.target(), there.provider(), there.account(), opposite.link(), lane,
                here.toString())).isPresent();
    }
}
