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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;

import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.cursor.MemoryCursorRepository;

/** Consumers of a provider in memory, which share a cursor repository as if it were a database. */
abstract class ConsumerTestBase {

    /** A poll at the start and then none: what arrives later was asked for. */
    static final String ONE_POLL = "&delay=3600000";
    static final String SOON = "&delay=20";
    static final String UPDATES = "&includeUpdates=true";
    static final String BEGINNING = "&startFrom=beginning";

    final MemorySource source = new MemorySource();
    final MemoryCursorRepository repository = new MemoryCursorRepository();
    /** Texts, those of updates with an asterisk. */
    final List<String> got = new CopyOnWriteArrayList<>();
    private final List<DefaultCamelContext> contexts = new ArrayList<>();

    @AfterEach
    void stopContexts() {
        contexts.forEach(DefaultCamelContext::stop);
    }

    DefaultCamelContext start(String options) throws Exception {
        return start(options, this::collect);
    }

    DefaultCamelContext start(String options, Processor processor) throws Exception {
        return startRoute(context(), options, processor);
    }

    /** One that has the provider and the repository, and no route yet. */
    DefaultCamelContext context() {
        DefaultCamelContext context = new DefaultCamelContext();
        contexts.add(context);
        context.getRegistry().bind("cursors", repository);
        context.addComponent("memory", new MemoryComponent(source));
        context.getShutdownStrategy().setTimeout(5);
        return context;
    }

    static DefaultCamelContext startRoute(DefaultCamelContext context, String options, Processor processor) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("memory:messages?initialDelay=0" + options).routeId("intake").process(processor);
            }
        });
        context.start();
        return context;
    }

    static MessagesConsumer consumer(DefaultCamelContext context) {
        return (MessagesConsumer) context.getRoute("intake").getConsumer();
    }

    void collect(Exchange exchange) {
        got.add(shown(exchange));
    }

    static String shown(Exchange exchange) {
        boolean isUpdate = exchange.getMessage().getHeader(HelpdeskConstants.UPDATED, false, boolean.class);
        return exchange.getMessage().getBody(String.class) + (isUpdate ? "*" : "");
    }

    /** Waits for so many texts, and says that they came in this order. */
    void awaitGot(String... texts) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(got).hasSizeGreaterThanOrEqualTo(texts.length));
        assertThat(got).containsExactly(texts);
    }

    void awaitGotInAnyOrder(String... texts) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(got).containsExactlyInAnyOrder(texts));
    }

    /** What is stored of conversations. */
    List<String> cursorEntries() {
        return repository.keys("memory/").filter(key -> key.contains("/c/")).map(repository::getState).toList();
    }

    /** Waits until a number of polls have come and gone. */
    void awaitPolls(int polls) {
        int calls = source.changesCalls.get();
        await().atMost(Duration.ofSeconds(20)).until(() -> source.changesCalls.get() >= calls + polls);
    }
}
