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

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.camelhelpdesk.testkit.channelio.ChannelioSimulator;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootMessage;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;

/** A folder of examples/, started by the command of its page, against simulators. */
final class ExampleBridge implements AutoCloseable {

    private static final Path EXAMPLES = Path.of("../examples");

    final ChannelioSimulator channelio = ChannelioSimulator.start();
    final ChatwootSimulator chatwoot = ChatwootSimulator.start();
    private final Path directory;
    private PackagedApplication application;

    private ExampleBridge(Path directory) {
        this.directory = directory;
    }

    /** An example whose routes are in bridge.yaml, and which needs no more than two accounts. */
    static ExampleBridge start(String example, Path directory) throws IOException {
        ExampleBridge bridge = prepare(example, directory, "bridge.yaml");
        bridge.start(Map.of());
        return bridge;
    }

    /** Copies an example; it can then be started. */
    static ExampleBridge prepare(String example, Path directory, String routes) throws IOException {
        for (String file : List.of(routes, "application.properties")) {
            Files.copy(EXAMPLES.resolve(example).resolve(file), directory.resolve(file));
        }
        return new ExampleBridge(directory);
    }

    /** @param environment further variables than those of the two accounts */
    void start(Map<String, String> environment) throws IOException {
        start(environment, Map.of());
    }

    /**
     * @param environment further variables than those of the two accounts
     * @param options further options than the address of Channel.io, as system properties
     */
    void start(Map<String, String> environment, Map<String, String> options) throws IOException {
        Map<String, String> variables = new HashMap<>(environment);
        variables.putAll(Map.of("CHANNELIO_ACCESS_KEY", channelio.accessKey(), "CHANNELIO_SECRET_KEY", channelio.secretKey(),
                "CHATWOOT_URL", chatwoot.baseUrl(), "CHATWOOT_ACCOUNT_ID", String.valueOf(chatwoot.accountId()),
                "CHATWOOT_ACCESS_TOKEN", chatwoot.accessToken()));
        Map<String, String> properties = new HashMap<>(options);
        properties.putAll(Map.of("quarkus.config.locations", "application.properties",
                "camel.component.channelio.base-url", channelio.baseUrl(), "quarkus.http.port", "0"));
        application = PackagedApplication.start(directory, properties, variables);
    }

    /** Ends the application, not the simulators. */
    void stop() {
        application.close();
    }

    /** Waits until the application answers, and says where. */
    URI address() throws Exception {
        return application.address();
    }

    /** All messages of the simulated Chatwoot. */
    List<ChatwootMessage> inChatwoot() {
        return chatwoot.conversations().stream()
                .flatMap(conversation -> chatwoot.messages(conversation.id()).stream()).toList();
    }

    @Override
    public void close() {
        stop();
        channelio.close();
        chatwoot.close();
    }
}
