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
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.sync.view.MessageTrace;

/**
 * Asks the running application twice a second what has arrived, and prints one line for each message: time, direction and ids,
 * no
 * text.
 */
final class CrossedMessages implements AutoCloseable {

    private static final int LIMIT = 200;
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss z")
            .withZone(ZoneId.systemDefault());

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Set<String> known = new HashSet<>();
    private final HttpRequest request;
    private final PrintStream out;

    CrossedMessages(URI application, String link, PrintStream out) {
        request = HttpRequest.newBuilder(application.resolve("/api/links/" + link + "/messages?limit=" + LIMIT)).build();
        this.out = out;
    }

    void start() {
        executor.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            messages().stream().filter(message -> !message.targetIds().isEmpty())
                    .sorted(Comparator.comparing(MessageTrace::endedAt))
                    .forEach(this::report);
        } catch (IOException e) {
            // The application is starting or ending: the next look finds what this one missed.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** None as long as the application does not know the link. */
    private List<MessageTrace> messages() throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() == 200
                ? List.of(HelpdeskJson.mapper().readValue(answer.body(), MessageTrace[].class))
                : List.of();
    }

    private void report(MessageTrace message) {
        String source = message.sourceConversationId() + "/" + message.sourceId();
        if (known.add(message.source() + " " + source)) {
            out.println(TIME.format(message.endedAt()) + "  " + message.source() + " -> " + message.target() + "  " + source
                    + " -> " + message.targetConversationId() + "/" + String.join(",", message.targetIds()));
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
