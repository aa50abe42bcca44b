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

import java.time.Instant;
import java.util.List;

/**
 * Reads again, through the link's own route, what was written before. What the ledger has already changes nothing, and new
 * messages are read meanwhile, so that nothing is doubled and each conversation keeps its order.
 */
public interface Backfilling {

    /**
     * Begins to read a side again.
     *
     * @param source name of the side
     * @param from what was written at or after this instant; {@link Instant#EPOCH} for everything
     */
    Backfill start(String source, Instant from);

    /** Those that are running and the last ones, at most one for each side. A running one goes on after a restart. */
    List<Backfill> all();
}
