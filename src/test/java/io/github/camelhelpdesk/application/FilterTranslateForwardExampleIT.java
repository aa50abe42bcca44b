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
package io.github.camelhelpdesk.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhelpdesk.testkit.chatwoot.ChatwootMessage;

/** examples/filter-translate-forward, started by the command of its page, against simulators. */
class FilterTranslateForwardExampleIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path directory;

    @Test
    void whatIsUrgentIsToldOnceAndNothingElse() throws Exception {
        try (ExampleBridge example = ExampleBridge.prepare("filter-translate-forward", directory, "routes.yaml")) {
            String onCall = String.valueOf(example.chatwoot.openConversation("People on call"));
            example.start(Map.of("ON_CALL_CONVERSATION", onCall));
            example.address();
            String chat = example.channelio.openUserChat("Ana");
            example.channelio.writeAsCustomer(chat, "Good morning");
            example.channelio.writeAsCustomer(chat, "This is Urgent: the shop is down");
            example.channelio.writeAsManager(chat, "I will tell somebody that it is urgent");
            await().atMost(PATIENCE).until(() -> example.inChatwoot().size() == 1);
            example.stop();

            example.channelio.writeAsCustomer(chat, "urgent, still");
            example.start(Map.of("ON_CALL_CONVERSATION", onCall));
            await().atMost(PATIENCE).until(() -> example.inChatwoot().size() == 2);
            assertThat(example.inChatwoot()).extracting(ChatwootMessage::content).containsExactly(
                    "Urgent, from Ana: This is Urgent: the shop is down", "Urgent, from Ana: urgent, still");
        }
    }
}
