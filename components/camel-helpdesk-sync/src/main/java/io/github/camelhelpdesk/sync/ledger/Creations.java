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
package io.github.camelhelpdesk.sync.ledger;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The conversations that are being created on a direction's target at this moment, by this process. */
public final class Creations {

    private final Map<Long, Long> lanesBefore = new ConcurrentHashMap<>();

    /**
     * A creation is about to be asked for.
     *
     * @param mapping id of the mapping
     * @param lastLane the newest lane that was there before
     * @return false when it is being created already
     */
    public boolean begin(long mapping, long lastLane) {
        return lanesBefore.putIfAbsent(mapping, lastLane) == null;
    }

    /** What the creation came to is durable. */
    public void end(long mapping) {
        lanesBefore.remove(mapping);
    }

    /** Whether a conversation of this lane may be one that is being created. */
    public boolean mayBeOf(long lane) {
        return lanesBefore.values().stream().anyMatch(before -> before < lane);
    }
}
