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
package io.github.camelhelpdesk.testkit.acquire;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.testkit.http.TestClient;

abstract class AcquireTestBase {

    static final String CASES = "/crm/objects/case";
    static final String CASE_MESSAGES = "/crm/objects/case-message";
    static final String CONTACTS = "/crm/objects/contact";
    static final String ADD = "/crm/messenger/chat/add-message";
    static final String CREATE = "/crm/messenger/chat/create";

    AcquireSimulator simulator;
    TestClient client;

    @BeforeEach
    void start() {
        simulator = AcquireSimulator.start();
        client = client("Bearer " + simulator.apiKey());
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    TestClient client(String authorization) {
        return new TestClient(simulator.baseUrl() + "/api/v1", Map.of("Authorization", authorization));
    }

    /** What stands under data of an answer that has to be 200. */
    JsonNode data(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return TestClient.json(answer).path("data");
    }

    JsonNode get(String path) {
        return data(client.get(path));
    }

    HttpResponse<String> post(String path, String body) {
        return client.post(path, body.replace('\'', '"'));
    }

    /** The list of a thread's messages. */
    String listing(String thread) {
        return "/crm/messenger/chat/messages?threadId=" + thread + "&contactId=" + contact(thread);
    }

    String contact(String thread) {
        return simulator.cases().stream().filter(each -> each.threadId().equals(thread)).findFirst().orElseThrow().contactId();
    }

    static String where(String condition) {
        return "?where=" + encode(condition);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static List<String> ids(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(item -> item.path("id").asText()).toList();
    }

    static String errorType(HttpResponse<String> refused) {
        return TestClient.json(refused).path("error").path("type").asText();
    }
}
