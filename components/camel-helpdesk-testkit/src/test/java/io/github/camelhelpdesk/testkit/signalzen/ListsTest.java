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

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.testkit.Author;
import io.github.camelhelpdesk.testkit.HistoryEntry;
import io.github.camelhelpdesk.testkit.PendingMessage;
import io.github.camelhelpdesk.testkit.http.TestClient;

class ListsTest extends SignalzenTestBase {

    @Test
    void aPageHasFiftyItemsByDefaultAndTellsLimitOffsetAndTotal() {
        long user = simulator.openUser("Zoe");
        write(user, 60);
        JsonNode page = client.json(messages(user));
        assertThat(page.path("messages")).hasSize(50);
        assertThat(page.path("limit").asInt()).isEqualTo(50);
        assertThat(page.path("offset").asInt()).isZero();
        assertThat(page.path("total").asInt()).isEqualTo(60);
        assertThat(client.json(messages(user) + "?offset=58&limit=99").path("messages")).hasSize(2);
        assertThat(client.json(messages(user) + "?offset=70&limit=99").path("messages")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "limit=0", "limit=100", "limit=x", "limit=-1", "offset=-1", "offset=x" })
    void aLimitOutOfOneToNinetyNineIsRefused(String query) {
        assertThat(client.get("/users?" + query).statusCode()).isEqualTo(400);
        assertThat(client.get("/users?limit=99").statusCode()).isEqualTo(200);
    }

    @Test
    void messagesAreListedInTheOrderThatWasSet() {
        long user = simulator.openUser("Zoe");
        List<Long> written = write(user, 3);
        assertThat(listed(messages(user))).isEqualTo(written);
        simulator.messageOrder(SignalzenOrder.NEWEST_FIRST);
        assertThat(listed(messages(user))).containsExactly(written.get(2), written.get(1), written.get(0));
    }

    @Test
    void usersAreListedInTheOrderThatWasSet() {
        simulator.clock().fix(Instant.parse("2026-03-04T05:06:07Z"));
        long first = simulator.openUser("Zoe");
        long second = simulator.openUser("Max");
        assertThat(listed("/users")).containsExactly(first, second);
        simulator.userOrder(SignalzenOrder.NEWEST_FIRST);
        assertThat(listed("/users")).containsExactly(second, first);
        simulator.userOrder(SignalzenOrder.LAST_CHANGED_FIRST);
        simulator.clock().fix(Instant.parse("2026-03-04T05:06:08Z"));
        simulator.writeAsVisitor(first, "hi");
        assertThat(listed("/users")).containsExactly(first, second);
    }

    @Test
    void aDeletedMessageMovesLaterOnesUp() {
        long user = simulator.openUser("Zoe");
        List<Long> written = write(user, 4);
        assertThat(listed(messages(user) + "?offset=2")).containsExactly(written.get(2), written.get(3));
        simulator.deleteMessage(user, written.get(0));
        assertThat(listed(messages(user) + "?offset=2")).containsExactly(written.get(3));
        assertThat(simulator.history().entries()).last().extracting(HistoryEntry::kind).isEqualTo(HistoryEntry.Kind.DELETED);
    }

    @Test
    void anUnstableTotalDiffersFromPageToPage() {
        long user = simulator.openUser("Zoe");
        write(user, 10);
        simulator.unstableTotal(true);
        assertThat(IntStream.range(0, 5).map(i -> client.json(messages(user)).path("total").asInt()).distinct().count())
                .isGreaterThan(2);
    }

    @Test
    void messagesHaveTheFieldsOfTheDocumentation() {
        simulator.clock().fix(Instant.parse("2026-03-04T05:06:07.89Z"));
        long user = simulator.openUser("Zoe", "zoe@example.org");
        simulator.writeAsVisitor(user, "a < b");
        simulator.writeAsOperator(user, "yes");
        JsonNode list = client.json(messages(user)).path("messages");
        assertThat(list.get(0).fieldNames()).toIterable().containsExactlyInAnyOrder("id", "body", "read_by_user", "created_at",
                "file_url", "auto_invitation", "sender_type", "read_by_operator", "sender");
        assertThat(list.get(0).path("created_at").asText()).isEqualTo("2026-03-04T05:06:07.890Z");
        assertThat(list.get(0).path("sender").toString())
                .isEqualTo("{\"id\":" + user + ",\"name\":\"Zoe\",\"email\":\"zoe@example.org\"}");
        assertThat(list.get(1).path("sender_type").asText()).isEqualTo("operator");
        assertThat(list.get(1).path("sender").fieldNames()).toIterable().containsExactlyInAnyOrder("id", "forename", "surname",
                "email", "picture_thumb_url");
        assertThat(list.get(1).path("sender").path("id").asLong()).as("ids of users and operators collide").isEqualTo(user);
        assertThat(client.json(messages(user) + "/1")).isEqualTo(list.get(0));
    }

    @Test
    void anAnonymousVisitorIsCalledAfterHisIdAndAttributesMayRepeat() {
        long user = simulator.openUser(null);
        simulator.addAttribute(user, "plan", "free");
        simulator.addAttribute(user, "plan", "paid");
        simulator.refer(user, "r-1");
        JsonNode json = client.json("/users/" + user);
        assertThat(json.path("name").asText()).isEqualTo("#" + user);
        assertThat(json.path("email").isNull()).isTrue();
        assertThat(json.path("reference").asText()).isEqualTo("r-1");
        assertThat(json.path("user_attributes")).hasSize(2);
        assertThat(client.json("/users").path("users").get(0)).isEqualTo(json);
    }

    @Test
    void anInvitationIsTheWidgetsAndAFileCanBeRead() {
        long user = simulator.openUser("Zoe");
        simulator.inviteAutomatically(user, "May I help?");
        simulator.writeAsVisitor(user, null, new SignalzenFile("a.txt", "text/plain", "inside".getBytes()));
        JsonNode list = client.json(messages(user)).path("messages");
        assertThat(list.get(0).path("auto_invitation").asBoolean()).isTrue();
        assertThat(simulator.history().entries().get(0).author()).isEqualTo(Author.BOT);
        assertThat(list.get(1).path("body").asText()).isEmpty();
        assertThat(new TestClient(list.get(1).path("file_url").asText(), Map.of()).get("").body()).isEqualTo("inside");
    }

    @Test
    void messagesTouchTheirUserUnlessToldNotTo() {
        simulator.clock().fix(Instant.parse("2026-03-04T05:06:07Z"));
        long user = simulator.openUser("Zoe");
        simulator.clock().fix(Instant.parse("2026-03-04T05:06:08Z"));
        simulator.messagesTouchUsers(false);
        simulator.writeAsVisitor(user, "unseen");
        assertThat(client.json("/users/" + user).path("updated_at").asText()).endsWith("07.000Z");
        simulator.messagesTouchUsers(true);
        simulator.writeAsOperator(user, "seen");
        assertThat(client.json("/users/" + user).path("updated_at").asText()).endsWith("08.000Z");
        assertThat(client.json("/users/" + user).path("online_at").asText()).endsWith("07.000Z");
        simulator.visit(user, "https://shop.example/");
        assertThat(client.json("/users/" + user).path("online_at").asText()).endsWith("08.000Z");
    }

    @Test
    void aMessageThatCommitsLateStandsBeforeWhatWasSeenAlready() {
        long user = simulator.openUser("Zoe");
        PendingMessage<Long> pending = simulator.beginAsVisitor(user, "late");
        long early = simulator.writeAsVisitor(user, "early");
        assertThat(listed(messages(user))).containsExactly(early);
        pending.commit();
        assertThat(listed(messages(user))).containsExactly(pending.id(), early);
    }

    private List<Long> write(long user, int count) {
        return IntStream.range(0, count).mapToObj(number -> simulator.writeAsVisitor(user, "message " + number)).toList();
    }
}
