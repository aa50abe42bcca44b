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
import java.util.List;

import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.testkit.fault.Fault;
import io.github.camelhelpdesk.testkit.http.Answer;

/** A consumer whose Chatwoot answers as it should not. */
class ConsumerErrorsTest extends ChatwootTestBase {

    private static final String FROM_BEGINNING = "&startFrom=beginning";
    private static final String LISTS = ".*/conversations";
    private static final String MESSAGES = ".*/messages";

    @Test
    void wrongTokenIsSaidByTheHealthCheckAndNotShown() throws Exception {
        DefaultCamelContext context = consume("&accessToken=not-the-token");
        await().untilAsserted(() -> assertThat(health(context).getMessage()).hasValueSatisfying(message -> assertThat(message)
                .contains("401", "Invalid Access Token", "Check accessToken and accountId").doesNotContain("not-the-token")));
        assertThat(health(context).getState()).isEqualTo(HealthCheck.State.DOWN);
    }

    @Test
    void accountThatTheTokenIsNotGoodForIsNamed() throws Exception {
        DefaultCamelContext context = consume("&accountId=77");
        await().untilAsserted(() -> assertThat(health(context).getMessage())
                .hasValueSatisfying(message -> assertThat(message).contains("not a member of account 77 but of [1]")));
    }

    @Test
    void unreachableHostIsSaidByTheHealthCheckAndSurvived() throws Exception {
        long conversation = chatwoot.openConversation("Kim");
        chatwoot.goOffline();
        DefaultCamelContext context = consume(FROM_BEGINNING);
        await().untilAsserted(() -> assertThat(health(context).getMessage())
                .hasValueSatisfying(
                        message -> assertThat(message).contains("cannot connect to " + chatwoot.baseUrl(), "baseUrl")));
        chatwoot.goOnline();
        write(conversation, List.of("1"));
        awaitGot("1");
        await().until(() -> health(context).getState() == HealthCheck.State.UP);
    }

    @Test
    void conversationThatIsGoneDoesNotHoldBackOthers() throws Exception {
        long gone = chatwoot.openConversation("Gone");
        write(gone, List.of("gone"));
        write(chatwoot.openConversation("Kim"), List.of("1"));
        chatwoot.faults().on("GET", ".*/conversations/" + gone + "/messages").then(Fault.status(404));
        consume(FROM_BEGINNING);
        awaitGot("1");
        awaitPolls(3);
        assertThat(chatwoot.requests().count("GET", ".*/conversations/" + gone + "/messages")).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = { 401, 500 })
    void conversationThatAlwaysFailsDoesNotHoldBackOthers(int status) throws Exception {
        long broken = chatwoot.openConversation("Broken");
        write(broken, List.of("never"));
        write(chatwoot.openConversation("Kim"), List.of("1"));
        write(chatwoot.openConversation("Lee"), List.of("2"));
        chatwoot.faults().on("GET", ".*/conversations/" + broken + "/messages").then(Fault.status(status));
        consume(FROM_BEGINNING);
        awaitGot("1", "2");
    }

    @Test
    void answerWithoutAListIsNotTakenForAnEmptyOne() throws Exception {
        write(chatwoot.openConversation("Kim"), List.of("1"));
        var odd = chatwoot.faults().onAny().when(call -> !call.path().endsWith("/profile")).next(4)
                .then(Fault.answer(Answer.of(200, "application/json", "{}")));
        DefaultCamelContext context = consume(FROM_BEGINNING);
        await().until(() -> odd.count() > 0);
        await().untilAsserted(() -> assertThat(health(context).getMessage())
                .hasValueSatisfying(message -> assertThat(message).contains("without data.payload")));
        awaitGot("1");
    }

    @Test
    void throttleWithAWaitIsObeyedAndThenItGoesOn() throws Exception {
        long conversation = chatwoot.openConversation("Kim");
        consume("");
        awaitPolls(1);
        var throttle = chatwoot.faults().onAny().next(1).then(Fault.status(429, "1"));
        await().until(() -> throttle.count() == 1);
        long before = chatwoot.requests().count();
        write(conversation, List.of("1"));
        await().during(Duration.ofMillis(500)).atMost(Duration.ofMillis(900))
                .until(() -> chatwoot.requests().count() == before);
        awaitGot("1");
    }

    @Test
    void serverErrorIsAskedAgainAtOnce() throws Exception {
        write(chatwoot.openConversation("Kim"), List.of("1"));
        chatwoot.faults().on("GET", MESSAGES).next(1).then(Fault.htmlPage(502));
        DefaultCamelContext context = consume(FROM_BEGINNING);
        awaitGot("1");
        assertThat(health(context).getState()).isEqualTo(HealthCheck.State.UP);
    }

    @Test
    void malformedTruncatedAndEmptyAnswersAreReadAgain() throws Exception {
        write(chatwoot.openConversation("Kim"), List.of("1", "2"));
        chatwoot.faults().on("GET", LISTS).next(2).then(Fault.malformedBody());
        chatwoot.faults().on("GET", MESSAGES).next(2).then(Fault.truncatedBody());
        chatwoot.faults().on("GET", MESSAGES).next(1).then(Fault.emptyBody());
        consume(FROM_BEGINNING);
        awaitGot("1", "2");
    }

    @Test
    void unknownFieldsAndNumbersAsTextAreRead() throws Exception {
        long conversation = chatwoot.openConversation("Kim");
        write(conversation, List.of("1"));
        chatwoot.faults().on("GET", MESSAGES).then(execution -> {
            var answer = execution.process();
            return changed(changed(answer, "\"inbox_id\":" + chatwoot.inboxId(), "\"inbox_id\":\"" + chatwoot.inboxId() + "\""),
                    "\"message_type\":0", "\"message_type\":\"incoming\",\"from_the_future\":{\"a\":[1]}");
        });
        consume(FROM_BEGINNING);
        awaitGot("1");
        assertThat(exchanges.get(0).getMessage().getHeader(ChatwootConstants.INBOX_ID)).isEqualTo(chatwoot.inboxId());
    }

    @Test
    void malformedMessageIsHandedOnAsItCameAndTheOthersAreRead() throws Exception {
        long conversation = chatwoot.openConversation("Kim");
        write(conversation, List.of("1", "2", "3"));
        chatwoot.faults().on("GET", MESSAGES)
                .then(execution -> changed(execution.process(), "\"content\":\"2\"", "\"content\":{\"not\":\"a text\"}"));
        consume(FROM_BEGINNING, exchange -> {
            exchanges.add(exchange.copy());
            got.add(String.valueOf(exchange.getMessage().getHeader(ChatwootConstants.MESSAGE_ID)));
        });
        await().untilAsserted(() -> assertThat(got).hasSize(3));
        assertThat(exchanges.get(1).getMessage().getHeader(HelpdeskConstants.UNREADABLE, String.class)).contains("content")
                .doesNotContain("a text");
        assertThat(exchanges.get(1).getMessage().getBody()).isInstanceOfSatisfying(JsonNode.class,
                json -> assertThat(json.path("content").path("not").asText()).isEqualTo("a text"));
        awaitPolls(3);
        assertThat(got).hasSize(3);
    }

    @Test
    void messageWithoutAnIdIsLeftOut() throws Exception {
        long conversation = chatwoot.openConversation("Kim");
        long second = 0;
        for (String text : List.of("1", "2", "3")) {
            long id = chatwoot.writeAsCustomer(conversation, text);
            second = text.equals("2") ? id : second;
        }
        String id = "\"id\":" + second + ",";
        chatwoot.faults().on("GET", MESSAGES).then(execution -> changed(execution.process(), id, "\"id\":null,"));
        consume(FROM_BEGINNING);
        awaitGot("1", "3");
    }

    @Test
    void malformedConversationIsReadAllTheSame() throws Exception {
        long conversation = chatwoot.openConversation("Kim");
        write(conversation, List.of("1"));
        chatwoot.faults().on("GET", LISTS)
                .then(execution -> changed(execution.process(), "\"labels\":[]", "\"labels\":{\"odd\":1}"));
        consume(FROM_BEGINNING);
        awaitGot("1");
    }

    private static HealthCheck.Result health(DefaultCamelContext context) {
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        registry.register(registry.resolveById("consumers"));
        return HealthCheckHelper.invokeReadiness(context).stream()
                .filter(result -> result.getCheck().getId().equals("consumer:intake")).findFirst().orElseThrow();
    }
}
