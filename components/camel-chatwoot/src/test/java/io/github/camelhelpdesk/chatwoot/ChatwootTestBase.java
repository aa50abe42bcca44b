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
package io.github.camelhelpdesk.chatwoot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import io.github.camelhelpdesk.chatwoot.model.ChatwootMessage;
import io.github.camelhelpdesk.common.cursor.MemoryCursorRepository;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;
import io.github.camelhelpdesk.testkit.http.Answer;
import io.github.camelhelpdesk.testkit.junit.Simulate;

/** A simulated Chatwoot, and Camel contexts that share a cursor repository as if it were a database. */
abstract class ChatwootTestBase {

    static final String POLL = "chatwoot:messages?initialDelay=0&delay=20";

    @Simulate
    ChatwootSimulator chatwoot;
    final MemoryCursorRepository cursors = new MemoryCursorRepository();
    final List<String> got = new CopyOnWriteArrayList<>();
    final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private final List<CamelContext> contexts = new ArrayList<>();

    @BeforeEach
    void startedFromScratch() {
        assertThat(chatwoot.requests().count()).isZero();
    }

    @AfterEach
    void stopContexts() {
        contexts.forEach(CamelContext::stop);
    }

    DefaultCamelContext context() {
        DefaultCamelContext context = new DefaultCamelContext();
        contexts.add(context);
        context.getRegistry().bind("cursors", cursors);
        context.getShutdownStrategy().setTimeout(5);
        ChatwootConfiguration options = component(context).getConfiguration();
        options.setBaseUrl(chatwoot.baseUrl());
        options.setAccountId(chatwoot.accountId());
        options.setAccessToken(chatwoot.accessToken());
        return context;
    }

    static ChatwootComponent component(CamelContext context) {
        return context.getComponent("chatwoot", ChatwootComponent.class);
    }

    String account() {
        return "localhost:" + chatwoot.port() + "/" + chatwoot.accountId();
    }

    DefaultCamelContext started(RouteBuilder routes) throws Exception {
        DefaultCamelContext context = context();
        context.addRoutes(routes);
        context.start();
        return context;
    }

    /** Starts a consumer; the options begin with an ampersand. */
    DefaultCamelContext consume(String options, Processor processor) throws Exception {
        return started(new RouteBuilder() {
            @Override
            public void configure() {
                from(POLL + options).routeId("intake").process(processor);
            }
        });
    }

    DefaultCamelContext consume(String options) throws Exception {
        return consume(options, this::collect);
    }

    void collect(Exchange exchange) {
        exchanges.add(exchange.copy());
        got.add(exchange.getMessage().getBody(ChatwootMessage.class).content());
    }

    void awaitGot(List<String> texts) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(got).hasSizeGreaterThanOrEqualTo(texts.size()));
        assertThat(got).containsExactlyElementsOf(texts);
    }

    void awaitGot(String... texts) {
        awaitGot(List.of(texts));
    }

    /** Waits until the account has been polled a number of times more. */
    void awaitPolls(int polls) {
        long before = polls();
        await().atMost(Duration.ofSeconds(10)).until(() -> polls() >= before + polls);
    }

    long polls() {
        return chatwoot.requests().count("GET", ".*/conversations");
    }

    static List<String> texts(String prefix, int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(number -> prefix + number).toList();
    }

    void write(long conversation, List<String> texts) {
        texts.forEach(text -> chatwoot.writeAsCustomer(conversation, text));
    }

    /** What the route makes of a message. */
    static HelpdeskMessage neutral(Exchange exchange) {
        return exchange.getMessage().getBody(HelpdeskMessage.class);
    }

    Object send(CamelContext context, String uri, Object body, Map<String, Object> headers) {
        return context.createProducerTemplate().requestBodyAndHeaders(uri, body, headers);
    }

    static Answer changed(Answer answer, String text, String replacement) {
        return answer.withBody(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8).replace(text, replacement));
    }
}
