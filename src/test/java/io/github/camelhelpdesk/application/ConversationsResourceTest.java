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
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(KnownLedgerProfile.class)
class ConversationsResourceTest {

    private static final String PATH = "/api/links/support/conversations";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Inject
    KnownConversations ledger;
    private String chat;
    private String customer;

    @BeforeEach
    void ask() {
        chat = "rest/" + NUMBER.incrementAndGet();
        customer = "Rest Customer " + NUMBER.get() + ".";
        ledger.ask(chat, "63f0", customer, "Where is my parcel?");
    }

    @Test
    void listShowsBothSidesAndWhatWaits() {
        given().queryParam("search", customer.toLowerCase()).get(PATH).then()
                .statusCode(200)
                .contentType("application/json")
                .body("", hasSize(1))
                .body("[0].contact", equalTo(customer))
                .body("[0].state", equalTo("waiting"))
                .body("[0].source.side", equalTo("channelio"))
                .body("[0].source.conversationId", equalTo(chat))
                .body("[0].source.messages", equalTo(1))
                .body("[0].source.waiting", equalTo(1))
                .body("[0].target.side", equalTo("chatwoot"))
                .body("[0].target.conversationId", nullValue())
                .body("[0].lastActivity", not(emptyString()));
    }

    @Test
    void conversationShowsWhatWasWrittenAndWhatBecameOfIt() {
        given().pathParam("id", chat).get(PATH + "/channelio/{id}").then()
                .statusCode(200)
                .body("conversation.contact", equalTo(customer))
                .body("olderLeftOut", equalTo(false))
                .body("messages.id", contains("63f0"))
                .body("messages[0].text", equalTo("Where is my parcel?"))
                .body("messages[0].author.type", equalTo("customer"))
                .body("messages[0].kind", equalTo("message"))
                .body("messages[0].copy.state", equalTo("pending"))
                .body("messages[0].copy.endedAt", nullValue());
    }

    @Test
    void unchangedAnswerIsNotSentAgainAndNeverKeptByCaches() {
        String tag = given().pathParam("id", chat).get(PATH + "/channelio/{id}").then()
                .header("Cache-Control", "no-store").extract().header("ETag");

        given().pathParam("id", chat).header("If-None-Match", tag).get(PATH + "/channelio/{id}").then()
                .statusCode(304).body(emptyString());
        ledger.ask(chat, "63f1", customer, "Hello?");
        given().pathParam("id", chat).header("If-None-Match", tag).get(PATH + "/channelio/{id}").then()
                .statusCode(200).header("ETag", not(equalTo(tag)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "0", "201", "ten" })
    void badLimitIsRefused(String limit) {
        given().queryParam("limit", limit).get(PATH).then().statusCode(400)
                .body("error", equalTo("limit must be a whole number from 1 to 200"));
    }

    @Test
    void tooLongSearchIsRefused() {
        given().queryParam("search", "x".repeat(201)).get(PATH).then().statusCode(400)
                .body("error", equalTo("search must have at most 200 characters"));
    }

    @Test
    void unknownLinkAndUnknownConversationAreNotFound() {
        given().get("/api/links/other/conversations").then().statusCode(404)
                .body("error", containsString("Known links: support"));
        given().get("/api/links/other/conversations/channelio/1").then().statusCode(404)
                .body("error", containsString("Known links: support"));
        given().get(PATH + "/channelio/nobody").then().statusCode(404)
                .body("error", containsString("No message of such a conversation"));
        given().queryParam("search", "nobody at all").get(PATH).then().statusCode(200).body("", hasSize(0));
    }

    @Test
    void requestUnderAForeignHostNameIsRefused() {
        given().header("Host", "evil.example").get(PATH).then().statusCode(403)
                .body("error", containsString("helpdesk.console.hosts"));
        given().header("Host", "evil.example").get("/api/links").then().statusCode(403);
        given().header("Host", "127.0.0.1:8080").get(PATH).then().statusCode(200);
    }
}
