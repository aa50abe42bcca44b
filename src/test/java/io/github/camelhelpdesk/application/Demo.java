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

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.github.camelhelpdesk.testkit.channelio.ChannelioSimulator;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;

/**
 * What {@code mvn -Pdemo} runs: both simulators, people who write at both, and the packaged application with the two-way
 * bridge of the examples. Ends with SIGTERM, or when the application ends.
 */
final class Demo {

    private static final String LINK = "support";

    private Demo() {
    }

    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        endWithMaven();
        try (ChannelioSimulator channelio = ChannelioSimulator.start();
                ChatwootSimulator chatwoot = ChatwootSimulator.start();
                PackagedApplication application = start(channelio, chatwoot)) {
            Runtime.getRuntime().addShutdownHook(new Thread(application::close));
            out.println("The console is at " + application.address() + " (Ctrl-C ends the demo). Messages that have crossed:");
            try (CrossedMessages crossed = new CrossedMessages(application.address(), LINK, out);
                    SimulatedPeople people = new SimulatedPeople(DemoDesk.of(channelio),
                            DemoDesk.of(chatwoot))) {
                crossed.start();
                people.start();
                application.awaitEnd();
            }
        }
    }

    private static PackagedApplication start(ChannelioSimulator channelio, ChatwootSimulator chatwoot) throws Exception {
        Map<String, String> options = new HashMap<>(SimulatedAccounts.options(channelio, chatwoot));
        options.put("camel.main.routes-include-pattern", "file:" + Path.of(System.getProperty("demo.bridge")).normalize());
        options.put("quarkus.http.port", System.getProperty("demo.port"));
        return PackagedApplication.start(Path.of(System.getProperty("demo.directory")), options, Map.of());
    }

    /** Ant ends this process with Maven's, but not when Maven is killed. */
    private static void endWithMaven() {
        ProcessHandle.current().parent().ifPresent(maven -> maven.onExit().thenRun(() -> System.exit(0)));
    }
}
