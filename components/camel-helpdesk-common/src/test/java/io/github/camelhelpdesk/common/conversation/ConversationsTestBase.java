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
package io.github.camelhelpdesk.common.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;

import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.consumer.MemoryComponent;
import io.github.camelhelpdesk.common.cursor.MemoryCursorRepository;

/** Consumers of conversations of a provider in memory, which share a cursor repository. */
abstract class ConversationsTestBase {

    static final String SOON = "&delay=20";
    /** A poll at the start and then none: what arrives later was asked for. */
    static final String ONE_POLL = "&delay=3600000";
    static final String BEGINNING = SOON + "&startFrom=beginning";

    final MemoryConversations desk = new MemoryConversations();
    final MemoryCursorRepository repository = new MemoryCursorRepository();
    /** Conversation and event. */
    final List<String> got = new CopyOnWriteArrayList<>();
    final List<DefaultCamelContext> contexts = new ArrayList<>();

    @AfterEach
    void stopContexts() {
        contexts.forEach(DefaultCamelContext::stop);
    }

    DefaultCamelContext start(String options) throws Exception {
        return start(options, this::collect, null);
    }

    DefaultCamelContext start(String options, Processor processor, String conversationId) throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        contexts.add(context);
        context.getRegistry().bind("cursors", repository);
        context.addComponent("memory", new MemoryComponent(
                (endpoint, route) -> new ConversationsConsumer(endpoint, route, desk, "inbox=4", conversationId)));
        context.getShutdownStrategy().setTimeout(5);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("memory:conversations?initialDelay=0" + options).routeId("watch").process(processor);
            }
        });
        context.start();
        return context;
    }

    void collect(Exchange exchange) {
        got.add(shown(exchange));
    }

    static String shown(Exchange exchange) {
        return exchange.getMessage().getBody(String.class) + " "
                + exchange.getMessage().getHeader(HelpdeskConstants.CONVERSATION_EVENT, "unreadable", String.class);
    }

    void awaitGot(String... events) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(got).hasSizeGreaterThanOrEqualTo(events.length));
        assertThat(got).containsExactlyInAnyOrder(events);
    }

    void awaitPolls(int polls) {
        int lists = desk.lists.get();
        await().atMost(Duration.ofSeconds(30)).until(() -> desk.lists.get() >= lists + polls);
    }

    void tick() {
        desk.now = desk.now.plusSeconds(1);
    }

    List<String> entries() {
        return repository.keys("memory/").filter(key -> key.contains("/c/")).map(repository::getState).toList();
    }

    void wakeAll() {
        ((ConversationsConsumer) contexts.get(contexts.size() - 1).getRoute("watch").getConsumer()).wake(null, null);
    }
}
