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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.channelio.model.ChannelioMessage;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.testkit.fault.Fault;
import io.github.camelhelpdesk.testkit.http.Answer;

/** Answers that are not what they should be: nothing of them ends a consumer, doubles a message or loses one. */
class OddAnswersTest extends ChannelioTestBase {

    private static final String ALL = "&startFrom=beginning&include=customer,agent,bot,system,private";
    private static final List<String> VALUES = List.of("null", "\"7\"", "\"teleported\"", "{\"odd\":1}", "[{\"odd\":1},null]",
            "12345678901234567890", "-1.5", "true");
    private static final List<String> FIELDS = List.of("plainText", "blocks", "personType", "personId", "createdAt",
            "updatedAt", "editedAt", "state",
            "options", "files", "log", "requestId", "chatType", "chatId", "email", "notHeardOf");

    /** What each case got: per conversation the ids in order, those that could not be read with a question mark. */
    private final Map<String, List<String>> seen = new ConcurrentHashMap<>();

    @ParameterizedTest
    @ValueSource(strings = { "malformed", "html", "html 502", "truncated", "empty", "array", "null", "text" })
    void answerThatIsNoneIsReadAgainAndLosesNothing(String how) throws Exception {
        simulator.faults().on("GET", USER_CHATS).next(2).then(fault(how));
        simulator.faults().on("GET", ".*/messages").next(2).then(fault(how));
        String conversation = conversation("1", "2", "3");
        start(ALL, this::see);
        awaitSeen(conversation, 3);
        awaitSomePolls();
        assertThat(seen.get(conversation)).containsExactlyElementsOf(ids(conversation));
    }

    @Test
    @DisplayName("Whatever one field of a message holds: it comes once, in its place, and so do its neighbours; over a restart too")
    void anyFieldMayHoldAnything() throws Exception {
        Map<String, Change> cases = cases();
        simulator.faults().on("GET", ".*/messages").then(execution -> {
            Answer answer = execution.process();
            Change change = cases.get(execution.call().path().replaceFirst(".*/([^/]+)/messages", "$1"));
            return change == null ? answer : answer.withBody(change.applied(answer));
        });
        DefaultCamelContext context = start(ALL, this::see);
        cases.keySet().forEach(conversation -> awaitSeen(conversation, 3));
        awaitSomePolls();
        context.stop();
        start(ALL, this::see);
        awaitSomePolls();
        cases.forEach((conversation, change) -> assertThat(seen.get(conversation)).as(change.toString())
                .extracting(id -> id.replace("?", "")).containsExactlyElementsOf(ids(conversation)));
        cases.forEach((conversation, change) -> assertThat(seen.get(conversation)).as(change + ", its neighbours")
                .contains(ids(conversation).get(0), ids(conversation).get(2)));
        cases.values().stream().filter(Change::isHarmless)
                .forEach(change -> assertThat(seen.get(change.conversation)).as(change + " can be read").contains(change.id));
    }

    private Map<String, Change> cases() {
        Map<String, Change> cases = new LinkedHashMap<>();
        for (String field : FIELDS) {
            for (String value : VALUES) {
                String conversation = conversation("1", "2", "3");
                cases.put(conversation, new Change(conversation, ids(conversation).get(1), field, value));
            }
        }
        return cases;
    }

    /** One message with another value in one field. */
    private record Change(String conversation, String id, String field, String value) {

        String applied(Answer answer) {
            try {
                JsonNode body = HelpdeskJson.mapper().readTree(answer.body());
                for (JsonNode message : body.path("messages")) {
                    if (message.path("id").asText().equals(id)) {
                        ((ObjectNode) message).set(field, HelpdeskJson.mapper().readTree(value));
                    }
                }
                return HelpdeskJson.mapper().writeValueAsString(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** An unknown word, a number as text, or nothing, where that says all the same what the message is. */
        boolean isHarmless() {
            return switch (field) {
                case "state", "requestId", "chatType", "personType" -> value.equals("null") || value.startsWith("\"");
                case "plainText", "blocks", "files", "options", "log", "email", "updatedAt", "editedAt" -> value.equals("null");
                default -> field.equals("notHeardOf");
            };
        }

        @Override
        public String toString() {
            return field + "=" + value;
        }
    }

    private void see(Exchange exchange) {
        boolean isReadable = exchange.getMessage().getHeader(HelpdeskConstants.UNREADABLE) == null;
        assertThat(exchange.getMessage().getBody()).isInstanceOf(isReadable ? ChannelioMessage.class : JsonNode.class);
        if (exchange.getMessage().getBody() instanceof ChannelioMessage message) {
            assertThat(message.chatId()).isEqualTo(exchange.getMessage().getHeader(ChannelioConstants.USER_CHAT_ID));
        }
        String id = exchange.getMessage().getHeader(ChannelioConstants.MESSAGE_ID, String.class);
        seen.computeIfAbsent(exchange.getMessage().getHeader(ChannelioConstants.USER_CHAT_ID, String.class),
                key -> new CopyOnWriteArrayList<>()).add(isReadable ? id : id + "?");
    }

    private void awaitSeen(String conversation, int count) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(seen.getOrDefault(conversation, List.of())).hasSizeGreaterThanOrEqualTo(count));
    }

    private static Fault fault(String how) {
        return switch (how) {
            case "malformed" -> Fault.malformedBody();
            case "html" -> Fault.htmlPage(200);
            case "html 502" -> Fault.htmlPage(502);
            case "truncated" -> Fault.truncatedBody();
            case "empty" -> Fault.emptyBody();
            case "array" -> Fault.answer(Answer.of(200, "application/json", "[]"));
            case "null" -> Fault.answer(Answer.of(200, "application/json", "null"));
            default -> Fault.answer(Answer.of(200, "text/plain", "Service temporarily busy"));
        };
    }

    private String conversation(String... texts) {
        String chat = simulator.openUserChat("Ann");
        List.of(texts).forEach(text -> simulator.writeAsCustomer(chat, text));
        return chat;
    }

    private List<String> ids(String conversation) {
        List<String> ids = new ArrayList<>();
        simulator.messages(conversation).forEach(message -> ids.add(message.id()));
        return ids;
    }

    private void awaitSomePolls() {
        awaitPolls();
    }
}
