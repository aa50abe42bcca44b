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

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

class CasesTest extends AcquireTestBase {

    @Test
    void casesAreListedInAnEnvelopeWithTheRelationsAskedFor() {
        String thread = simulator.openCase("Zoe", "zoe@mail.example", null);
        simulator.writeAsContact(thread, "one");

        JsonNode page = get(CASES + "?relations=contact&relations=messages&relations=timeline&relations=users");

        assertThat(page.path("count").asInt()).isEqualTo(1);
        JsonNode row = page.path("data").get(0);
        assertThat(row.path("contact").path("id").asText()).isEqualTo(contact(thread));
        assertThat(row.path("contact").has("fields")).isFalse();
        assertThat(row.path("messages")).hasSize(1);
        assertThat(row.path("timeline").path("id").asText()).isEqualTo(simulator.cases().get(0).timelineId());
        assertThat(get(CASES).path("data").get(0).has("contact")).isFalse();
    }

    @Test
    void casesAreFilteredByTheirColumns() {
        String active = simulator.openCase("Zoe");
        String closed = simulator.openCase("Max");
        simulator.closeCase(closed);
        assertThat(ids(get(CASES + where("status|eq|active")).path("data"))).containsExactly(active);
        assertThat(ids(get(CASES + where("contactId|eq|" + contact(closed))).path("data"))).containsExactly(closed);
        assertThat(ids(get(CASES + where("status|eq|active") + "&where=" + encode("id|eq|" + closed)).path("data"))).isEmpty();
        assertThat(ids(get(CASES + where("title|eq|" + simulator.cases().get(0).title())).path("data")))
                .containsExactly(active);
    }

    @Test
    void aMessageMovesTheTimeOfItsCaseAndAnEditDoesNot() {
        simulator.clock().fix(Instant.parse("2026-01-01T12:00:00Z"));
        String thread = simulator.openCase("Zoe");
        simulator.clock().advance(Duration.ofMinutes(1));
        String message = simulator.writeAsContact(thread, "one");
        simulator.clock().advance(Duration.ofMinutes(1));
        simulator.editMessage(thread, message, "two");
        assertThat(get(CASES + "/" + thread).path("dateUpdated").asText()).isEqualTo("2026-01-01T12:01:00.000Z");
        simulator.changesTouchCases(true);
        simulator.editMessage(thread, message, "three");
        assertThat(get(CASES + "/" + thread).path("dateUpdated").asText()).isEqualTo("2026-01-01T12:02:00.000Z");
    }

    @Test
    void aFirstCaseIsItsOwnThreadAndOneToContinueItHasItForAParent() {
        String thread = simulator.openCase("Zoe");
        simulator.closeCase(thread);

        JsonNode next = data(post(CREATE + "?contactId=" + contact(thread),
                "{'threadId':" + thread + ",'title':'Again','channel':'chat','message':{'type':'message','message':'hello'}}"));

        assertThat(next.path("id").asText()).isNotEqualTo(thread);
        assertThat(next.path("threadId").asText()).isEqualTo(thread);
        assertThat(next.path("parentId").asText()).isEqualTo(thread);
        assertThat(next.path("title").asText()).isEqualTo("Again");
        assertThat(next.path("timelineId").asText()).isEqualTo(simulator.cases().get(0).timelineId());
        assertThat(next.path("contact").path("fields").get(0).path("field").path("key").asText()).isEqualTo("name");
        assertThat(get(CASES + "/" + thread).path("parentId").isNull()).isTrue();
        assertThat(simulator.messages(thread)).extracting(AcquireMessage::text).containsExactly("hello");
    }

    @Test
    void aNewCaseNeedsAKnownContactAndThreadOnly() {
        String thread = simulator.openCase("Zoe");
        String max = contact(simulator.openCase("Max"));
        assertThat(post(CREATE, "{}").statusCode()).isEqualTo(400);
        assertThat(post(CREATE + "?contactId=1", "{}").statusCode()).isEqualTo(400);
        assertThat(post(CREATE + "?contactId=" + max, "{'threadId':" + thread + "}").statusCode()).isEqualTo(400);
        assertThat(post(CREATE + "?contactId=" + max, "{'channel':'pigeon'}").statusCode()).isEqualTo(400);
        JsonNode created = data(client.send("POST", CREATE + "?contactId=" + max, null, "application/json"));
        assertThat(created.path("status").asText()).isEqualTo("active");
        assertThat(created.path("threadId").asText()).isEqualTo(created.path("id").asText());
    }

    @Test
    void closingAnswersWithANumberedKey() {
        String thread = simulator.openCase("Zoe");
        JsonNode answer = data(post("/crm/messenger/chat/close", "{'caseId':" + thread + ",'closingState':'spam'}"));
        assertThat(answer.path("0").path("caseId").asText()).isEqualTo(thread);
        assertThat(answer.path("userId").asText()).isEqualTo(simulator.userId());
        JsonNode closed = get(CASES + "/" + thread);
        assertThat(closed.path("status").asText()).isEqualTo("closed");
        assertThat(closed.path("closingState").asText()).isEqualTo("spam");
        assertThat(closed.path("dateClosed").asText()).isNotEmpty();
        assertThat(post("/crm/messenger/chat/close", "{'caseId':1}").statusCode()).isEqualTo(400);
    }

    @Test
    void aContactWhoWritesToAClosedCaseBeginsTheNextOfTheThread() {
        String thread = simulator.openCase("Zoe");
        simulator.closeCase(thread);
        simulator.writeAsContact(thread, "still there?");
        assertThat(simulator.cases()).extracting(AcquireCase::parentId).containsExactly(null, thread);
        assertThat(simulator.messages(thread)).extracting(AcquireMessage::type).containsExactly("event", "message");
        assertThat(simulator.history().entries(thread)).hasSize(2);
    }

    @Test
    void aDeletedThreadIsNotFound() {
        String thread = simulator.openCase("Zoe");
        String contact = contact(thread);
        String message = simulator.writeAsContact(thread, "one");
        simulator.deleteConversation(thread);
        assertThat(client.get(CASES + "/" + thread).statusCode()).isEqualTo(400);
        assertThat(client.get(CASE_MESSAGES + "/" + message).statusCode()).isEqualTo(400);
        assertThat(client.get("/crm/messenger/chat/messages?threadId=" + thread + "&contactId=" + contact).statusCode())
                .isEqualTo(400);
    }
}
