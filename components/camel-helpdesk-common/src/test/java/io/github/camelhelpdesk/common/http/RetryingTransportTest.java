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
package io.github.camelhelpdesk.common.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JavaType;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.NotSentException;

class RetryingTransportTest {

    private final Deque<HelpdeskException> failures = new ArrayDeque<>();
    private final List<Duration> waits = new ArrayList<>();
    private final Transport flaky = new Transport() {
        @Override
        public <T> HttpAnswer<T> send(HttpCall call, JavaType type) {
            if (!failures.isEmpty()) {
                throw failures.poll();
            }
            return new HttpAnswer<>(200, null, null);
        }
    };
    private final RetryingTransport transport = new RetryingTransport(flaky,
            new RetryPolicy(5, Duration.ofSeconds(60), () -> 1.0), waits::add);

    private static HelpdeskException unclear() {
        return new HelpdeskException("500", Outcome.UNCLEAR, 500, null, true, null);
    }

    @Test
    void waitsGrowExponentially() {
        failures.addAll(List.of(unclear(), unclear(), unclear()));
        transport.send(HttpCall.get("/a"), Void.class);
        assertThat(waits).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    @DisplayName("R1: Retry-After is waited for")
    void r1RetryAfterIsWaitedFor() {
        failures.add(new NotSentException("429", 429, Duration.ofSeconds(7), null));
        transport.send(HttpCall.post("/a", null), Void.class);
        assertThat(waits).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    @DisplayName("R1: a Retry-After of one hour does not block")
    void r1RetryAfterOfOneHourDoesNotBlock() {
        failures.add(new NotSentException("429", 429, Duration.ofHours(1), null));
        assertThatThrownBy(() -> transport.send(HttpCall.get("/a"), Void.class)).isInstanceOfSatisfying(NotSentException.class,
                failure -> assertThat(failure.retryAfter()).isEqualTo(Duration.ofHours(1)));
        assertThat(waits).isEmpty();
    }

    @Test
    void patienceEnds() {
        for (int i = 0; i < 6; i++) {
            failures.add(unclear());
        }
        assertThatThrownBy(() -> transport.send(HttpCall.get("/a"), Void.class)).hasMessage("500");
        assertThat(waits).hasSize(5);
    }

    @Test
    void whatWasRefusedIsNotSentAgain() {
        failures.add(new HelpdeskException("422", Outcome.REFUSED, 422, null, false, null));
        assertThatThrownBy(() -> transport.send(HttpCall.get("/a"), Void.class)).hasMessage("422");
        assertThat(waits).isEmpty();
    }
}
