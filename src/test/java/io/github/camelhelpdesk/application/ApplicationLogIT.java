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

import io.github.camelhelpdesk.testkit.channelio.ChannelioSimulator;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;

class ApplicationLogIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String TEXT = "my card ends in 4711-SECRET";
    private static final String NAME = "Anastasia Unmistakable";

    @TempDir
    Path directory;

    @Test
    void neitherSecretsNorTextNorNamesAreLoggedAtDebug() throws Exception {
        try (ChannelioSimulator channelio = ChannelioSimulator.start();
                ChatwootSimulator chatwoot = ChatwootSimulator.start()) {
            Map<String, String> options = SimulatedAccounts.quickBridge(channelio, chatwoot);
            options.put("quarkus.log.level", "DEBUG");
            try (PackagedApplication application = PackagedApplication.start(directory, options, Map.of())) {
                application.address();
                channelio.writeAsCustomer(channelio.openUserChat(NAME), TEXT);
                await().atMost(PATIENCE).until(() -> chatwoot.history().writtenByApi() == 1);
                application.close();

                assertThat(application.output().lines())
                        .anyMatch(line -> line.contains(" DEBUG [io.github.camelhelpdesk"))
                        .noneMatch(line -> line.contains(channelio.accessKey()) || line.contains(channelio.secretKey())
                                || line.contains(chatwoot.accessToken()) || line.contains(TEXT) || line.contains(NAME));
            }
        }
    }
}
