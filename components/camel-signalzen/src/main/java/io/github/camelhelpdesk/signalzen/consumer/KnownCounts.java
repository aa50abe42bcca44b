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

import java.util.LinkedHashMap;
import java.util.Map;

/** How many messages users had when they were read last: where the next reading begins. Of the last 10,000 that were read. */
final class KnownCounts {

    private static final int MOST = 10_000;

    private final Map<String, Integer> counts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > MOST;
        }
    };

    /** Zero for a user that is not known. */
    synchronized int of(String userId) {
        return counts.getOrDefault(userId, 0);
    }

    synchronized void put(String userId, int count) {
        counts.put(userId, count);
    }
}
