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
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Inject;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.sync.view.LedgerView;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;
import io.github.camelhelpdesk.testkit.quarkus.SimulatorTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

/** Webhooks on the application's own server, and what other machines reach of it. */
@QuarkusTest
@TestProfile(WebhooksTest.Woken.class)
@WithTestResource(value = SimulatorTestResource.class, initArgs = {
        @ResourceArg(name = "chatwoot.base-url", value = "camel.component.chatwoot.base-url"),
        @ResourceArg(name = "chatwoot.account-id", value = "camel.component.chatwoot.account-id"),
        @ResourceArg(name = "chatwoot.access-token", value = "camel.component.chatwoot.access-token"),
        @ResourceArg(name = "channelio.base-url", value = "camel.component.channelio.base-url"),
        @ResourceArg(name = "channelio.access-key", value = "camel.component.channelio.access-key"),
        @ResourceArg(name = "channelio.secret-key", value = "camel.component.channelio.secret-key") })
class WebhooksTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String EVENT = "{\"event\":\"message_created\",\"conversation\":{\"id\":%d},\"content\":\"\\u003c\"}";

    @Inject
    CamelContext camel;
    @Inject
    LedgerView ledger;
    ChatwootSimulator chatwoot;

    @Test
    void webhookFromAnotherMachineWakesTheIntake() {
        await().atMost(PATIENCE).until(() -> chatwoot.requests().count("GET", ".*/conversations") >= 1);
        long conversation = chatwoot.openConversation("Zoe");
        chatwoot.writeAsCustomer(conversation, "hello");

        fromElsewhere().body(EVENT.formatted(conversation)).post("/wake-up/chatwoot").then().statusCode(401);
        assertThat(received()).isZero();
        fromElsewhere().body(EVENT.formatted(conversation)).post("/wake-up/chatwoot?token=own-token").then().statusCode(200);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(received()).isEqualTo(1));
    }

    private long received() {
        return ledger.links().stream().flatMap(link -> link.flows().stream()).mapToLong(flow -> flow.received()).sum();
    }

    @Test
    void rawEventsReachTheirRoute() throws Exception {
        fromElsewhere().body(EVENT.formatted(7)).post("/events/chatwoot?token=own-token").then().statusCode(200);

        try (var consumer = camel.createConsumerTemplate()) {
            Exchange event = consumer.receive("seda:raw-events", PATIENCE.toMillis());
            assertThat(event.getIn().getBody(JsonNode.class).path("content").asText()).isEqualTo("<");
            assertThat(event.getIn().getHeader("CamelChatwootEvent")).isEqualTo("message_created");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/index.html", "/console.js", "/api/links", "/api;x=y/links", "//api/links", "/%61pi/links",
            "/q/info", "/wake-up/chatwoot/", "/wake-up/other", "/q/health/../../api/links" })
    void otherMachinesSeeNothingElse(String path) {
        given().urlEncodingEnabled(false).header("X-Forwarded-For", "203.0.113.7").get(path).then().statusCode(403)
                .body(containsString("helpdesk.console.public"));
    }

    @Test
    void otherMachinesSeeHealthAndThisOneSeesAll() {
        fromElsewhere().get("/q/health/live").then().statusCode(200);
        given().get("/api/links").then().statusCode(200);
        given().header("Forwarded", "for=203.0.113.7").get("/api/links").then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = { "Via", "X-Real-IP", "x-forwarded-host", "X-Forwarded-Proto", "CF-Connecting-IP" })
    void whatAProxyOnThisMachineForwardsIsNotFromThisMachine(String header) {
        given().header(header, "x").get("/api/links").then().statusCode(403).body(containsString("helpdesk.console.public"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "application/json", "application/json; charset=ISO-8859-1", "application/json; charset=utf-16" })
    @DisplayName("W2: the signature is that of the bytes as they came, whatever the header says of them")
    void w2SignedBytesReachTheGateUnchanged(String contentType) throws Exception {
        String time = String.valueOf(Instant.now().getEpochSecond());
        byte[] body = "{\"event\":\"message_created\", \"content\":\"\u00fc\ud83d\ude00\"}\r\n".getBytes(UTF_8);
        HttpRequest request = HttpRequest
                .newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/wake-up/chatwoot"))
                .header("Content-Type", contentType).header("X-Chatwoot-Timestamp", time)
                .header("X-Chatwoot-Signature", signature(time, body)).POST(BodyPublishers.ofByteArray(body)).build();
        HttpClient client = HttpClient.newHttpClient();
        assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }

    private static String signature(String time, byte[] body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("own-token".getBytes(UTF_8), "HmacSHA256"));
        mac.update((time + ".").getBytes(UTF_8));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    }

    @ParameterizedTest
    @CsvSource({ "127.0.0.1,true", "127.8.0.1,true", "::1,true", "0:0:0:0:0:0:0:1,true", "::ffff:127.0.0.1,true",
            "10.0.0.1,false", "203.0.113.7,false", "2001:db8::1,false", ",false" })
    void onlyLoopbackIsThisMachine(String address, boolean isThisMachine) {
        assertThat(ConsoleGuard.isLoopback(address)).isEqualTo(isThisMachine);
    }

    private static RequestSpecification fromElsewhere() {
        return given().contentType("application/json").header("X-Forwarded-For", "203.0.113.7");
    }

    /** Routes that webhooks reach, over a ledger of their own. */
    public static class Woken implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("camel.main.routes-include-pattern",
                    "file:" + Path.of("test/resources/routes/woken-intake.yaml").toAbsolutePath(),
                    "camel.component.chatwoot.webhook-verify-token", "own-token",
                    "camel.component.helpdesk-sync.ledger-file", Path.of("target", UUID.randomUUID() + ".db").toString());
        }
    }
}
