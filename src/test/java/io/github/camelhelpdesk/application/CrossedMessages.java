package io.github.camelhelpdesk.application;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.sync.view.MessageTrace;

/** Asks the running application which messages of a link have arrived since it was last asked. */
final class CrossedMessages {

    private static final int LIMIT = 200;

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpRequest request;
    private final Set<String> known = new HashSet<>();

    CrossedMessages(URI application, String link) {
        request = HttpRequest.newBuilder(application.resolve("/api/links/" + link + "/messages?limit=" + LIMIT)).build();
    }

    /** The newly arrived ones, oldest first; none as long as the application does not know the link. */
    List<MessageTrace> next() throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            return List.of();
        }
        List<MessageTrace> fresh = new ArrayList<>();
        for (MessageTrace message : HelpdeskJson.mapper().readValue(answer.body(), MessageTrace[].class)) {
            if (!message.targetIds().isEmpty() && known.add(message.sourceConversationId() + "/" + message.sourceId())) {
                fresh.add(0, message);
            }
        }
        return fresh;
    }
}
