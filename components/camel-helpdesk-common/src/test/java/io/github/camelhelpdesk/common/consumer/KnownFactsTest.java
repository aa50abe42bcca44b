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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.NotSentException;
import io.github.camelhelpdesk.common.http.UnexpectedShapeException;

class KnownFactsTest {

    private final KnownFacts<String> names = new KnownFacts<>();
    private final List<String> asked = new ArrayList<>();

    @Test
    void factIsAskedForOnceAndNotAtAllWhenAnAnswerHasToldIt() {
        names.put("2", "Ben");
        names.put("3", null);
        names.put(null, "Nobody");
        for (int i = 0; i < 5; i++) {
            assertThat(name("1")).isEqualTo("name of 1");
            assertThat(names.get("2", () -> "another")).isEqualTo("Ben");
        }
        assertThat(name("3")).isEqualTo("name of 3");
        assertThat(asked).containsExactly("1", "3");
    }

    @Test
    void onlyTheLastUsedAreKept() {
        for (int i = 0; i < 10_000; i++) {
            name("n" + i);
        }
        name("n0");
        name("one more");
        asked.clear();
        assertThat(name("n0")).isEqualTo("name of n0");
        assertThat(asked).as("used last").isEmpty();
        name("n1");
        assertThat(asked).as("used longest ago").containsExactly("n1");
    }

    @ParameterizedTest
    @ValueSource(ints = { 404, 410 })
    void whatIsGoneIsAskedForOnce(int status) {
        for (int i = 0; i < 3; i++) {
            assertThat(names.get("1", () -> fail("1", Outcome.REFUSED, status))).isNull();
        }
        assertThat(asked).hasSize(1);
    }

    @Test
    void whatCannotBeReadThreeTimesHoldsNothingBackAnyMore() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> names.get("1", () -> fail("1", Outcome.UNCLEAR, 500)))
                    .isInstanceOf(HelpdeskException.class);
        }
        for (int i = 0; i < 3; i++) {
            assertThat(names.get("1", () -> fail("1", Outcome.UNCLEAR, 500))).isNull();
        }
        assertThat(asked).hasSize(3);
    }

    @Test
    void whatIsNotWhatItShouldBeIsAskedForOnce() {
        for (int i = 0; i < 3; i++) {
            assertThat(names.get("1", () -> {
                asked.add("1");
                throw new UnexpectedShapeException("no");
            })).isNull();
        }
        assertThat(asked).hasSize(1);
    }

    @Test
    void whatIsRefusedIsAskedForOnce() {
        for (int i = 0; i < 3; i++) {
            assertThat(names.get("1", () -> fail("1", Outcome.REFUSED, 400))).isNull();
        }
        assertThat(asked).hasSize(1);
    }

    @Test
    void limitIsWaitedForHoweverOften() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> names.get("1", () -> {
                throw new NotSentException("429", 429, null, null);
            })).isInstanceOf(NotSentException.class);
        }
        assertThat(name("1")).isEqualTo("name of 1");
    }

    private String name(String id) {
        return names.get(id, () -> {
            asked.add(id);
            return "name of " + id;
        });
    }

    private String fail(String id, Outcome outcome, int status) {
        asked.add(id);
        throw new HelpdeskException("no", outcome, status, null, false, null);
    }
}
