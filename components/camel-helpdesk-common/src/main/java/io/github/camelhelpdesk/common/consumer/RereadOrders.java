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
package io.github.camelhelpdesk.common.consumer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Numbers the orders to read again, each higher than those before it, whatever the clock does meanwhile. */
final class RereadOrders {

    private long last;

    synchronized RereadOrder next(Instant from) {
        last = Math.max(last + 1, System.currentTimeMillis());
        return new RereadOrder(last, from.isBefore(Instant.EPOCH) ? Instant.EPOCH : from.truncatedTo(ChronoUnit.MILLIS));
    }
}
