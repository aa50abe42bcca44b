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
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhelpdesk.chatwoot.model.ChatwootMessage;
import io.github.camelhelpdesk.chatwoot.model.ChatwootMessageRequest;
import io.github.camelhelpdesk.chatwoot.model.ChatwootMessageType;
import io.github.camelhelpdesk.chatwoot.transform.NeutralMessages;
import io.github.camelhelpdesk.common.CannotTellException;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.NotFoundYetException;
import io.github.camelhelpdesk.common.NotSentException;
import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.Direction;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.Visibility;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootInboxType;
import io.github.camelhelpdesk.testkit.fault.Fault;
import io.github.camelhelpdesk.testkit.http.Answer;

class SendMessageTest extends ChatwootTestBase {

    private static final Instant WRITTEN = Instant.parse("2026-10-31T23:59:58.123Z");
    private static final String MARKER = "hd1.support.42.1";
    private static final String CREATE = ".*/messages";

    private CamelContext context;
    private long conversation;

    @BeforeEach
    void startContext() throws Exception {
        context = started(new RouteBuilder() {
            @Override
            public void configure() {
                // Producers only.
            }
        });
        component(context).getConfiguration().setMaxRetries(0);
        conversation = chatwoot.openConversation("Kim");
    }

    @Test
    void neutralMessageOfACustomerBecomesIncoming() {
        Exchange sent = send(neutral("Hello *there*").build(), Map.of(HelpdeskConstants.MARKER, MARKER));
        var stored = stored(0);
        assertThat(stored.messageType()).hasToString("INCOMING");
        assertThat(stored.sourceId()).isEqualTo(MARKER);
        assertThat(stored.contentAttributes()).containsEntry("helpdesk_marker", MARKER)
                .containsEntry("external_created_at", "2026-10-31T23:59:58.123Z");
        assertThat(readBack(0).text()).isEqualTo("Hello *there*");
        assertThat(readBack(0).marker()).isEqualTo(MARKER);
        assertThat(sent.getMessage().getHeaders()).containsEntry(HelpdeskConstants.MESSAGE_ID, Long.toString(stored.id()))
                .containsEntry(HelpdeskConstants.CONVERSATION_ID, Long.toString(conversation));
        assertThat(sent.getProperty(HelpdeskConstants.MESSAGE_ID)).isEqualTo(Long.toString(stored.id()));
        assertThat(sent.getMessage().getBody()).isInstanceOf(ChatwootMessage.class);
    }

    @Test
    void neutralMessageOfAnAgentBecomesOutgoingWithItsAuthorInTheText() {
        send(neutral("Hello").direction(Direction.OUTBOUND).build(), Map.of(HelpdeskConstants.AUTHOR_PREFIX, "Ada: "));
        assertThat(stored(0).messageType()).hasToString("OUTGOING");
        assertThat(readBack(0).text()).isEqualTo("Ada: Hello");
    }

    @Test
    void customerIsNotNamedInTheTextAsChatwootShowsTheContact() {
        send(neutral("Hello").build(), Map.of(HelpdeskConstants.AUTHOR_PREFIX, "Kim: "));
        assertThat(stored(0).content()).isEqualTo("Hello");
    }

    @Test
    void subjectStandsBeforeTheTextWhoeverWroteIt() {
        Map<String, Object> headers = Map.of(HelpdeskConstants.SUBJECT_LINE, "Subject: *Order* 17 {{x}}\n",
                HelpdeskConstants.AUTHOR_PREFIX, "Ada: ");
        send(neutral("Hello").build(), headers);
        send(neutral("Hello").direction(Direction.OUTBOUND).build(), headers);
        send(neutral("").build(), headers);
        assertThat(readBack(0).text()).isEqualTo("Subject: *Order* 17 {{x}}\nHello");
        assertThat(readBack(1).text()).isEqualTo("Subject: *Order* 17 {{x}}\nAda: Hello");
        assertThat(readBack(2).text()).as("a mail that is all subject").isEqualTo("Subject: *Order* 17 {{x}}");
    }

    @Test
    void historyShowsItsTimeBeforeCustomersTextsToo() {
        Map<String, Object> silent = Map.of(HelpdeskConstants.AUTHOR_PREFIX, "Kim (2024-03-01 12:00 UTC): ",
                HelpdeskConstants.SILENT, true);
        send(neutral("Hello").build(), silent);
        assertThat(stored(0).messageType()).hasToString("INCOMING");
        assertThat(readBack(0).text()).isEqualTo("Kim (2024-03-01 12:00 UTC): Hello");
        assertThat(stored(0).contentAttributes()).containsKey("external_created_at");
    }

    @Test
    void privateStaysPrivate() {
        send(neutral("note").visibility(Visibility.PRIVATE).direction(Direction.INBOUND).build(), Map.of());
        assertThat(stored(0).isPrivate()).isTrue();
        assertThat(stored(0).messageType()).hasToString("OUTGOING");
    }

    @Test
    void sourceIdIsNotSetWhereItWouldStopTheDelivery() {
        long mail = chatwoot.openConversationIn(chatwoot.addInbox("Mail", ChatwootInboxType.EMAIL), "Kim", "kim@example.com",
                null);
        sendTo(mail, neutral("Hello").direction(Direction.OUTBOUND).build(), Map.of(HelpdeskConstants.MARKER, MARKER));
        sendTo(conversation, neutral("Hello").direction(Direction.OUTBOUND).build(), Map.of(HelpdeskConstants.MARKER, MARKER));
        assertThat(chatwoot.messages(mail).get(0)).satisfies(message -> {
            assertThat(message.sourceId()).isNull();
            assertThat(message.delivered()).isTrue();
            assertThat(message.contentAttributes()).containsEntry("helpdesk_marker", MARKER);
        });
        assertThat(stored(0).sourceId()).isEqualTo(MARKER);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{{contact.name}}", "a {% if x %} b {% endif %}", "{% raw %}{{x}}{% endraw %}", "`{{x}}` {{y}}",
            "{{{{{{", "{%%%}", "{% endraw %}", "`{{`", "{{ '{{' }}", "use `code` and {{ name }} and ``{{``", "{%- comment -%}x",
            "{\n{{ x\n}}", "\\{{x}}", "{\\{x", "{{x}} [link](http://example.com/{{id}})",
            "https://example.com/{{id}}?a_b=_c_" })
    void outgoingTextIsNotTakenForATemplate(String text) {
        send(neutral(text).direction(Direction.OUTBOUND).build(), Map.of());
        assertThat(readBack(0).text()).isEqualTo(text);
    }

    @Test
    @DisplayName("E10: a link without a text is not dropped")
    void e10AttachmentWithoutTextIsShown() {
        send(neutral("").attachments(List.of(
                new Attachment("7", "in_voice_.pdf", "https://files.example.com/_a_/in_voice_.pdf", null, null)))
                .build(), Map.of());
        assertThat(readBack(0).text())
                .isEqualTo("Attachment: in_voice_.pdf https://files.example.com/_a_/in_voice_.pdf");
        assertThat(stored(0).content()).contains("https://files.example.com/_a_/in_voice_.pdf");
    }

    @Test
    void filesAreListedBelowTheText() {
        send(neutral("Look").attachments(List.of(new Attachment("7", null, "https://x.example/1", null, null),
                new Attachment("8", "b.png", null, null, null), new Attachment("9", null, null, null, null))).build(),
                Map.of());
        assertThat(readBack(0).text())
                .isEqualTo("Look\n\nAttachment: https://x.example/1\nAttachment: b.png\nAttachment: 9");
    }

    @Test
    void replyIsKeptWithinTheAccountOnly() {
        long parent = chatwoot.writeAsCustomer(conversation, "parent");
        send(neutral("foreign").inReplyTo(Long.toString(parent)).build(), Map.of());
        send(neutral("own").provider("chatwoot").account(account()).conversationId(Long.toString(conversation))
                .inReplyTo(Long.toString(parent)).build(), Map.of());
        assertThat(stored(1).contentAttributes()).doesNotContainKey("in_reply_to");
        assertThat(readBack(2).inReplyTo()).isEqualTo(Long.toString(parent));
    }

    @Test
    @DisplayName("E3: a reply is shown as one and does not repeat what it answers")
    void e3ReplyOfTheHeaderIsShownAsOne() {
        long parent = chatwoot.writeAsCustomer(conversation, "parent");
        send(neutral("answer").build(), Map.of(HelpdeskConstants.REPLY_TO_ID, Long.toString(parent)));
        send("plain", Map.of(HelpdeskConstants.REPLY_TO_ID, parent));
        assertThat(stored(1).contentAttributes()).containsEntry("in_reply_to", (int) parent);
        assertThat(readBack(1)).satisfies(message -> {
            assertThat(message.inReplyTo()).isEqualTo(Long.toString(parent));
            assertThat(message.text()).isEqualTo("answer");
        });
        assertThat(readBack(2).inReplyTo()).isEqualTo(Long.toString(parent));
    }

    @ParameterizedTest
    @ValueSource(strings = { "5e65fa8bc2409f0c1fd3", "1/../2", "", "-1", "4711" })
    @DisplayName("E7: an id that is none of Chatwoot's, or of no message, costs the reply and not the message")
    void e7ReplyToAnIdOfAnotherProviderIsSentWithoutIt(String id) {
        send(neutral("answer").build(), Map.of(HelpdeskConstants.REPLY_TO_ID, id));
        assertThat(readBack(0).text()).isEqualTo("answer");
        assertThat(readBack(0).inReplyTo()).isNull();
    }

    @Test
    void conversationOfAnotherProvidersMessageIsNotTakenForATarget() {
        Exchange failed = request("chatwoot:sendMessage", neutral("Hello").conversationId(Long.toString(conversation)).build(),
                Map.of());
        assertThat(failed.getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(HelpdeskConstants.CONVERSATION_ID);
        assertThat(chatwoot.messages(conversation)).isEmpty();
    }

    @Test
    void textIsPlainAndRequestMapAndJsonAreMarkdown() {
        send("*plain* {{x}}", Map.of());
        send(ChatwootMessageRequest.of(ChatwootMessageType.outgoing, "**bold**", false), Map.of());
        send(Map.of("content", "_map_", "private", true), Map.of());
        send("{\"content\": \"hello {{contact.name}}\", \"message_type\": \"outgoing\"}", Map.of());
        send("incoming", Map.of(ChatwootConstants.MESSAGE_TYPE, "incoming"));
        send(context.getTypeConverter().convertTo(String.class, neutral("neutral JSON").build()), Map.of());
        send(new java.io.ByteArrayInputStream("stream".getBytes(java.nio.charset.StandardCharsets.UTF_8)), Map.of());
        assertThat(readBack(0).text()).isEqualTo("*plain* {{x}}");
        assertThat(stored(1).content()).isEqualTo("**bold**");
        assertThat(stored(2).content()).isEqualTo("_map_");
        assertThat(stored(2).isPrivate()).isTrue();
        assertThat(stored(3).content()).isEqualTo("hello Kim");
        assertThat(stored(4).messageType()).hasToString("INCOMING");
        assertThat(stored(5).content()).isEqualTo("neutral JSON");
        assertThat(stored(5).messageType()).hasToString("INCOMING");
        assertThat(stored(6).content()).isEqualTo("stream");
    }

    @Test
    void bodyThatCannotBeReadIsRefusedWithoutBeingQuoted() {
        assertThat(sendFailing(Map.of("contents", "secret text"))).hasMessageContaining("'contents'")
                .hasMessageNotContaining("secret text");
        assertThat(sendFailing("{ secret text")).hasMessageContaining("JSON").hasMessageNotContaining("secret text");
        assertThat(sendFailing(null)).hasMessageContaining("empty");
        assertThat(chatwoot.messages(conversation)).isEmpty();
    }

    @Test
    void ownMessageRecordCanBeSentOn() {
        chatwoot.writeAsCustomer(conversation, "**hello** `code`");
        Object message = ((List<?>) request("chatwoot:listMessages", null,
                Map.of(HelpdeskConstants.CONVERSATION_ID, conversation)).getMessage().getBody()).get(0);
        sendTo(chatwoot.openConversation("Lee"), message, Map.of());
        assertThat(chatwoot.messages(2).get(0).content()).isEqualTo("hello code");
    }

    @Test
    void dataTypeMakesARequestThatTheRouteMayChange() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:typed").transformDataType("chatwoot:send")
                        .to("chatwoot:sendMessage?conversationId=" + conversation);
            }
        });
        Exchange sent = request("direct:typed", neutral("1 * 2 {{x}}").direction(Direction.OUTBOUND).build(),
                Map.of(HelpdeskConstants.AUTHOR_PREFIX, "Ada: "));
        assertThat(sent.getException()).isNull();
        assertThat(readBack(0).text()).isEqualTo("Ada: 1 * 2 {{x}}");
    }

    @Test
    @DisplayName("D3: processed, then the answer was lost: the message in doubt is found")
    void d3ProcessedThenDroppedIsFoundByItsMarker() {
        chatwoot.faults().on("POST", CREATE).next(1).then(Fault.processThenDrop());
        assertThat(sendFailing(neutral("Hello").build(), Map.of(HelpdeskConstants.MARKER, MARKER)))
                .isInstanceOfSatisfying(HelpdeskException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.UNCLEAR));
        Exchange second = send(neutral("Hello").build(), inDoubt());
        assertThat(chatwoot.messages(conversation)).hasSize(1);
        assertThat(second.getMessage().getHeader(HelpdeskConstants.MESSAGE_ID)).isEqualTo(Long.toString(stored(0).id()));
    }

    @Test
    @DisplayName("D3: an answer that is cut off or malformed is unclear too")
    void d3TruncatedAndMalformedAnswersAreUnclear() {
        chatwoot.faults().on("POST", CREATE).next(1).then(Fault.truncatedBody());
        chatwoot.faults().on("POST", CREATE).next(1).then(Fault.malformedBody());
        for (int i = 0; i < 2; i++) {
            assertThat(sendFailing(neutral("Hello").build(), Map.of(HelpdeskConstants.MARKER, MARKER)))
                    .isInstanceOfSatisfying(HelpdeskException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.UNCLEAR));
        }
    }

    @Test
    void messageInDoubtThatIsNotThereIsSent() {
        send(neutral("Hello").build(), inDoubt());
        assertThat(chatwoot.messages(conversation)).hasSize(1);
    }

    @Test
    void messageInDoubtIsNotSentBeforeNotFoundCounts() {
        Map<String, Object> headers = inDoubt();
        Instant later = Instant.now().plusSeconds(60);
        headers.put(HelpdeskConstants.NOT_FOUND_FROM, later);
        assertThat(sendFailing(neutral("Hello").build(), headers)).isInstanceOfSatisfying(NotFoundYetException.class,
                e -> assertThat(e.countsFrom()).isEqualTo(later));
        assertThat(chatwoot.messages(conversation)).isEmpty();
    }

    @Test
    void lookUpReadsBackToTheLastConfirmedMessageOnly() {
        send(neutral("old").build(), Map.of(HelpdeskConstants.MARKER, MARKER));
        Map<String, Object> headers = inDoubt();
        headers.put(HelpdeskConstants.AFTER_ID, Long.toString(stored(0).id()));
        send(neutral("new").build(), headers);
        assertThat(chatwoot.messages(conversation)).hasSize(2);
    }

    @Test
    void lookUpReadsMoreThanAPage() {
        send(neutral("first").build(), Map.of(HelpdeskConstants.MARKER, MARKER));
        write(conversation, texts("m", 1, 230));
        send(neutral("first").build(), inDoubt());
        assertThat(chatwoot.messages(conversation)).hasSize(231);
    }

    @Test
    void messageInDoubtIsFoundEvenWhenItCannotBeRead() {
        send(neutral("Hello").build(), Map.of(HelpdeskConstants.MARKER, MARKER));
        chatwoot.faults().on("GET", CREATE)
                .then(execution -> changed(execution.process(), "\"message_type\":0", "\"message_type\":9"));
        Exchange second = send(neutral("Hello").build(), inDoubt());
        assertThat(second.getMessage().getHeader(HelpdeskConstants.MESSAGE_ID)).isEqualTo(Long.toString(stored(0).id()));
        assertThat(chatwoot.messages(conversation)).hasSize(1);
    }

    @Test
    void messageOfOthersThatCannotBeReadDoesNotHinderTheLookUp() {
        write(conversation, List.of("odd"));
        chatwoot.faults().on("GET", CREATE)
                .then(execution -> changed(execution.process(), "\"message_type\":0", "\"message_type\":9"));
        send(neutral("Hello").build(), inDoubt());
        assertThat(chatwoot.messages(conversation)).hasSize(2);
    }

    @Test
    void answerWithoutAListIsNotTakenForNotFound() {
        send(neutral("Hello").build(), Map.of(HelpdeskConstants.MARKER, MARKER));
        chatwoot.faults().on("GET", CREATE).then(Fault.answer(Answer.of(200, "application/json", "{}")));
        assertThat(sendFailing(neutral("Hello").build(), inDoubt())).isInstanceOf(HelpdeskException.class);
        assertThat(chatwoot.messages(conversation)).hasSize(1);
    }

    @Test
    void outgoingMessageIsSentIntoAConversationThatCannotBeReadWhole() {
        chatwoot.faults().on("GET", ".*/conversations/\\d+")
                .then(execution -> changed(execution.process(), "\"labels\":[]", "\"labels\":{\"odd\":1}"));
        send(neutral("Hello").direction(Direction.OUTBOUND).build(), Map.of(HelpdeskConstants.MARKER, MARKER));
        assertThat(stored(0).sourceId()).isEqualTo(MARKER);
    }

    @Test
    void withoutAMarkerItCannotBeTold() {
        assertThat(sendFailing(neutral("Hello").build(), Map.of(HelpdeskConstants.IN_DOUBT, true)))
                .isInstanceOf(CannotTellException.class);
    }

    @Test
    void deletedCopyIsFoundBySourceIdInAnApiInbox() {
        send(neutral("Hello").direction(Direction.OUTBOUND).build(), Map.of(HelpdeskConstants.MARKER, MARKER));
        chatwoot.deleteMessage(conversation, stored(0).id());
        send(neutral("Hello").direction(Direction.OUTBOUND).build(), inDoubt());
        assertThat(chatwoot.messages(conversation)).hasSize(1);
    }

    @Test
    void deletedOrWipedMessageInAnotherInboxCannotBeTold() {
        long mail = chatwoot.openConversationIn(chatwoot.addInbox("Mail", ChatwootInboxType.EMAIL), "Kim", "kim@example.com",
                null);
        HelpdeskMessage message = neutral("Hello").direction(Direction.OUTBOUND).build();
        sendTo(mail, message, Map.of(HelpdeskConstants.MARKER, MARKER));
        long id = chatwoot.messages(mail).get(0).id();
        chatwoot.retryMessage(mail, id);
        Map<String, Object> headers = inDoubt();
        headers.put(HelpdeskConstants.CONVERSATION_ID, mail);
        assertThat(request("chatwoot:sendMessage", message, headers).getException()).isInstanceOf(CannotTellException.class);
        chatwoot.deleteMessage(mail, id);
        assertThat(request("chatwoot:sendMessage", message, headers).getException()).isInstanceOf(CannotTellException.class);
        assertThat(chatwoot.messages(mail)).hasSize(1);
    }

    @Test
    void refusalsAreFinalAndFloodingIsNot() {
        HelpdeskException tooLong = (HelpdeskException) sendFailing(
                ChatwootMessageRequest.of(ChatwootMessageType.incoming, "x".repeat(150_001), false));
        assertThat(tooLong.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(tooLong.concernsAccount()).isFalse();
        chatwoot.limitMessagesPerMinute(true);
        write(conversation, texts("m", 1, 200));
        assertThat(sendFailing(neutral("one more").build())).isInstanceOfSatisfying(NotSentException.class,
                e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofMinutes(1)));
    }

    @Test
    void incomingOutsideAnApiInboxIsRefused() {
        long mail = chatwoot.openConversationIn(chatwoot.addInbox("Mail", ChatwootInboxType.EMAIL), "Kim", "kim@example.com",
                null);
        Exchange failed = request("chatwoot:sendMessage", neutral("Hello").build(),
                Map.of(HelpdeskConstants.CONVERSATION_ID, mail));
        HelpdeskException refused = catchThrowableOfType(HelpdeskException.class, () -> {
            throw failed.getException();
        });
        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(refused).hasMessageContaining("only allowed in Api inboxes").hasMessageNotContaining("Hello");
    }

    @Test
    void throttleIsWaitedForUntilTheEndOfTheMinute() {
        chatwoot.clock().fix(Instant.parse("2026-11-01T12:00:42Z"));
        chatwoot.faults().on("POST", CREATE).next(1).then(Fault.retryLater());
        assertThat(sendFailing(neutral("Hello").build())).isInstanceOfSatisfying(NotSentException.class,
                e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(18)));
    }

    @Test
    void conversationThatIsGoneIsARefusalWith404AtTheSendAndAtTheLookUp() {
        for (Direction direction : Direction.values()) {
            for (boolean doubt : List.of(true, false)) {
                Exception failed = request("chatwoot:sendMessage", neutral("Hello").direction(direction).build(),
                        Map.of(HelpdeskConstants.CONVERSATION_ID, 4711, HelpdeskConstants.MARKER, MARKER,
                                HelpdeskConstants.IN_DOUBT, doubt))
                        .getException();
                assertThat(failed).isInstanceOfSatisfying(HelpdeskException.class, e -> {
                    assertThat(e.statusCode()).isEqualTo(404);
                    assertThat(e.outcome()).isEqualTo(Outcome.REFUSED);
                    assertThat(e.concernsAccount()).isFalse();
                });
            }
        }
        assertThatCode(component(context)::checkTarget).as("so it is not the account that is unknown")
                .doesNotThrowAnyException();
    }

    @Test
    void conversationIsANumber() {
        assertThat(request("chatwoot:sendMessage", "x", Map.of(HelpdeskConstants.CONVERSATION_ID, "1/../../2")).getException())
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("number");
    }

    private static io.github.camelhelpdesk.common.model.HelpdeskMessageBuilder neutral(String text) {
        return HelpdeskMessage.builder().provider("channelio").account("c1").conversationId("u1").id("m1")
                .direction(Direction.INBOUND).visibility(Visibility.PUBLIC).text(text).createdAt(WRITTEN);
    }

    private static Map<String, Object> inDoubt() {
        return new HashMap<>(Map.of(HelpdeskConstants.MARKER, MARKER, HelpdeskConstants.IN_DOUBT, true));
    }

    private Exchange request(String uri, Object body, Map<String, ?> headers) {
        return context.createProducerTemplate().request(uri, exchange -> {
            exchange.getMessage().setBody(body);
            headers.forEach(exchange.getMessage()::setHeader);
        });
    }

    private Exchange send(Object body, Map<String, Object> headers) {
        return sendTo(conversation, body, headers);
    }

    private Exchange sendTo(long id, Object body, Map<String, Object> headers) {
        Map<String, Object> all = new HashMap<>(headers);
        all.put(HelpdeskConstants.CONVERSATION_ID, id);
        Exchange exchange = request("chatwoot:sendMessage", body, all);
        assertThat(exchange.getException()).isNull();
        return exchange;
    }

    private Exception sendFailing(Object body) {
        return sendFailing(body, Map.of());
    }

    private Exception sendFailing(Object body, Map<String, Object> headers) {
        Map<String, Object> all = new HashMap<>(headers);
        all.put(HelpdeskConstants.CONVERSATION_ID, conversation);
        Exchange exchange = request("chatwoot:sendMessage", body, all);
        assertThat(exchange.getException()).isNotNull();
        return exchange.getException();
    }

    private io.github.camelhelpdesk.testkit.chatwoot.ChatwootMessage stored(int index) {
        return chatwoot.messages(conversation).get(index);
    }

    private HelpdeskMessage readBack(int index) {
        List<?> messages = request("chatwoot:listMessages", null, Map.of(HelpdeskConstants.CONVERSATION_ID, conversation))
                .getMessage().getBody(List.class);
        return NeutralMessages.of((ChatwootMessage) messages.get(index), account(), null);
    }
}
