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
import java.util.List;
import java.util.Optional;

import io.github.camelhelpdesk.sync.ledger.Statements;

/**
 * The two sides of a link and the directions between them.
 *
 * @param link the link's name
 * @param source component name of the side that the first direction comes from
 * @param target component name of the other side
 * @param directions one or two
 */
record LinkSides(String link, String source, String target, List<LinkDirection> directions) {

    /**
     * A direction as the ledger has it.
     *
     * @param id its id
     * @param source component name of the side that messages come from
     * @param target component name of the side that messages go to
     */
    record LinkDirection(long id, String source, String target) {
    }

    private static final String DIRECTIONS = "SELECT id, source, target FROM direction WHERE link = ? ORDER BY id";

    /** Empty when the ledger does not know the link. */
    static Optional<LinkSides> of(Statements statements, String link) throws SQLException {
        List<LinkDirection> directions = statements.all(DIRECTIONS,
                result -> new LinkDirection(result.getLong(1), result.getString(2), result.getString(3)), link);
        if (directions.isEmpty()) {
            return Optional.empty();
        }
        LinkDirection first = directions.get(0);
        // A link that joined other sides in an earlier configuration is shown with the two that it joined first.
        return Optional.of(new LinkSides(link, first.source(), first.target(), directions.stream()
                .filter(direction -> joins(first, direction)).toList()));
    }

    private static boolean joins(LinkDirection first, LinkDirection direction) {
        return direction.equals(first)
                || direction.source().equals(first.target()) && direction.target().equals(first.source());
    }

    Optional<LinkDirection> from(String side) {
        return directions.stream().filter(direction -> direction.source().equals(side)).findFirst();
    }

    String otherThan(String side) {
        return side.equals(source) ? target : source;
    }
}
