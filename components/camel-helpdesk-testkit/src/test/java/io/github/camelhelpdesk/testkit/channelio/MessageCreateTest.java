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
package io.github.camelhelpdesk.testkit.channelio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.testkit.http.TestClient;

class MessageCreateTest extends ChannelioTestBase {

    @Test
    void whateverIsSentIsPostedByTheNamedBot() {
        String chat = simulator.openUserChat("Zoe");
        HttpResponse<String> response = post(messages(chat) + "?botName=Relay", text("hello", ",\"requestId\":\"r1\""));
        JsonNode answer = TestClient.json(response);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(answer.path("message").path("personType").asText()).isEqualTo("bot");
        assertThat(answer.path("message").path("requestId").asText()).isEqualTo("r1");
        assertThat(answer.path("bot").path("name").asText()).isEqualTo("Relay");
        assertThat(simulator.messages(chat)).singleElement().returns("Relay", ChannelioMessage::personName)
                .returns("hello", ChannelioMessage::plainText).returns("r1", ChannelioMessage::requestId);
    }

    @ParameterizedTest
    @ValueSource(strings = { "a@b", "a#b", "a$b", "a%b", "a:b", "a/b", "", "1234567890123456789012345678901" })
    void aBotNameIsRefusedForItsCharactersOrLength(String name) {
        String chat = simulator.openUserChat("Zoe");
        assertThat(post(messages(chat) + "?botName=" + encode(name), text("x", "")).statusCode()).isEqualTo(422);
        assertThat(simulator.messages(chat)).isEmpty();
    }

    @Test
    void aBotNameIsOptionalForMessages() {
        String chat = simulator.openUserChat("Zoe");
        post(messages(chat), text("x", ""));
        assertThat(simulator.messages(chat).get(0).personName()).isEqualTo(ChannelioSimulator.DEFAULT_BOT);
    }

    @ParameterizedTest
    @ValueSource(strings = { "a < b", "a > b", "<3", "<script>x</script>", "<b>open", "close</b>", "<b><i>x</b></i>" })
    void strayMarkupIsRefused(String value) {
        String chat = simulator.openUserChat("Zoe");
        HttpResponse<String> refused = post(messages(chat), text(value, ""));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(TestClient.json(refused).path("details").get(0).path("field").asText()).isEqualTo("value");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "a &lt; b &amp;amp; c &gt; d|a < b &amp; c > d", "<b>bold</b> <i>x</i>|bold x",
            "<link type='url' value='https://a.example'>here</link>|here" })
    void markupAndEntitiesAreTakenOutOfThePlainText(String value, String plain) {
        String chat = simulator.openUserChat("Zoe");
        assertThat(post(messages(chat), text(value, "")).statusCode()).isEqualTo(200);
        assertThat(simulator.messages(chat).get(0).plainText()).isEqualTo(plain);
        assertThat(simulator.messages(chat).get(0).blocks()).containsExactly(value);
    }

    @Test
    void codeAndBulletsArePartOfThePlainText() {
        String chat = simulator.openUserChat("Zoe");
        post(messages(chat), "{\"blocks\":[{\"type\":\"code\",\"value\":\"if (a < b)\"},{\"type\":\"bullets\",\"blocks\":["
                + "{\"type\":\"text\",\"value\":\"one\"},{\"type\":\"text\",\"value\":\"two\"}]}]}");
        assertThat(simulator.messages(chat).get(0).plainText()).isEqualTo("if (a < b)\none\ntwo");
    }

    @Test
    void plainTextAloneIsEnoughAndNeedsNoEscaping() {
        String chat = simulator.openUserChat("Zoe");
        assertThat(post(messages(chat), "{\"plainText\":\"a < b\"}").statusCode()).isEqualTo(200);
        assertThat(simulator.messages(chat).get(0).plainText()).isEqualTo("a < b");
    }

    @Test
    void anEmptyMessageIsRefused() {
        String chat = simulator.openUserChat("Zoe");
        assertThat(post(messages(chat), "{\"blocks\":[]}").statusCode()).isEqualTo(422);
        assertThat(post(messages(chat), "not json").statusCode()).isEqualTo(422);
    }

    @Test
    void anUnknownOptionIsRefused() {
        String chat = simulator.openUserChat("Zoe");
        assertThat(post(messages(chat), text("x", ",\"options\":[\"doNotPost\",\"private\"]")).statusCode()).isEqualTo(200);
        assertThat(post(messages(chat), text("x", ",\"options\":[\"quiet\"]")).statusCode()).isEqualTo(422);
    }

    @Test
    void aMessageThatMayNotTouchTheDeskLeavesItsPointer() {
        String chat = simulator.openUserChat("Zoe");
        String first = simulator.writeAsCustomer(chat, "first");
        post(messages(chat), text("x", ",\"options\":[\"doNotUpdateDesk\"]"));
        assertThat(client.json("/user-chats/" + chat).path("userChat").path("deskMessageId").asText()).isEqualTo(first);
    }

    @Test
    void aRepeatedRequestIdIsStoredTwiceUnlessToldOtherwise() {
        String chat = simulator.openUserChat("Zoe");
        String body = text("x", ",\"requestId\":\"r\"");
        String first = TestClient.json(post(messages(chat), body)).path("message").path("id").asText();
        assertThat(post(messages(chat), body).statusCode()).isEqualTo(200);
        assertThat(simulator.messages(chat)).hasSize(2);
        simulator.requestIds(RequestIdPolicy.REJECT_DUPLICATE);
        assertThat(post(messages(chat), body).statusCode()).isEqualTo(422);
        simulator.requestIds(RequestIdPolicy.RETURN_FIRST);
        assertThat(TestClient.json(post(messages(chat), body)).path("message").path("id").asText()).isEqualTo(first);
        assertThat(simulator.messages(chat)).hasSize(2);
    }

    @Test
    void anUnknownChatIsNotFound() {
        assertThat(post(messages("0123456789abcdef0123"), text("x", "")).statusCode()).isEqualTo(404);
    }

    private static String text(String value, String more) {
        return "{\"blocks\":[{\"type\":\"text\",\"value\":\"" + value + "\"}]" + more + "}";
    }
}
