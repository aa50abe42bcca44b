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
package io.github.camelhelpdesk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is measured does its work: the benchmarks at a small size. */
class PollToDeliveredTest {

    private final PollToDelivered benchmark = new PollToDelivered();

    @BeforeEach
    void start() throws Exception {
        benchmark.conversations = 3;
        benchmark.messagesEach = 20;
        benchmark.start();
    }

    @AfterEach
    void stop() throws Exception {
        benchmark.stop();
    }

    @Test
    void theBridgeDeliversEachMessage() throws Exception {
        PollToDelivered.Bridge bridge = new PollToDelivered.Bridge();
        bridge.open(benchmark);

        assertThat(benchmark.bridge(bridge)).isEqualTo(60);
        bridge.close();
    }

    @Test
    void theHandWrittenBridgeDeliversEachMessage() throws Exception {
        PollToDelivered.HandWritten rival = new PollToDelivered.HandWritten();
        rival.open(benchmark);

        assertThat(benchmark.handWritten(rival)).isEqualTo(60);
        rival.close();
    }

    @Test
    void bothMakeTheSameCallsOfTheTarget() throws Exception {
        PollToDelivered.Bridge bridge = new PollToDelivered.Bridge();
        bridge.open(benchmark);
        benchmark.bridge(bridge);
        bridge.close();
        long ours = benchmark.requestsOfTarget();
        PollToDelivered.HandWritten rival = new PollToDelivered.HandWritten();
        rival.open(benchmark);
        benchmark.handWritten(rival);
        rival.close();

        // The bridge asks a few times which channel it has to do with.
        assertThat(benchmark.requestsOfTarget() - ours).isBetween(ours - 5, ours);
    }
}
