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
package io.github.camelhelpdesk.testkit.signalzen;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.testkit.http.TestClient;

abstract class SignalzenTestBase {

    static final String ACCEPT = "application/vnd.signalzen.v1+json";

    SignalzenSimulator simulator;
    TestClient client;

    @BeforeEach
    void start() {
        simulator = SignalzenSimulator.start();
        client = client(simulator.apiKey(), ACCEPT);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    TestClient client(String apiKey, String accept) {
        return new TestClient(simulator.baseUrl() + "/external", Map.of("Authorization", "Bearer " + apiKey, "Accept", accept));
    }

    static String messages(long user) {
        return "/users/" + user + "/messages";
    }

    static List<Long> ids(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(item -> item.path("id").asLong()).toList();
    }

    List<Long> listed(String path) {
        JsonNode page = client.json(path);
        return ids(page.has("users") ? page.path("users") : page.path("messages"));
    }
}
