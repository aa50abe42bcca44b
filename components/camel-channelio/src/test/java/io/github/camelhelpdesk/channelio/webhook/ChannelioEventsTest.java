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
package io.github.camelhelpdesk.channelio.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.webhook.WakeUp;

class ChannelioEventsTest {

    private final ChannelioEvents events = new ChannelioEvents(null);

    @ParameterizedTest
    @ValueSource(strings = { "'type':'message',", "'type':'Message',", "" })
    void messageWakesItsChatHoweverItsTypeIsWritten(String type) throws Exception {
        assertThat(events.wakeUp(json("{'event':'push'," + type + "'entity':{'chatType':'userChat','chatId':'c1','id':'m1',"
                + "'createdAt':5,'updatedAt':5}}"))).contains(new WakeUp("c1", null));
    }

    @ParameterizedTest
    @ValueSource(strings = { "'updatedAt':6", "'editedAt':6", "'state':'removed'" })
    void changedMessageIsToBeReadAgain(String change) throws Exception {
        assertThat(events.wakeUp(json("{'type':'message','entity':{'chatType':'userChat','chatId':'c1','id':'m1','createdAt':5,"
                + change + "}}"))).contains(new WakeUp("c1", "m1"));
    }

    @Test
    void openedChatIsWoken() throws Exception {
        assertThat(events.wakeUp(json("{'event':'upsert','type':'UserChat','entity':{'id':'c1'}}")))
                .contains(new WakeUp("c1", null));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{'type':'message','entity':{'chatType':'group','chatId':'g1','id':'m1'}}",
            "{'type':'message','entity':{'chatId':'c1'}}", "{'type':'user','entity':{'id':'u1'}}", "{'entity':{'id':'u1'}}",
            "{'type':'userChat','entity':{'id':7}}", "{'type':'userChat'}", "{}" })
    void otherEventsWakeNobody(String event) throws Exception {
        assertThat(events.wakeUp(json(event))).isEmpty();
    }

    @Test
    void onlyTheConversationThatIsReadCounts() throws Exception {
        JsonNode event = json("{'type':'userChat','entity':{'id':'c1'}}");

        assertThat(new ChannelioEvents("c1").isOurs(event)).isTrue();
        assertThat(new ChannelioEvents("c2").isOurs(event)).isFalse();
    }

    private static JsonNode json(String text) throws Exception {
        return HelpdeskJson.mapper().readTree(text.replace('\'', '"'));
    }
}
