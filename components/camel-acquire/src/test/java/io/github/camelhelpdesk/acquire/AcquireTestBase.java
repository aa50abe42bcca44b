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
package io.github.camelhelpdesk.acquire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;

import io.github.camelhelpdesk.acquire.model.AcquireMessage;
import io.github.camelhelpdesk.acquire.transform.MessageText;
import io.github.camelhelpdesk.common.cursor.MemoryCursorRepository;
import io.github.camelhelpdesk.testkit.acquire.AcquireSimulator;
import io.github.camelhelpdesk.testkit.junit.Simulate;

/** A simulated account, contexts that use it, and a cursor repository that outlives them. */
public abstract class AcquireTestBase {

    protected static final String MESSAGES = "/api/v1/crm/messenger/chat/messages";
    protected static final String CASES = "/api/v1/crm/objects/case";
    protected static final String CASE_MESSAGES = "/api/v1/crm/objects/case-message";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Simulate
    protected AcquireSimulator simulator;
    protected final MemoryCursorRepository cursors = new MemoryCursorRepository();
    /** Texts in the order in which the route has had them. */
    protected final List<String> got = new CopyOnWriteArrayList<>();
    private final List<DefaultCamelContext> contexts = new ArrayList<>();

    @AfterEach
    protected void stop() {
        contexts.forEach(DefaultCamelContext::stop);
        contexts.clear();
    }

    protected DefaultCamelContext context() {
        DefaultCamelContext context = new DefaultCamelContext();
        contexts.add(context);
        context.getRegistry().bind("cursors", cursors);
        AcquireComponent component = new AcquireComponent();
        component.getConfiguration().setBaseUrl(simulator.baseUrl());
        component.getConfiguration().setAccount(AcquireSimulator.ACCOUNT);
        component.getConfiguration().setApiKey(simulator.apiKey());
        component.getConfiguration().setMaxRetryDelay(300);
        component.getConfiguration().setResponseTimeout(5_000);
        context.addComponent("acquire", component);
        context.getShutdownStrategy().setTimeout(5);
        return context;
    }

    protected static AcquireComponent component(DefaultCamelContext context) {
        return context.getComponent("acquire", AcquireComponent.class);
    }

    /** Starts a context whose one route, intake, reads with further options such as {@code &startFrom=beginning}. */
    protected DefaultCamelContext start(String options, Processor processor) throws Exception {
        return start(context(), options, processor);
    }

    protected DefaultCamelContext start(DefaultCamelContext context, String options, Processor processor) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("acquire:messages?initialDelay=0&delay=20" + options).routeId("intake").process(processor);
            }
        });
        context.start();
        return context;
    }

    protected void collect(Exchange exchange) {
        got.add(text(exchange));
    }

    protected static String text(Exchange exchange) {
        return MessageText.of(exchange.getMessage().getBody(AcquireMessage.class));
    }

    protected void awaitGot(String... texts) {
        awaitGot(List.of(texts));
    }

    protected void awaitGot(List<String> texts) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(got).hasSizeGreaterThanOrEqualTo(texts.size()));
        assertThat(got).containsExactlyInAnyOrderElementsOf(texts);
    }

    /** Waits until a few whole polls have passed. */
    protected void awaitPolls() {
        long before = simulator.requests().count("GET", CASES);
        await().atMost(PATIENCE).until(() -> simulator.requests().count("GET", CASES) >= before + 3);
    }

    /** Calls an operation once, in a context of its own. */
    protected Exchange call(String uri, Object body, Map<String, Object> headers) throws Exception {
        DefaultCamelContext context = context();
        context.start();
        try (var template = context.createProducerTemplate()) {
            return template.request(uri, exchange -> {
                exchange.getMessage().setBody(body);
                exchange.getMessage().setHeaders(new HashMap<>(headers));
            });
        }
    }
}
