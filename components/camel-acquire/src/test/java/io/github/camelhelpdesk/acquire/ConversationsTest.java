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

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.common.ConversationStatus;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.model.HelpdeskConversation;
import io.github.camelhelpdesk.testkit.http.Answer;

/** What happens to threads. */
class ConversationsTest extends AcquireTestBase {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final List<HelpdeskConversation> conversations = new CopyOnWriteArrayList<>();

    @Test
    void whatHappensToANewThreadIsTold() throws Exception {
        simulator.openCase("Old");
        simulator.clock().advance(Duration.ofSeconds(2));
        begin("");
        String thread = simulator.openCase("Ann", "ann@example.org", null);
        awaitGot(thread + " opened");
        simulator.clock().advance(Duration.ofSeconds(2));
        simulator.writeAsUser(thread, "hello");
        awaitGot(thread + " opened", thread + " assigned");
        simulator.clock().advance(Duration.ofSeconds(2));
        simulator.closeCase(thread);
        awaitGot(thread + " opened", thread + " assigned", thread + " closed");

        HelpdeskConversation closed = conversations.get(2);
        assertThat(closed.provider()).isEqualTo("acquire");
        assertThat(closed.account()).isEqualTo("simulated");
        assertThat(closed.id()).isEqualTo(thread);
        assertThat(closed.status()).isEqualTo(ConversationStatus.CLOSED);
        assertThat(closed.assigneeId()).isEqualTo(simulator.agentId());
        assertThat(closed.contact().name()).isEqualTo("Ann");
    }

    @Test
    void furtherCaseOpensTheThreadAgain() throws Exception {
        String thread = simulator.openCase("Ann");
        simulator.closeCase(thread);
        simulator.clock().advance(Duration.ofSeconds(2));
        begin("");
        String second = simulator.reopenCase(thread);
        // The agent who opens it takes part in it.
        awaitGot(thread + " opened", thread + " assigned");
        assertThat(conversations.get(0).id()).isEqualTo(thread).isNotEqualTo(second);
    }

    @Test
    void threadStaysOpenAsLongAsOneOfItsCasesIs() throws Exception {
        String first = simulator.openCase("Ann");
        String second = simulator.reopenCase(first);
        simulator.clock().advance(Duration.ofSeconds(2));
        begin("");
        closeByApi(first);
        awaitPolls();
        awaitPolls();
        assertThat(got).isEmpty();
        simulator.clock().advance(Duration.ofSeconds(2));
        closeByApi(second);
        awaitGot(first + " closed");
    }

    private void closeByApi(String caseId) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/api/v1/crm/messenger/chat/close"))
                .header("Authorization", "Bearer " + simulator.apiKey()).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"caseId\":" + caseId + "}")).build();
        assertThat(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("E1: what happened while the consumer was stopped is told after a restart")
    void e1WhatHappenedWhileDownIsTold() throws Exception {
        String ann = simulator.openCase("Ann");
        String ben = simulator.openCase("Ben");
        simulator.clock().advance(Duration.ofSeconds(2));
        begin("").stop();
        simulator.closeCase(ann);
        simulator.clock().advance(Duration.ofHours(3));
        simulator.writeAsUser(ben, "hello");
        begin("");
        awaitGot(ann + " closed", ben + " assigned");
    }

    @Test
    @DisplayName("D9: messages are no events, and idle polls cost one request each")
    void d9MessagesAreNoEventsAndIdlePollsCostOneRequest() throws Exception {
        String thread = simulator.openCase("Ann");
        simulator.clock().advance(Duration.ofSeconds(2));
        begin("");
        simulator.writeAsContact(thread, "1");
        simulator.clock().advance(Duration.ofSeconds(2));
        simulator.writeAsContact(thread, "2");
        await().atMost(PATIENCE).untilAsserted(() -> {
            simulator.requests().clear();
            awaitPolls();
            assertThat(simulator.requests().list()).allMatch(
                    request -> request.path().equals(CASES) && !request.query().contains("parentId"));
        });
        assertThat(got).isEmpty();
    }

    @Test
    @DisplayName("O1: a failing event holds back its conversation and no other")
    void o1FailingEventHoldsBackItsConversationOnly() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        String ann = simulator.openCase("Ann");
        String ben = simulator.openCase("Ben");
        simulator.clock().advance(Duration.ofSeconds(2));
        begin("", exchange -> {
            if (broken.get() && ann.equals(exchange.getMessage().getHeader(AcquireConstants.THREAD_ID))) {
                throw new RuntimeCamelException("not yet");
            }
            collect(exchange);
        });
        simulator.closeCase(ann);
        simulator.closeCase(ben);
        awaitGot(ben + " closed");
        broken.set(false);
        awaitGot(ben + " closed", ann + " closed");
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void orderOfTheListDoesNotMatter(boolean documentedOnly) throws Exception {
        simulator.documentedOnly(documentedOnly);
        for (int i = 0; i < 25; i++) {
            simulator.openCase("Contact " + i);
        }
        simulator.clock().advance(Duration.ofSeconds(2));
        begin("&pageSize=10");
        String thread = simulator.openCase("Ann");
        awaitGot(thread + " opened");
    }

    @Test
    void oneThreadAloneIsReadWhenTheOptionNamesIt() throws Exception {
        String wanted = simulator.openCase("Ann");
        String other = simulator.openCase("Ben");
        simulator.clock().advance(Duration.ofSeconds(2));
        begin("&threadId=" + wanted);
        simulator.closeCase(other);
        simulator.closeCase(wanted);
        awaitGot(wanted + " closed");
    }

    @Test
    void caseThatCannotBeReadComesAsItIs() throws Exception {
        begin("");
        simulator.faults().on("GET", CASES + "(/.*)?").then(execution -> {
            Answer answer = execution.process();
            return answer.withBody(
                    new String(answer.body(), StandardCharsets.UTF_8).replace("\"title\":\"", "\"title\":{},\"x\":\""));
        });
        List<Object> bodies = new CopyOnWriteArrayList<>();
        stop();
        begin("", exchange -> bodies.add(exchange.getMessage().getBody()));
        simulator.openCase("Ann");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(bodies).isNotEmpty());
        awaitPolls();
        assertThat(bodies).singleElement().isInstanceOf(JsonNode.class);
    }

    @Override
    protected void collect(Exchange exchange) {
        HelpdeskConversation conversation = exchange.getMessage().getBody(HelpdeskConversation.class);
        conversations.add(conversation);
        got.add(conversation.id() + " " + exchange.getMessage().getHeader(HelpdeskConstants.CONVERSATION_EVENT));
        assertThat(conversation.event()).isEqualTo(exchange.getMessage().getHeader(HelpdeskConstants.CONVERSATION_EVENT));
    }

    private DefaultCamelContext begin(String options) throws Exception {
        return begin(options, this::collect);
    }

    /** Starts a route, and waits until it has begun to read. */
    private DefaultCamelContext begin(String options, Processor processor) throws Exception {
        DefaultCamelContext context = context();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("acquire:conversations?initialDelay=0&delay=20" + options).routeId("conversations").process(processor);
            }
        });
        context.start();
        return context;
    }
}
