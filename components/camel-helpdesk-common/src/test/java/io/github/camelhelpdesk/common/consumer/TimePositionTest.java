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

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.common.model.AuthorType;

class TimePositionTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    @Test
    void aConversationWithAMessageOfTheFutureIsNotQuietBeforeThatTime() {
        Instant future = NOW.plus(Duration.ofDays(30));
        TimePosition position = TimePosition.since(NOW);
        position.handled(new SourceMessage("1", future, AuthorType.CUSTOMER, false, "x", Map.of(), null, null), NOW, null);
        position.settle(NOW);
        assertThat(position.settledAt()).isEqualTo(future);
    }
}
