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

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LaneQueueTest {

    private final LaneQueue lanes = new LaneQueue();

    @Test
    void laneStandsInLineOnceHoweverOftenItIsWoken() throws Exception {
        lanes.wake(1);
        lanes.wake(1);
        lanes.wake(2);
        assertThat(lanes.take()).isEqualTo(1);
        assertThat(lanes.take()).isEqualTo(2);
        assertThat(lanes.size()).isEqualTo(2);
    }

    @Test
    void workThatComesWhileALaneIsServedIsNotForgotten() throws Exception {
        lanes.wake(1);
        lanes.take();
        lanes.wake(1);
        lanes.done(1);
        assertThat(lanes.take()).isEqualTo(1);
    }

    @Test
    void laneWithMoreWorkGoesToTheEndOfTheLine() throws Exception {
        lanes.wake(1);
        lanes.wake(2);
        lanes.again(lanes.take());
        assertThat(lanes.take()).isEqualTo(2);
        assertThat(lanes.take()).isEqualTo(1);
    }

    @Test
    void laneThatSleepsIsNotWokenByNewWork() throws Exception {
        lanes.wake(1);
        lanes.take();
        lanes.sleep(1);
        lanes.wake(1);
        lanes.wake(2);
        assertThat(lanes.take()).isEqualTo(2);
        lanes.again(1);
        assertThat(lanes.take()).isEqualTo(1);
    }

    @Test
    void closedQueueLetsWorkersGo() throws Exception {
        lanes.wake(1);
        lanes.close();
        assertThat(lanes.take()).isNull();
    }

    @Test
    @DisplayName("M1: a hundred thousand conversations that are done leave nothing behind")
    void m1LanesThatAreDoneLeaveNothingBehind() throws Exception {
        for (long lane = 0; lane < 100_000; lane++) {
            lanes.wake(lane);
        }
        for (int i = 0; i < 100_000; i++) {
            lanes.done(lanes.take());
        }
        assertThat(lanes.size()).isZero();
    }
}
