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
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.cursor.MemoryCursorRepository;

/** A provider that refuses or fails, and a repository that is away. */
class ConsumerTroubleTest extends ConsumerTestBase {

    @Test
    void anAccountThatRefusesIsReportedByHealthAndReadOnWhenItAnswers() throws Exception {
        source.write("a", "1");
        source.failure = () -> new HelpdeskException("GET /conversations of memory was answered with 401. Check apiKey.",
                Outcome.REFUSED, 401, Duration.ofMillis(10), true, null);
        DefaultCamelContext context = start(SOON + BEGINNING);
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        registry.register(registry.resolveById("consumers"));
        await().untilAsserted(() -> {
            HealthCheck.Result result = health(context);
            assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
            assertThat(result.getMessage()).hasValueSatisfying(text -> assertThat(text).contains("401", "apiKey"));
            assertThat(result.getDetails()).containsEntry(HealthCheck.HTTP_RESPONSE_CODE, 401);
        });
        source.failure = () -> null;
        awaitGot("1");
        await().untilAsserted(() -> assertThat(health(context).getState()).isEqualTo(HealthCheck.State.UP));
    }

    private static HealthCheck.Result health(DefaultCamelContext context) {
        return HealthCheckHelper.invokeReadiness(context).stream()
                .filter(result -> result.getCheck().getId().equals("consumer:intake")).findFirst().orElseThrow();
    }

    @Test
    void aProviderThatFailsWhileReadingLosesNothing() throws Exception {
        List<String> texts = IntStream.range(0, 30).mapToObj(Integer::toString).toList();
        texts.forEach(text -> source.write("c" + Integer.parseInt(text) % 5, text));
        AtomicInteger calls = new AtomicInteger();
        source.failure = () -> calls.incrementAndGet() % 3 == 0
                ? new HelpdeskException("500", Outcome.UNCLEAR, 500, Duration.ofMillis(5), true, null)
                : null;
        start(SOON + BEGINNING);
        awaitGotInAnyOrder(texts.toArray(String[]::new));
    }

    @Test
    void aConversationThatTheProviderCannotGiveHoldsBackNoOther() throws Exception {
        source.write("a", "poison");
        source.write("b", "1");
        source.write("c", "2");
        source.failureOf = id -> "a".equals(id) ? new HelpdeskException("500", Outcome.UNCLEAR, 500, null, true, null) : null;
        start(SOON + BEGINNING);
        awaitGotInAnyOrder("1", "2");
    }

    @Test
    void anErrorWhileReadingIsTriedAgain() throws Exception {
        source.write("a", "1");
        AtomicInteger calls = new AtomicInteger();
        source.failureOf = id -> {
            if (calls.incrementAndGet() == 1) {
                throw new StackOverflowError("a class that recurses");
            }
            return null;
        };
        start(SOON + BEGINNING);
        awaitGot("1");
    }

    @Test
    void aPollThatFailsForAnyReasonIsReportedByHealth() throws Exception {
        DefaultCamelContext context = start(SOON + BEGINNING);
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        registry.register(registry.resolveById("consumers"));
        await().untilAsserted(() -> assertThat(health(context).getState()).isEqualTo(HealthCheck.State.UP));
        source.failure = () -> {
            throw new IllegalStateException("not expected");
        };
        await().untilAsserted(() -> assertThat(health(context).getState()).isEqualTo(HealthCheck.State.DOWN));
    }

    @Test
    void aRepositoryThatCannotStoreIsTriedAgainAndNotTheMessage() throws Exception {
        source.write("a", "1");
        AtomicInteger refusals = new AtomicInteger(3);
        MemoryCursorRepository failing = new MemoryCursorRepository() {
            @Override
            public void setState(String key, String value) {
                if (key.contains("/c/") && refusals.getAndDecrement() > 0) {
                    throw new IllegalStateException("database is away");
                }
                super.setState(key, value);
            }
        };
        DefaultCamelContext context = context();
        context.getRegistry().bind("failing", failing);
        startRoute(context, SOON + BEGINNING + "&cursorRepository=#failing", this::collect);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(failing.keys("memory/").anyMatch(key -> key.contains("/c/"))).isTrue());
        source.write("a", "2");
        awaitGot("1", "2");
    }

    @Test
    void aRepositoryThatIsAwayWhenStoppingLeavesNoClaimBehind() throws Exception {
        AtomicBoolean away = new AtomicBoolean();
        MemoryCursorRepository failing = new MemoryCursorRepository() {
            @Override
            public void setState(String key, String value) {
                if (away.get()) {
                    throw new IllegalStateException("database is away");
                }
                super.setState(key, value);
            }
        };
        DefaultCamelContext context = context();
        context.getRegistry().bind("failing", failing);
        String options = SOON + BEGINNING + "&cursorRepository=#failing";
        CountDownLatch release = new CountDownLatch(1);
        startRoute(context, options, exchange -> {
            collect(exchange);
            away.set(true);
            release.countDown();
        });
        source.write("a", "1");
        assertThat(release.await(10, TimeUnit.SECONDS)).isTrue();
        source.write("b", "2");
        int calls = source.changesCalls.get();
        await().until(() -> source.changesCalls.get() > calls + 1);
        context.getRouteController().stopRoute("intake");
        context.removeRoute("intake");
        away.set(false);
        startRoute(context, options, this::collect);
        await().untilAsserted(() -> assertThat(got).contains("2"));
    }
}
