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
import java.util.HashMap;
import java.util.Map;

import io.github.camelhelpdesk.testkit.channelio.ChannelioSimulator;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;

/** Options that point the application at simulators. */
final class SimulatedAccounts {

    private static final Path QUICK_BRIDGE = Path.of("test/resources/routes/quick-bridge.yaml");

    private SimulatedAccounts() {
    }

    /** The accounts, for whatever routes. */
    static Map<String, String> options(ChannelioSimulator channelio, ChatwootSimulator chatwoot) {
        return Map.of(
                "camel.component.channelio.base-url", channelio.baseUrl(),
                "camel.component.channelio.access-key", channelio.accessKey(),
                "camel.component.channelio.secret-key", channelio.secretKey(),
                "camel.component.chatwoot.base-url", chatwoot.baseUrl(),
                "camel.component.chatwoot.account-id", String.valueOf(chatwoot.accountId()),
                "camel.component.chatwoot.access-token", chatwoot.accessToken());
    }

    /** The accounts and a bridge that polls twice a second, on a free port; may be changed. */
    static Map<String, String> quickBridge(ChannelioSimulator channelio, ChatwootSimulator chatwoot) {
        Map<String, String> options = new HashMap<>(options(channelio, chatwoot));
        options.put("camel.main.routes-include-pattern", "file:" + QUICK_BRIDGE.toAbsolutePath());
        options.put("quarkus.http.port", "0");
        return options;
    }
}
