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
package io.github.camelhelpdesk.testkit.chatwoot;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.testkit.http.TestClient;

abstract class ChatwootTestBase {

    static final String ACCOUNT = "/api/v1/accounts/1";

    ChatwootSimulator simulator;
    TestClient client;

    @BeforeEach
    void start() {
        simulator = ChatwootSimulator.start();
        client = client(simulator.accessToken());
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    TestClient client(String token) {
        return new TestClient(simulator.baseUrl(), Map.of("Api-Access-Token", token));
    }

    JsonNode get(String path) {
        return client.json(ACCOUNT + path);
    }

    HttpResponse<String> post(String path, String body) {
        return client.post(ACCOUNT + path, body);
    }

    static String messages(long conversation) {
        return "/conversations/" + conversation + "/messages";
    }

    List<Long> listedIds(long conversation, String query) {
        return ids(get(messages(conversation) + query).path("payload"));
    }

    static List<Long> ids(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(item -> item.path("id").asLong()).toList();
    }
}
