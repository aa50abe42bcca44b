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
package io.github.camelhelpdesk.routes.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.camelhelpdesk.common.HelpdeskEndpoint;
import io.github.camelhelpdesk.common.cursor.MemoryCursorRepository;
import io.github.camelhelpdesk.testkit.contract.ContractDesk;

/** What a consumer keeps, in memory and stored, of more conversations and people than any of its caches has room for. */
class BoundedMemoryTest {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** The size of the caches. */
    private static final int BOUND = 10_000;
    private static final int ROUND = 1_000;
    private static final int ROUNDS = 11;
    private static final Duration BETWEEN_ROUNDS = Duration.ofHours(6);

    private final MemoryCursorRepository cursors = new MemoryCursorRepository();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final AtomicInteger got = new AtomicInteger();
    private final List<String> conversations = new ArrayList<>();
    private ContractDesk desk;
    private int written;

    static Stream<Provider> providers() {
        return Providers.ALL.stream();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        desk.close();
    }

    @ParameterizedTest
    @MethodSource("providers")
    @DisplayName("M1, M2: what is kept does not grow with the conversations and people of an account")
    void whatIsKeptDoesNotGrowWithTheAccount(Provider provider) throws Exception {
        desk = provider.desk();
        for (int i = 0; i < ROUND * ROUNDS; i++) {
            conversations.add(desk.openConversation("Customer " + i));
        }
        start(provider);
        for (int round = 0; round < ROUNDS; round++) {
            writeIn(conversations.subList(round * ROUND, (round + 1) * ROUND));
        }
        Map<String, Integer> held = held();
        assertThat(held).as("collections, by field").hasSizeGreaterThan(10);
        assertThat(held).as("sizes").allSatisfy((field, size) -> assertThat(size).isLessThanOrEqualTo(BOUND));
        assertThat(entries()).as("stored cursors: of what was active within a day").hasSizeLessThan(7 * ROUND)
                .allMatch(entry -> entry.length() < 1_000);
    }

    private void start(Provider provider) throws Exception {
        pass(Duration.ofMinutes(20));
        context.getRegistry().bind("cursors", cursors);
        context.addComponent(provider.scheme(), provider.component(desk.simulator()));
        context.getShutdownStrategy().setTimeout(5);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(provider.scheme() + ":messages?initialDelay=0&delay=300&concurrentConsumers=8"
                        + provider.optionsWithoutSweeps()).routeId("intake").process(exchange -> got.incrementAndGet());
            }
        });
        context.start();
        await().atMost(PATIENCE).until(() -> !entries().isEmpty());
    }

    /** Time goes by after the writing, so that nothing is so fresh that it is read again. */
    private void writeIn(List<String> some) throws Exception {
        context.getRouteController().suspendRoute("intake");
        some.forEach(conversation -> desk.write(conversation, "news"));
        written += some.size();
        pass(BETWEEN_ROUNDS);
        context.getRouteController().resumeRoute("intake");
        await().atMost(PATIENCE).until(() -> got.get() >= written);
        assertThat(got).hasValue(written);
    }

    private void pass(Duration time) {
        desk.simulator().clock().fix(desk.simulator().clock().now().plus(time));
    }

    private Map<String, Integer> held() throws Exception {
        Route route = context.getRoute("intake");
        context.getRouteController().suspendRoute("intake");
        try {
            HelpdeskEndpoint endpoint = (HelpdeskEndpoint) route.getEndpoint();
            return HeldCollections.of(route.getConsumer(), endpoint, endpoint.getComponent());
        } finally {
            context.getRouteController().resumeRoute("intake");
        }
    }

    private List<String> entries() {
        try (Stream<String> keys = cursors.keys("")) {
            return keys.map(cursors::getState).toList();
        }
    }
}
