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
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(KnownLedgerProfile.class)
class LinksResourceTest {

    @Inject
    KnownLedger ledger;

    @BeforeEach
    void tenAreDelivered() {
        ledger.deliver(10);
    }

    @Test
    void linksShowTheCountsOfEachDirection() {
        given().get("/api/links").then()
                .statusCode(200)
                .contentType("application/json")
                .body("[0].link", equalTo("support"))
                .body("[0].flows", hasSize(2))
                .body("[0].flows[0].source", equalTo("channelio"))
                .body("[0].flows[0].target", equalTo("chatwoot"))
                .body("[0].flows[0].received", equalTo(13))
                .body("[0].flows[0].delivered", equalTo(10))
                .body("[0].flows[0].pending", equalTo(2))
                .body("[0].flows[0].parked", equalTo(1))
                .body("[0].flows[0].lagMillis", equalTo(4200));
    }

    @Test
    void messagesShowIdsStateAttemptsAndTimes() {
        given().get("/api/links/support/messages").then()
                .statusCode(200)
                .body("", hasSize(3))
                .body("[1].sourceConversationId", equalTo("5f1b"))
                .body("[1].sourceId", equalTo("63f09c"))
                .body("[1].targetConversationId", equalTo("17"))
                .body("[1].targetIds", equalTo(java.util.List.of("4711", "4712")))
                .body("[1].state", equalTo("confirmed"))
                .body("[1].attempts", equalTo(1))
                .body("[1].createdAt", equalTo("2026-03-01T09:59:58.123Z"))
                .body("[1].receivedAt", equalTo("2026-03-01T10:00:00Z"))
                .body("[1].endedAt", equalTo("2026-03-01T10:00:01Z"))
                .body("[0].endedAt", nullValue());
    }

    @Test
    void limitCutsTheList() {
        given().get("/api/links/support/messages?limit=1").then().statusCode(200).body("", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = { "0", "-1", "1001", "ten", "99999999999" })
    void badLimitIsRefused(String limit) {
        given().queryParam("limit", limit).get("/api/links/support/messages").then()
                .statusCode(400)
                .contentType("application/json")
                .body("error", equalTo("limit must be a whole number from 1 to 1000"));
    }

    @Test
    void unknownLinkIsNotFoundAndTheKnownOnesAreNamed() {
        given().get("/api/links/other/messages").then()
                .statusCode(404)
                .contentType("application/json")
                .body("error", containsString("Known links: support"));
    }

    @Test
    void healthAnswers() {
        given().get("/q/health").then().statusCode(200).body("status", equalTo("UP"));
    }
}
