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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.testkit.HistoryEntry;
import io.github.camelhelpdesk.testkit.HistoryEntry.Kind;
import io.github.camelhelpdesk.testkit.HistoryEntry.Origin;
import io.github.camelhelpdesk.testkit.http.TestClient;

/** Edits and deletions of messages, and whole conversations that go. */
class ChangesTest extends ChatwootTestBase {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void anEditedMessageHasItsNewTextInItsOldPlace() {
        long conversation = simulator.openConversation("Zoe");
        long first = simulator.writeAsCustomer(conversation, "one");
        long second = simulator.writeAsCustomer(conversation, "two");

        simulator.editMessage(conversation, first, "one, corrected");

        var listed = get(messages(conversation)).path("payload");
        assertThat(listedIds(conversation, "")).containsExactly(first, second);
        assertThat(listed.get(0).path("content").asText()).isEqualTo("one, corrected");
        assertThat(listed.get(0).path("content_attributes")).isEmpty();
    }

    @Test
    void editsAndDeletionsDoNotTouchTheConversation() {
        simulator.clock().fix(NOON);
        long conversation = simulator.openConversation("Zoe");
        long first = simulator.writeAsCustomer(conversation, "one");
        long second = simulator.writeAsAgent(conversation, "two");
        simulator.clock().advance(Duration.ofHours(1));

        simulator.editMessage(conversation, first, "one, corrected");
        simulator.deleteMessage(conversation, second);

        assertThat(simulator.conversations().get(0).updatedAt()).isEqualTo(NOON);
        assertThat(simulator.conversations().get(0).lastActivityAt()).isEqualTo(NOON);
        assertThat(get("/conversations?status=all&updated_within=60").path("data").path("payload")).isEmpty();
    }

    @Test
    void theHistoryHasTheVersionsOfAMessageInOrder() {
        long conversation = simulator.openConversation("Zoe");
        long message = simulator.writeAsCustomer(conversation, "one");
        simulator.editMessage(conversation, message, "two");
        simulator.editMessage(conversation, message, "three");
        simulator.deleteMessage(conversation, message);

        assertThat(simulator.history().entries(String.valueOf(conversation), String.valueOf(message)))
                .extracting(HistoryEntry::kind).containsExactly(Kind.WRITTEN, Kind.EDITED, Kind.EDITED, Kind.DELETED);
        assertThat(simulator.history().entries()).extracting(HistoryEntry::text).startsWith("one", "two", "three");
        assertThat(simulator.history().entries()).extracting(HistoryEntry::origin).containsOnly(Origin.TEST);
    }

    @Test
    void aSecondDeletionChangesNothing() {
        long conversation = simulator.openConversation("Zoe");
        long id = TestClient.json(post(messages(conversation), "{\"content\":\"x\",\"source_id\":\"s\"}")).path("id").asLong();

        assertThat(delete("/conversations/" + conversation + "/messages/" + id)).isEqualTo(200);
        assertThat(delete("/conversations/" + conversation + "/messages/" + id)).isEqualTo(200);
        simulator.deleteMessage(conversation, id);

        assertThat(simulator.history().entries()).extracting(HistoryEntry::kind).containsExactly(Kind.WRITTEN, Kind.DELETED);
        assertThat(simulator.history().entries()).extracting(HistoryEntry::origin).containsOnly(Origin.API);
    }

    @Test
    void filesOfADeletedMessageAreGone() {
        long conversation = simulator.openConversation("Zoe");
        long message = simulator.writeAsCustomer(conversation, null, new ChatwootFile("a.png", "image/png", new byte[3]));

        simulator.deleteMessage(conversation, message);

        assertThat(get(messages(conversation)).path("payload").get(0).has("attachments")).isFalse();
    }

    @Test
    void theNoticeIsInTheLanguageOfTheAccount() {
        long conversation = simulator.openConversation("Zoe");
        simulator.deletionNotice("Diese Nachricht wurde gelöscht");
        simulator.deleteMessage(conversation, simulator.writeAsCustomer(conversation, "one"));

        assertThat(simulator.messages(conversation).get(0).content()).isEqualTo("Diese Nachricht wurde gelöscht");
        assertThat(simulator.messages(conversation).get(0).contentAttributes()).containsOnlyKeys("deleted");
    }

    @Test
    void aDeletedMessageCannotBeEdited() {
        long conversation = simulator.openConversation("Zoe");
        long message = simulator.writeAsCustomer(conversation, "one");
        simulator.deleteMessage(conversation, message);

        assertThatThrownBy(() -> simulator.editMessage(conversation, message, "two"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("is deleted");
    }

    @Test
    void aDeletedConversationIsNotFound() {
        long conversation = simulator.openConversation("Zoe");
        long other = simulator.openConversation("Max");
        simulator.writeAsCustomer(conversation, "one");

        simulator.deleteConversation(conversation);

        assertThat(client.get(ACCOUNT + "/conversations/" + conversation).statusCode()).isEqualTo(404);
        assertThat(client.get(ACCOUNT + messages(conversation)).statusCode()).isEqualTo(404);
        assertThat(post(messages(conversation), "{\"content\":\"x\"}").statusCode()).isEqualTo(404);
        assertThat(ids(get("/conversations?status=all").path("data").path("payload"))).containsExactly(other);
        assertThat(simulator.history().entries(String.valueOf(conversation))).extracting(HistoryEntry::kind)
                .containsExactly(Kind.WRITTEN, Kind.CONVERSATION_DELETED);
    }

    private int delete(String path) {
        return client.send("DELETE", ACCOUNT + path, null, "application/json").statusCode();
    }
}
