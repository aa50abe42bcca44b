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

import java.util.HashMap;
import java.util.Map;

import io.github.camelhelpdesk.testkit.channelio.ChannelioSimulator;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Starts both simulators for a Quarkus test and hands their addresses and credentials to the application. A test's fields of
 * type
 * ChatwootSimulator or ChannelioSimulator are set to them.
 * <p>
 * Each value of the table is set under the property {@code helpdesk.}<i>name</i>. An init argument of that name gives it
 * another
 * property; an empty one keeps it from being set.
 * <table>
 * <caption>Values</caption>
 * <tr>
 * <th>name</th>
 * <th>value</th>
 * </tr>
 * <tr>
 * <td>chatwoot.base-url, chatwoot.account-id, chatwoot.access-token, chatwoot.inbox-id</td>
 * <td>the Chatwoot simulator's</td>
 * </tr>
 * <tr>
 * <td>channelio.base-url, channelio.access-key, channelio.secret-key</td>
 * <td>the Channel.io simulator's</td>
 * </tr>
 * </table>
 */
public final class SimulatorTestResource implements QuarkusTestResourceLifecycleManager {

    private Map<String, String> properties = Map.of();
    private ChatwootSimulator chatwoot;
    private ChannelioSimulator channelio;

    @Override
    public void init(Map<String, String> initArgs) {
        properties = Map.copyOf(initArgs);
    }

    @Override
    public Map<String, String> start() {
        chatwoot = ChatwootSimulator.start();
        channelio = ChannelioSimulator.start();
        Map<String, String> configuration = new HashMap<>();
        values().forEach((name, value) -> {
            String property = properties.getOrDefault(name, "helpdesk." + name);
            if (!property.isBlank()) {
                configuration.put(property, value);
            }
        });
        return configuration;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(chatwoot, new TestInjector.MatchesType(ChatwootSimulator.class));
        injector.injectIntoFields(channelio, new TestInjector.MatchesType(ChannelioSimulator.class));
    }

    /** May come without a start, or twice. */
    @Override
    public void stop() {
        if (chatwoot != null) {
            chatwoot.close();
        }
        if (channelio != null) {
            channelio.close();
        }
    }

    private Map<String, String> values() {
        return Map.of("chatwoot.base-url", chatwoot.baseUrl(), "chatwoot.account-id", String.valueOf(chatwoot.accountId()),
                "chatwoot.access-token", chatwoot.accessToken(), "chatwoot.inbox-id", String.valueOf(chatwoot.inboxId()),
                "channelio.base-url", channelio.baseUrl(), "channelio.access-key", channelio.accessKey(),
                "channelio.secret-key", channelio.secretKey());
    }
}
