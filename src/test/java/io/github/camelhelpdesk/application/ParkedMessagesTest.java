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
package io.github.camelhelpdesk.application;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.testkit.channelio.ChannelioSimulator;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootMessage;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;
import io.github.camelhelpdesk.testkit.fault.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@TestProfile(SimulatedBridgeProfile.class)
class ParkedMessagesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    ChannelioSimulator channelio;
    ChatwootSimulator chatwoot;
    private String chat;

    @BeforeEach
    void openAChat() {
        chat = channelio.openUserChat("Ana");
        // Written before the consumer knows where it begins, it would be of before the link.
        await().atMost(PATIENCE).until(() -> channelio.requests().count() > 1);
    }

    @AfterEach
    void everythingWorksAgain() {
        chatwoot.faults().clear();
    }

    private int parked(String text) {
        chatwoot.faults().on("POST", ".*/messages").then(Fault.status(413));
        String id = channelio.writeAsCustomer(chat, text);
        await().atMost(PATIENCE).untilAsserted(() -> given().queryParam("id", id).get("/api/messages").then()
                .body("[0].state", equalTo("parked")));
        chatwoot.faults().clear();
        return given().queryParam("id", id).queryParam("source", "channelio").get("/api/messages").then()
                .body("", hasSize(1)).extract().path("[0].row");
    }

    private static ValidatableResponse post(String path) {
        return given().contentType(ContentType.JSON).post(path).then();
    }

    private void awaitInChatwoot(String... texts) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(texts()).contains(texts));
    }

    private List<String> texts() {
        return chatwoot.conversations().stream().flatMap(conversation -> chatwoot.messages(conversation.id()).stream())
                .map(ChatwootMessage::content).toList();
    }

    @Test
    void parkedMessageIsListedWithoutItsTextAndShownWithIt() {
        int row = parked("what is wrong with this?");
        given().get("/api/links/support/parked?after=" + (row - 1)).then().statusCode(200)
                .contentType("application/json")
                .body("", hasSize(1))
                .body("[0].row", equalTo(row))
                .body("[0].link", equalTo("support"))
                .body("[0].source", equalTo("channelio"))
                .body("[0].target", equalTo("chatwoot"))
                .body("[0].sourceConversationId", equalTo(chat))
                .body("[0].kind", equalTo("message"))
                .body("[0].revision", equalTo(0))
                .body("[0].state", equalTo("parked"))
                .body("[0].reason", containsString("413"))
                .body("[0].attempts", equalTo(1))
                .body("[0].text", nullValue());
        given().get("/api/links/support/parked?after=" + row).then().statusCode(200).body("", empty());
        given().get("/api/messages/" + row).then().statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("text", equalTo("what is wrong with this?"))
                .body("readable", equalTo(true))
                .body("summary.row", equalTo(row))
                .body("audit", empty());
        post("/api/messages/" + row + "/discard").statusCode(200);
    }

    @Test
    void changedTextIsSentByAReplayAndTheAuditKnows() {
        int row = parked("too long");
        given().contentType(ContentType.JSON).body("{\"text\": \"short\"}").put("/api/messages/" + row + "/text").then()
                .statusCode(200)
                .body("state", equalTo("parked"))
                .body("revision", equalTo(1));
        post("/api/messages/" + row + "/replay").statusCode(200).body("row", equalTo(row)).body("inDoubt", equalTo(false))
                .body("late", equalTo(false));
        awaitInChatwoot("short");
        given().get("/api/messages/" + row).then().body("audit.action", contains("changeText", "replay"));
        post("/api/messages/" + row + "/replay").statusCode(409).contentType("application/json")
                .body("error", containsString("not parked but confirmed"));
    }

    @Test
    void discardedMessageLetsItsConversationGoOn() {
        int row = parked("never mind");
        channelio.writeAsCustomer(chat, "after it");
        post("/api/messages/" + row + "/discard").statusCode(200).body("state", equalTo("discarded"));
        awaitInChatwoot("after it");
        assertThat(texts()).doesNotContain("never mind");
        post("/api/messages/" + row + "/discard").statusCode(409).body("error", containsString("discarded"));
    }

    @Test
    void allParkedMessagesOfAConversationAreReplayed() {
        parked("once more");
        given().contentType(ContentType.JSON).queryParam("conversation", "another").post("/api/links/support/replay").then()
                .statusCode(200).body("replayed", equalTo(0));
        given().contentType(ContentType.JSON).queryParam("conversation", chat).post("/api/links/support/replay").then()
                .statusCode(200).body("replayed", equalTo(1)).body("inDoubt", equalTo(1)).body("unreadable", equalTo(0));
        awaitInChatwoot("once more");
    }

    @Test
    void badRequestsSayWhatToChange() {
        given().get("/api/links/other/parked").then().statusCode(404).body("error", containsString("Known links: support"));
        given().get("/api/links/support/parked?limit=0").then().statusCode(400).body("error", containsString("limit"));
        given().get("/api/links/support/parked?after=-1").then().statusCode(400).body("error", containsString("after"));
        given().get("/api/messages/999999").then().statusCode(404).body("error", containsString("999999"));
        given().get("/api/messages/one").then().statusCode(400).body("error", containsString("whole number"));
        given().get("/api/messages").then().statusCode(400).body("error", containsString("id"));
        given().queryParam("id", "unheard of").get("/api/messages").then().statusCode(200).body("", empty());
        post("/api/messages/999999/replay").statusCode(404);
        given().contentType(ContentType.JSON).body("{\"text\": \" \"}").put("/api/messages/999999/text").then()
                .statusCode(404);
        given().contentType(ContentType.JSON).body("{").put("/api/messages/1/text").then().statusCode(400)
                .body(not(containsString("Exception")));
    }
}
