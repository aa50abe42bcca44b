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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.testkit.PendingMessage;

class MessageListTest extends ChatwootTestBase {

    @Test
    void withoutACursorTheNewestTwentyComeOldestFirst() {
        long conversation = simulator.openConversation("Zoe");
        List<Long> written = writeOnePerSecond(conversation, 25);
        assertThat(listedIds(conversation, "")).isEqualTo(written.subList(5, 25));
    }

    @Test
    void aMailIsListedWithItsSubjectAndItsPartsBesideTheText() {
        long inbox = simulator.addInbox("Mail", ChatwootInboxType.EMAIL);
        long conversation = simulator.receiveMail(inbox, "Zoe", "zoe@example.com", "Order 17", "Where is it?");
        JsonNode mail = get(messages(conversation)).path("payload").path(0);
        assertThat(mail.path("content").asText()).isEqualTo("Where is it?");
        assertThat(mail.path("content_type").asText()).isEqualTo("incoming_email");
        assertThat(mail.at("/content_attributes/email/subject").asText()).isEqualTo("Order 17");
        assertThat(mail.at("/content_attributes/email/text_content/reply").asText()).isEqualTo("Where is it?");
        assertThat(mail.at("/content_attributes/email/html_content/full").asText()).isEqualTo("<p>Where is it?</p>");
        assertThat(get("/conversations/" + conversation).at("/additional_attributes/mail_subject").asText())
                .isEqualTo("Order 17");
    }

    @Test
    void beforeIsExclusiveAndGivesTheTwentyNearestOldestFirst() {
        long conversation = simulator.openConversation("Zoe");
        List<Long> written = writeOnePerSecond(conversation, 30);
        assertThat(listedIds(conversation, "?before=" + written.get(25))).isEqualTo(written.subList(5, 25));
    }

    @Test
    void afterIsExclusiveAndGivesTheOldestHundred() {
        long conversation = simulator.openConversation("Zoe");
        List<Long> written = writeOnePerSecond(conversation, 120);
        assertThat(listedIds(conversation, "?after=" + written.get(4))).isEqualTo(written.subList(5, 105));
        assertThat(listedIds(conversation, "?after=0")).isEqualTo(written.subList(0, 100));
        assertThat(listedIds(conversation, "?after=" + written.get(119))).isEmpty();
    }

    @Test
    void afterThatIsNoNumberCountsAsZero() {
        long conversation = simulator.openConversation("Zoe");
        assertThat(listedIds(conversation, "?after=abc")).isEqualTo(writeOnePerSecond(conversation, 0));
        List<Long> written = writeOnePerSecond(conversation, 2);
        assertThat(listedIds(conversation, "?after=abc")).isEqualTo(written);
    }

    @Test
    void afterTogetherWithBeforeIsInclusiveBelowAndExclusiveAboveUpToAThousand() {
        long conversation = simulator.openConversation("Zoe");
        List<Long> written = writeOnePerSecond(conversation, 1005);
        String window = "?after=" + written.get(1) + "&before=";
        assertThat(listedIds(conversation, window + written.get(3))).isEqualTo(written.subList(1, 3));
        assertThat(listedIds(conversation, window + (written.get(1004) + 1))).isEqualTo(written.subList(1, 1001));
    }

    @Test
    void l13ABackDatedMessageIsListedByItsTimeAndFilteredByItsId() {
        long conversation = simulator.openConversation("Zoe");
        List<Long> written = writeOnePerSecond(conversation, 120);
        long backDated = simulator.writeAsCustomer(conversation, "imported", Instant.parse("2001-01-01T00:00:00Z"));
        assertThat(listedIds(conversation, "?after=" + written.get(0)).get(0)).isEqualTo(backDated);
        assertThat(listedIds(conversation, "?after=" + written.get(0))).hasSize(100).doesNotContain(written.get(119));
        assertThat(listedIds(conversation, "?after=" + backDated)).isEmpty();
    }

    @Test
    void messagesOfOneSecondComeInNoUsefulOrder() {
        long conversation = simulator.openConversation("Zoe");
        simulator.clock().fix(Instant.parse("2026-01-01T00:00:00Z"));
        List<Long> written = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            written.add(simulator.writeAsCustomer(conversation, "flood " + i));
        }
        assertThat(listedIds(conversation, "?after=0")).containsExactlyInAnyOrderElementsOf(written).isNotEqualTo(written);
        simulator.scrambleTies(false);
        assertThat(listedIds(conversation, "?after=0")).isEqualTo(written);
    }

    @Test
    void aMessageThatCommitsLateHasALowerIdThanWhatWasSeenBefore() {
        long conversation = simulator.openConversation("Zoe");
        PendingMessage<Long> pending = simulator.beginAsCustomer(conversation, "late");
        long early = simulator.writeAsCustomer(conversation, "early");
        assertThat(listedIds(conversation, "?after=0")).containsExactly(early);
        pending.commit();
        assertThat(pending.id()).isLessThan(early);
        assertThat(listedIds(conversation, "?after=0")).containsExactlyInAnyOrder(pending.id(), early);
        assertThat(simulator.history().entries()).extracting("text").containsExactly("early", "late");
    }

    @Test
    void theFilterDropsNotesAndActivitiesWhateverItsText() {
        long conversation = simulator.openConversation("Zoe");
        long spoken = simulator.writeAsCustomer(conversation, "hello");
        simulator.writePrivateNote(conversation, "psst");
        simulator.writeActivity(conversation, "Conversation was marked resolved");
        assertThat(listedIds(conversation, "")).hasSize(3);
        assertThat(listedIds(conversation, "?filter_internal_messages=false")).containsExactly(spoken);
        assertThat(listedIds(conversation, "?after=0&filter_internal_messages=1")).containsExactly(spoken);
    }

    @Test
    void aListedMessageHasTheShortListOfFields() {
        simulator.clock().fix(Instant.parse("2026-03-04T05:06:07.890Z"));
        long conversation = simulator.openConversation("Zoe", "zoe@mail.example", "+4912345678");
        simulator.writeAsCustomer(conversation, "hello");
        JsonNode message = get(messages(conversation)).path("payload").get(0);
        assertThat(message.fieldNames()).toIterable().containsExactlyInAnyOrder("id", "content", "inbox_id",
                "conversation_id", "message_type", "content_type", "status", "content_attributes", "created_at", "private",
                "source_id", "sender");
        assertThat(message.path("message_type").isInt()).isTrue();
        assertThat(message.path("created_at").asText()).isEqualTo("1772600767");
        assertThat(message.path("source_id").isNull()).isTrue();
        assertThat(message.path("sender").path("type").asText()).isEqualTo("contact");
        assertThat(message.path("sender").path("email").asText()).isEqualTo("zoe@mail.example");
    }

    @Test
    void theMetaHoldsTheContactItself() {
        long conversation = simulator.openConversation("Zoe");
        JsonNode meta = get(messages(conversation)).path("meta");
        assertThat(meta.path("contact").path("name").asText()).isEqualTo("Zoe");
        assertThat(meta.has("assignee")).isFalse();
        assertThat(meta.path("agent_last_seen_at").isNull()).isTrue();
    }

    @Test
    void aFileWithoutTextHasNullContentAndADataUrlThatRedirects() {
        long conversation = simulator.openConversation("Zoe");
        simulator.writeAsCustomer(conversation, null, new ChatwootFile("dot.png", "image/png", new byte[] { 1, 2, 3 }));
        JsonNode message = get(messages(conversation)).path("payload").get(0);
        assertThat(message.path("content").isNull()).isTrue();
        JsonNode file = message.path("attachments").get(0);
        assertThat(file.path("file_type").asText()).isEqualTo("image");
        assertThat(file.path("file_size").asInt()).isEqualTo(3);
        var redirect = client.get(file.path("data_url").asText().substring(simulator.baseUrl().length()));
        assertThat(redirect.statusCode()).isEqualTo(302);
        String storage = redirect.headers().firstValue("Location").orElseThrow();
        assertThat(client.get(storage.substring(simulator.baseUrl().length())).body()).hasSize(3);
    }

    private List<Long> writeOnePerSecond(long conversation, int count) {
        List<Long> written = new ArrayList<>();
        simulator.clock().fix(Instant.parse("2026-01-01T00:00:00Z"));
        for (int i = 0; i < count; i++) {
            simulator.clock().advance(Duration.ofSeconds(1));
            written.add(simulator.writeAsCustomer(conversation, "message " + i));
        }
        return written;
    }
}
