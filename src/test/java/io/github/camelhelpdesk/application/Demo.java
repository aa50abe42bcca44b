package io.github.camelhelpdesk.application;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

import io.github.camelhelpdesk.sync.view.MessageTrace;
import io.github.camelhelpdesk.testkit.channelio.ChannelioSimulator;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;

/**
 * What {@code mvn -Pdemo} runs: both simulators, customers who write, and the packaged application with the one-way bridge of
 * the examples. Ends with SIGTERM, or when the application ends.
 */
final class Demo {

    private static final String LINK = "support";
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS z").withZone(ZoneId.systemDefault());

    private Demo() {
    }

    public static void main(String[] arguments) throws Exception {
        endWithMaven();
        try (ChannelioSimulator channelio = ChannelioSimulator.start();
                ChatwootSimulator chatwoot = ChatwootSimulator.start();
                PackagedApplication application = start(channelio, chatwoot)) {
            Runtime.getRuntime().addShutdownHook(new Thread(application::close));
            CrossedMessages crossed = new CrossedMessages(application.address(), LINK);
            print("The console is at " + application.address() + "  (Ctrl-C ends the demo)");
            try (SimulatedCustomers customers = new SimulatedCustomers(channelio)) {
                customers.start();
                while (application.isAlive()) {
                    crossed.next().forEach(message -> print(line(message)));
                    Thread.sleep(LOOK_EVERY.toMillis());
                }
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

    private static String line(MessageTrace message) {
        Instant time = message.endedAt() == null ? message.receivedAt() : message.endedAt();
        return TIME.format(time) + "  " + message.source() + " " + message.sourceConversationId() + "/" + message.sourceId()
                + " -> " + message.target() + " " + message.targetConversationId() + "/" + String.join(",", message.targetIds());
    }

    private static void print(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
