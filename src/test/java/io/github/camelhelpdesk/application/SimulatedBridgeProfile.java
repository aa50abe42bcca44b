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

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.github.camelhelpdesk.testkit.quarkus.SimulatorTestResource;
import io.quarkus.test.junit.QuarkusTestProfile;

/** The application with the quick bridge between two simulators, and a ledger of its own. */
public class SimulatedBridgeProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "camel.main.routes-include-pattern",
                "file:" + Path.of("test/resources/routes/quick-bridge.yaml").toAbsolutePath(),
                "camel.component.helpdesk-sync.ledger-file",
                Path.of("target", "simulated-bridge", UUID.randomUUID() + ".db").toAbsolutePath().toString(),
                "camel.component.helpdesk-sync.settle-time", "100",
                "camel.component.channelio.requests-per-minute", "0",
                "camel.component.chatwoot.requests-per-minute", "0",
                "camel.component.chatwoot.response-timeout", "30000");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(SimulatorTestResource.class, Map.of(
                "chatwoot.base-url", "camel.component.chatwoot.base-url",
                "chatwoot.account-id", "camel.component.chatwoot.account-id",
                "chatwoot.access-token", "camel.component.chatwoot.access-token",
                "channelio.base-url", "camel.component.channelio.base-url",
                "channelio.access-key", "camel.component.channelio.access-key",
                "channelio.secret-key", "camel.component.channelio.secret-key")));
    }
}
