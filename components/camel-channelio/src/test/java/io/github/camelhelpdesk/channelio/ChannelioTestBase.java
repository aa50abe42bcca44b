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
package io.github.camelhelpdesk.channelio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;

import io.github.camelhelpdesk.channelio.model.ChannelioMessage;
import io.github.camelhelpdesk.common.cursor.MemoryCursorRepository;
import io.github.camelhelpdesk.testkit.channelio.ChannelioSimulator;
import io.github.camelhelpdesk.testkit.junit.Simulate;

/** A simulated channel, contexts that use it, and a cursor repository that outlives them. */
public abstract class ChannelioTestBase {

    protected static final String MESSAGES = "/open/v5/user-chats/[^/]*/messages";
    protected static final String USER_CHATS = "/open/v5/user-chats";

    @Simulate
    protected ChannelioSimulator simulator;
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
        ChannelioComponent component = new ChannelioComponent();
        component.setRequestsPerMinute(0);
        component.getConfiguration().setBaseUrl(simulator.baseUrl());
        component.getConfiguration().setAccessKey(simulator.accessKey());
        component.getConfiguration().setSecretKey(simulator.secretKey());
        component.getConfiguration().setMaxRetryDelay(300);
        component.getConfiguration().setResponseTimeout(2_000);
        context.addComponent("channelio", component);
        context.getShutdownStrategy().setTimeout(5);
        return context;
    }

    protected static ChannelioComponent component(DefaultCamelContext context) {
        return context.getComponent("channelio", ChannelioComponent.class);
    }

    /** Starts a context whose one route, intake, reads with further options such as {@code &startFrom=beginning}. */
    protected DefaultCamelContext start(String options, Processor processor) throws Exception {
        return start(context(), options, processor);
    }

    protected DefaultCamelContext start(DefaultCamelContext context, String options, Processor processor) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("channelio:messages?initialDelay=0&delay=20" + options).routeId("intake").process(processor);
            }
        });
        context.start();
        return context;
    }

    protected void collect(Exchange exchange) {
        got.add(text(exchange));
    }

    protected static String text(Exchange exchange) {
        ChannelioMessage message = exchange.getMessage().getBody(ChannelioMessage.class);
        return message.plainText();
    }

    protected void awaitGot(String... texts) {
        awaitGot(List.of(texts));
    }

    protected void awaitGot(List<String> texts) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(got).hasSizeGreaterThanOrEqualTo(texts.size()));
        assertThat(got).containsExactlyInAnyOrderElementsOf(texts);
    }

    /** Waits until a few whole polls have passed. */
    protected void awaitPolls() {
        long before = simulator.requests().count("GET", USER_CHATS);
        await().atMost(Duration.ofSeconds(20)).until(() -> simulator.requests().count("GET", USER_CHATS) >= before + 18);
    }

    /** Calls an operation once, in a context of its own. */
    protected Exchange call(String uri, Object body, Map<String, Object> headers) throws Exception {
        DefaultCamelContext context = context();
        context.start();
        return call(context, uri, body, headers);
    }

    protected static Exchange call(DefaultCamelContext context, String uri, Object body, Map<String, Object> headers)
            throws Exception {
        try (var template = context.createProducerTemplate()) {
            return template.request(uri, exchange -> {
                exchange.getMessage().setBody(body);
                exchange.getMessage().setHeaders(new java.util.HashMap<>(headers));
            });
        }
    }
}
