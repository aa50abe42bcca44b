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
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;

/** Pages of other sites that are open in a browser on this machine can neither change nor read anything. */
@QuarkusTest
@TestProfile(KnownLedgerProfile.class)
class LocalRequestsTest {

    @TestHTTPResource("/api/links")
    URI links;

    /** Java's client asks for HTTP/2, which has an authority and no Host header. */
    @Test
    void clientOfHttp2IsLetIn() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(links).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "application/x-www-form-urlencoded", "text/plain", "multipart/form-data", "*/*" })
    void changeWithoutJsonIsRefused(String type) {
        given().header("Content-Type", type).post("/api/links/support/replay").then().statusCode(415)
                .contentType("application/json").body("error", containsString("Content-Type: application/json"));
    }

    @Test
    void changeWithoutAContentTypeIsRefused() {
        given().noContentType().post("/api/links/support/reconcile").then().statusCode(415);
        given().noContentType().delete("/api/links/support/reconcile").then().statusCode(415);
    }

    @Test
    void changeWithJsonIsLetThrough() {
        given().contentType(ContentType.JSON).post("/api/links/support/replay").then().statusCode(404)
                .body("error", containsString("no link of that name"));
        given().header("Content-Type", "application/json; charset=utf-8").post("/api/links/support/replay").then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = { "evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example",
            "[::2]", "192.168.0.1" })
    void nameThatOnlyLeadsToThisMachineIsRefused(String host) {
        given().header("Host", host).get("/api/links").then().statusCode(403)
                .body("error", containsString("helpdesk.console.hosts"));
        given().header("Host", host).contentType(ContentType.JSON).post("/api/links/support/replay").then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = { "localhost", "LOCALHOST:8081", "127.0.0.1:8081", "[::1]:8081" })
    void thisMachineIsKnownByItsNames(String host) {
        given().header("Host", host).get("/api/links").then().statusCode(200).body("[0].link", equalTo("support"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://evil.example", "null", "http://localhost.evil.example", "file://" })
    void pageOfAnotherSiteIsRefused(String origin) {
        given().header("Origin", origin).contentType(ContentType.JSON).post("/api/links/support/replay").then()
                .statusCode(403).body("error", containsString("Origin"));
        given().header("Origin", origin).get("/api/links").then().statusCode(403);
    }

    @Test
    void pageOfThisConsoleIsKnown() {
        given().header("Origin", "http://localhost:8081").contentType(ContentType.JSON).post("/api/links/support/replay")
                .then().statusCode(404);
    }
}
