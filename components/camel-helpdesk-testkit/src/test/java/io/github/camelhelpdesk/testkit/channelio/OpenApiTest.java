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
package io.github.camelhelpdesk.testkit.channelio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.testkit.http.TestClient;
import io.github.camelhelpdesk.testkit.openapi.ApiDocument;
import io.github.camelhelpdesk.testkit.openapi.Difference;

/**
 * What the simulator answers, against Channel.io's OpenAPI document. That has no licence and is no part of this project: give
 * the file's path as {@code -Dchannelio.openapi=}. It describes successes only.
 */
class OpenApiTest extends ChannelioTestBase {

    private static final String PROPERTY = "channelio.openapi";

    /** None: what is not documented, such as errors, the document leaves out. */
    private static final List<Difference> DIFFERENCES = List.of();

    private final Set<String> problems = new TreeSet<>();
    private ApiDocument document;

    @BeforeEach
    void readDocument() throws IOException {
        String path = System.getProperty(PROPERTY);
        assumeTrue(path != null && !path.isBlank(),
                "Channel.io's OpenAPI document is not given; run with -D" + PROPERTY + "=<path of the JSON file>");
        try (InputStream in = Files.newInputStream(Path.of(path))) {
            document = ApiDocument.read(in);
        }
    }

    @Test
    void answersAgreeWithTheDocument() {
        String chat = messages();
        userChats(chat);
        people();
        webhooks();
        Difference.explain(problems, DIFFERENCES);
    }

    @Test
    void brokenAnswerIsNoticed() {
        String chat = simulator.openUserChat("Ann");
        simulator.writeAsCustomer(chat, "hello");
        simulator.faults().on("GET", ".*/messages").then(execution -> {
            var answer = execution.process();
            return answer.withBody(new String(answer.body(), StandardCharsets.UTF_8)
                    .replaceAll("\"createdAt\":(\\d+)", "\"createdAt\":\"$1\",\"writtenAt\":1"));
        });
        call("GET", messages(chat) + "?sortOrder=asc", null);
        assertThat(problems).anyMatch(problem -> problem.endsWith("/messages/*/createdAt type"))
                .anyMatch(problem -> problem.endsWith("/messages/*/writtenAt undocumented"));
    }

    private String messages() {
        String chat = simulator.openUserChat("Ann", "ann@example.org", "+15550100");
        simulator.writeAsCustomer(chat, "hello <b>", new ChannelioFile("a.png", "image/png", new byte[] { 1 }));
        simulator.writeAsManager(chat, "hi");
        simulator.writeAsBot(chat, "Greeter", "welcome");
        simulator.writePrivate(chat, "note");
        simulator.writeLog(chat, "assign");
        simulator.removeMessage(chat, simulator.writeAsCustomer(chat, "typo"));
        simulator.editMessage(chat, simulator.writeAsCustomer(chat, "teh"), "the");
        call("GET", messages(chat) + "?sortOrder=desc&limit=2", null);
        JsonNode list = call("GET", messages(chat) + "?sortOrder=asc", null);
        call("GET", messages(chat) + "/file?key=" + encode(list.findPath("key").asText()), null);
        call("POST", messages(chat) + "?botName=Relay",
                "{\"blocks\":[{\"type\":\"text\",\"value\":\"x\"}],\"requestId\":\"r-1\",\"options\":[\"private\"]}");
        return chat;
    }

    private void userChats(String chat) {
        String user = simulator.userChats().get(0).userId();
        call("GET", "/user-chats", null);
        call("GET", "/user-chats/" + chat, null);
        call("PATCH", "/user-chats/" + chat, "{\"description\":\"key\"}");
        call("PUT", "/user-chats/" + chat + "/snooze?botName=Relay&duration=PT24H", null);
        call("PATCH", "/user-chats/" + chat + "/close?botName=Relay", null);
        call("GET", "/user-chats?state=closed", null);
        call("PUT", "/user-chats/" + chat + "/open?botName=Relay", null);
        call("GET", "/users/" + user + "/user-chats?sortOrder=desc", null);
        String second = call("POST", "/users/" + user + "/user-chats", null).path("userChat").path("id").asText();
        call("DELETE", "/user-chats/" + second, null);
    }

    private void people() {
        call("GET", "/channel", null);
        call("GET", "/managers", null);
        call("GET", "/managers/" + simulator.managerId(), null);
        call("GET", "/bots?limit=1", null);
        String user = call("PUT", "/users/@shop-17", "{\"profile\":{\"name\":\"Ben\"},\"tags\":[\"vip\"]}").path("user")
                .path("id").asText();
        call("GET", "/users/@shop-17", null);
        call("GET", "/users/" + user, null);
        call("PATCH", "/users/" + user, "{\"profile\":{\"email\":\"ben@example.org\"}}");
    }

    private void webhooks() {
        String webhook = call("POST", "/webhooks", "{\"name\":\"bridge\",\"url\":\"https://a.example/x\",\"scopes\":"
                + "[\"message.created.userChat\"],\"apiVersion\":\"v5\"}").path("webhook").path("id").asText();
        call("GET", "/webhooks", null);
        call("GET", "/webhooks/" + webhook, null);
        call("PATCH", "/webhooks/" + webhook, "{\"name\":\"bridge 2\"}");
        call("DELETE", "/webhooks/" + webhook, null);
    }

    private JsonNode call(String method, String path, String body) {
        HttpResponse<String> answer = send(method, path, body);
        assertThat(answer.statusCode()).as(method + " " + path).isEqualTo(200);
        problems.addAll(document.problems(method, "/open/v5" + path.replaceFirst("\\?.*", ""), answer));
        return TestClient.json(answer);
    }
}
