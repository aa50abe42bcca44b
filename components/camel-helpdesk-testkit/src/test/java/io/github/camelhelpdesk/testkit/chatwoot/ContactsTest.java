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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.testkit.http.TestClient;

class ContactsTest extends ChatwootTestBase {

    @Test
    void aCreatedContactIsNestedAndHasASourceIdInItsInbox() {
        JsonNode payload = TestClient.json(post("/contacts", "{\"name\":\"Zoe\",\"inbox_id\":" + simulator.inboxId()
                + ",\"source_id\":\"s1\"}")).path("payload");
        assertThat(payload.path("contact").path("name").asText()).isEqualTo("Zoe");
        assertThat(payload.path("contact_inbox").path("source_id").asText()).isEqualTo("s1");
        assertThat(payload.path("contact_inbox").path("inbox").path("id").asLong()).isEqualTo(simulator.inboxId());
        JsonNode shown = get("/contacts/" + payload.path("contact").path("id").asLong()).path("payload");
        assertThat(shown.path("contact_inboxes").get(0).path("source_id").asText()).isEqualTo("s1");
    }

    @ParameterizedTest
    @CsvSource({ "email,zoe@mail.example,ZOE@mail.example", "phone_number,+4912345678,+4912345678", "identifier,ext-1,ext-1" })
    void aDuplicateIsUnprocessableAndNamesItsAttribute(String attribute, String value, String again) {
        post("/contacts", "{\"name\":\"Zoe\",\"" + attribute + "\":\"" + value + "\"}");
        HttpResponse<String> refused = post("/contacts", "{\"name\":\"Max\",\"" + attribute + "\":\"" + again + "\"}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(TestClient.json(refused).path("attributes").get(0).asText()).isEqualTo(attribute);
        assertThat(TestClient.json(refused).path("message").asText()).endsWith("has already been taken");
        assertThat(simulator.contacts()).hasSize(1);
    }

    @Test
    void aPhoneNumberHasToBeInternational() {
        assertThat(post("/contacts", "{\"name\":\"Zoe\",\"phone_number\":\"0123\"}").statusCode()).isEqualTo(422);
    }

    @Test
    void searchFindsSubstringsAndTheCaseOfIdentifiersCounts() {
        post("/contacts", "{\"name\":\"Zoe\",\"email\":\"zoe@mail.example\",\"identifier\":\"Ext-12\"}");
        post("/contacts", "{\"name\":\"Zoella\",\"identifier\":\"Ext-123\"}");
        assertThat(get("/contacts/search?q=ZOE").path("payload")).hasSize(2);
        assertThat(get("/contacts/search?q=Ext-12").path("payload")).hasSize(2);
        assertThat(get("/contacts/search?q=ext-12").path("payload")).isEmpty();
        assertThat(get("/contacts/search?q=mail.example").path("payload")).hasSize(1);
        assertThat(client.get(ACCOUNT + "/contacts/search?q=").statusCode()).isEqualTo(422);
    }

    @Test
    void searchPagesHaveFifteenAndCountThemselves() {
        for (int i = 0; i < 20; i++) {
            simulator.openConversation("Customer " + i);
        }
        JsonNode first = get("/contacts/search?q=customer");
        assertThat(first.path("payload")).hasSize(15);
        assertThat(first.path("meta").path("count").asInt()).isEqualTo(15);
        assertThat(first.path("meta").path("has_more").asBoolean()).isTrue();
        assertThat(first.path("meta").path("current_page").isInt()).isTrue();
        JsonNode second = get("/contacts/search?q=customer&page=2");
        assertThat(second.path("payload")).hasSize(5);
        assertThat(second.path("meta").path("has_more").asBoolean()).isFalse();
        assertThat(second.path("meta").path("current_page").isTextual()).isTrue();
    }

    @Test
    void theListHoldsOnlyContactsThatCanBeToldApart() {
        simulator.openConversation("Nobody");
        simulator.openConversation("Zoe", "zoe@mail.example", null);
        assertThat(get("/contacts").path("payload")).hasSize(1);
        assertThat(get("/contacts").path("meta").path("count").asInt()).isEqualTo(1);
    }

    @Test
    void anUpdateMergesAttributes() {
        long id = TestClient.json(post("/contacts", "{\"name\":\"Zoe\",\"custom_attributes\":{\"a\":1}}")).path("payload")
                .path("contact").path("id").asLong();
        JsonNode updated = TestClient.json(client.send("PUT", ACCOUNT + "/contacts/" + id,
                "{\"custom_attributes\":{\"b\":2}}", "application/json")).path("payload");
        assertThat(updated.path("custom_attributes")).hasToString("{\"a\":1,\"b\":2}");
        assertThat(updated.path("name").asText()).isEqualTo("Zoe");
    }

    @Test
    void aContactInboxIsFoundOrCreatedAndFoundByItsSourceId() {
        long zoe = TestClient.json(post("/contacts", "{\"name\":\"Zoe\"}")).path("payload").path("contact").path("id").asLong();
        String body = "{\"inbox_id\":" + simulator.inboxId() + ",\"source_id\":\"s1\"}";
        assertThat(TestClient.json(post("/contacts/" + zoe + "/contact_inboxes", body)).path("source_id").asText())
                .isEqualTo("s1");
        post("/contacts/" + zoe + "/contact_inboxes", body);
        assertThat(simulator.contacts().get(0).sourceIds()).containsExactly("s1");
        assertThat(TestClient.json(post("/contact_inboxes/filter", body)).path("id").asLong()).isEqualTo(zoe);
        assertThat(post("/contact_inboxes/filter", body.replace("s1", "s2")).statusCode()).isEqualTo(404);
    }

    @Test
    void aContactsConversationsAreTheNewestTwenty() {
        long conversation = simulator.openConversation("Zoe", "zoe@mail.example", null);
        for (int i = 0; i < 21; i++) {
            simulator.openConversation("Zoe", "zoe@mail.example", null);
        }
        assertThat(simulator.contacts()).hasSize(1);
        long contact = simulator.contacts().get(0).id();
        assertThat(ids(get("/contacts/" + contact + "/conversations").path("payload"))).hasSize(20)
                .doesNotContain(conversation);
    }
}
