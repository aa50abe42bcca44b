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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhelpdesk.sync.ledger.DirectionKey;
import io.github.camelhelpdesk.sync.ledger.Ledger;
import io.github.camelhelpdesk.sync.mapping.LaneWaitsException;

class PausedConversationsTest {

    /** Less than nothing: each conversation is paused at once, without a row in the ledger. */
    private static final int NO_SHARE = -1;

    @Test
    @DisplayName("M1: of the conversations that were paused the last 10,000 are remembered")
    void m1PausedConversationsAreBounded(@TempDir Path directory) throws Exception {
        try (Ledger ledger = Ledger.open(directory.resolve("ledger.db"))) {
            TripWire tripWire = new TripWire(ledger.direction(new DirectionKey("link", "alpha", "beta")), NO_SHARE);
            for (int i = 0; i < 10_500; i++) {
                String conversation = "c" + i;
                assertThatThrownBy(() -> tripWire.pass(conversation)).isInstanceOf(LaneWaitsException.class);
            }
            assertThat(tripWire.alarm()).isPresent();
            assertThat(paused(tripWire)).hasSize(10_000).containsKey("c10499");
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> paused(TripWire tripWire) throws ReflectiveOperationException {
        Field tripped = TripWire.class.getDeclaredField("tripped");
        tripped.setAccessible(true);
        return (Map<String, ?>) tripped.get(tripWire);
    }
}
