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

import java.time.Duration;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60));

    @Test
    void waitDoublesUpToTheLongest() {
        assertThat(backoff.after(0)).hasSeconds(1);
        assertThat(backoff.after(3)).hasSeconds(8);
        assertThat(backoff.after(6)).hasSeconds(60);
        assertThat(backoff.after(Integer.MAX_VALUE)).hasSeconds(60);
    }

    @Test
    @DisplayName("R1: what the provider asks for is honoured, and an absurd wish is capped")
    void r1WhatTheProviderAsksForIsHonouredUpToAnHour() {
        assertThat(backoff.after(0, null)).hasSeconds(1);
        assertThat(backoff.after(3, Duration.ofSeconds(2))).hasSeconds(8);
        assertThat(backoff.after(0, Duration.ofMinutes(5))).hasMinutes(5);
        assertThat(backoff.after(0, Duration.ofDays(400))).hasHours(1);
    }
}
