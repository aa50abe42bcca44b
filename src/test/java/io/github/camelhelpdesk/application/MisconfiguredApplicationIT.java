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
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.camelhelpdesk.testkit.channelio.ChannelioSimulator;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;
import io.restassured.RestAssured;

/** What a person reads who gave the application a wrong option. */
class MisconfiguredApplicationIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String NOWHERE = "http://localhost:1";

    @TempDir
    Path directory;
    private final ChannelioSimulator channelio = ChannelioSimulator.start();
    private final ChatwootSimulator chatwoot = ChatwootSimulator.start();

    @AfterEach
    void stopSimulators() {
        channelio.close();
        chatwoot.close();
    }

    @ParameterizedTest
    @CsvSource({ "chatwoot.account-id, Option accountId of chatwoot",
            "chatwoot.access-token, Option accessToken of chatwoot",
            "channelio.access-key, Option accessKey of channelio",
            "channelio.secret-key, Option secretKey of channelio" })
    void missingOptionEndsTheStartAndIsNamed(String option, String explanation) throws Exception {
        Map<String, String> options = SimulatedAccounts.quickBridge(channelio, chatwoot);
        options.remove("camel.component." + option);

        assertThat(outputOfFailedStart(options)).contains(explanation).contains("is missing");
    }

    @ParameterizedTest
    @CsvSource({ "camel.component.chatwoot.acount-id, acountId", "camel.component.helpdesk-sync.ledger-fiel, ledgerFiel" })
    void unknownOptionEndsTheStartAndIsNamed(String option, String name) throws Exception {
        Map<String, String> options = SimulatedAccounts.quickBridge(channelio, chatwoot);
        options.put(option, "3");

        assertThat(outputOfFailedStart(options)).contains(name);
    }

    @ParameterizedTest
    @CsvSource({ "chatwoot.access-token, wrong, was answered with 401, Check accessToken",
            "channelio.secret-key, wrong, was answered with 401, Check accessKey and secretKey",
            "chatwoot.base-url, " + NOWHERE + ", cannot connect to " + NOWHERE + ", Check baseUrl",
            "channelio.base-url, " + NOWHERE + ", cannot connect to " + NOWHERE + ", Check baseUrl" })
    void accountThatCannotBeUsedTakesHealthDownAndIsExplained(String option, String value, String answer, String advice)
            throws Exception {
        Map<String, String> options = SimulatedAccounts.quickBridge(channelio, chatwoot);
        options.put("camel.component." + option, value);

        try (PackagedApplication application = PackagedApplication.start(directory, options, Map.of())) {
            URI health = application.address().resolve("/q/health");
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(RestAssured.get(health).statusCode()).isEqualTo(503);
                assertThat(application.output()).contains(answer).contains(advice);
            });
            assertThat(RestAssured.get(health).asString()).contains(answer).contains(advice);
        }
    }

    private String outputOfFailedStart(Map<String, String> options) throws Exception {
        try (PackagedApplication application = PackagedApplication.start(directory, options, Map.of())) {
            assertThatThrownBy(application::address).hasMessageContaining("ended before it answered");
            return application.output();
        }
    }
}
