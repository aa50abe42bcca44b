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

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.testkit.http.TestClient;

abstract class ChannelioTestBase {

    ChannelioSimulator simulator;
    TestClient client;

    @BeforeEach
    void start() {
        simulator = ChannelioSimulator.start();
        client = client(simulator.accessKey(), simulator.secretKey());
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    TestClient client(String accessKey, String secretKey) {
        return new TestClient(simulator.baseUrl() + "/open/v5",
                Map.of("x-access-key", accessKey, "x-access-secret", secretKey));
    }

    HttpResponse<String> post(String path, String body) {
        return client.post(path, body);
    }

    HttpResponse<String> send(String method, String path, String body) {
        return client.send(method, path, body, "application/json");
    }

    static String messages(String chat) {
        return "/user-chats/" + chat + "/messages";
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static List<String> ids(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(item -> item.path("id").asText()).toList();
    }

    /** Follows next to the end, or for ten pages; gives the ids of each page. */
    List<List<String>> pages(String path, String list) {
        List<List<String>> pages = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = client.json(path + (next.isEmpty() ? "" : "&since=" + encode(next)));
            pages.add(ids(page.path(list)));
            next = page.path("next").asText("");
        } while (!next.isEmpty() && pages.size() < 10);
        return pages;
    }
}
