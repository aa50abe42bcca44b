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
package io.github.camelhelpdesk.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhelpdesk.sync.view.FlowStatus;
import io.github.camelhelpdesk.testkit.HistoryEntry;
import io.github.camelhelpdesk.testkit.http.Answer;

/** A message of another shape than it should have, on its way through a link in both directions. */
class UnreadableMessageTest {

    @TempDir
    Path directory;

    @Test
    @DisplayName("What cannot be read is parked raw, once, however often it is read; its neighbours cross")
    void unreadableMessagesAreParkedOnce() throws Exception {
        try (TwoDesks desks = new TwoDesks(directory, "classpath:camel-template/*.yaml")) {
            desks.set("helpdesk-sync.on-final-failure", "goOn");
            Map<String, String> everything = Map.of("startFrom", "beginning", "delay", "200");
            desks.main.configure().addRoutesBuilder(new LinkRoutes("support", "channelio", "chatwoot",
                    Map.of("channelio", everything, "chatwoot", everything)));
            String chat = desks.channelio.openUserChat("Ana");
            long conversation = desks.chatwoot.openConversation("Bo");
            for (int number = 1; number <= 3; number++) {
                desks.channelio.writeAsCustomer(chat, "message-000" + number);
                desks.chatwoot.writeAsCustomer(conversation, "message-010" + number);
            }
            desks.channelio.faults().on("GET", ".*/messages").then(execution -> odd(execution.process(),
                    "\"plainText\":\"message-0002\"", "\"plainText\":{\"odd\":\"message-0002\"}"));
            desks.chatwoot.faults().on("GET", ".*/messages").then(execution -> odd(execution.process(),
                    "\"content\":\"message-0102\"", "\"content\":[\"message-0102\"]"));
            desks.main.start();
            assertParkedOnce(desks);
            desks.rereadAll();
            assertParkedOnce(desks);
        }
    }

    private static void assertParkedOnce(TwoDesks desks) {
        await().atMost(TwoDesks.PATIENCE).untilAsserted(() -> {
            assertThat(copies(desks.chatwoot.history().entries())).contains("message-0001", "message-0003");
            assertThat(copies(desks.channelio.history().entries())).contains("message-0101", "message-0103");
            assertThat(desks.flows()).hasSize(2).allSatisfy(flow -> assertThat(flow.parked()).isPositive());
        });
        desks.awaitQuiet();
        assertThat(desks.flows()).hasSize(2).extracting(FlowStatus::parked).containsOnly(1L);
        assertThat(copies(desks.chatwoot.history().entries())).containsExactlyInAnyOrder("message-0001", "message-0003");
        assertThat(copies(desks.channelio.history().entries())).containsExactlyInAnyOrder("message-0101", "message-0103");
    }

    /** What came in through the API. */
    private static List<String> copies(List<HistoryEntry> entries) {
        return entries.stream().filter(entry -> entry.origin() == HistoryEntry.Origin.API).map(TwoDesks::name)
                .filter(name -> name != null).toList();
    }

    private static Answer odd(Answer answer, String text, String replacement) {
        return answer.withBody(new String(answer.body(), StandardCharsets.UTF_8).replace(text, replacement));
    }
}
