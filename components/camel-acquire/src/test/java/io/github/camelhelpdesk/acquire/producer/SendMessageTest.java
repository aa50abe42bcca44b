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
package io.github.camelhelpdesk.acquire.producer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhelpdesk.acquire.AcquireConstants;
import io.github.camelhelpdesk.acquire.CustomerSpeech;
import io.github.camelhelpdesk.acquire.model.AcquireMessageRequest;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.Direction;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.HelpdeskMessageBuilder;
import io.github.camelhelpdesk.common.model.Visibility;
import io.github.camelhelpdesk.testkit.acquire.AcquireCase;
import io.github.camelhelpdesk.testkit.acquire.AcquireMessage;
import io.github.camelhelpdesk.testkit.acquire.AcquireStatus;

/** What is written where, as whom and on which channel. */
class SendMessageTest extends ProducerTestBase {

    private String chat;

    @BeforeEach
    void openChat() {
        chat = acquire.openCase("Kim", "kim@mail.example", "+12025550177");
    }

    @Test
    void customersWordsAreTheContactsInAChat() {
        Exchange sent = call("sendMessage", inbound("Hello").build(), to(chat, Map.of(HelpdeskConstants.MARKER, "hd1.a.b.1of1",
                HelpdeskConstants.AUTHOR_PREFIX, "Kim: ")));
        AcquireMessage stored = last(chat);
        assertThat(stored.senderType()).isEqualTo("contact");
        assertThat(stored.text()).isEqualTo("Hello");
        assertThat(stored.meta()).containsEntry("helpdeskMarker", "hd1.a.b.1of1");
        assertThat(sent.getMessage().getHeaders()).containsEntry(HelpdeskConstants.MESSAGE_ID, stored.id())
                .containsEntry(HelpdeskConstants.CONVERSATION_ID, chat);
        assertThat(sent.getProperty(HelpdeskConstants.MESSAGE_ID)).isEqualTo(stored.id());
        assertThat(sent.getMessage().getBody()).isInstanceOf(io.github.camelhelpdesk.acquire.model.AcquireMessage.class);
    }

    @Test
    void helpDesksWordsAreTheUsersWithTheAuthorInTheText() {
        call("sendMessage", outbound("Hello").build(), to(chat, Map.of(HelpdeskConstants.AUTHOR_PREFIX, "Ada: ")));
        assertThat(last(chat)).returns("user", AcquireMessage::senderType).returns(acquire.userId(), AcquireMessage::senderId)
                .returns("message", AcquireMessage::type).returns("Ada: Hello", AcquireMessage::text);
    }

    @Test
    void subjectStandsBeforeTheTextOfAChat() {
        Map<String, Object> headers = Map.of(HelpdeskConstants.SUBJECT_LINE, "Subject: Order 17\n",
                HelpdeskConstants.AUTHOR_PREFIX, "Ada: ");
        call("sendMessage", outbound("Hello").subject("Order 17").build(), to(chat, headers));
        assertThat(last(chat).text()).isEqualTo("Subject: Order 17\nAda: Hello");
        call("sendMessage", inbound("Hello").subject("Order 17").build(), to(chat, headers));
        assertThat(last(chat)).returns("contact", AcquireMessage::senderType).returns("Subject: Order 17\nHello",
                AcquireMessage::text);
        call("sendMessage", inbound("").subject("Order 17").build(), to(chat, headers));
        assertThat(last(chat).text()).as("a mail that is all subject").isEqualTo("Subject: Order 17");
    }

    @Test
    void subjectIsThatOfTheMailAndNotInItsText() {
        String mail = acquire.receiveMail("Zoe", "zoe@mail.example", "My parcel", "Where is it?");
        Map<String, Object> headers = to(mail, Map.of(HelpdeskConstants.SUBJECT_LINE, "Subject: Order 17\n"));
        call("sendMessage", outbound("Hello").subject("Order 17").build(), headers);
        assertThat(last(mail).text()).isEqualTo("Hello");
        assertThat(last(mail).meta()).containsEntry("subject", "Order 17");
        call("sendMessage", inbound("Hello").subject("Order 17").build(), headers);
        assertThat(last(mail)).returns("note", AcquireMessage::type).returns("Subject: Order 17\nHello", AcquireMessage::text);
    }

    @Test
    void editAndPartsKeepTheSubject() {
        options.setMaxTextLength(100);
        Map<String, Object> line = Map.of(HelpdeskConstants.SUBJECT_LINE, "Subject: Order 17\n");
        Object ids = call("sendMessage", outbound("first ".repeat(30).strip()).build(), to(chat, line))
                .getProperty(HelpdeskConstants.MESSAGE_ID);
        assertThat(acquire.messages(chat)).extracting(AcquireMessage::text).first().asString()
                .startsWith("Subject: Order 17\nfirst");
        Map<String, Object> replacing = Map.of(HelpdeskConstants.SUBJECT_LINE, "Subject: Order 17\n",
                HelpdeskConstants.REPLACES_ID, ((List<?>) ids).stream().map(String::valueOf).collect(Collectors.joining(",")));
        call("sendMessage", outbound("second").build(), to(chat, replacing));
        assertThat(acquire.messages(chat)).extracting(AcquireMessage::text).containsExactly("Subject: Order 17\nsecond");
    }

    @ParameterizedTest
    @ValueSource(strings = { "sendMessage", "sendMail" })
    void requestOfAContactIsANoteInAMailCaseWithAllElseOfIt(String operation) {
        String mail = acquire.receiveMail("Zoe", "zoe@mail.example", "My parcel", "Where is it?");
        call(operation,
                new AcquireMessageRequest(null, null, null, Map.of("a", "b"), null, null, "<p>I am a customer</p>", null,
                        null, null, null, "contact"),
                to(mail, Map.of(HelpdeskConstants.MARKER, "hd1.a.b.1of1")));
        assertThat(last(mail)).returns("note", AcquireMessage::type).returns("user", AcquireMessage::senderType)
                .returns("I am a customer", AcquireMessage::text);
        assertThat(last(mail).meta()).containsEntry("a", "b").containsEntry("helpdeskMarker", "hd1.a.b.1of1");
    }

    @Test
    void privateStaysPrivate() {
        call("sendMessage", inbound("psst").visibility(Visibility.PRIVATE).build(), to(chat));
        assertThat(last(chat)).returns("note", AcquireMessage::type).returns("user", AcquireMessage::senderType);
    }

    @Test
    void customersWordsAreNotesWhereTheOptionSaysSo() {
        options.setCustomerAs(CustomerSpeech.note);
        call("sendMessage", inbound("Hello").build(), to(chat, Map.of(HelpdeskConstants.AUTHOR_PREFIX, "Kim: ")));
        assertThat(last(chat)).returns("note", AcquireMessage::type).returns("user", AcquireMessage::senderType)
                .returns("Kim: Hello", AcquireMessage::text);
    }

    @Test
    void mailCaseIsAnsweredByMail() {
        String mail = acquire.receiveMail("Zoe", "zoe@mail.example", "My parcel", "Where is it?");
        Exchange sent = call("sendMessage", outbound("a < b & c\nsecond line").build(), to(mail));
        assertThat(last(mail)).returns("a < b & c\nsecond line", AcquireMessage::text)
                .returns(sent.getMessage().getHeader(HelpdeskConstants.MESSAGE_ID), AcquireMessage::id);
        assertThat(last(mail).meta()).containsEntry("subject", "My parcel");
        assertThat(acquire.requests().count("POST", ".*/mail/add-message")).isEqualTo(1);
        var answer = sent.getMessage().getBody(io.github.camelhelpdesk.acquire.model.AcquireMessage.class);
        assertThat(answer.to()).singleElement().hasToString(answer.to().get(0).toString());
        assertThat(answer.to().get(0).address()).isEqualTo("zoe@mail.example");
    }

    @Test
    void smsCaseIsAnsweredBySmsAndTheIdIsTheMessages() {
        String sms = acquire.receiveSms("+12025550199", "hi");
        Exchange sent = call("sendMessage", outbound("hello").build(), to(sms));
        assertThat(last(sms)).returns("hello", AcquireMessage::text).returns("sms", AcquireMessage::type)
                .returns(sent.getMessage().getHeader(HelpdeskConstants.MESSAGE_ID), AcquireMessage::id);
        assertThat(last(sms).meta()).containsEntry("To", "+12025550199");
    }

    @Test
    void customersWordsAreNeverSentToCustomers() {
        String mail = acquire.receiveMail("Zoe", "zoe@mail.example", "My parcel", "Where is it?");
        String sms = acquire.receiveSms("+12025550199", "hi");
        for (String outside : List.of(mail, sms)) {
            call("sendMessage", inbound("I am a customer").build(),
                    to(outside, Map.of(HelpdeskConstants.AUTHOR_PREFIX, "Kim: ")));
            assertThat(last(outside)).returns("note", AcquireMessage::type).returns("Kim: I am a customer",
                    AcquireMessage::text);
        }
        assertThat(acquire.requests().count("POST", ".*/(add-message|send-sms)")).isEqualTo(2);
        assertThat(acquire.requests().count("POST", ".*/chat/add-message")).isEqualTo(2);
    }

    @Test
    void historyIsNotMailedAgain() {
        String mail = acquire.receiveMail("Zoe", "zoe@mail.example", "My parcel", "Where is it?");
        call("sendMessage", outbound("old answer").build(), to(mail, Map.of(HelpdeskConstants.SILENT, true)));
        assertThat(last(mail)).returns("note", AcquireMessage::type);
        call("sendMessage", outbound("old answer").build(), to(chat, Map.of(HelpdeskConstants.SILENT, true)));
        assertThat(last(chat)).returns("message", AcquireMessage::type);
    }

    @Test
    @DisplayName("E10: a file without a text is not dropped")
    void e10FilesBecomeLines() {
        call("sendMessage", inbound("").attachments(List.of(
                new Attachment("7", "a.pdf", "https://files.example.com/a.pdf", "application/pdf", 12L))).build(), to(chat));
        assertThat(last(chat).text()).isEqualTo("Attachment: a.pdf https://files.example.com/a.pdf");
        call("sendMessage", outbound("Look").attachments(List.of(new Attachment("8", "b.png", null, "image/png", 1L))).build(),
                to(chat, Map.of(HelpdeskConstants.AUTHOR_PREFIX, "Ada: ")));
        assertThat(last(chat).text()).isEqualTo("Ada: Look\n\nAttachment: b.png");
    }

    @Test
    void longTextIsSentInParts() {
        options.setMaxTextLength(100);
        Exchange sent = call("sendMessage", outbound("word ".repeat(50).strip()).build(), to(chat, Map.of(
                HelpdeskConstants.MARKER, "hd1.a.b.1of1")));
        List<AcquireMessage> parts = acquire.messages(chat);
        assertThat(parts).hasSizeGreaterThan(2).allMatch(part -> part.text().length() <= 100);
        assertThat(String.join(" ", parts.stream().map(AcquireMessage::text).toList())).isEqualTo("word ".repeat(50).strip());
        assertThat(parts.get(1).meta()).containsEntry("helpdeskMarker", "hd1.a.b.2of" + parts.size());
        assertThat(sent.getProperty(HelpdeskConstants.MESSAGE_ID)).isEqualTo(parts.stream().map(AcquireMessage::id).toList());
    }

    @Test
    void smsIsSplitWhereItsCarrierEnds() {
        String sms = acquire.receiveSms("+12025550199", "hi");
        call("sendMessage", outbound("word ".repeat(400).strip()).build(), to(sms));
        assertThat(acquire.messages(sms)).hasSize(3).allMatch(part -> part.text().length() <= 1600);
    }

    @Test
    void textRequestMapJsonAndStreamAreTaken() {
        call("sendMessage", "plain", to(chat));
        call("sendMessage", AcquireMessageRequest.of("note", "record", null), to(chat));
        call("sendMessage", Map.of("message", "map", "userType", "contact"), to(chat));
        call("sendMessage", "{\"message\": \"json\", \"meta\": {\"k\": 1}}", to(chat));
        call("sendMessage", context.getTypeConverter().convertTo(String.class, inbound("neutral JSON").build()), to(chat));
        call("sendMessage", new ByteArrayInputStream("stream".getBytes(StandardCharsets.UTF_8)), to(chat));
        call("sendMessage", "contact's",
                to(chat, Map.of(AcquireConstants.USER_TYPE, "contact", AcquireConstants.TYPE, "message")));
        assertThat(acquire.messages(chat)).extracting(AcquireMessage::text, AcquireMessage::type, AcquireMessage::senderType)
                .containsExactly(tuple("plain", "message", "user"), tuple("record", "note", "user"),
                        tuple("map", "message", "contact"), tuple("json", "message", "user"),
                        tuple("neutral JSON", "message", "contact"), tuple("stream", "message", "user"),
                        tuple("contact's", "message", "contact"));
        assertThat(acquire.messages(chat).get(3).meta()).containsEntry("k", 1);
    }

    @Test
    void bodyThatCannotBeReadIsRefusedWithoutBeingQuoted() {
        assertThat(failing("sendMessage", Map.of("contents", "secret text"), to(chat))).hasMessageContaining("'contents'")
                .hasMessageNotContaining("secret text");
        assertThat(failing("sendMessage", "{ secret text", to(chat))).hasMessageContaining("JSON")
                .hasMessageNotContaining("secret text");
        assertThat(failing("sendMessage", null, to(chat))).hasMessageContaining("empty");
        assertThat(failing("sendMessage", inbound("").build(), to(chat))).hasMessageContaining("neither a text nor files");
        assertThat(acquire.messages(chat)).isEmpty();
    }

    @Test
    @DisplayName("E7: the conversation of another provider's message is not taken for a target")
    void e7ForeignIdsAreNoTargets() {
        assertThat(failing("sendMessage", inbound("Hello").conversationId(chat).build(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(HelpdeskConstants.CONVERSATION_ID);
        assertThat(failing("sendMessage", "Hello", Map.of(HelpdeskConstants.PROVIDER, "chatwoot",
                AcquireConstants.CASE_ID, chat))).isInstanceOf(IllegalArgumentException.class);
        assertThat(acquire.messages(chat)).isEmpty();
    }

    @Test
    void threadGoesOnInItsNewestCase() {
        acquire.closeCase(chat);
        String second = acquire.reopenCase(chat);
        call("sendMessage", "Hello", to(chat));
        assertThat(last(chat)).returns(second, AcquireMessage::caseId).returns("Hello", AcquireMessage::text);
    }

    @Test
    void closedThreadIsOpenedAgainOnItsChannel() {
        String mail = acquire.receiveMail("Zoe", "zoe@mail.example", "My parcel", "Where is it?");
        acquire.closeCase(mail);
        call("sendMessage", outbound("Hello").build(), to(mail));
        assertThat(acquire.cases()).last().returns(mail, AcquireCase::threadId).returns("mail", AcquireCase::channel)
                .returns("My parcel", AcquireCase::title).returns(AcquireStatus.ACTIVE, AcquireCase::status);
        assertThat(last(mail).text()).isEqualTo("Hello");
    }

    @Test
    void caseThatIsClosedMeanwhileIsNoticed() {
        call("sendMessage", "one", to(chat));
        acquire.closeCase(chat);
        call("sendMessage", "two", to(chat));
        call("sendMessage", "three", to(chat));
        assertThat(acquire.messages(chat)).extracting(AcquireMessage::text).containsExactly("one", "two", "three");
        assertThat(acquire.cases()).hasSize(2);
    }

    @Test
    void closedThreadIsLeftAloneWhereTheOptionSaysSo() {
        options.setReopenClosed(false);
        acquire.closeCase(chat);
        assertThat(failing("sendMessage", "Hello", to(chat))).hasMessageContaining("reopenClosed");
        assertThat(acquire.cases()).hasSize(1);
    }

    @Test
    void waitingCaseIsNotReplaced() {
        acquire.changeStatus(chat, AcquireStatus.QUEUE);
        assertThat(failing("sendMessage", "Hello", to(chat))).isInstanceOf(HelpdeskException.class)
                .hasMessageContaining("active");
        assertThat(acquire.cases()).hasSize(1);
    }

    @Test
    void givenCaseIsWrittenInto() {
        acquire.closeCase(chat);
        String second = acquire.reopenCase(chat);
        call("sendMessage?caseId=" + second, "one", Map.of());
        call("sendMessage", "two", Map.of(AcquireConstants.CASE_ID, second));
        assertThat(acquire.messages(chat)).filteredOn(message -> message.type().equals("message"))
                .extracting(AcquireMessage::caseId).containsExactly(second, second);
        assertThat(failing("sendMessage?caseId=" + chat, "three", Map.of())).isInstanceOf(HelpdeskException.class);
    }

    @Test
    void caseIsReadOnce() {
        for (int i = 0; i < 5; i++) {
            call("sendMessage", "text " + i, to(chat));
        }
        assertThat(acquire.requests().count("GET", ".*")).isEqualTo(1);
    }

    @Test
    void editReplacesTheTextInPlace() {
        String id = call("sendMessage", outbound("first").build(), to(chat)).getMessage().getHeader(
                HelpdeskConstants.MESSAGE_ID,
                String.class);
        Exchange edited = call("sendMessage", outbound("second").build(), to(chat, Map.of(HelpdeskConstants.REPLACES_ID, id,
                HelpdeskConstants.AUTHOR_PREFIX, "Ada: ", HelpdeskConstants.IN_DOUBT, true)));
        assertThat(acquire.messages(chat)).singleElement().returns(id, AcquireMessage::id).returns("Ada: second",
                AcquireMessage::text);
        assertThat(edited.getProperty(HelpdeskConstants.MESSAGE_ID)).isEqualTo(id);
    }

    @Test
    void editOfAMessageThatSomebodyDeletedIsDone() {
        String id = acquire.writeAsUser(chat, "first");
        acquire.deleteMessage(chat, id);
        Exchange edited = call("sendMessage", outbound("second").build(), to(chat, Map.of(HelpdeskConstants.REPLACES_ID, id)));
        assertThat(edited.getProperty(HelpdeskConstants.MESSAGE_ID)).isEqualTo(id);
        assertThat(acquire.messages(chat)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "short", "%1$s%2$s", "%2$s%1$s%2$s%1$s" })
    @DisplayName("E1: the edit of a message in several parts leaves nothing of what was said before")
    void e1EditOfSeveralPartsReplacesAllOfThem(String edit) {
        options.setMaxTextLength(100);
        String first = "first ".repeat(30).strip();
        String second = String.format(edit, "second ".repeat(20), "changed ".repeat(15)).strip();
        Object ids = call("sendMessage", outbound(first).build(), to(chat)).getProperty(HelpdeskConstants.MESSAGE_ID);
        assertThat(ids).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(2);
        String replaced = ((List<?>) ids).stream().map(String::valueOf).collect(Collectors.joining(","));
        call("sendMessage", outbound(second).build(), to(chat, Map.of(HelpdeskConstants.REPLACES_ID, replaced)));
        call("sendMessage", outbound(second).build(), to(chat, Map.of(HelpdeskConstants.REPLACES_ID, replaced)));
        assertThat(String.join(" ", acquire.messages(chat).stream().map(AcquireMessage::text).toList()).replace('\n', ' '))
                .isEqualTo(second);
    }

    @Test
    void editOfAnSmsIsSentAsItCannotBeTakenBack() {
        String sms = acquire.receiveSms("+12025550199", "hi");
        String id = call("sendMessage", outbound("first").build(), to(sms)).getMessage().getHeader(HelpdeskConstants.MESSAGE_ID,
                String.class);
        call("sendMessage", outbound("second").build(), to(sms, Map.of(HelpdeskConstants.REPLACES_ID, id)));
        assertThat(acquire.messages(sms)).extracting(AcquireMessage::text).containsExactly("hi", "first", "second");
    }

    @ParameterizedTest
    @ValueSource(strings = { "x-user-type", "-x-user-type" })
    void whoSpeaksIsToldUnderTheConfiguredName(String name) {
        options.setUserTypeParameter(name);
        call("sendMessage", inbound("Hello").build(), to(chat));
        assertThat(last(chat).senderType()).isEqualTo("contact");
        assertThat(acquire.requests().list()).anyMatch(request -> request.query().contains(name + "=contact"));
    }

    @Test
    void dataTypeMakesARequestThatTheRouteMayChange() throws Exception {
        String mail = acquire.receiveMail("Zoe", "zoe@mail.example", "My parcel", "Where is it?");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:typed").transformDataType("acquire:send").to("acquire:sendMessage");
            }
        });
        template.sendBodyAndHeaders("direct:typed", outbound("Hello").build(),
                to(chat, Map.of(HelpdeskConstants.AUTHOR_PREFIX, "Ada: ")));
        assertThat(last(chat).text()).isEqualTo("Ada: Hello");
        template.sendBodyAndHeaders("direct:typed", inbound("I am a customer").build(), to(mail));
        assertThat(last(mail)).as("never mailed to a customer").returns("note", AcquireMessage::type).returns("I am a customer",
                AcquireMessage::text);
    }

    @Test
    void ownMessageRecordCanBeSentOn() {
        acquire.writeAsContact(chat, "hello");
        Object message = ((List<?>) call("listMessages", null, to(chat)).getMessage().getBody()).get(0);
        String other = acquire.openCase("Lee");
        call("sendMessage", message, to(other));
        assertThat(last(other)).returns("hello", AcquireMessage::text).returns("contact", AcquireMessage::senderType);
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    private static HelpdeskMessageBuilder inbound(String text) {
        return HelpdeskMessage.builder().provider("chatwoot").account("desk/1").conversationId("9").id("42")
                .direction(Direction.INBOUND).text(text).createdAt(Instant.parse("2026-10-31T23:59:58.123Z"));
    }

    private static HelpdeskMessageBuilder outbound(String text) {
        return inbound(text).direction(Direction.OUTBOUND);
    }
}
