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
class HistoryReadingTest {

    private final HistoryReading benchmark = new HistoryReading();

    @BeforeEach
    void start() {
        benchmark.size = "27x110";
        benchmark.start();
    }

    @AfterEach
    void stop() throws Exception {
        benchmark.stop();
    }

    @Test
    void theComponentReadsEachMessage() throws Exception {
        HistoryReading.Component component = new HistoryReading.Component();
        component.open(benchmark);

        assertThat(benchmark.component(component)).isEqualTo(27 * 110);
        component.close();
    }

    @Test
    void theHandWrittenLoopReadsEachMessage() throws Exception {
        HistoryReading.HandWritten loop = new HistoryReading.HandWritten();
        loop.open(benchmark);

        assertThat(benchmark.handWritten(loop)).isEqualTo(27 * 110);
        loop.close();
    }

    @Test
    void plainCamelReadsEachMessage() throws Exception {
        HistoryReading.PlainCamel plain = new HistoryReading.PlainCamel();
        plain.open(benchmark);

        assertThat(benchmark.plainCamel(plain)).isEqualTo(27 * 110);
        plain.close();
    }
}
