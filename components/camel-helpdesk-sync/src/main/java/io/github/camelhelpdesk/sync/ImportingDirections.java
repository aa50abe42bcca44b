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
package io.github.camelhelpdesk.sync;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.github.camelhelpdesk.sync.ledger.DirectionKey;

/** The directions of this application that import, as their endpoints say: one of a direction's endpoints is enough. */
final class ImportingDirections {

    private final Map<Object, Import> imports = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException when another endpoint of the direction says otherwise of dryRun */
    void add(Object owner, DirectionKey direction, boolean dryRun) {
        if (dryRun(direction).filter(known -> known != dryRun).isPresent()) {
            throw new IllegalArgumentException("The option dryRun of " + direction + " is true at one endpoint and false at"
                    + " another. Set it to the same value.");
        }
        imports.put(owner, new Import(direction, dryRun));
    }

    void remove(Object owner) {
        imports.remove(owner);
    }

    Optional<Boolean> dryRun(DirectionKey direction) {
        return imports.values().stream().filter(known -> known.direction.equals(direction)).map(Import::dryRun).findFirst();
    }

    private record Import(DirectionKey direction, boolean dryRun) {
    }
}
