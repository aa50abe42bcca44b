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
package io.github.camelhelpdesk.testkit.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.testkit.http.TestClient;

class SimulatorTestResourceTest {

    private final SimulatorTestResource resource = new SimulatorTestResource();

    @AfterEach
    void stop() {
        resource.stop();
    }

    @Test
    void theConfigurationReachesBothSimulators() {
        Map<String, String> configuration = resource.start();
        TestClient chatwoot = new TestClient(configuration.get("helpdesk.chatwoot.base-url"),
                Map.of("Api-Access-Token", configuration.get("helpdesk.chatwoot.access-token")));
        TestClient channelio = new TestClient(configuration.get("helpdesk.channelio.base-url"),
                Map.of("x-access-key", configuration.get("helpdesk.channelio.access-key"),
                        "x-access-secret", configuration.get("helpdesk.channelio.secret-key")));
        String account = configuration.get("helpdesk.chatwoot.account-id");
        assertThat(chatwoot.json("/api/v1/accounts/" + account + "/inboxes").path("payload").get(0).path("id").asText())
                .isEqualTo(configuration.get("helpdesk.chatwoot.inbox-id"));
        assertThat(channelio.get("/open/v5/channel").statusCode()).isEqualTo(200);
    }

    @Test
    void initArgumentsRenameOrDropProperties() {
        resource.init(Map.of("chatwoot.base-url", "camel.component.chatwoot.base-url", "channelio.base-url", ""));
        assertThat(resource.start()).containsKey("camel.component.chatwoot.base-url")
                .doesNotContainKeys("helpdesk.chatwoot.base-url", "helpdesk.channelio.base-url")
                .containsKey("helpdesk.chatwoot.access-token");
    }
}
