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
package io.github.camelhelpdesk.testkit.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.testkit.channelio.ChannelioSimulator;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;
import io.github.camelhelpdesk.testkit.http.TestClient;
import io.github.camelhelpdesk.testkit.junit.Simulate;

/** The judge over the simulators' own histories, with the test as the bridge. */
@Simulate
class JudgedBridgeTest {

    @Test
    void aCopyThroughTheApiCompletesTheBridgeAndASecondOneDoublesIt(ChannelioSimulator source, ChatwootSimulator target) {
        String chat = source.openUserChat("Zoe");
        long conversation = target.openConversation("Zoe");
        source.writeAsCustomer(chat, "Where is my parcel <today>?");
        source.writePrivate(chat, "she is angry");
        source.writeLog(chat, "join");
        MessageJudge judge = MessageJudge.between(source.history(), target.history());
        assertThat(judge.verdict().lost()).hasSize(1);
        copy(target, conversation, "Zoe: Where is my parcel <today>?");
        assertThat(judge.verdict().isClean()).as(judge.verdict().report()).isTrue();
        copy(target, conversation, "Zoe: Where is my parcel <today>?");
        copy(target, conversation, "she is angry");
        assertThat(judge.verdict().doubled()).hasSize(1);
        assertThat(judge.verdict().leaked()).hasSize(1);
    }

    @Test
    void editsAndDeletionsOfBothSimulatorsAreJudged(ChannelioSimulator source, ChatwootSimulator target) {
        String chat = source.openUserChat("Zoe");
        long conversation = target.openConversation("Zoe");
        String question = source.writeAsCustomer(chat, "Where is my parcel?");
        copy(target, conversation, "Zoe: Where is my parcel?");
        TwoWayJudge judge = MessageJudge.both(source.history(), target.history());
        assertThat(judge.verdict().isClean()).as(judge.verdict().report()).isTrue();

        source.editMessage(chat, question, "Where are my two parcels?");
        assertThat(judge.verdict().forth().diverged()).hasSize(1);
        copy(target, conversation, "Edited: Where are my two parcels?");
        assertThat(judge.verdict().isClean()).as(judge.verdict().report()).isTrue();

        source.removeMessage(chat, question);
        assertThat(judge.verdict().forth().diverged()).hasSize(1);
        target.messages(conversation).forEach(message -> client(target).send("DELETE",
                "/api/v1/accounts/1/conversations/" + conversation + "/messages/" + message.id(), null, "application/json"));
        assertThat(judge.verdict().isClean()).as(judge.verdict().report()).isTrue();
    }

    private static TestClient client(ChatwootSimulator target) {
        return new TestClient(target.baseUrl(), Map.of("Api-Access-Token", target.accessToken()));
    }

    private static void copy(ChatwootSimulator target, long conversation, String text) {
        client(target).post("/api/v1/accounts/1/conversations/" + conversation + "/messages",
                "{\"message_type\":\"incoming\",\"content\":\"" + text + "\"}");
    }
}
