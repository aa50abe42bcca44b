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
package io.github.camelhelpdesk.sync.desk;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelhelpdesk.sync.desk.DeskException.Problem;
import io.github.camelhelpdesk.sync.ledger.DirectionKey;
import io.github.camelhelpdesk.sync.ledger.Ledger;

/**
 * A link in the ledger that has it.
 *
 * @param link name of the link
 * @param ledger its ledger
 * @param directions its directions by their ids; one or two
 */
record LinkLedger(String link, Ledger ledger, Map<Long, DirectionKey> directions) {

    private static final String DIRECTIONS = "SELECT id, source, target FROM direction WHERE link = ? ORDER BY id";

    static Stream<LinkLedger> in(Ledger ledger, String link) {
        Map<Long, DirectionKey> directions = ledger.read(statements -> statements
                .all(DIRECTIONS, result -> Map.entry(result.getLong(1),
                        new DirectionKey(link, result.getString(2), result.getString(3))), link)
                .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        return directions.isEmpty() ? Stream.empty() : Stream.of(new LinkLedger(link, ledger, directions));
    }

    /**
     * The direction that comes from a side.
     *
     * @throws DeskException naming the link's sides when there is none
     */
    DirectionKey from(String source) {
        return directions.values().stream().filter(direction -> direction.source().equals(source)).findAny()
                .orElseThrow(() -> new DeskException(Problem.BAD_REQUEST, "source must be one of the sides from which the link "
                        + link + " carries messages: " + directions.values().stream().map(DirectionKey::source).sorted()
                                .collect(Collectors.joining(", "))));
    }
}
