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
package io.github.camelhelpdesk.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.testkit.History;
import io.github.camelhelpdesk.testkit.HistoryEntry;
import io.github.camelhelpdesk.testkit.channelio.ChannelioMessage;
import io.github.camelhelpdesk.testkit.channelio.ChannelioSimulator;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootMessage;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;
import io.github.camelhelpdesk.testkit.junit.Simulate;

/** Many clients at once, beside the test's own writes. */
@Simulate
class ConcurrencyTest {

    private static final int WRITES = 400;

    @Test
    void chatwootStoresEachWriteOnce(ChatwootSimulator simulator) {
        long conversation = simulator.openConversation("Zoe");
        TestClient client = new TestClient(simulator.baseUrl(), Map.of("Api-Access-Token", simulator.accessToken()));
        IntStream.range(0, WRITES).parallel().forEach(number -> {
            simulator.writeAsCustomer(conversation, "people " + number);
            client.post("/api/v1/accounts/1/conversations/" + conversation + "/messages",
                    "{\"content\":\"api " + number + "\"}");
            client.get("/api/v1/accounts/1/conversations?status=all&updated_within=60");
        });
        assertThat(simulator.messages(conversation)).extracting(ChatwootMessage::content)
                .containsExactlyInAnyOrderElementsOf(expected());
        assertThat(simulator.requests().count("POST", ".*/messages")).isEqualTo(WRITES);
        assertOneSequence(simulator.history());
    }

    @Test
    void channelioStoresEachWriteOnce(ChannelioSimulator simulator) {
        String chat = simulator.openUserChat("Zoe");
        TestClient client = new TestClient(simulator.baseUrl() + "/open/v5",
                Map.of("x-access-key", simulator.accessKey(), "x-access-secret", simulator.secretKey()));
        IntStream.range(0, WRITES).parallel().forEach(number -> {
            simulator.writeAsCustomer(chat, "people " + number);
            client.post("/user-chats/" + chat + "/messages", "{\"plainText\":\"api " + number + "\"}");
            client.get("/user-chats/" + chat + "/messages?sortOrder=desc");
        });
        assertThat(simulator.messages(chat)).extracting(ChannelioMessage::plainText)
                .containsExactlyInAnyOrderElementsOf(expected());
        assertOneSequence(simulator.history());
    }

    private static void assertOneSequence(History history) {
        assertThat(history.entries()).extracting(HistoryEntry::sequence)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 2 * WRITES).mapToObj(Long::valueOf).toList());
        assertThat(history.writtenByApi()).isEqualTo(WRITES);
    }

    private static List<String> expected() {
        return IntStream.range(0, WRITES).boxed().flatMap(number -> List.of("people " + number, "api " + number).stream())
                .toList();
    }
}
