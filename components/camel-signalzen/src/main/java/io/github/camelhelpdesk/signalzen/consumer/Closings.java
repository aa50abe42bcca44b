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
package io.github.camelhelpdesk.signalzen.consumer;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** When users were closed, as webhooks have told: the API does not show it. Of the 10,000 that were closed last. */
public final class Closings {

    private static final int MOST = 10_000;

    private final Map<String, Instant> closings = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

    /**
     * A webhook has told that a user was closed.
     *
     * @param closedAt when that was by the provider's clock, as far as it says
     */
    public synchronized void add(String userId, Instant closedAt) {
        closings.remove(userId);
        closings.put(userId, closedAt);
    }

    synchronized Optional<Instant> of(String userId) {
        return Optional.ofNullable(closings.get(userId));
    }
}
