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
package io.github.camelhelpdesk.common.webhook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Remembers the newest deliveries, so that one that is sent again does nothing again. The oldest are forgotten. */
final class RecentDeliveries {

    private final Set<String> keys;

    /** @param limit how many keys are remembered */
    RecentDeliveries(int limit) {
        this.keys = Collections.newSetFromMap(new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > limit;
            }
        });
    }

    /** Remembers a delivery and says whether it is new. One that has no keys always is. */
    synchronized boolean add(Delivery delivery) {
        if (delivery.keys().stream().anyMatch(keys::contains)) {
            // Nothing is learnt from it: under other ids it could push everything else out.
            return false;
        }
        keys.addAll(delivery.keys());
        return true;
    }

    /** Forgets a delivery that could not be handled, so that another attempt at it can be. */
    synchronized void forget(Delivery delivery) {
        delivery.keys().forEach(keys::remove);
    }
}
