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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.testkit.http.TestClient;

class ConversationsTest extends ChatwootTestBase {

    @BeforeEach
    void stopTheClock() {
        simulator.clock().fix(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void openIsTheDefaultStatusAndAllIsAll() {
        List<Long> opened = open(3);
        simulator.resolveConversation(opened.get(1));
        assertThat(list("?sort_by=created_at_asc")).containsExactly(opened.get(0), opened.get(2));
        assertThat(list("?status=resolved")).containsExactly(opened.get(1));
        assertThat(list("?status=all&sort_by=created_at_asc")).isEqualTo(opened);
    }

    @Test
    void pagesHaveTwentyFiveAndTheCountsAreOfAll() {
        List<Long> opened = open(30);
        assertThat(list("?sort_by=created_at_asc")).isEqualTo(opened.subList(0, 25));
        assertThat(list("?sort_by=created_at_asc&page=2")).isEqualTo(opened.subList(25, 30));
        assertThat(list("?page=3")).isEmpty();
        assertThat(get("/conversations").path("data").path("meta").path("all_count").asInt()).isEqualTo(30);
    }

    @Test
    void theLatestActivityComesFirstUnlessAskedOtherwise() {
        List<Long> opened = open(3);
        tick(1);
        simulator.writeAsCustomer(opened.get(0), "hello");
        assertThat(list("")).startsWith(opened.get(0));
        assertThat(list("?sort_by=last_activity_at_asc")).endsWith(opened.get(0));
        List<Long> newestFirst = new ArrayList<>(opened);
        Collections.reverse(newestFirst);
        assertThat(list("?sort_by=created_at_desc")).isEqualTo(newestFirst);
        assertThat(list("?sort_by=nonsense")).isEqualTo(list(""));
    }

    @Test
    void updatedWithinGivesAllOfThemAtOnce() {
        List<Long> opened = open(60);
        tick(100);
        assertThat(list("?updated_within=90")).isEmpty();
        opened.subList(0, 40).forEach(conversation -> simulator.writeAsCustomer(conversation, "hello"));
        tick(10);
        assertThat(list("?status=all&updated_within=20")).containsExactlyInAnyOrderElementsOf(opened.subList(0, 40));
    }

    @Test
    void deletingAMessageOrChangingItsStatusDoesNotCountAsAnUpdate() {
        long conversation = simulator.openConversation("Zoe");
        long message = simulator.writeAsCustomer(conversation, "hello");
        tick(60);
        simulator.deleteMessage(conversation, message);
        client.send("PATCH", ACCOUNT + messages(conversation) + "/" + message, "{\"status\":\"read\"}", "application/json");
        assertThat(list("?updated_within=30")).isEmpty();
    }

    @Test
    void filtersByInboxSourceIdAndText() {
        long first = simulator.openConversation("Zoe");
        long otherInbox = simulator.addInbox("Other", ChatwootInboxType.API);
        long second = simulator.openConversationIn(otherInbox, "Max", null, null);
        simulator.writeAsCustomer(first, "The Parcel is late");
        simulator.resolveConversation(first);
        String sourceId = simulator.conversations().get(0).sourceId();
        assertThat(list("?status=all&inbox_id=" + otherInbox)).containsExactly(second);
        assertThat(list("?status=all&source_id=" + sourceId)).containsExactly(first);
        assertThat(list("?q=parcel")).containsExactly(first);
        assertThat(list("?q=nothing")).isEmpty();
    }

    @Test
    void aConversationShowsItsLastMessageWithTheLongListOfFields() {
        long conversation = simulator.openConversation("Zoe", "zoe@mail.example", null);
        simulator.writeAsCustomer(conversation, "first");
        tick(1);
        simulator.writeAsAgent(conversation, "second");
        JsonNode json = get("/conversations/" + conversation);
        assertThat(json.path("messages")).hasSize(1);
        JsonNode last = json.path("messages").get(0);
        assertThat(last.path("content").asText()).isEqualTo("second");
        assertThat(last.path("sender_type").asText()).isEqualTo("User");
        assertThat(last.path("account_id").asInt()).isEqualTo(1);
        assertThat(json.path("meta").path("sender").path("email").asText()).isEqualTo("zoe@mail.example");
        assertThat(json.path("meta").path("channel").asText()).isEqualTo("Channel::Api");
        assertThat(json.path("created_at").isIntegralNumber()).isTrue();
        assertThat(json.path("timestamp")).isEqualTo(json.path("last_activity_at"));
    }

    @Test
    void updatedAtHasAFraction() {
        simulator.clock().fix(Instant.parse("2026-01-01T00:00:00.250Z"));
        long conversation = simulator.openConversation("Zoe");
        assertThat(get("/conversations/" + conversation).path("updated_at").asDouble()).isEqualTo(1767225600.25);
    }

    @Test
    void anUnknownConversationIsNotFound() {
        assertThat(client.get(ACCOUNT + "/conversations/77").statusCode()).isEqualTo(404);
        assertThat(client.get(ACCOUNT + "/conversations/abc").statusCode()).isEqualTo(404);
        assertThat(client.get(ACCOUNT + messages(77)).statusCode()).isEqualTo(404);
    }

    @Test
    void aContactAndAnInboxMakeANewConversationEachTime() {
        long contact = contact("Zoe");
        String body = "{\"inbox_id\":" + simulator.inboxId() + ",\"contact_id\":" + contact + ",\"source_id\":\"s1\"}";
        JsonNode first = TestClient.json(post("/conversations", body));
        JsonNode second = TestClient.json(post("/conversations", body));
        assertThat(first.path("id").asLong()).isNotEqualTo(second.path("id").asLong());
        assertThat(list("?source_id=s1")).hasSize(2);
    }

    @Test
    void anInboxThatIsLockedToOneConversationGivesTheLatest() {
        long contact = contact("Zoe");
        long inbox = simulator.addSingleConversationInbox("Single");
        String body = "{\"inbox_id\":" + inbox + ",\"contact_id\":" + contact + ",\"source_id\":\"s1\"}";
        assertThat(TestClient.json(post("/conversations", body)).path("id"))
                .isEqualTo(TestClient.json(post("/conversations", body)).path("id"));
    }

    @Test
    void aSourceIdAloneIsLookedUpAndAForeignOneIsRefused() {
        long zoe = contact("Zoe");
        long max = contact("Max");
        String inbox = "{\"inbox_id\":" + simulator.inboxId() + ",\"contact_id\":";
        post("/conversations", inbox + zoe + ",\"source_id\":\"s1\"}");
        assertThat(post("/conversations", "{\"source_id\":\"s1\"}").statusCode()).isEqualTo(200);
        HttpResponse<String> refused = post("/conversations", inbox + max + ",\"source_id\":\"s1\"}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).isEqualTo("{\"error\":\"source_id should be unique\"}");
        assertThat(post("/conversations", "{\"source_id\":\"unknown\"}").statusCode()).isEqualTo(404);
        assertThat(post("/conversations", "{}").statusCode()).isEqualTo(404);
        assertThat(post("/conversations", inbox + "999}").statusCode()).isEqualTo(404);
    }

    @Test
    void aConversationMayStartWithAMessageAndAttributes() {
        long contact = contact("Zoe");
        JsonNode json = TestClient.json(post("/conversations", "{\"inbox_id\":" + simulator.inboxId() + ",\"contact_id\":"
                + contact + ",\"status\":\"pending\",\"custom_attributes\":{\"k\":\"v\"},\"message\":{\"content\":\"hi\"}}"));
        assertThat(json.path("status").asText()).isEqualTo("pending");
        assertThat(json.path("custom_attributes").path("k").asText()).isEqualTo("v");
        assertThat(json.path("messages").get(0).path("content").asText()).isEqualTo("hi");
    }

    @Test
    void theStatusTogglesOrIsSetAndAnIncomingMessageOpensAgain() {
        long conversation = simulator.openConversation("Zoe");
        String path = "/conversations/" + conversation + "/toggle_status";
        assertThat(TestClient.json(post(path, "{}")).path("payload").path("current_status").asText()).isEqualTo("resolved");
        simulator.writeAsAgent(conversation, "still resolved");
        assertThat(status(conversation)).isEqualTo("resolved");
        simulator.writeAsCustomer(conversation, "still there?");
        assertThat(status(conversation)).isEqualTo("open");
        post(path, "{\"status\":\"pending\"}");
        assertThat(status(conversation)).isEqualTo("pending");
        post(path, "{}");
        assertThat(status(conversation)).isEqualTo("open");
        assertThat(post(path, "{\"status\":\"odd\"}").statusCode()).isEqualTo(500);
    }

    @Test
    void anAgentWhoOpensIsAssignedAndAnAdministratorIsNot() {
        long conversation = simulator.openConversation("Zoe");
        String path = "/conversations/" + conversation + "/toggle_status";
        post(path, "{\"status\":\"open\"}");
        assertThat(get("/conversations/" + conversation).path("meta").has("assignee")).isFalse();
        client(simulator.addAgent("Kim", "kim@desk.example", simulator.inboxId())).post(ACCOUNT + path,
                "{\"status\":\"open\"}");
        assertThat(get("/conversations/" + conversation).path("meta").path("assignee").path("name").asText()).isEqualTo("Kim");
        assertThat(list("?assignee_type=unassigned")).isEmpty();
        post("/conversations/" + conversation + "/assignments", "{\"assignee_id\":null}");
        assertThat(list("?assignee_type=unassigned")).containsExactly(conversation);
    }

    @Test
    void labelsAreReplaced() {
        long conversation = simulator.openConversation("Zoe");
        String path = "/conversations/" + conversation + "/labels";
        post(path, "{\"labels\":[\"a\",\"b\"]}");
        assertThat(TestClient.json(post(path, "{\"labels\":[\"c\"]}"))).hasToString("{\"payload\":[\"c\"]}");
        assertThat(list("?labels[]=c".replace("[]", "%5B%5D"))).containsExactly(conversation);
        assertThat(list("?labels%5B%5D=a")).isEmpty();
    }

    private List<Long> open(int count) {
        List<Long> opened = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tick(1);
            opened.add(simulator.openConversation("Customer " + i));
        }
        return opened;
    }

    private void tick(int seconds) {
        simulator.clock().advance(Duration.ofSeconds(seconds));
    }

    private List<Long> list(String query) {
        return ids(get("/conversations" + query).path("data").path("payload"));
    }

    private String status(long conversation) {
        return get("/conversations/" + conversation).path("status").asText();
    }

    private long contact(String name) {
        return TestClient.json(post("/contacts", "{\"name\":\"" + name + "\"}")).path("payload").path("contact").path("id")
                .asLong();
    }
}
