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
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhelpdesk.testkit.acquire.AcquireMessage;
import io.github.camelhelpdesk.testkit.acquire.AcquireSimulator;

/** examples/acquire-mail-and-sms, started by the command of its page, against a simulator. */
class AcquireMailAndSmsExampleIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path directory;

    @Test
    void mailIsAnsweredByMailAndSmsBySmsAndAChatByNobody() throws Exception {
        try (AcquireSimulator acquire = AcquireSimulator.start();
                ExampleBridge example = ExampleBridge.prepare("acquire-mail-and-sms", directory, "routes.yaml")) {
            example.start(Map.of("ACQUIRE_ACCOUNT", AcquireSimulator.ACCOUNT, "ACQUIRE_API_KEY", acquire.apiKey(),
                    "ACQUIRE_MAIL_FROM", AcquireSimulator.MAIL_ADDRESS, "ACQUIRE_SMS_FROM", AcquireSimulator.PHONE_NUMBER),
                    Map.of("camel.component.acquire.base-url", acquire.baseUrl()));
            example.address();
            String chat = acquire.openCase("Ana");
            acquire.writeAsContact(chat, "Is anybody there?");
            String mail = acquire.receiveMail("Bo", "bo@customer.example", "My order", "Where is it?");
            String sms = acquire.receiveSms("+12025550177", "Call me");

            await().atMost(PATIENCE).until(() -> acquire.messages(mail).size() == 2 && acquire.messages(sms).size() == 2);
            AcquireMessage answer = acquire.messages(mail).get(1);
            assertThat(answer.meta()).containsEntry("subject", "We have your mail")
                    .containsEntry("htmlBody", "<p>Thank you, we answer within <b>a day</b>.</p>")
                    .containsEntry("to", List.of("bo@customer.example")).containsEntry("cc", List.of("archive@shop.example"));
            assertThat(acquire.messages(sms).get(1).text()).isEqualTo("Thank you, we call you back today.");
            assertThat(acquire.messages(chat)).hasSize(1);
        }
    }
}
