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
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.ScheduledPollConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.camelhelpdesk.common.HelpdeskEndpoint;
import io.github.camelhelpdesk.common.cursor.MemoryCursorRepository;
import io.github.camelhelpdesk.common.model.HelpdeskConversation;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.testkit.contract.ContractDesk;

/**
 * What consumers keep, in memory and stored, as the conversations and people of an account become more. What grows with them is
 * filled up as if there had been ten thousand others before: reading those as well would take minutes and show the same.
 */
class BoundedMemoryTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** The size of the caches. */
    private static final int BOUND = 10_000;
    private static final int ROUND = 40;
    /** Some things are kept for a day or two. */
    private static final int ROUNDS_TO_LEVEL_OFF = 4;
    /** Tells what the next list shows again; gone when the mark has moved. */
    private static final Set<String> SINCE_THE_MARK = Set.of("AccountProgress.read", "ChangedConversations.known");
    private static final Duration BETWEEN_ROUNDS = Duration.ofHours(25);
    private static final List<String> ROUTES = List.of("messages", "conversations");
    private static final int SOME_POLLS = 3;

    private final MemoryCursorRepository cursors = new MemoryCursorRepository();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final Set<String> heard = ConcurrentHashMap.newKeySet();
    private final Set<String> opened = ConcurrentHashMap.newKeySet();
    private final Map<String, PollCosts> polls = new TreeMap<>();
    private ContractDesk desk;

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
    @DisplayName("M1: what is kept does not grow without end with the conversations and people of an account")
    void m1WhatIsKeptDoesNotGrowWithTheAccount(Provider provider) throws Exception {
        desk = provider.desk();
        start(provider);
        for (int i = 0; i < ROUNDS_TO_LEVEL_OFF; i++) {
            round();
        }
        Map<String, Integer> before = held().sizes();
        round();
        HeldCollections held = held();
        held.fillUp(grown(provider, before, held.sizes()), 2 * BOUND);
        round();
        assertThat(held().sizes()).as("sizes of collections, by field").hasSizeGreaterThan(10)
                .allSatisfy((field, size) -> assertThat(size).as(field).isLessThanOrEqualTo(BOUND));
        if (provider.movesItsMarkWithAnyPoll()) {
            assertThat(entries()).as("stored of the last days")
                    .hasSizeLessThan(ROUTES.size() * (ROUNDS_TO_LEVEL_OFF + 1) * ROUND);
        }
    }

    private static Set<String> grown(Provider provider, Map<String, Integer> before, Map<String, Integer> after) {
        Set<String> grown = new TreeSet<>(after.keySet());
        grown.removeIf(field -> after.get(field) < before.getOrDefault(field, 0) + ROUND / 2);
        if (!provider.movesItsMarkWithAnyPoll()) {
            grown.removeAll(SINCE_THE_MARK);
        }
        return grown;
    }

    private void start(Provider provider) throws Exception {
        context.getRegistry().bind("cursors", cursors);
        for (String route : ROUTES) {
            polls.put(route, new PollCosts(desk.simulator().requests()));
            context.getRegistry().bind(route + "Polls", polls.get(route));
        }
        context.addComponent(provider.scheme(), provider.component(desk.simulator()));
        context.getShutdownStrategy().setTimeout(5);
        String options = "?initialDelay=0&delay=100" + provider.optionsWithoutSweeps();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(provider.scheme() + ":messages" + options + "&concurrentConsumers=8&pollStrategy=#messagesPolls")
                        .routeId("messages")
                        .process(exchange -> heard
                                .add(exchange.getMessage().getMandatoryBody(HelpdeskMessage.class).conversationId()));
                from(provider.scheme() + ":conversations" + options + "&pollStrategy=#conversationsPolls")
                        .routeId("conversations").process(exchange -> opened
                                .add(exchange.getMessage().getMandatoryBody(HelpdeskConversation.class).id()));
            }
        });
        context.start();
        await().atMost(PATIENCE).until(() -> entries().size() >= ROUTES.size());
    }

    /** New people write; a day later, so that nothing is so fresh that it is read again, the consumers read it. */
    private void round() throws Exception {
        suspend();
        List<String> written = new ArrayList<>();
        for (int i = 0; i < ROUND; i++) {
            String conversation = desk.openConversation("Customer " + (heard.size() + i));
            desk.write(conversation, "news");
            written.add(conversation);
        }
        desk.simulator().clock().fix(desk.simulator().clock().now().plus(BETWEEN_ROUNDS));
        resume();
        await().atMost(PATIENCE).until(() -> heard.containsAll(written) && opened.containsAll(written));
        awaitPolls();
        // What is read meanwhile may change under the eye that looks.
        await().atMost(PATIENCE).ignoreExceptions()
                .until(() -> look().sizes().get("LaggingConversations.lagging") == 0);
        suspend();
    }

    /** Each of the consumers, however long one of them takes. */
    private void awaitPolls() {
        polls.values().forEach(ofOne -> {
            int before = ofOne.polls();
            await().atMost(PATIENCE).until(() -> ofOne.polls() >= before + SOME_POLLS);
        });
    }

    /** And waits for the end of what is under way: half of a poll shows other sizes. */
    private void suspend() throws Exception {
        for (String route : ROUTES) {
            context.getRouteController().suspendRoute(route);
            await().atMost(PATIENCE)
                    .until(() -> !((ScheduledPollConsumer) context.getRoute(route).getConsumer()).isPolling());
        }
    }

    private void resume() throws Exception {
        for (String route : ROUTES) {
            context.getRouteController().resumeRoute(route);
        }
    }

    /** Of the suspended consumers. */
    private HeldCollections held() {
        return await().atMost(PATIENCE).ignoreExceptions().until(this::look, Objects::nonNull);
    }

    private HeldCollections look() throws IllegalAccessException {
        List<Object> roots = new ArrayList<>();
        for (String id : ROUTES) {
            Route route = context.getRoute(id);
            HelpdeskEndpoint endpoint = (HelpdeskEndpoint) route.getEndpoint();
            roots.addAll(List.of(route.getConsumer(), endpoint, endpoint.getComponent()));
        }
        return HeldCollections.of(roots);
    }

    private List<String> entries() {
        try (Stream<String> keys = cursors.keys("")) {
            return keys.toList();
        }
    }
}
