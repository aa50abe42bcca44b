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
package io.github.camelhelpdesk.signalzen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;

import io.github.camelhelpdesk.common.cursor.MemoryCursorRepository;
import io.github.camelhelpdesk.signalzen.model.SignalzenMessage;
import io.github.camelhelpdesk.testkit.http.Answer;
import io.github.camelhelpdesk.testkit.junit.Simulate;
import io.github.camelhelpdesk.testkit.signalzen.SignalzenSimulator;

/** A simulated website, contexts that use it, and a cursor repository that outlives them. */
public abstract class SignalzenTestBase {

    protected static final String MESSAGES = "/external/users/[^/]*/messages";
    protected static final String USERS = "/external/users";
    protected static final String BEGINNING = "&startFrom=beginning";
    protected static final Duration PATIENCE = Duration.ofSeconds(60);

    @Simulate
    protected SignalzenSimulator simulator;
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
        SignalzenComponent component = new SignalzenComponent();
        component.setRequestsPerMinute(0);
        component.getConfiguration().setBaseUrl(simulator.baseUrl());
        component.getConfiguration().setApiKey(simulator.apiKey());
        component.getConfiguration().setAccountName("shop");
        component.getConfiguration().setMaxRetryDelay(300);
        component.getConfiguration().setResponseTimeout(5_000);
        context.addComponent("signalzen", component);
        context.getShutdownStrategy().setTimeout(5);
        return context;
    }

    protected static SignalzenComponent component(DefaultCamelContext context) {
        return context.getComponent("signalzen", SignalzenComponent.class);
    }

    /** Starts a context whose one route, intake, reads with further options such as {@code &startFrom=beginning}. */
    protected DefaultCamelContext start(String options, Processor processor) throws Exception {
        DefaultCamelContext context = context();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("signalzen:messages?initialDelay=0" + (options.contains("&delay=") ? "" : "&delay=20") + options)
                        .routeId("intake").process(processor);
            }
        });
        context.start();
        return context;
    }

    protected void collect(Exchange exchange) {
        got.add(exchange.getMessage().getBody(SignalzenMessage.class).body());
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
        long before = simulator.requests().count("GET", USERS);
        await().atMost(PATIENCE).until(() -> simulator.requests().count("GET", USERS) >= before + 4);
    }

    protected List<String> write(long user, int from, int to) {
        List<String> texts = IntStream.range(from, to).mapToObj(number -> "m" + number).toList();
        texts.forEach(text -> simulator.writeAsVisitor(user, text));
        return texts;
    }

    /** Changes what comes out of a path. */
    protected void rewrite(String path, UnaryOperator<String> change) {
        simulator.faults().on("GET", path).then(execution -> {
            Answer answer = execution.process();
            return answer.withBody(change.apply(new String(answer.body(), StandardCharsets.UTF_8)));
        });
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
