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
package io.github.camelhelpdesk.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

import org.junit.jupiter.api.Test;

class UntilStoppedTest {

    private final AtomicInteger made = new AtomicInteger();
    private final UntilStopped<Integer> lasting = new UntilStopped<>(new ReentrantLock(), made::incrementAndGet);

    @Test
    void isMadeOnFirstUseAndOnce() {
        assertThat(made).hasValue(0);
        assertThat(lasting.get()).isEqualTo(1);
        assertThat(lasting.get()).isEqualTo(1);
    }

    @Test
    void isMadeAnewAfterAStop() {
        lasting.get();
        lasting.forget();
        assertThat(lasting.get()).isEqualTo(2);
    }
}
