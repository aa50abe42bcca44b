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
package io.github.camelhelpdesk.chatwoot.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.chatwoot.ChatwootConstants;
import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.webhook.WakeUp;

class ChatwootEventsTest {

    private final ChatwootEvents events = new ChatwootEvents(1L, null, null, true);

    @Test
    void newMessageWakesItsConversation() throws Exception {
        assertThat(events.wakeUp(message("message_created"))).contains(new WakeUp("42", null));
    }

    @Test
    void changedMessageIsToBeReadAgain() throws Exception {
        assertThat(events.wakeUp(message("message_updated"))).contains(new WakeUp("42", "7"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "conversation_created", "conversation_updated", "conversation_status_changed",
            "conversation_opened", "conversation_resolved" })
    void eventOfAConversationWakesIt(String name) throws Exception {
        assertThat(events.wakeUp(json("{'event':'" + name + "','id':42,'inbox_id':3}"))).contains(new WakeUp("42", null));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{'event':'contact_created','id':42}",
            "{'event':'conversation_typing_on','conversation':{'id':42}}",
            "{'event':'webwidget_triggered','id':42}", "{'event':'message_created'}", "{'event':7}", "{}",
            "{'event':'message_created','conversation':'42'}", "{'event':'message_created','conversation':{'id':'42'}}" })
    void otherEventsWakeNobody(String event) throws Exception {
        assertThat(events.wakeUp(json(event))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "1, , , true", "2, , , false", "1, 3, , true", "1, 4, , false", "1, 3, 42, true", "1, , 43, false" })
    void onlyTheAccountInboxAndConversationThatAreReadCount(Long account, Long inbox, Long conversation, boolean ours)
            throws Exception {
        ChatwootEvents filtered = new ChatwootEvents(account, inbox, conversation, true);

        assertThat(filtered.isOurs(message("message_created"))).isEqualTo(ours);
    }

    @Test
    void inboxOfAConversationEventIsKnownToo() throws Exception {
        JsonNode event = json("{'event':'conversation_updated','id':42,'inbox_id':3}");

        assertThat(new ChatwootEvents(1L, 3L, null, true).isOurs(event)).isTrue();
        assertThat(new ChatwootEvents(1L, 4L, null, true).isOurs(event)).isFalse();
    }

    @Test
    void headersNameEventConversationInboxAndMessage() throws Exception {
        assertThat(events.headers(message("message_created"))).containsAllEntriesOf(Map.of(ChatwootConstants.EVENT,
                "message_created", ChatwootConstants.CONVERSATION_ID, 42L, ChatwootConstants.INBOX_ID, 3L,
                ChatwootConstants.MESSAGE_ID, 7L));
    }

    private static JsonNode message(String name) throws Exception {
        return json(
                "{'event':'" + name + "','id':7,'account':{'id':1},'inbox':{'id':3},'conversation':{'id':42,'inbox_id':3}}");
    }

    private static JsonNode json(String text) throws Exception {
        return HelpdeskJson.mapper().readTree(text.replace('\'', '"'));
    }
}
