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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.camelhelpdesk.chatwoot.model.ChatwootAssignee;
import io.github.camelhelpdesk.chatwoot.model.ChatwootConversation;
import io.github.camelhelpdesk.chatwoot.model.ChatwootMessage;
import io.github.camelhelpdesk.chatwoot.model.ChatwootProfile;
import io.github.camelhelpdesk.chatwoot.model.ChatwootStatus;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootInboxType;
import io.github.camelhelpdesk.testkit.fault.Fault;
import io.github.camelhelpdesk.testkit.http.Answer;

/** Reading and changing one conversation, and the status of a message in it. */
class ConversationOperationsTest extends ChatwootTestBase {

    private CamelContext context;
    private long conversation;
    private long message;

    @BeforeEach
    void openConversation() {
        context = context();
        component(context).getConfiguration().setMaxRetryDelay(200);
        component(context).getConfiguration().setMaxRetries(2);
        context.start();
        conversation = chatwoot.openConversation("Kim");
        message = chatwoot.writeAsAgent(conversation, "Hello");
    }

    @Test
    void conversationIsReadWithItsAssigneeTeamAndLabels() {
        call("assignConversation", Map.of(ChatwootConstants.ASSIGNEE_ID, agent()));
        call("assignConversation", Map.of(ChatwootConstants.TEAM_ID, 3));
        call("setLabels", Map.of(ChatwootConstants.LABELS, "vip"));
        assertThat(call("getConversation", Map.of())).isInstanceOfSatisfying(ChatwootConversation.class, read -> {
            assertThat(read.id()).isEqualTo(conversation);
            assertThat(read.labels()).containsExactly("vip");
            assertThat(read.meta().sender().name()).isEqualTo("Kim");
            assertThat(read.meta().assignee().id()).isEqualTo(agent());
            assertThat(read.meta().assigneeType()).isEqualTo("User");
            assertThat(read.meta().team().id()).isEqualTo(3);
            assertThat(read.messages()).extracting(ChatwootMessage::id).containsExactly(message);
        });
    }

    @ParameterizedTest
    @CsvSource({ "resolved", "pending", "snoozed", "open" })
    void conversationGetsAStatusAndKeepsItWhenItIsSetAgain(String status) {
        for (int i = 0; i < 2; i++) {
            assertThat(call("updateConversationStatus", Map.of(ChatwootConstants.STATUS, status)))
                    .isEqualTo(new ChatwootStatus(conversation, status, null));
        }
        assertThat(read().status()).isEqualTo(status);
    }

    @Test
    void conversationIsSnoozedUntilAnInstant() {
        Instant until = Instant.parse("2026-12-24T18:00:00Z");
        for (Object header : List.of(until, until.toString())) {
            assertThat(call("updateConversationStatus",
                    Map.of(ChatwootConstants.STATUS, "snoozed", ChatwootConstants.SNOOZED_UNTIL, header)))
                    .isEqualTo(new ChatwootStatus(conversation, "snoozed", until));
        }
        refused("updateConversationStatus",
                Map.of(ChatwootConstants.STATUS, "snoozed", ChatwootConstants.SNOOZED_UNTIL, "soon"),
                ChatwootConstants.SNOOZED_UNTIL, "soon");
        refused("updateConversationStatus",
                Map.of(ChatwootConstants.STATUS, "open", ChatwootConstants.SNOOZED_UNTIL, until), "snoozed", "open");
    }

    @Test
    void statusThatChatwootWouldAnswerWith500IsRefusedBeforeTheCall() {
        refused("updateConversationStatus", Map.of(ChatwootConstants.STATUS, "closed"), "'closed'", "resolved");
        refused("updateConversationStatus", Map.of(), ChatwootConstants.STATUS, "missing");
        assertThat(chatwoot.requests().count("POST", ".*/toggle_status")).isZero();
    }

    @Test
    @DisplayName("E7: a status that came with a message of another account changes nothing here")
    void e7StatusOfAnotherAccountsConversationIsNotTaken() {
        refused("updateConversationStatus", Map.of(ChatwootConstants.STATUS, "resolved", HelpdeskConstants.PROVIDER, "chatwoot",
                HelpdeskConstants.ACCOUNT, "other/1"), ChatwootConstants.STATUS);
        assertThat(read().status()).isEqualTo("open");
    }

    @Test
    void conversationIsGivenToAnAgentAndTakenAwayAgain() {
        assertThat(call("assignConversation", Map.of(ChatwootConstants.ASSIGNEE_ID, agent())))
                .isInstanceOfSatisfying(ChatwootAssignee.class, now -> {
                    assertThat(now.id()).isEqualTo(agent());
                    assertThat(now.name()).isNotBlank();
                });
        assertThat(call("assignConversation", Map.of(ChatwootConstants.ASSIGNEE_ID, 0))).isNull();
        assertThat(read().meta().assignee()).isNull();
    }

    @Test
    void conversationIsGivenToABotOrATeam() {
        chatwoot.addAgentBot("Robo");
        long bot = chatwoot.agentBotId("Robo");
        assertThat(call("assignConversation",
                Map.of(ChatwootConstants.ASSIGNEE_ID, bot, ChatwootConstants.ASSIGNEE_TYPE, "AgentBot")))
                .isEqualTo(new ChatwootAssignee(bot, "Robo", null));
        assertThat(read().meta().assigneeType()).isEqualTo("AgentBot");
        assertThat(call("assignConversation", Map.of(ChatwootConstants.TEAM_ID, 5)))
                .isInstanceOfSatisfying(ChatwootAssignee.class, now -> assertThat(now.id()).isEqualTo(5));
        assertThat(call("assignConversation", Map.of(ChatwootConstants.TEAM_ID, 0))).isNull();
        assertThat(read().meta().team()).isNull();
    }

    @Test
    void agentThatChatwootDoesNotKnowIsAnErrorAlthoughItAnswers200() {
        assertThatThrownBy(() -> call("assignConversation", Map.of(ChatwootConstants.ASSIGNEE_ID, 4711))).cause()
                .isInstanceOfSatisfying(HelpdeskException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.REFUSED))
                .hasMessageContainingAll("Conversation " + conversation, "4711", "nobody");
    }

    @Test
    void assignmentNeedsEitherAnAssigneeOrATeam() {
        refused("assignConversation", Map.of(), ChatwootConstants.ASSIGNEE_ID, ChatwootConstants.TEAM_ID);
        refused("assignConversation", Map.of(ChatwootConstants.ASSIGNEE_ID, 1, ChatwootConstants.TEAM_ID, 1),
                ChatwootConstants.ASSIGNEE_ID);
        refused("assignConversation", Map.of(ChatwootConstants.ASSIGNEE_ID, 1, ChatwootConstants.ASSIGNEE_TYPE, "Robot"),
                "Robot", "AgentBot");
    }

    @Test
    void labelsReplaceThoseThatAreThere() {
        assertThat(call("setLabels", Map.of(ChatwootConstants.LABELS, List.of("vip", "billing"))))
                .isEqualTo(List.of("vip", "billing"));
        assertThat(call("setLabels", Map.of(ChatwootConstants.LABELS, " vip , late,vip,")))
                .isEqualTo(List.of("vip", "late"));
        assertThat(read().labels()).containsExactly("vip", "late");
        assertThat(call("setLabels", Map.of(ChatwootConstants.LABELS, ""))).isEqualTo(List.of());
        assertThat(read().labels()).isEmpty();
        refused("setLabels", Map.of(), ChatwootConstants.LABELS);
    }

    @Test
    void messageOfAnApiInboxGetsAStatus() {
        assertThat(updated("failed", "mailbox full")).satisfies(failed -> {
            assertThat(failed.status()).isEqualTo("failed");
            assertThat(failed.contentAttributes()).containsEntry("external_error", "mailbox full");
        });
        assertThat(updated("read", null)).satisfies(read -> {
            assertThat(read.status()).isEqualTo("read");
            assertThat(read.contentAttributes()).doesNotContainKey("external_error");
        });
        assertThat(updated("delivered", null).status()).isEqualTo("read");
        refused("updateMessageStatus", Map.of(ChatwootConstants.MESSAGE_ID, message), ChatwootConstants.MESSAGE_STATUS);
        refused("updateMessageStatus",
                Map.of(ChatwootConstants.MESSAGE_ID, message, ChatwootConstants.MESSAGE_STATUS, "seen"), "'seen'", "delivered");
        refused("updateMessageStatus", Map.of(ChatwootConstants.MESSAGE_STATUS, "read"), ChatwootConstants.MESSAGE_ID);
    }

    @Test
    void messageOfAnotherInboxHasNoStatusToSet() {
        long mail = chatwoot.openConversationIn(chatwoot.addInbox("Mail", ChatwootInboxType.EMAIL), "Kim",
                "kim@example.com", null);
        long inMail = chatwoot.writeAsAgent(mail, "Hello");
        assertThatThrownBy(() -> call("updateMessageStatus", Map.of(HelpdeskConstants.CONVERSATION_ID, mail,
                ChatwootConstants.MESSAGE_ID, inMail, ChatwootConstants.MESSAGE_STATUS, "read"))).cause()
                .isInstanceOfSatisfying(HelpdeskException.class, e -> assertThat(e.statusCode()).isEqualTo(403))
                .hasMessageContaining("API inboxes");
    }

    @Test
    void floodedConversationTakesNoStatusEitherAndSaysWhenToComeBack() {
        chatwoot.faults().on("PATCH", ".*/messages/.*").then(Fault.answer(
                Answer.of(422, "application/json", "{\"error\":\"Validation failed: Too many messages\"}")));
        assertThatThrownBy(() -> updated("read", null)).cause().isInstanceOfSatisfying(HelpdeskException.class, e -> {
            assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(e.retryAfter()).isPositive();
        });
    }

    @ParameterizedTest
    @EnumSource
    void conversationThatIsNotThereIs404(Operation operation) {
        assertThatThrownBy(() -> operation.call(this, Map.of(HelpdeskConstants.CONVERSATION_ID, "987654"))).cause()
                .isInstanceOfSatisfying(HelpdeskException.class, e -> {
                    assertThat(e.statusCode()).isEqualTo(404);
                    assertThat(e.outcome()).isEqualTo(Outcome.REFUSED);
                }).hasMessageContainingAll("/conversations/987654", "Resource could not be found");
    }

    @ParameterizedTest
    @EnumSource
    void limitIsWaitedForAndThenReported(Operation operation) {
        chatwoot.faults().on(operation.method, operation.path).next(2).then(Fault.status(429, "0"));
        operation.call(this, Map.of());
        chatwoot.faults().on(operation.method, operation.path).then(Fault.retryLater());
        assertThatThrownBy(() -> operation.call(this, Map.of())).cause()
                .isInstanceOfSatisfying(HelpdeskException.class, e -> {
                    assertThat(e.statusCode()).isEqualTo(429);
                    assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
                    assertThat(e.retryAfter()).isPositive();
                }).hasMessageContaining("Retry later");
    }

    @ParameterizedTest
    @EnumSource
    void answerThatCannotBeReadIsUnclear(Operation operation) {
        for (Fault fault : List.of(Fault.malformedBody(), Fault.emptyBody(), Fault.truncatedBody(), Fault.htmlPage(200),
                Fault.answer(Answer.of(200, "application/json", "{\"payload\":{}}")),
                Fault.answer(Answer.of(200, "application/json", "[]")))) {
            chatwoot.faults().on(operation.method, operation.path).then(fault);
            assertThatThrownBy(() -> operation.call(this, Map.of())).cause()
                    .isInstanceOfSatisfying(HelpdeskException.class,
                            e -> assertThat(e.outcome()).isEqualTo(Outcome.UNCLEAR))
                    .hasMessageContaining(operation.method + " /accounts/");
            chatwoot.faults().clear();
        }
    }

    /** Each operation as it succeeds when nothing goes wrong. */
    enum Operation {
        getConversation("GET", ".*/conversations/\\d+", Map.of()),
        updateConversationStatus("POST", ".*/toggle_status", Map.of(ChatwootConstants.STATUS, "resolved")),
        assignConversation("POST", ".*/assignments", Map.of(ChatwootConstants.TEAM_ID, 3)),
        setLabels("POST", ".*/labels", Map.of(ChatwootConstants.LABELS, "vip")),
        updateMessageStatus("PATCH", ".*/messages/\\d+", Map.of(ChatwootConstants.MESSAGE_STATUS, "read"));

        private final String method;
        private final String path;
        private final Map<String, Object> headers;

        Operation(String method, String path, Map<String, Object> headers) {
            this.method = method;
            this.path = path;
            this.headers = headers;
        }

        void call(ConversationOperationsTest test, Map<String, Object> more) {
            Map<String, Object> all = new HashMap<>(headers);
            all.put(ChatwootConstants.MESSAGE_ID, test.message);
            all.putAll(more);
            test.call(name(), all);
        }
    }

    private ChatwootMessage updated(String status, String reason) {
        Map<String, Object> headers = new HashMap<>(
                Map.of(ChatwootConstants.MESSAGE_ID, message, ChatwootConstants.MESSAGE_STATUS, status));
        headers.put(ChatwootConstants.EXTERNAL_ERROR, reason);
        return (ChatwootMessage) call("updateMessageStatus", headers);
    }

    private long agent() {
        return ((ChatwootProfile) call("getProfile", Map.of())).id();
    }

    private ChatwootConversation read() {
        return (ChatwootConversation) call("getConversation", Map.of());
    }

    private void refused(String operation, Map<String, Object> headers, String... parts) {
        assertThatThrownBy(() -> call(operation, headers)).cause().isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(parts);
    }

    private Object call(String operation, Map<String, Object> headers) {
        return send(context, "chatwoot:" + operation + "?conversationId=" + conversation, null, headers);
    }
}
