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

import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.camelhelpdesk.acquire.AcquireConstants;
import io.github.camelhelpdesk.acquire.model.AcquireMessageRequest;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.testkit.acquire.AcquireMessage;
import io.github.camelhelpdesk.testkit.acquire.AcquirePermission;
import io.github.camelhelpdesk.testkit.acquire.AcquireSimulator;

/** sendChat, sendMail and sendSms: the channel that the route names. */
class ChannelOperationsTest extends ProducerTestBase {

    @Test
    void chatIsSentWithAllThatARequestMaySay() {
        String chat = acquire.openCase("Kim");
        Exchange sent = call("sendChat",
                "{\"message\":\"Hello\",\"translateLangKey\":\"de\",\"delay\":5,\"meta\":{\"a\":\"b\"}}",
                to(chat));
        assertThat(last(chat)).returns("Hello", AcquireMessage::text).returns("message", AcquireMessage::type);
        assertThat(last(chat).meta()).containsEntry("a", "b");
        assertThat(sent.getMessage().getHeader(HelpdeskConstants.MESSAGE_ID)).isEqualTo(last(chat).id());
    }

    @Test
    void chatIsSpokenByWhomTheHeaderSays() {
        String chat = acquire.openCase("Kim");
        call("sendChat?threadId=" + chat, "Hello", Map.of(AcquireConstants.USER_TYPE, "contact"));
        assertThat(last(chat).senderType()).isEqualTo("contact");
        call("sendChat?threadId=" + chat, "psst", Map.of(AcquireConstants.TYPE, "note"));
        assertThat(last(chat).type()).isEqualTo("note");
        assertThat(failing("sendChat?threadId=" + chat, "Hello", Map.of(AcquireConstants.USER_TYPE, "robot")))
                .isInstanceOf(HelpdeskException.class);
    }

    @Test
    void mailHasReceiversSubjectAndHtml() {
        String mail = acquire.receiveMail("Zoe", "zoe@mail.example", "My parcel", "Where is it?");
        Exchange sent = call("sendMail",
                Map.of("to", List.of("zoe@mail.example", "max@mail.example"), "cc", "boss@mail.example",
                        "bcc", List.of("file@desk.example"), "subject", "Re: My parcel", "htmlBody",
                        "<p>On its <b>way</b></p>"),
                to(mail));
        var answer = sent.getMessage().getBody(io.github.camelhelpdesk.acquire.model.AcquireMessage.class);
        assertThat(answer.to()).extracting(address -> address.address()).containsExactly("zoe@mail.example",
                "max@mail.example");
        assertThat(answer.cc()).extracting(address -> address.address()).containsExactly("boss@mail.example");
        assertThat(answer.subject()).isEqualTo("Re: My parcel");
        assertThat(last(mail).text()).isEqualTo("On its way");
        assertThat(last(mail).meta()).containsEntry("htmlBody", "<p>On its <b>way</b></p>");
    }

    @Test
    void mailGoesToTheContactByDefault() {
        String mail = acquire.receiveMail("Zoe", "zoe@mail.example", "My parcel", "Where is it?");
        call("sendMail", "It comes & goes", to(mail));
        assertThat(last(mail).text()).isEqualTo("It comes & goes");
        assertThat(last(mail).meta()).containsEntry("subject", "My parcel").containsEntry("from",
                AcquireSimulator.MAIL_ADDRESS);
    }

    @Test
    void mailWithoutASenderSaysWhatToSet() {
        options.setMailFrom(null);
        String mail = acquire.receiveMail("Zoe", "zoe@mail.example", "My parcel", "Where is it?");
        assertThat(failing("sendMail", "Hello", to(mail))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mailFrom");
        call("sendMail", Map.of("from", AcquireSimulator.MAIL_ADDRESS, "message", "Hello"), to(mail));
        assertThat(last(mail).text()).isEqualTo("Hello");
    }

    @Test
    void mailToAChatIsRefusedByAcquire() {
        String chat = acquire.openCase("Kim", "kim@mail.example", null);
        assertThat(failing("sendMail", "Hello", to(chat))).isInstanceOfSatisfying(HelpdeskException.class,
                e -> assertThat(e.statusCode()).isEqualTo(400)).hasMessageContaining("channel of the case must be mail");
    }

    @Test
    void smsTakesTheNamesOfItsPageAndTheContactsNumberByDefault() {
        String sms = acquire.receiveSms("+12025550199", "hi");
        call("sendSms", Map.of("From", AcquireSimulator.PHONE_NUMBER, "To", "12025550198", "Body", "one"), to(sms));
        assertThat(last(sms)).returns("one", AcquireMessage::text);
        assertThat(last(sms).meta()).containsEntry("to", "+12025550198");
        call("sendSms", "two", to(sms));
        assertThat(last(sms).meta()).containsEntry("to", "+12025550199").containsEntry("from", AcquireSimulator.PHONE_NUMBER);
        assertThat(acquire.requests().list()).filteredOn(request -> request.path().endsWith("send-sms"))
                .allMatch(request -> request.query().contains("x-user-type=user"));
    }

    @Test
    void smsFollowsItsThreadIntoALaterCase() {
        String sms = acquire.receiveSms("+12025550199", "hi");
        acquire.closeCase(sms);
        String second = acquire.reopenCase(sms);
        call("sendSms", "hello", to(sms));
        assertThat(last(sms)).returns(second, AcquireMessage::caseId).returns("hello", AcquireMessage::text);
    }

    @Test
    void contactWithoutANumberIsNamed() {
        String chat = acquire.openCase("Kim");
        assertThat(failing("sendSms", "Hello", to(chat))).hasMessageContaining("has no phone");
        assertThat(failing("sendMail", "Hello", to(chat))).hasMessageContaining("has no email");
    }

    @ParameterizedTest
    @CsvSource({ "sendChat,CASE", "sendMail,MAIL", "sendSms,SMS" })
    void missingPermissionSaysWhatToDo(String operation, AcquirePermission permission) {
        String thread = switch (permission) {
            case MAIL -> acquire.receiveMail("Zoe", "zoe@mail.example", "My parcel", "Where is it?");
            case SMS -> acquire.receiveSms("+12025550199", "hi");
            default -> acquire.openCase("Kim");
        };
        acquire.forbid(permission);
        assertThat(failing(operation, "Hello", to(thread))).isInstanceOfSatisfying(HelpdeskException.class, e -> {
            assertThat(e.statusCode()).isEqualTo(403);
            assertThat(e.concernsAccount()).isTrue();
        }).hasMessageContaining("permission").hasMessageNotContaining(acquire.apiKey());
    }

    @Test
    void requestsAndTargetsDoNotShowTexts() {
        assertThat(AcquireMessageRequest.of(null, "secret text", null).withSubject("secret subject")).asString()
                .doesNotContain("secret");
    }
}
