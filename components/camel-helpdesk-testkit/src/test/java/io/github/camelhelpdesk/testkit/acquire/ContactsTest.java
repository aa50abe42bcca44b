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

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

class ContactsTest extends AcquireTestBase {

    @Test
    void contactsAreListedUnderListWithACountOfAll() {
        simulator.openCase("Zoe", "zoe@mail.example", null);
        simulator.openCase("Max", null, "+12025550111");
        JsonNode page = get(CONTACTS + "?limit=1");
        assertThat(page.path("list")).hasSize(1);
        assertThat(page.path("list").get(0).path("fields").path("email").asText()).isEqualTo("zoe@mail.example");
        assertThat(page.path("counts").path("filteredCount").asInt()).isEqualTo(2);
        assertThat(get(CONTACTS + "?limit=1&page=1").path("list").get(0).path("fields").path("name").asText()).isEqualTo("Max");
    }

    @Test
    void aSearchFindsPartsOfAnyField() {
        simulator.openCase("Zoe", "zoe@mail.example", null);
        simulator.openCase("Joe", "joe@mail.example", null);
        assertThat(get(CONTACTS + "?search=OE%40mail").path("list")).hasSize(2);
        assertThat(get(CONTACTS + "?search=zoe").path("list")).hasSize(1);
        assertThat(get(CONTACTS + "?search=nobody").path("counts").path("filteredCount").asInt()).isZero();
    }

    @Test
    void fieldsThatTheAccountDoesNotHaveAreDropped() {
        simulator.addContactField("relayKey");
        String body = "{'fields':{'name':'Kim','relayKey':'k1','other':'x'}}";

        JsonNode created = data(post(CONTACTS, body));

        assertThat(created.path("fields").path("relayKey").asText()).isEqualTo("k1");
        assertThat(created.path("fields").has("other")).isFalse();
        assertThat(simulator.contacts().get(0).fields()).containsEntry("name", "Kim").containsEntry("relayKey", "k1");
    }

    @Test
    void fieldsOfOneContactAreARelation() {
        String id = contact(simulator.openCase("Zoe"));
        assertThat(get(CONTACTS + "/" + id).has("fields")).isFalse();
        assertThat(get(CONTACTS + "/" + id + "?relations=fields").path("fields").path("name").asText()).isEqualTo("Zoe");
    }

    @Test
    void aContactIsChangedAndDeleted() {
        String id = contact(simulator.openCase("Zoe"));
        assertThat(data(client.send("PUT", CONTACTS + "/" + id, "{\"fields\":{\"name\":\"Zoë\"}}", "application/json"))
                .path("fields").path("name").asText()).isEqualTo("Zoë");
        assertThat(data(client.send("DELETE", CONTACTS + "/" + id, null, "application/json")).path("deleted").asInt())
                .isEqualTo(1);
        assertThat(client.get(CONTACTS + "/" + id).statusCode()).isEqualTo(400);
    }

    @Test
    void aContactWithoutANameIsShownByItsNumber() {
        String thread = simulator.receiveSms("+12025550199", "hi");
        assertThat(simulator.cases().get(0).contactName()).isEqualTo("#" + contact(thread));
    }
}
