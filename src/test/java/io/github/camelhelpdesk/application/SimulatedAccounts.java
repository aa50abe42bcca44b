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

import java.util.Map;

import io.github.camelhelpdesk.testkit.channelio.ChannelioSimulator;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;

/** Component options that point the application at simulators. */
final class SimulatedAccounts {

    private SimulatedAccounts() {
    }

    static Map<String, String> options(ChannelioSimulator channelio, ChatwootSimulator chatwoot) {
        return Map.of(
                "camel.component.channelio.base-url", channelio.baseUrl(),
                "camel.component.channelio.access-key", channelio.accessKey(),
                "camel.component.channelio.secret-key", channelio.secretKey(),
                "camel.component.chatwoot.base-url", chatwoot.baseUrl(),
                "camel.component.chatwoot.account-id", String.valueOf(chatwoot.accountId()),
                "camel.component.chatwoot.access-token", chatwoot.accessToken());
    }
}
