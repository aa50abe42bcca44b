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
package io.github.camelhelpdesk.sync.delivery;

import java.time.Duration;
import java.time.Instant;

import io.github.camelhelpdesk.sync.OnChange;
import io.github.camelhelpdesk.sync.Side;

/**
 * How one direction is delivered.
 *
 * @param target where to
 * @param settleTime how long a send whose answer was lost may still land
 * @param resendUnknown whether a message is sent again when the target cannot tell whether it has it
 * @param goOn whether a lane goes on without its parked message
 * @param maxRedeliveries how often an unknown failure is tried again
 * @param backoff waiting times between attempts
 * @param lanesAtOnce how many messages are with the route at once, each of another conversation
 * @param authorLine text before a message
 * @param subjectLine line before a message
 * @param onEdit what a target that cannot edit gets instead
 * @param onDelete what a target that cannot delete gets instead
 * @param silent whether it is history that is only filed, of which nobody is told
 */
public record DeliverySettings(Side target, Duration settleTime, boolean resendUnknown, boolean goOn, int maxRedeliveries,
        Backoff backoff, int lanesAtOnce, AuthorLine authorLine, SubjectLine subjectLine, OnChange onEdit, OnChange onDelete,
        boolean silent) {

    /** When, as of now, the last attempt that can be under way has settled: no doubt has to last longer. */
    Instant latestNotFoundFrom() {
        return Instant.now().plus(target.responseTimeout()).plus(settleTime);
    }

    SidePause pause() {
        return target.pause();
    }
}
