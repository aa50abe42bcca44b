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
package io.github.camelhelpdesk.testkit.acquire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.testkit.HistoryEntry;

/** Chat, mail and SMS through the API, with the odd answers of the published examples. */
class SendTest extends AcquireTestBase {

    @Test
    void aChatMessageIsTheKeysUsersUnlessTheContactSpeaks() {
        String thread = simulator.openCase("Zoe");

        JsonNode answer = data(post(ADD, chat(thread, "hello")));

        assertThat(answer.path("senderType").asText()).isEqualTo("user");
        assertThat(answer.path("senderId").asText()).isEqualTo(simulator.userId());
        assertThat(answer.path("case").path("contact").path("id").asText()).isEqualTo(contact(thread));
        assertThat(answer.path("threadId").asText()).isEqualTo(thread);
        assertThat(answer.path("sender").path("email").asText()).isEqualTo("relay@desk.example");
        assertThat(simulator.messages(thread)).singleElement().returns(answer.path("id").asText(), AcquireMessage::id)
                .returns("hello", AcquireMessage::text);
        assertThat(simulator.history().entries(thread)).singleElement()
                .returns(HistoryEntry.Origin.API, HistoryEntry::origin);
    }

    @ParameterizedTest
    @ValueSource(strings = { "x-user-type", "-x-user-type" })
    void bothSpellingsLetTheContactSpeak(String parameter) {
        String thread = simulator.openCase("Zoe");
        data(post(ADD + "?" + parameter + "=contact&contactId=" + contact(thread), chat(thread, "hello")));
        assertThat(simulator.messages(thread)).singleElement().returns("contact", AcquireMessage::senderType)
                .returns(contact(thread), AcquireMessage::senderId);
        assertThat(post(ADD + "?" + parameter + "=robot", chat(thread, "hello")).statusCode()).isEqualTo(400);
        assertThat(post(ADD + "?" + parameter + "=contact&contactId=1", chat(thread, "hello")).statusCode()).isEqualTo(400);
    }

    @Test
    void theMetaOfAChatMessageComesBackUnlessItIsNotKept() {
        String thread = simulator.openCase("Zoe");
        String body = "{'caseId':" + thread + ",'meta':{'key':'k'},'message':{'type':'message','message':'hello'}}";
        assertThat(data(post(ADD, body)).path("meta").path("key").asText()).isEqualTo("k");
        assertThat(get(CASE_MESSAGES).path("data").get(0).path("meta").path("key").asText()).isEqualTo("k");
        simulator.keepsMeta(false);
        assertThat(data(post(ADD, body)).path("meta")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = AcquireStatus.class, names = "ACTIVE", mode = EnumSource.Mode.EXCLUDE)
    void onlyAnActiveCaseTakesMessages(AcquireStatus status) {
        String thread = simulator.openCase("Zoe");
        simulator.changeStatus(thread, status);
        HttpResponse<String> refused = post(ADD, chat(thread, "hello"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(errorType(refused)).isEqualTo("ERROR_INVALID_INPUT");
        assertThat(simulator.messages(thread)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "not json", "{}", "{'caseId':%s}", "{'caseId':%s,'message':'hello'}",
            "{'caseId':%s,'message':{'message':'hello'}}", "{'caseId':%s,'message':{'type':'message'}}",
            "{'caseId':%s,'message':{'type':'shout','message':'hello'}}", "{'message':{'type':'message','message':'hello'}}",
            "{'message':{'caseId':%s,'type':'message','message':'hello'}}" })
    void theMessageIsAnObjectBesideTheCase(String body) {
        String thread = simulator.openCase("Zoe");
        assertThat(post(ADD, body.formatted(thread)).statusCode()).isEqualTo(400);
        assertThat(simulator.messages(thread)).isEmpty();
    }

    @Test
    void aNoteIsPrivateInTheHistory() {
        String thread = simulator.openCase("Zoe");
        data(post(ADD, "{'caseId':" + thread + ",'message':{'type':'note','message':'psst'}}"));
        assertThat(simulator.history().entries(thread)).singleElement().returns(true, HistoryEntry::isPrivate);
    }

    @Test
    void mailIsWrappedAndItsAddressesComeBackInCapitals() {
        String thread = simulator.receiveMail("Zoe", "zoe@mail.example", "My parcel", "Where is it?");

        JsonNode answer = data(post("/mail/add-message", mail(thread, AcquireSimulator.MAIL_ADDRESS, "'zoe@mail.example'")));

        assertThat(answer.path("to").get(0).path("Email").asText()).isEqualTo("zoe@mail.example");
        assertThat(answer.path("from").path("Email").asText()).isEqualTo(AcquireSimulator.MAIL_ADDRESS);
        assertThat(answer.has("message")).isFalse();
        assertThat(answer.path("textBody").asText()).isEqualTo("a < b\nhere");
        assertThat(answer.path("caseMessageId").asText()).isEqualTo(simulator.messages(thread).get(1).id());
        assertThat(simulator.messages(thread).get(1).text()).isEqualTo("a < b\nhere");
    }

    @Test
    void mailIsRefusedWithoutItsWrapperForAnotherChannelOrFromAnotherInbox() {
        String thread = simulator.receiveMail("Zoe", "zoe@mail.example", "My parcel", "Where is it?");
        String chat = simulator.openCase("Max");
        String good = mail(thread, AcquireSimulator.MAIL_ADDRESS, "'zoe@mail.example'");
        for (String bad : new String[] { good.substring(8, good.length() - 1),
                mail(chat, AcquireSimulator.MAIL_ADDRESS, "'max@mail.example'"),
                mail(thread, "other@desk.example", "'zoe@mail.example'"), mail(thread, AcquireSimulator.MAIL_ADDRESS, "") }) {
            assertThat(post("/mail/add-message", bad).statusCode()).as(bad).isEqualTo(400);
        }
        assertThat(simulator.history().writtenByApi()).isZero();
    }

    @Test
    void anSmsAnswersWithThreeIdsALabelAndTheCaseAsItsThread() {
        String thread = simulator.receiveSms("+12025550199", "hi");
        simulator.closeCase(thread);
        String second = simulator.reopenCase(thread);

        JsonNode answer = data(post("/voip/send-sms", sms(second, AcquireSimulator.PHONE_NUMBER, "hello")));

        assertThat(answer.path("data").path("message").asText()).isEqualTo("SMS by Relay");
        assertThat(answer.path("data").path("meta").path("Body").asText()).isEqualTo("hello");
        assertThat(answer.path("data").path("to").asText()).isEqualTo("+12025550199");
        AcquireMessage sent = simulator.messages(thread).get(2);
        assertThat(answer.path("data").path("caseMessageId").asText()).isEqualTo(sent.id());
        assertThat(answer.path("data").path("id").asText()).isNotEqualTo(sent.id());
        assertThat(answer.path("threadId").asText()).isEqualTo(second);
        assertThat(answer.path("cas").path("threadId").asText()).isEqualTo(thread);
        assertThat(sent.text()).isEqualTo("hello");
    }

    @Test
    void anSmsNeedsAConnectedNumberAndTheCasesTimeline() {
        String thread = simulator.receiveSms("+12025550199", "hi");
        assertThat(post("/voip/send-sms", sms(thread, "+12025550000", "hello")).statusCode()).isEqualTo(400);
        assertThat(post("/voip/send-sms", sms(thread, AcquireSimulator.PHONE_NUMBER, "hello")
                .replace("'timelineId':", "'timelineId':9")).statusCode()).isEqualTo(400);
        assertThat(post("/voip/send-sms", sms(thread, AcquireSimulator.PHONE_NUMBER, "")).statusCode()).isEqualTo(400);
        assertThat(simulator.history().writtenByApi()).isZero();
    }

    private static String chat(String caseId, String text) {
        return "{'caseId':" + caseId + ",'message':{'type':'message','message':'" + text + "'}}";
    }

    private String mail(String thread, String from, String to) {
        return "{'data':{'caseId':" + thread + ",'contactId':" + contact(thread) + ",'type':'message','from':'" + from
                + "','to':[" + to + "],'subject':'Re','htmlBody':'<p>a &lt; b<br>here</p>'}}";
    }

    private String sms(String caseId, String from, String text) {
        AcquireCase owner = simulator.cases().stream().filter(each -> each.id().equals(caseId)).findFirst().orElseThrow();
        return "{'From':'" + from + "','To':'12025550199','Body':'" + text + "','contactId':" + owner.contactId()
                + ",'threadId':" + caseId + ",'timelineId':" + owner.timelineId() + "}";
    }
}
