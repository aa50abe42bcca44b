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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.testkit.HistoryEntry;
import io.github.camelhelpdesk.testkit.HistoryEntry.Kind;

/** Edits and deletions of messages. */
class ChangesTest extends AcquireTestBase {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private String thread;
    private String message;

    private void write() {
        simulator.clock().fix(NOON);
        thread = simulator.openCase("Zoe");
        message = simulator.writeAsContact(thread, "one");
        simulator.clock().advance(Duration.ofMinutes(5));
    }

    @Test
    void anEditedMessageHasItsNewTextAndTheTimeOfTheEdit() {
        write();
        simulator.editMessage(thread, message, "two");
        JsonNode edited = get(CASE_MESSAGES + "/" + message);
        assertThat(edited.path("message").asText()).isEqualTo("two");
        assertThat(edited.path("dateCreated").asText()).isEqualTo("2026-01-01T12:00:00.000Z");
        assertThat(edited.path("dateUpdated").asText()).isEqualTo("2026-01-01T12:05:00.000Z");
    }

    @Test
    void theApiEditsByPost() {
        write();
        JsonNode answer = data(post("/crm/messenger/chat/message/" + message,
                "{'message':{'type':'message','message':'two'}}"));
        assertThat(answer.path("message").asText()).isEqualTo("two");
        assertThat(answer.path("threadId").asText()).isEqualTo(thread);
        assertThat(answer.path("case").path("id").asText()).isEqualTo(thread);
        assertThat(simulator.history().entries(thread, message)).last().returns(Kind.EDITED, HistoryEntry::kind)
                .returns(HistoryEntry.Origin.API, HistoryEntry::origin).returns("two", HistoryEntry::text);
        assertThat(post("/crm/messenger/chat/message/" + message, "{'message':'two'}").statusCode()).isEqualTo(400);
        assertThat(post("/crm/messenger/chat/message/1", "{'message':{'message':'two'}}").statusCode()).isEqualTo(400);
    }

    @Test
    void aDeletedMessageIsGoneWithoutATrace() {
        write();
        assertThat(data(client.send("DELETE", CASE_MESSAGES + "/" + message, null, "application/json")).path("deleted").asInt())
                .isEqualTo(1);
        assertThat(get(CASE_MESSAGES).path("count").asInt()).isZero();
        assertThat(client.get(CASE_MESSAGES + "/" + message).statusCode()).isEqualTo(400);
        assertThat(client.send("DELETE", CASE_MESSAGES + "/" + message, null, "application/json").statusCode()).isEqualTo(400);
        assertThat(simulator.history().entries(thread, message)).extracting(HistoryEntry::kind).containsExactly(Kind.WRITTEN,
                Kind.DELETED);
    }

    @Test
    void toldToADeletedMessageStaysWithoutItsText() {
        write();
        simulator.keepsDeleted(true);
        simulator.deleteMessage(thread, message);
        JsonNode row = get(CASE_MESSAGES).path("data").get(0);
        assertThat(row.path("id").asText()).isEqualTo(message);
        assertThat(row.path("message").asText()).isEmpty();
        assertThat(simulator.history().entries(thread, message)).last().returns(null, HistoryEntry::text);
    }

    @Test
    void aMessageIsChangedInItsOwnThreadOnly() {
        write();
        String other = simulator.openCase("Max");
        assertThatThrownBy(() -> simulator.editMessage(other, message, "two")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> simulator.deleteMessage(other, message)).isInstanceOf(IllegalArgumentException.class);
    }
}
