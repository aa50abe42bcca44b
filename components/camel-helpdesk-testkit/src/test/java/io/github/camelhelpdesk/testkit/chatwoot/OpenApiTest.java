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

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.testkit.http.TestClient;
import io.github.camelhelpdesk.testkit.openapi.ApiDocument;
import io.github.camelhelpdesk.testkit.openapi.Difference;

/**
 * What the simulator answers, against Chatwoot's own OpenAPI document (v4.15.1). Where the two differ the simulator follows
 * Chatwoot's source: by section of the provider's page, or by file.
 */
class OpenApiTest extends ChatwootTestBase {

    private static final List<Difference> DIFFERENCES = List.of(
            new Difference(".* 40[14] /errors?(/\\*)? (undocumented|type)",
                    "section 9: errors are {error: text} or {errors: [text]}, not {description, errors: [objects]}"),
            new Difference("POST .*/(contacts|messages) 422 undocumented",
                    "section 9: a refused record is a 422, of which the document knows nothing"),
            new Difference("GET .*/contacts/search 200 /meta/has_more undocumented",
                    "section 6"),
            new Difference("POST .*/contacts 200 /payload type",
                    "section 6: the contact is nested, payload.contact"),
            new Difference("PUT .*/contacts/\\{id\\} 200 undocumented",
                    "section 6: it answers the contact with 200, not 204 and nothing"),
            new Difference("PATCH .*/contacts/\\d+ undocumented",
                    "section 6: PUT and PATCH do the same"),
            new Difference("POST .*/contact_inboxes/filter undocumented",
                    "section 6"),
            new Difference("POST .*/contact_inboxes 200 /inbox/provider type",
                    "_inbox_slim.json.jbuilder: null where the channel has no provider, as with an API inbox"),
            new Difference(
                    ".*/inboxes(/\\{id\\})? 200 /(payload/\\*/)?(inbox_identifier|webhook_url|additional_attributes|hmac_token|secret) undocumented",
                    "section 6: what API inboxes give besides"),
            new Difference(".*/webhooks 200  type",
                    "section 7: the list is payload.webhooks"),
            new Difference("(POST|PATCH) .*/webhooks(/\\{webhook_id\\})? 200 /payload undocumented",
                    "section 7: the webhook is payload.webhook"),
            new Difference("PUT .*/webhooks/\\d+ undocumented",
                    "section 7: PUT and PATCH do the same"),
            new Difference("GET .*/messages 200 /payload/\\*/content type",
                    "section 3: content may be null, as of a message that is only a file"),
            new Difference("GET .*/messages 200 /payload/\\*/attachments undocumented",
                    "section 3: an array called attachments; the document has an object called attachment"),
            new Difference("GET .*/messages 200 /meta/contact/.* undocumented",
                    "section 3: the contact itself; the document has it in a payload"),
            new Difference("POST .*/messages 200 /echo_id undocumented",
                    "section 4: echoed in this answer only"),
            new Difference("PATCH .*/messages/\\d+ undocumented",
                    "section 4: status of a message in an API inbox"),
            new Difference("POST .*/messages/\\d+/retry undocumented",
                    "section 4"),
            new Difference(".*/conversations.* 200 (/data/payload/\\*)?/snoozed_until type",
                    "_conversation.json.jbuilder: a time as it comes from the database, which is ISO-8601 text"),
            new Difference(".*/conversations.* 200 (/data/payload/\\*)?/status enum",
                    "section 8: snoozed, which the document forgets"),
            new Difference("POST .*/conversations 200 /\\w+ undocumented",
                    "conversations/create.json.jbuilder: the whole conversation, of which the document names three fields"),
            new Difference("GET .*/conversations.* 200 .*/meta/team undocumented",
                    "section 5"),
            new Difference("GET .*/conversations/\\{conversation_id\\} 200 /meta/assignee_type undocumented",
                    "section 5"),
            new Difference(
                    ".*/conversations/\\{conversation_id\\}.* 200 (/meta/assignee)?/(auto_offline|availability_status|thumbnail) undocumented",
                    "_conversation.json.jbuilder, assignments_controller.rb: an agent; the document has a user"),
            new Difference("POST .*/assignments 200  type",
                    "section 5: null where nobody has it"),
            new Difference("POST .*/toggle_status 200 /payload/snoozed_until undocumented",
                    "toggle_status.json.jbuilder"));

    private final Set<String> problems = new TreeSet<>();
    private final ApiDocument document = document();

    @Test
    void answersAgreeWithTheDocumentExceptWhereTheSourceDoesNot() {
        long conversation = conversation();
        people(conversation);
        inboxes();
        webhooks();
        changes(conversation);
        refusals(conversation);
        Difference.explain(problems, DIFFERENCES);
    }

    @Test
    void brokenAnswerIsNoticed() {
        long conversation = simulator.openConversation("Kim");
        simulator.writeAsCustomer(conversation, "Hello");
        simulator.faults().on("GET", ".*/messages").then(execution -> {
            var answer = execution.process();
            return answer.withBody(
                    new String(answer.body(), StandardCharsets.UTF_8).replace("\"message_type\":0", "\"message_type\":9")
                            .replace("\"private\":false", "\"private\":\"no\",\"contents\":1"));
        });
        call("GET", messages(conversation), null);
        assertThat(problems).anyMatch(problem -> problem.endsWith("/payload/*/message_type enum"))
                .anyMatch(problem -> problem.endsWith("/payload/*/private type"))
                .anyMatch(problem -> problem.endsWith("/payload/*/contents undocumented"));
    }

    private long conversation() {
        long contact = call("POST", "/contacts", "{\"name\":\"Kim\",\"email\":\"kim@example.com\",\"inbox_id\":"
                + simulator.inboxId() + "}").path("payload").path("contact").path("id").asLong();
        long conversation = call("POST", "/conversations", "{\"inbox_id\":" + simulator.inboxId() + ",\"contact_id\":" + contact
                + "}").path("id").asLong();
        simulator.writeAsCustomer(conversation, "a file", new ChatwootFile("a.png", "image/png", new byte[] { 1 }));
        simulator.writeAsCustomer(conversation, null, new ChatwootFile("a.ogg", "audio/ogg", new byte[] { 1 }));
        simulator.writeAsAgent(conversation, "answer");
        simulator.writePrivateNote(conversation, "note");
        simulator.writeActivity(conversation, "was opened");
        simulator.writeTemplate(conversation, "greeting");
        for (String query : List.of("", "?after=0", "?before=999999", "?filter_internal_messages=1")) {
            call("GET", messages(conversation) + query, null);
        }
        call("GET", "/conversations?status=all", null);
        call("GET", "/conversations/" + conversation, null);
        return conversation;
    }

    private void people(long conversation) {
        long contact = simulator.conversations().get(0).contactId();
        call("GET", "/contacts", null);
        call("GET", "/contacts/search?q=kim", null);
        call("GET", "/contacts/search?q=kim&page=1", null);
        call("GET", "/contacts/" + contact, null);
        call("PUT", "/contacts/" + contact, "{\"name\":\"Kim B\"}");
        call("PATCH", "/contacts/" + contact, "{\"phone_number\":\"+15550100\"}");
        call("GET", "/contacts/" + contact + "/conversations", null);
        call("POST", "/contacts/" + contact + "/contact_inboxes", "{\"inbox_id\":" + simulator.inboxId()
                + ",\"source_id\":\"s-1\"}");
        call("POST", "/contact_inboxes/filter", "{\"inbox_id\":" + simulator.inboxId() + ",\"source_id\":\"s-1\"}");
        check("GET", "/api/v1/profile", client.get("/api/v1/profile"));
    }

    private void inboxes() {
        simulator.addInbox("Mail", ChatwootInboxType.EMAIL);
        call("GET", "/inboxes", null);
        call("GET", "/inboxes/" + simulator.inboxId(), null);
        call("POST", "/inboxes", "{\"name\":\"Second\",\"channel\":{\"type\":\"api\"}}");
    }

    private void webhooks() {
        long webhook = call("POST", "/webhooks", "{\"url\":\"https://a.example/x\",\"subscriptions\":[\"message_created\"]}")
                .path("payload").path("webhook").path("id").asLong();
        call("GET", "/webhooks", null);
        call("PATCH", "/webhooks/" + webhook, "{\"name\":\"bridge\"}");
        call("PUT", "/webhooks/" + webhook, "{\"name\":\"bridge\"}");
        call("DELETE", "/webhooks/" + webhook, null);
    }

    private void changes(long conversation) {
        String path = "/conversations/" + conversation;
        long message = call("POST", messages(conversation),
                "{\"content\":\"x\",\"echo_id\":\"e\",\"content_attributes\":{\"in_reply_to\":"
                        + simulator.messages(conversation).get(0).id() + "}}")
                .path("id").asLong();
        call("PATCH", messages(conversation) + "/" + message, "{\"status\":\"failed\",\"external_error\":\"full\"}");
        call("POST", messages(conversation) + "/" + message + "/retry", null);
        call("DELETE", messages(conversation) + "/" + message, null);
        call("POST", path + "/assignments", "{\"assignee_id\":" + client.json("/api/v1/profile").path("id").asLong() + "}");
        call("GET", path, null);
        call("GET", messages(conversation), null);
        call("POST", path + "/assignments", "{\"assignee_id\":null}");
        call("POST", path + "/assignments", "{\"team_id\":5}");
        call("POST", path + "/labels", "{\"labels\":[\"vip\"]}");
        call("GET", path + "/labels", null);
        call("POST", path + "/custom_attributes", "{\"custom_attributes\":{\"a\":1}}");
        call("POST", path + "/toggle_status", "{\"status\":\"snoozed\",\"snoozed_until\":1900000000}");
        call("GET", path, null);
        call("GET", "/conversations?status=all", null);
    }

    private void refusals(long conversation) {
        call("GET", "/conversations/987654", null);
        call("GET", messages(987654), null);
        check("GET", "/api/v1/profile", client("wrong").get("/api/v1/profile"));
        check("GET", "/api/v1/profile", client("").get("/api/v1/profile"));
        call("POST", "/contacts", "{\"email\":\"kim@example.com\"}");
        call("POST", messages(conversation), "{\"content\":\"x\",\"message_type\":\"odd\"}");
    }

    private JsonNode call(String method, String path, String body) {
        HttpResponse<String> answer = client.send(method, ACCOUNT + path, body, "application/json");
        check(method, ACCOUNT + path, answer);
        return answer.body().isEmpty() ? null : TestClient.json(answer);
    }

    private void check(String method, String path, HttpResponse<String> answer) {
        problems.addAll(document.problems(method, path.replaceFirst("\\?.*", ""), answer));
    }

    private static ApiDocument document() {
        try (InputStream in = OpenApiTest.class.getResourceAsStream("/chatwoot-openapi/swagger.json")) {
            return ApiDocument.read(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
