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

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.testkit.PendingMessage;
import io.github.camelhelpdesk.testkit.http.TestClient;

class MessageListTest extends ChannelioTestBase {

    @ParameterizedTest
    @ValueSource(strings = { "", "?sortOrder=DESC", "?limit=3" })
    void theOrderIsRequiredAndInLowerCase(String query) {
        String chat = simulator.openUserChat("Zoe");
        assertThat(client.get(messages(chat) + query).statusCode()).isEqualTo(422);
    }

    @Test
    void ascendingPagesLeadFromTheOldestToTheNewestAndTheLastHasNoNext() {
        String chat = simulator.openUserChat("Zoe");
        List<String> written = write(chat, 7);
        assertThat(pages(messages(chat) + "?sortOrder=asc&limit=3", "messages"))
                .containsExactly(written.subList(0, 3), written.subList(3, 6), written.subList(6, 7));
    }

    @Test
    void descendingStartsWithTheNewest() {
        String chat = simulator.openUserChat("Zoe");
        List<String> written = new ArrayList<>(write(chat, 4));
        Collections.reverse(written);
        assertThat(pages(messages(chat) + "?sortOrder=desc&limit=2", "messages"))
                .containsExactly(written.subList(0, 2), written.subList(2, 4));
    }

    @Test
    void aCursorIsTheKeyOfTheFirstMessageOfTheNextPageWhateverCameInMeanwhile() {
        String chat = simulator.openUserChat("Zoe");
        List<String> written = write(chat, 4);
        JsonNode first = client.json(messages(chat) + "?sortOrder=desc&limit=2");
        write(chat, 3);
        JsonNode second = client.json(messages(chat) + "?sortOrder=desc&limit=2&since=" + encode(first.path("next").asText()));
        assertThat(ids(second.path("messages"))).containsExactly(written.get(1), written.get(0));
    }

    @Test
    void aCursorOfNothingOrOfAnotherChatIsRefused() {
        String chat = simulator.openUserChat("Zoe");
        String other = simulator.openUserChat("Max");
        write(other, 2);
        String foreign = client.json(messages(other) + "?sortOrder=asc&limit=1").path("next").asText();
        assertThat(client.get(messages(chat) + "?sortOrder=asc&since=" + encode(foreign)).statusCode()).isEqualTo(422);
        assertThat(client.get(messages(chat) + "?sortOrder=asc&since=1600000000000").statusCode()).isEqualTo(422);
        assertThat(client.get(messages(chat) + "?sortOrder=asc&since=").statusCode()).isEqualTo(200);
    }

    @Test
    void theLimitIsTwentyFiveByDefaultAndFiveHundredAtMost() {
        String chat = simulator.openUserChat("Zoe");
        write(chat, 510);
        assertThat(client.json(messages(chat) + "?sortOrder=asc").path("messages")).hasSize(25);
        assertThat(client.json(messages(chat) + "?sortOrder=asc&limit=501").path("messages")).hasSize(500);
        assertThat(client.json(messages(chat) + "?sortOrder=asc&limit=0").path("messages")).hasSize(1);
    }

    @Test
    void idsHaveTwentyHexDigitsAndGrow() {
        String chat = simulator.openUserChat("Zoe");
        List<String> written = write(chat, 3);
        assertThat(written).allMatch(id -> id.matches("[0-9a-f]{20}")).isSorted();
        assertThat(chat).matches("[0-9a-f]{20}");
        assertThat(simulator.channelId()).matches("\\d+");
        assertThat(simulator.managerId()).matches("\\d+");
    }

    @Test
    void aMessageHasItsTimesInMillisecondsAndEscapedBlocks() {
        simulator.clock().fix(Instant.parse("2026-03-04T05:06:07.890Z"));
        String chat = simulator.openUserChat("Zoe");
        simulator.writeAsCustomer(chat, "a < b & c");
        JsonNode message = client.json(messages(chat) + "?sortOrder=asc").path("messages").get(0);
        assertThat(message.path("createdAt").asLong()).isEqualTo(1772600767890L);
        assertThat(message.path("plainText").asText()).isEqualTo("a < b & c");
        assertThat(message.path("blocks").get(0).path("value").asText()).isEqualTo("a &lt; b &amp; c");
        assertThat(message.path("chatKey").asText()).isEqualTo("userChat-" + chat);
        assertThat(message.path("personType").asText()).isEqualTo("user");
        assertThat(message.has("requestId")).isFalse();
    }

    @Test
    void aLogAndAFileHaveNoPlainText() {
        String chat = simulator.openUserChat("Zoe");
        simulator.writeLog(chat, "join");
        simulator.writeAsCustomer(chat, null, new ChannelioFile("a.pdf", "application/pdf", new byte[] { 1, 2 }));
        JsonNode list = client.json(messages(chat) + "?sortOrder=asc").path("messages");
        assertThat(list.get(0).has("plainText")).isFalse();
        assertThat(list.get(0).path("log").path("action").asText()).isEqualTo("join");
        assertThat(list.get(1).has("plainText")).isFalse();
        assertThat(list.get(1).path("files").get(0).path("name").asText()).isEqualTo("a.pdf");
    }

    @Test
    void aRemovedMessageStaysInTheListWithoutItsText() {
        String chat = simulator.openUserChat("Zoe");
        String id = simulator.writeAsCustomer(chat, "oops");
        simulator.removeMessage(chat, id);
        JsonNode message = client.json(messages(chat) + "?sortOrder=asc").path("messages").get(0);
        assertThat(message.path("id").asText()).isEqualTo(id);
        assertThat(message.path("state").asText()).isEqualTo("removed");
        assertThat(message.has("plainText")).isFalse();
    }

    @Test
    void aNoteIsMarkedPrivateAndIsNotTheFrontOfTheChat() {
        String chat = simulator.openUserChat("Zoe");
        String spoken = simulator.writeAsManager(chat, "hello");
        String note = simulator.writePrivate(chat, "psst");
        assertThat(client.json(messages(chat) + "?sortOrder=desc").path("messages").get(0).path("options").get(0).asText())
                .isEqualTo("private");
        JsonNode userChat = client.json("/user-chats/" + chat).path("userChat");
        assertThat(userChat.path("frontMessageId").asText()).isEqualTo(spoken);
        assertThat(userChat.path("deskMessageId").asText()).isEqualTo(note);
    }

    @Test
    void listsNameBotsButNeitherUsersNorManagers() {
        String chat = simulator.openUserChat("Zoe");
        simulator.writeAsBot(chat, "Greeter", "hi");
        JsonNode page = client.json(messages(chat) + "?sortOrder=asc");
        assertThat(page.path("bots").get(0).path("name").asText()).isEqualTo("Greeter");
        assertThat(page.fieldNames()).toIterable().containsExactlyInAnyOrder("messages", "translatedMessages", "bots");
    }

    @Test
    void aMessageThatCommitsLateStandsBeforeWhatWasSeenAlready() {
        String chat = simulator.openUserChat("Zoe");
        PendingMessage<String> pending = simulator.beginAsCustomer(chat, "late");
        String early = simulator.writeAsCustomer(chat, "early");
        assertThat(ids(client.json(messages(chat) + "?sortOrder=asc").path("messages"))).containsExactly(early);
        pending.commit();
        assertThat(ids(client.json(messages(chat) + "?sortOrder=asc").path("messages"))).containsExactly(pending.id(), early);
    }

    @Test
    void aFileIsReadThroughALinkThatNeedsNoKeys() {
        String chat = simulator.openUserChat("Zoe");
        simulator.writeAsCustomer(chat, "see", new ChannelioFile("a b.txt", "text/plain", "inside".getBytes()));
        String key = client.json(messages(chat) + "?sortOrder=asc").path("messages").get(0).path("files").get(0).path("key")
                .asText();
        String link = client.json(messages(chat) + "/file?key=" + encode(key)).path("result").asText();
        assertThat(new TestClient(link, Map.of()).get("").body())
                .isEqualTo("inside");
        assertThat(client.get(messages(chat) + "/file?key=other").statusCode()).isEqualTo(404);
        assertThat(client.get(messages(chat) + "/file").statusCode()).isEqualTo(422);
    }

    private List<String> write(String chat, int count) {
        List<String> written = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            written.add(simulator.writeAsCustomer(chat, "message " + i));
        }
        return written;
    }
}
