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

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.testkit.PendingMessage;

/** Reading messages: the list of a thread, whatever is in it, and the generic one. */
class MessageListTest extends AcquireTestBase {

    @Test
    void theListOfAThreadHoldsCasesWithTheirLastMessage() {
        String thread = simulator.openCase("Zoe");
        simulator.writeAsContact(thread, "one");
        String last = simulator.writeAsUser(thread, "two");

        JsonNode list = get(listing(thread));

        assertThat(list).hasSize(1);
        assertThat(list.get(0).path("threadId").asText()).isEqualTo(thread);
        assertThat(list.get(0).path("status").asText()).isEqualTo("active");
        assertThat(list.get(0).path("lastMessage").path("id").asText()).isEqualTo(last);
        assertThat(list.get(0).has("senderType")).isFalse();
        assertThat(list.get(0).has("messages")).isFalse();
        assertThat(list.get(0).path("users")).hasSize(2);
    }

    @Test
    void aCaseMayCarryAllItsMessagesAndTheLaterCasesOfItsThread() {
        String thread = simulator.openCase("Zoe");
        String one = simulator.writeAsContact(thread, "one");
        simulator.closeCase(thread);
        String two = simulator.writeAsContact(thread, "two");
        simulator.listing(AcquireMessageListing.CASES_WITH_MESSAGES);

        JsonNode first = get(listing(thread)).get(0);

        assertThat(ids(first.path("messages"))).containsExactly(one);
        JsonNode second = first.path("cases").get(0);
        assertThat(second.path("parentId").asText()).isEqualTo(thread);
        assertThat(ids(second.path("messages"))).hasSize(2).endsWith(two);
    }

    @Test
    void toldToTheListHoldsMessages() {
        String thread = simulator.openCase("Zoe");
        simulator.clock().fix(Instant.parse("2026-03-04T05:06:07.890Z"));
        String id = simulator.writeAsContact(thread, "one");
        simulator.listing(AcquireMessageListing.MESSAGES);

        JsonNode message = get(listing(thread)).get(0);

        assertThat(message.path("id").asText()).isEqualTo(id);
        assertThat(message.path("id").isNumber()).isTrue();
        assertThat(message.path("senderType").asText()).isEqualTo("contact");
        assertThat(message.path("senderId").asText()).isEqualTo(contact(thread));
        assertThat(message.path("message").asText()).isEqualTo("one");
        assertThat(message.path("dateCreated").asText()).isEqualTo("2026-03-04T05:06:07.000Z");
        assertThat(message.path("dateUpdated").isNull()).isTrue();
        assertThat(message.path("seen").asText()).isEqualTo("no");
    }

    @Test
    void aThreadOfAnotherContactIsNotFound() {
        String thread = simulator.openCase("Zoe");
        String other = simulator.openCase("Max");
        assertThat(errorType(client.get("/crm/messenger/chat/messages?threadId=" + thread + "&contactId=" + contact(other))))
                .isEqualTo("ERROR_RECORD_NOT_FOUND");
    }

    @Test
    void theGenericListIsPagedAndFilteredByCase() {
        String thread = simulator.openCase("Zoe");
        simulator.writeAsContact(simulator.openCase("Max"), "other");
        List<String> written = write(thread, 5);
        String query = CASE_MESSAGES + where("caseId|eq|" + thread) + "&limit=2";

        JsonNode first = get(query);

        assertThat(ids(first.path("data"))).containsExactlyElementsOf(written.subList(0, 2));
        assertThat(first.path("count").asInt()).isEqualTo(5);
        assertThat(first.path("page").asInt()).isZero();
        assertThat(ids(get(query + "&page=1").path("data"))).containsExactlyElementsOf(written.subList(2, 4));
        assertThat(ids(get(query + "&page=2").path("data"))).containsExactlyElementsOf(written.subList(4, 5));
        assertThat(ids(get(query + "&page=3").path("data"))).isEmpty();
        assertThat(ids(get(query + "&offset=3").path("data"))).containsExactlyElementsOf(written.subList(3, 5));
    }

    @Test
    void pagesMayBeginWithOne() {
        String thread = simulator.openCase("Zoe");
        List<String> written = write(thread, 3);
        simulator.pagesFrom(1);
        assertThat(ids(get(CASE_MESSAGES + "?limit=2").path("data"))).isEqualTo(written.subList(0, 2));
        assertThat(ids(get(CASE_MESSAGES + "?limit=2&page=0").path("data"))).isEqualTo(written.subList(0, 2));
        assertThat(ids(get(CASE_MESSAGES + "?limit=2&page=1").path("data"))).isEqualTo(written.subList(0, 2));
        assertThat(ids(get(CASE_MESSAGES + "?limit=2&page=2").path("data"))).isEqualTo(written.subList(2, 3));
    }

    @Test
    void theLimitIsTwentyByDefaultAndAHundredAtMost() {
        write(simulator.openCase("Zoe"), 110);
        assertThat(get(CASE_MESSAGES).path("data")).hasSize(20);
        assertThat(get(CASE_MESSAGES + "?limit=500").path("data")).hasSize(100);
        assertThat(get(CASE_MESSAGES + "?limit=500").path("limit").asInt()).isEqualTo(100);
    }

    @Test
    void otherExpressionsAndTheOrderWorkUnlessOnlyTheDocumentedOnesDo() {
        List<String> written = write(simulator.openCase("Zoe"), 3);
        String later = CASE_MESSAGES + where("id|gt|" + written.get(0));
        assertThat(ids(get(later).path("data"))).isEqualTo(written.subList(1, 3));
        assertThat(ids(get(CASE_MESSAGES + "?order=" + encode("{\"id\":\"DESC\"}")).path("data")))
                .containsExactly(written.get(2), written.get(1), written.get(0));

        simulator.documentedOnly(true);

        assertThat(client.get(later).statusCode()).isEqualTo(400);
        assertThat(ids(get(CASE_MESSAGES + "?order=" + encode("{\"id\":\"DESC\"}")).path("data"))).isEqualTo(written);
        assertThat(client.get(CASE_MESSAGES + where("threadId|eq|1")).statusCode()).isEqualTo(400);
        assertThat(client.get(CASE_MESSAGES + where("id")).statusCode()).isEqualTo(400);
    }

    @Test
    void timesAreComparedAsTimes() {
        String thread = simulator.openCase("Zoe");
        simulator.writeAsContact(thread, "early", Instant.parse("2026-01-01T12:00:00Z"));
        String late = simulator.writeAsContact(thread, "late", Instant.parse("2026-01-01T12:00:01Z"));
        assertThat(ids(get(CASE_MESSAGES + where("dateCreated|gt|2026-01-01T12:00:00Z")).path("data"))).containsExactly(late);
        assertThat(ids(get(CASE_MESSAGES + where("dateCreated|gte|2026-01-01T12:00:00.000Z")).path("data"))).hasSize(2);
    }

    @Test
    void columnsAndRelationsAreChosen() {
        String thread = simulator.openCase("Zoe");
        simulator.writeAsContact(thread, "one");
        JsonNode row = get(CASE_MESSAGES + "?select=id&select=caseId&relations=case").path("data").get(0);
        assertThat(row.fieldNames()).toIterable().containsExactlyInAnyOrder("id", "caseId", "case");
        assertThat(row.path("case").path("threadId").asText()).isEqualTo(thread);
    }

    @Test
    void oneMessageHasItsSender() {
        String thread = simulator.openCase("Zoe");
        String id = simulator.writeAsUser(thread, "hello");
        JsonNode message = get(CASE_MESSAGES + "/" + id);
        assertThat(message.path("message").asText()).isEqualTo("hello");
        assertThat(message.path("sender").path("id").asText()).isEqualTo(simulator.agentId());
        assertThat(message.path("sender").path("meta").path("fields").path("type").path("kind").asText())
                .isEqualTo("stringValue");
    }

    @Test
    void notesAndEventsAreMarkedByTheirType() {
        String thread = simulator.openCase("Zoe");
        simulator.writeNote(thread, "psst");
        simulator.writeEvent(thread, "Ada joined");
        JsonNode rows = get(CASE_MESSAGES).path("data");
        assertThat(rows.get(0).path("type").asText()).isEqualTo("note");
        assertThat(rows.get(1).path("type").asText()).isEqualTo("event");
        assertThat(rows.get(1).path("message").asText()).isEqualTo("Ada joined|translate");
    }

    @Test
    void anSmsHasALabelForAMessageAndItsTextInMeta() {
        simulator.receiveSms("+12025550199", "hi there");
        JsonNode row = get(CASE_MESSAGES).path("data").get(0);
        assertThat(row.path("type").asText()).isEqualTo("sms");
        assertThat(row.path("message").asText()).startsWith("SMS by #");
        assertThat(row.path("meta").path("Body").asText()).isEqualTo("hi there");
        assertThat(row.path("meta").path("from").asText()).isEqualTo("+12025550199");
    }

    @Test
    void aMailHasItsSubjectInMeta() {
        String thread = simulator.receiveMail("Zoe", "zoe@mail.example", "My parcel", "Where is it?");
        JsonNode row = get(CASE_MESSAGES).path("data").get(0);
        assertThat(row.path("channel").asText()).isEqualTo("mail");
        assertThat(row.path("message").asText()).isEqualTo("Where is it?");
        assertThat(row.path("meta").path("subject").asText()).isEqualTo("My parcel");
        assertThat(get(CASES + "/" + thread).path("title").asText()).isEqualTo("My parcel");
    }

    @Test
    void aMessageThatCommitsLateStandsBeforeWhatWasSeenAlready() {
        String thread = simulator.openCase("Zoe");
        PendingMessage<String> pending = simulator.beginAsContact(thread, "late");
        String early = simulator.writeAsContact(thread, "early");
        assertThat(ids(get(CASE_MESSAGES).path("data"))).containsExactly(early);
        pending.commit();
        assertThat(ids(get(CASE_MESSAGES).path("data"))).containsExactly(pending.id(), early);
    }

    private List<String> write(String thread, int count) {
        List<String> written = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            written.add(simulator.writeAsContact(thread, "message " + i));
        }
        return written;
    }
}
