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

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RecentDeliveriesTest {

    private final RecentDeliveries deliveries = new RecentDeliveries(3);

    @Test
    void oneIsNewOnce() {
        assertThat(deliveries.add(delivery("a"))).isTrue();
        assertThat(deliveries.add(delivery("a"))).isFalse();
    }

    @Test
    void eachOfItsKeysIsEnoughToKnowItAgain() {
        deliveries.add(delivery("id", "signature"));

        assertThat(deliveries.add(delivery("other id", "signature"))).isFalse();
        assertThat(deliveries.add(delivery("id"))).isFalse();
    }

    @Test
    @DisplayName("W2: a delivery replayed under ever new ids pushes nothing out of the memory")
    void w2ReplaysUnderOtherIdsAreKnownForEver() {
        deliveries.add(delivery("id", "signature"));

        for (int i = 0; i < 10; i++) {
            assertThat(deliveries.add(delivery("other id " + i, "signature"))).isFalse();
        }
    }

    @Test
    void withoutKeysEachIsNew() {
        assertThat(deliveries.add(delivery())).isTrue();
        assertThat(deliveries.add(delivery())).isTrue();
    }

    @Test
    void oldestAreForgottenSoThatMemoryIsBounded() {
        List.of("a", "b", "c", "d").forEach(key -> deliveries.add(delivery(key)));

        assertThat(deliveries.add(delivery("d"))).isFalse();
        assertThat(deliveries.add(delivery("a"))).isTrue();
    }

    @Test
    void oneThatCouldNotBeHandledMayComeAgain() {
        deliveries.add(delivery("a", "b"));
        deliveries.forget(delivery("a", "b"));

        assertThat(deliveries.add(delivery("a", "b"))).isTrue();
    }

    private static Delivery delivery(String... keys) {
        return new Delivery(List.of(keys));
    }
}
