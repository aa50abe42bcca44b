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
package io.github.camelhelpdesk.testkit.chatwoot;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.testkit.Author;
import io.github.camelhelpdesk.testkit.HistoryEntry;
import io.github.camelhelpdesk.testkit.http.TestClient;

class MessageCreateTest extends ChatwootTestBase {

    @Test
    void outgoingIsTheDefaultAndItsSenderIsTheOwnerOfTheToken() {
        long conversation = simulator.openConversation("Zoe");
        HttpResponse<String> response = post(messages(conversation), "{\"content\":\"hello\",\"echo_id\":\"e1\"}");
        JsonNode message = TestClient.json(response);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(message.path("message_type").asInt()).isEqualTo(1);
        assertThat(message.path("sender").path("type").asText()).isEqualTo("user");
        assertThat(message.path("echo_id").asText()).isEqualTo("e1");
        assertThat(get(messages(conversation)).path("payload").get(0).has("echo_id")).isFalse();
        assertThat(simulator.history().entries()).singleElement()
                .returns(HistoryEntry.Origin.API, HistoryEntry::origin).returns(Author.AGENT, HistoryEntry::author);
    }

    @Test
    void incomingIsWrittenByTheContactAndOnlyInApiInboxes() {
        long api = simulator.openConversation("Zoe");
        long mailInbox = simulator.addInbox("Mail", ChatwootInboxType.EMAIL);
        long mail = simulator.openConversationIn(mailInbox, "Max", "max@mail.example", null);
        String body = "{\"content\":\"hi\",\"message_type\":\"incoming\"}";
        assertThat(TestClient.json(post(messages(api), body)).path("sender").path("name").asText()).isEqualTo("Zoe");
        HttpResponse<String> refused = post(messages(mail), body);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(TestClient.json(refused).path("error").asText()).contains("Api inboxes");
    }

    @Test
    void anUnknownMessageTypeIsUnprocessable() {
        long conversation = simulator.openConversation("Zoe");
        assertThat(post(messages(conversation), "{\"message_type\":\"sideways\"}").statusCode()).isEqualTo(422);
    }

    @Test
    void twoEqualCallsMakeTwoMessages() {
        long conversation = simulator.openConversation("Zoe");
        String body = "{\"content\":\"x\",\"source_id\":\"s\",\"echo_id\":\"e\"}";
        post(messages(conversation), body);
        post(messages(conversation), body);
        assertThat(simulator.messages(conversation)).hasSize(2).allMatch(message -> message.sourceId().equals("s"));
    }

    @Test
    void contentAttributesAreKeptAlsoAsJsonTextAndDroppedWhenUnreadable() {
        long conversation = simulator.openConversation("Zoe");
        post(messages(conversation), "{\"content\":\"a\",\"content_attributes\":{\"mark\":\"m1\"}}");
        post(messages(conversation), "{\"content\":\"b\",\"content_attributes\":\"{\\\"mark\\\":\\\"m2\\\"}\"}");
        post(messages(conversation), "{\"content\":\"c\",\"content_attributes\":\"{oops\"}");
        assertThat(simulator.messages(conversation)).extracting(ChatwootMessage::contentAttributes)
                .extracting(attributes -> attributes.get("mark")).containsExactly("m1", "m2", null);
    }

    @Test
    void aReplyNamesItsParentAndAnUnknownParentBecomesNull() {
        long conversation = simulator.openConversation("Zoe");
        long parent = TestClient.json(post(messages(conversation), "{\"content\":\"p\",\"source_id\":\"ext-1\"}"))
                .path("id").asLong();
        JsonNode known = TestClient.json(post(messages(conversation),
                "{\"content\":\"r\",\"content_attributes\":{\"in_reply_to\":" + parent + "}}")).path("content_attributes");
        JsonNode unknown = TestClient.json(post(messages(conversation),
                "{\"content\":\"r\",\"content_attributes\":{\"in_reply_to\":1}}")).path("content_attributes");
        assertThat(known.path("in_reply_to_external_id").asText()).isEqualTo("ext-1");
        assertThat(unknown.path("in_reply_to").isNull()).isTrue();
    }

    @Test
    void externalCreatedAtIsAnAttributeAndNotTheTime() {
        long conversation = simulator.openConversation("Zoe");
        JsonNode message = TestClient.json(post(messages(conversation), "{\"content\":\"x\",\"external_created_at\":5}"));
        assertThat(message.path("content_attributes").path("external_created_at").asInt()).isEqualTo(5);
        assertThat(message.path("created_at").asLong()).isGreaterThan(1_000_000);
    }

    @Test
    void outgoingTextIsRenderedAsLiquidAndIncomingIsNot() {
        long conversation = simulator.openConversation("Zoe");
        String body = "{\"content\":\"{{contact.name}} {{nothing}}!\",\"message_type\":\"%s\"}";
        assertThat(TestClient.json(post(messages(conversation), body.formatted("outgoing"))).path("content").asText())
                .isEqualTo("Zoe !");
        assertThat(TestClient.json(post(messages(conversation), body.formatted("incoming"))).path("content").asText())
                .isEqualTo("{{contact.name}} {{nothing}}!");
    }

    @Test
    void multipartCarriesFilesAndFields() {
        long conversation = simulator.openConversation("Zoe");
        String body = String.join("\r\n", "--cut", "Content-Disposition: form-data; name=\"content\"", "", "see file",
                "--cut", "Content-Disposition: form-data; name=\"content_attributes\"", "", "{\"mark\":\"m\"}",
                "--cut", "Content-Disposition: form-data; name=\"attachments[]\"; filename=\"a.mp3\"",
                "Content-Type: audio/mpeg", "", "sound", "--cut--", "");
        HttpResponse<String> response = client.send("POST", ACCOUNT + messages(conversation), body,
                "multipart/form-data; boundary=cut");
        assertThat(response.statusCode()).isEqualTo(200);
        ChatwootMessage message = simulator.messages(conversation).get(0);
        assertThat(message.content()).isEqualTo("see file");
        assertThat(message.contentAttributes()).containsEntry("mark", "m");
        assertThat(message.attachments()).singleElement().returns("audio", ChatwootAttachment::fileType)
                .returns("a.mp3", ChatwootAttachment::name).returns(5, ChatwootAttachment::size);
    }

    @Test
    void textBeyondTheLimitIsUnprocessable() {
        long conversation = simulator.openConversation("Zoe");
        assertThat(post(messages(conversation), "{\"content\":\"" + "x".repeat(150_000) + "\"}").statusCode()).isEqualTo(200);
        HttpResponse<String> refused = post(messages(conversation), "{\"content\":\"" + "x".repeat(150_001) + "\"}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Validation failed: Content is too long");
    }

    @Test
    void twoHundredMessagesAMinuteAreEnoughOnceTheLimitIsOn() {
        long conversation = simulator.openConversation("Zoe");
        for (int i = 0; i < 200; i++) {
            simulator.writeAsCustomer(conversation, "flood " + i);
        }
        assertThat(post(messages(conversation), "{\"content\":\"one more\"}").statusCode()).isEqualTo(200);
        simulator.limitMessagesPerMinute(true);
        HttpResponse<String> refused = post(messages(conversation), "{\"content\":\"too many\"}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Too many messages");
        simulator.clock().advance(Duration.ofSeconds(61));
        assertThat(post(messages(conversation), "{\"content\":\"later\"}").statusCode()).isEqualTo(200);
    }

    @Test
    void aSourceIdKeepsAnOutgoingMessageFromLeavingAnEmailInbox() {
        long mailInbox = simulator.addInbox("Mail", ChatwootInboxType.EMAIL);
        long mail = simulator.openConversationIn(mailInbox, "Max", "max@mail.example", null);
        long api = simulator.openConversation("Zoe");
        String marked = "{\"content\":\"x\",\"source_id\":\"s\"}";
        post(messages(mail), marked);
        post(messages(mail), "{\"content\":\"y\"}");
        post(messages(api), marked);
        assertThat(simulator.messages(mail)).extracting(ChatwootMessage::delivered).containsExactly(false, true);
        assertThat(simulator.messages(api)).extracting(ChatwootMessage::delivered).containsExactly(true);
    }

    @Test
    void deletingLeavesANoticeWithoutAttributesAndKeepsTheSourceId() {
        long conversation = simulator.openConversation("Zoe");
        long id = TestClient.json(post(messages(conversation),
                "{\"content\":\"x\",\"source_id\":\"s\",\"content_attributes\":{\"mark\":\"m\"}}")).path("id").asLong();
        var before = simulator.conversations().get(0);
        var response = client.send("DELETE", ACCOUNT + messages(conversation) + "/" + id, null, "application/json");
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode message = get(messages(conversation)).path("payload").get(0);
        assertThat(message.path("content").asText()).isEqualTo("This message was deleted");
        assertThat(message.path("content_attributes")).hasToString("{\"deleted\":true}");
        assertThat(message.path("source_id").asText()).isEqualTo("s");
        assertThat(simulator.conversations().get(0).updatedAt()).isEqualTo(before.updatedAt());
    }

    @Test
    void retryEmptiesTheAttributes() {
        long conversation = simulator.openConversation("Zoe");
        long id = TestClient.json(post(messages(conversation), "{\"content\":\"x\",\"content_attributes\":{\"mark\":\"m\"}}"))
                .path("id").asLong();
        simulator.retryMessage(conversation, id);
        assertThat(simulator.messages(conversation).get(0).contentAttributes()).isEmpty();
    }

    @Test
    void statusChangesInApiInboxesOnly() {
        long api = simulator.openConversation("Zoe");
        long mailInbox = simulator.addInbox("Mail", ChatwootInboxType.EMAIL);
        long mail = simulator.openConversationIn(mailInbox, "Max", "max@mail.example", null);
        long inApi = simulator.writeAsAgent(api, "a");
        long inMail = simulator.writeAsAgent(mail, "b");
        assertThat(patch(api, inApi, "{\"status\":\"read\"}")).isEqualTo(200);
        assertThat(patch(api, inApi, "{\"status\":\"delivered\"}")).isEqualTo(200);
        assertThat(simulator.messages(api).get(0).status()).isEqualTo("read");
        assertThat(patch(api, inApi, "{\"status\":\"failed\",\"external_error\":\"no such number\"}")).isEqualTo(200);
        assertThat(simulator.messages(api).get(0).contentAttributes()).containsEntry("external_error", "no such number");
        assertThat(patch(api, inApi, "{\"status\":\"nonsense\"}")).isEqualTo(200);
        assertThat(simulator.messages(api).get(0).status()).isEqualTo("failed");
        assertThat(patch(mail, inMail, "{\"status\":\"read\"}")).isEqualTo(403);
    }

    private int patch(long conversation, long message, String body) {
        return client.send("PATCH", ACCOUNT + messages(conversation) + "/" + message, body, "application/json").statusCode();
    }
}
