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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.testkit.HistoryEntry;
import io.github.camelhelpdesk.testkit.HistoryEntry.Kind;

/** Edits and removals of messages, and whole chats that go. */
class ChangesTest extends ChannelioTestBase {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private String chat;
    private String message;

    private void write() {
        simulator.clock().fix(NOON);
        chat = simulator.openUserChat("Zoe");
        message = simulator.writeAsCustomer(chat, "one");
        simulator.clock().advance(Duration.ofMinutes(5));
    }

    @Test
    void anEditedMessageHasItsNewTextAndTheTimeOfTheEdit() {
        write();
        assertThat(listed().has("editedAt")).isFalse();

        simulator.editMessage(chat, message, "a < b");

        assertThat(listed().path("id").asText()).isEqualTo(message);
        assertThat(listed().path("plainText").asText()).isEqualTo("a < b");
        assertThat(listed().path("blocks").get(0).path("value").asText()).isEqualTo("a &lt; b");
        assertThat(listed().path("blocks")).hasSize(1);
        assertThat(listed().path("createdAt").asLong()).isEqualTo(NOON.toEpochMilli());
        assertThat(listed().path("editedAt").asLong()).isEqualTo(NOON.plusSeconds(300).toEpochMilli());
        assertThat(listed().path("updatedAt").asLong()).isEqualTo(NOON.plusSeconds(300).toEpochMilli());
        assertThat(simulator.messages(chat).get(0).editedAt()).isEqualTo(NOON.plusSeconds(300));
    }

    @Test
    void aRemovedMessageStaysInTheListWithoutItsText() {
        write();

        simulator.removeMessage(chat, message);
        simulator.removeMessage(chat, message);

        assertThat(listed().path("state").asText()).isEqualTo("removed");
        assertThat(listed().has("plainText")).isFalse();
        assertThat(listed().has("blocks")).isFalse();
        assertThat(simulator.history().entries(chat, message)).extracting(HistoryEntry::kind).containsExactly(Kind.WRITTEN,
                Kind.DELETED);
        assertThatThrownBy(() -> simulator.editMessage(chat, message, "two")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void changesMoveTheChatOnlyWhenToldTo() {
        write();
        simulator.editMessage(chat, message, "two");
        assertThat(simulator.userChats().get(0).updatedAt()).isEqualTo(NOON);

        simulator.changesTouchChats(true);
        simulator.editMessage(chat, message, "three");
        assertThat(simulator.userChats().get(0).updatedAt()).isEqualTo(NOON.plusSeconds(300));

        simulator.clock().advance(Duration.ofMinutes(5));
        simulator.removeMessage(chat, message);
        assertThat(simulator.userChats().get(0).updatedAt()).isEqualTo(NOON.plusSeconds(600));
        assertThat(simulator.history().entries(chat, message)).extracting(HistoryEntry::text).containsExactly("one", "two",
                "three", null);
    }

    @Test
    void aDeletedChatIsNotFound() {
        write();
        String other = simulator.openUserChat("Max");

        simulator.deleteConversation(chat);

        assertThat(client.get("/user-chats/" + chat).statusCode()).isEqualTo(404);
        assertThat(client.get(messages(chat) + "?sortOrder=asc").statusCode()).isEqualTo(404);
        assertThat(post(messages(chat), "{\"plainText\":\"x\"}").statusCode()).isEqualTo(404);
        assertThat(ids(client.json("/user-chats").path("userChats"))).containsExactly(other);
        assertThat(simulator.history().entries(chat)).extracting(HistoryEntry::kind).containsExactly(Kind.WRITTEN,
                Kind.CONVERSATION_DELETED);
    }

    @Test
    void aChatIsDeletedThroughTheApiToo() {
        write();

        assertThat(send("DELETE", "/user-chats/" + chat, null).statusCode()).isEqualTo(200);

        assertThat(client.get("/user-chats/" + chat).statusCode()).isEqualTo(404);
        assertThat(simulator.history().entries(chat)).last().extracting(HistoryEntry::origin)
                .isEqualTo(HistoryEntry.Origin.API);
    }

    private JsonNode listed() {
        return client.json(messages(chat) + "?sortOrder=asc").path("messages").get(0);
    }
}
