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
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.testkit.channelio.ChannelioSimulator;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootMessage;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;

@QuarkusTest
@TestProfile(SimulatedBridgeProfile.class)
class ReconcileAndBackfillTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    ChannelioSimulator channelio;
    ChatwootSimulator chatwoot;

    private List<ChatwootMessage> copies(String text) {
        return chatwoot.conversations().stream().flatMap(conversation -> chatwoot.messages(conversation.id()).stream())
                .filter(message -> text.equals(message.content())).toList();
    }

    @Test
    void backfillBringsWhatWasWrittenBeforeTheLinkAndReconcileFindsACopyThatIsGone() {
        await().atMost(PATIENCE).until(() -> channelio.requests().count() > 1);
        String chat = channelio.openUserChat("Ana");
        channelio.writeAsCustomer(chat, "long ago", Instant.now().minus(Duration.ofDays(30)));
        given().contentType(ContentType.JSON).body("{\"source\": \"channelio\", \"from\": \"beginning\"}")
                .post("/api/links/support/backfill").then().statusCode(202)
                .body("link", equalTo("support")).body("source", equalTo("channelio"))
                .body("from", equalTo("1970-01-01T00:00:00Z"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(copies("long ago")).hasSize(1));
        await().atMost(PATIENCE).untilAsserted(
                () -> given().get("/api/links/support/backfill").then().statusCode(200).body("[0].state", equalTo("done")));
        String copy = String.valueOf(copies("long ago").get(0).id());
        await().atMost(PATIENCE).untilAsserted(() -> given().queryParam("id", copy).queryParam("source", "chatwoot")
                .get("/api/messages").then().body("[0].state", equalTo("confirmed")));
        long conversation = chatwoot.conversations().stream()
                .filter(each -> chatwoot.messages(each.id()).stream().anyMatch(m -> "long ago".equals(m.content())))
                .findFirst().orElseThrow().id();
        chatwoot.deleteMessage(conversation, Long.parseLong(copy));
        given().contentType(ContentType.JSON).post("/api/links/support/reconcile").then().statusCode(202)
                .body("repair", equalTo(false));
        await().atMost(PATIENCE).untilAsserted(() -> given().get("/api/links/support/reconcile").then().statusCode(200)
                .body("state", equalTo("done"))
                .body("findings.removedThere", equalTo(1))
                .body("findings.missing", equalTo(0))
                .body("conversations.findings.removedThere.flatten()", hasItem(copy)));
    }

    @Test
    void aLinkWithoutAnImportHasNoReport() {
        given().get("/api/links/support/import").then().statusCode(200).body("", empty());
    }

    @Test
    void badRequestsSayWhatToChange() {
        given().get("/api/links/other/reconcile").then().statusCode(404);
        given().get("/api/links/other/import").then().statusCode(404);
        given().contentType(ContentType.JSON).post("/api/links/support/reconcile?repair=maybe").then().statusCode(400)
                .body("error", containsString("true or false"));
        given().contentType(ContentType.JSON).body("{}").post("/api/links/support/backfill").then().statusCode(400);
        given().contentType(ContentType.JSON).body("{\"source\": \"channelio\", \"from\": \"yesterday\"}")
                .post("/api/links/support/backfill").then().statusCode(400).body("error", containsString("2026-01-01"));
        given().contentType(ContentType.JSON).body("{\"source\": \"gamma\", \"from\": \"beginning\"}")
                .post("/api/links/support/backfill").then().statusCode(400).body("error", containsString("channelio"));
    }
}
