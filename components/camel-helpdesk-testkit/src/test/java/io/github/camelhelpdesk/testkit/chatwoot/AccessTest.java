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

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.testkit.http.TestClient;

class AccessTest extends ChatwootTestBase {

    @Test
    void withoutATokenTheErrorIsAnArray() {
        HttpResponse<String> refused = new TestClient(simulator.baseUrl(), Map.of()).get(ACCOUNT + "/conversations");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).isEqualTo("{\"errors\":[\"You need to sign in or sign up before continuing.\"]}");
    }

    @Test
    void aWrongTokenIsOneError() {
        HttpResponse<String> refused = client("wrong").get(ACCOUNT + "/conversations");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).isEqualTo("{\"error\":\"Invalid Access Token\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = { "api_access_token", "Api-Access-Token", "API-ACCESS-TOKEN" })
    void eitherHeaderNameIsRead(String header) {
        TestClient other = new TestClient(simulator.baseUrl(), Map.of(header, simulator.accessToken()));
        assertThat(other.get(ACCOUNT + "/inboxes").statusCode()).isEqualTo(200);
    }

    @Test
    void anotherAccountIsNotFound() {
        HttpResponse<String> refused = client.get("/api/v1/accounts/2/conversations");
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.body()).isEqualTo("{\"error\":\"Resource could not be found\"}");
    }

    @Test
    void aBotMayShowAndWriteButNotList() {
        long conversation = simulator.openConversation("Zoe");
        TestClient bot = client(simulator.addAgentBot("Relay"));
        assertThat(bot.get(ACCOUNT + "/conversations/" + conversation).statusCode()).isEqualTo(200);
        assertThat(bot.post(ACCOUNT + messages(conversation), "{\"content\":\"x\"}").statusCode()).isEqualTo(200);
        assertThat(simulator.messages(conversation).get(0).senderType()).isEqualTo("AgentBot");
        for (String path : new String[] { "/conversations", messages(conversation), "/contacts/search?q=Z", "/inboxes",
                "/webhooks" }) {
            assertThat(bot.get(ACCOUNT + path).statusCode()).as(path).isEqualTo(401);
        }
        assertThat(bot.get("/api/v1/profile").statusCode()).isEqualTo(401);
    }

    @Test
    void anAgentSeesTheInboxesHeIsAMemberOf() {
        long mine = simulator.openConversation("Zoe");
        long otherInbox = simulator.addInbox("Other", ChatwootInboxType.API);
        long foreign = simulator.openConversationIn(otherInbox, "Max", null, null);
        TestClient agent = client(simulator.addAgent("Kim", "kim@desk.example", simulator.inboxId()));
        assertThat(ids(agent.json(ACCOUNT + "/conversations").path("data").path("payload"))).containsExactly(mine);
        assertThat(ids(agent.json(ACCOUNT + "/inboxes").path("payload"))).containsExactly(simulator.inboxId());
        assertThat(agent.get(ACCOUNT + messages(foreign)).statusCode()).isEqualTo(401);
        assertThat(agent.get(ACCOUNT + "/webhooks").statusCode()).isEqualTo(401);
    }

    @Test
    void theConnectionChecksAnswerAsDocumented() {
        TestClient anonymous = new TestClient(simulator.baseUrl(), Map.of());
        assertThat(anonymous.get("/health").body()).isEqualTo("{\"status\":\"woot\"}");
        assertThat(anonymous.json("/api").path("version").asText()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(anonymous.json("/api").path("queue_services").asText()).isEqualTo("ok");
        JsonNode profile = client.json("/api/v1/profile");
        assertThat(profile.path("accounts").get(0).path("id").asLong()).isEqualTo(simulator.accountId());
        assertThat(profile.path("accounts").get(0).path("role").asText()).isEqualTo("administrator");
        assertThat(profile.path("access_token").asText()).isEqualTo(simulator.accessToken());
    }

    @Test
    void everyAnswerCarriesTheSimulatorsDate() {
        simulator.clock().fix(Instant.parse("2026-03-04T05:06:07Z"));
        assertThat(client.get("/health").headers().allValues("Date")).containsExactly("Wed, 04 Mar 2026 05:06:07 GMT");
        assertThat(client.get("/nowhere").headers().allValues("Date")).containsExactly("Wed, 04 Mar 2026 05:06:07 GMT");
    }

    @Test
    void inboxesShowWhatTheirViewerMaySee() {
        JsonNode inbox = get("/inboxes").path("payload").get(0);
        assertThat(inbox.path("channel_type").asText()).isEqualTo("Channel::Api");
        assertThat(inbox.path("inbox_identifier").asText()).isEqualTo(simulator.inboxIdentifier());
        assertThat(inbox.has("hmac_token")).isTrue();
        TestClient agent = client(simulator.addAgent("Kim", "kim@desk.example", simulator.inboxId()));
        assertThat(agent.json(ACCOUNT + "/inboxes").path("payload").get(0).has("hmac_token")).isFalse();
        long mail = simulator.addInbox("Mail", ChatwootInboxType.EMAIL);
        assertThat(get("/inboxes/" + mail).has("inbox_identifier")).isFalse();
        JsonNode created = TestClient.json(post("/inboxes", "{\"name\":\"New\",\"channel\":{\"type\":\"api\"}}"));
        assertThat(get("/inboxes/" + created.path("id").asLong()).path("name").asText()).isEqualTo("New");
    }

    @Test
    void aWebhookAddressIsUniqueAndItsSecretIsTheServers() {
        JsonNode created = TestClient.json(post("/webhooks", "{\"url\":\"https://a.example/hook\"}")).path("payload")
                .path("webhook");
        assertThat(created.path("secret").asText()).isNotEmpty();
        assertThat(created.path("subscriptions")).hasSize(8);
        assertThat(post("/webhooks", "{\"url\":\"https://a.example/hook\"}").statusCode()).isEqualTo(422);
        String path = ACCOUNT + "/webhooks/" + created.path("id").asLong();
        client.send("PATCH", path, "{\"subscriptions\":[\"message_created\"]}", "application/json");
        JsonNode listed = get("/webhooks").path("payload").path("webhooks").get(0);
        assertThat(listed.path("subscriptions")).hasToString("[\"message_created\"]");
        HttpResponse<String> deleted = client.send("DELETE", path, null, "application/json");
        assertThat(deleted.statusCode()).isEqualTo(200);
        assertThat(deleted.body()).isEmpty();
        assertThat(simulator.webhookUrls()).isEmpty();
    }

    @Test
    void requestsBeyondTheLimitAreRefusedUntilTheNextFullMinute() {
        simulator.clock().fix(Instant.parse("2026-03-04T05:06:40Z"));
        simulator.limitRequestsPerMinute(2);
        assertThat(client.get(ACCOUNT + "/inboxes").statusCode()).isEqualTo(200);
        assertThat(client.get(ACCOUNT + "/inboxes").statusCode()).isEqualTo(200);
        HttpResponse<String> refused = client.get(ACCOUNT + "/inboxes");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body().strip()).isEqualTo("Retry later");
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(refused.headers().firstValue("Retry-After")).isEmpty();
        assertThat(client.get("/health").statusCode()).isEqualTo(200);
        simulator.clock().advance(Duration.ofSeconds(20));
        assertThat(client.get(ACCOUNT + "/inboxes").statusCode()).isEqualTo(200);
    }
}
