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
import java.util.HashSet;
import java.util.Set;

/**
 * The lanes that wait for something in the link's other direction to end. They are woken then, and looked after now and then.
 */
final class HeldLanes {

    private static final Duration LOOK_AFTER = Duration.ofSeconds(1);

    private final LaneQueue lanes;
    private final EndWriter writer;
    private final Set<Long> held = new HashSet<>();

    HeldLanes(LaneQueue lanes, EndWriter writer) {
        this.lanes = lanes;
        this.writer = writer;
    }

    /** The worker's lane sleeps until it is woken. */
    synchronized void hold(long lane) {
        lanes.sleep(lane);
        held.add(lane);
        if (held.size() == 1) {
            // What ended between the look and this line has woken nobody; nor has a person who took a message away.
            writer.later(LOOK_AFTER, this::wake);
        }
    }

    /** Lets all of them look again. */
    synchronized void wake() {
        held.forEach(lanes::again);
        held.clear();
    }
}
