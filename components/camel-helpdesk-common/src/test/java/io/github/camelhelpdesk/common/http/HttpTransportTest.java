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
package io.github.camelhelpdesk.common.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.type.TypeReference;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;

import io.github.camelhelpdesk.common.HelpdeskConfiguration;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.NotSentException;

class HttpTransportTest {

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance().build();

    private static final String TOKEN = "s3cr3t-t0ken";

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final HelpdeskConfiguration configuration = new HelpdeskConfiguration();
    private HelpdeskConnection connection;

    record Body(String name) {
    }

    @BeforeEach
    void setLimits() {
        configuration.setMaxRetries(0);
    }

    @AfterEach
    void stop() {
        if (connection != null) {
            connection.stop();
        }
        context.stop();
    }

    private Duration wholeTime = Duration.ofSeconds(30);

    private Transport transport() {
        return transport(SERVER.baseUrl(), new RateBudget(0, null));
    }

    private Transport transport(String base, RateBudget budget) {
        context.start();
        HttpTarget target = new HttpTarget(base, "application/json", Map.of("X-Token", TOKEN), 1_000, wholeTime,
                Duration.ofSeconds(60));
        connection = new HelpdeskConnection(context, configuration, target, new ErrorReader("memory account 1", "apiKey"),
                budget, null);
        connection.start();
        return connection.patient();
    }

    private static void answer(ResponseDefinitionBuilder response) {
        SERVER.stubFor(any(anyUrl()).willReturn(response));
    }

    private HelpdeskException failure(HttpCall call) {
        return catchThrowableOfType(HelpdeskException.class, () -> transport().send(call, Body.class));
    }

    @Test
    void anAnswerIsReadWithTheProvidersClock() {
        answer(okJson("{\"name\":\"Ada\",\"unknown\":[1]}").withHeader("Date", "Sun, 01 Nov 2026 10:00:00 GMT"));
        HttpAnswer<Body> answer = transport().send(HttpCall.get("/people").with("q", "a b&c").with("none", null), Body.class);
        assertThat(answer.body().name()).isEqualTo("Ada");
        assertThat(answer.date()).isEqualTo(Instant.parse("2026-11-01T10:00:00Z"));
        SERVER.verify(getRequestedFor(urlEqualTo("/people?q=a%20b%26c")).withHeader("X-Token", equalTo(TOKEN))
                .withHeader("Accept", equalTo("application/json")));
    }

    @ParameterizedTest
    @CsvSource({ "400,REFUSED,false", "401,REFUSED,true", "403,REFUSED,true", "404,REFUSED,false", "406,REFUSED,false",
            "413,REFUSED,false", "415,REFUSED,false", "422,REFUSED,false", "408,UNCLEAR,true", "429,NOT_SENT,true",
            "500,UNCLEAR,true", "503,UNCLEAR,true", "302,REFUSED,true" })
    void aStatusSaysWhatIsKnownOfTheEffect(int status, Outcome outcome, boolean concernsAccount) {
        answer(aResponse().withStatus(status).withHeader("Location", "http://localhost:1/elsewhere"));
        HelpdeskException failure = failure(HttpCall.post("/messages", Map.of()));
        assertThat(failure.outcome()).isEqualTo(outcome);
        assertThat(failure.concernsAccount()).isEqualTo(concernsAccount);
        assertThat(failure.getHttpResponseCode()).isEqualTo(status);
        assertThat(failure).hasMessageContaining("POST /messages of memory account 1 was answered with " + status);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = { "EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER", "RANDOM_DATA_THEN_CLOSE",
            "MALFORMED_RESPONSE_CHUNK" })
    void aBrokenAnswerIsUnclear(Fault fault) {
        answer(aResponse().withFault(fault));
        assertThat(failure(HttpCall.post("/messages", Map.of())).outcome()).isEqualTo(Outcome.UNCLEAR);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "{\"name\":\"Ad|", "<html>|", "null|", "''|", "{\"name\":\"A\"} trailing|" })
    void aMalformedBodyIsUnclear(String body, String unused) {
        answer(okJson(body));
        assertThat(failure(HttpCall.post("/messages", Map.of())).outcome()).isEqualTo(Outcome.UNCLEAR);
    }

    @Test
    void aSlowAnswerIsUnclear() {
        configuration.setResponseTimeout(200);
        answer(okJson("{}").withFixedDelay(5_000));
        assertThat(failure(HttpCall.post("/messages", Map.of())).outcome()).isEqualTo(Outcome.UNCLEAR);
    }

    @Test
    void anAnswerThatDripsForEverIsGivenUp() {
        wholeTime = Duration.ofSeconds(1);
        answer(okJson("{\"name\":\"" + "x".repeat(900) + "\"}").withChunkedDribbleDelay(20, 30_000));
        long begin = System.nanoTime();
        HelpdeskException failure = failure(HttpCall.get("/messages"));
        assertThat(failure.outcome()).isEqualTo(Outcome.UNCLEAR);
        assertThat(failure).hasMessageContaining("no complete answer within 1000 ms");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void anErrorThatDripsForEverIsGivenUp() {
        wholeTime = Duration.ofSeconds(1);
        answer(aResponse().withStatus(404).withBody("x".repeat(900)).withChunkedDribbleDelay(20, 30_000));
        long begin = System.nanoTime();
        assertThat(failure(HttpCall.get("/messages"))).isNotNull();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void theConnectionServesOnAfterAnError() {
        configuration.setMaxConcurrentRequests(1);
        answer(aResponse().withStatus(404).withBody("{\"error\":\"none\"}"));
        Transport transport = transport();
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> transport.send(HttpCall.get("/messages"), Body.class)).hasMessageContaining("404: none");
        }
        answer(okJson("{\"name\":\"" + "x".repeat(2_000) + "\"}"));
        assertThatThrownBy(() -> transport.send(HttpCall.get("/messages"), Body.class)).hasMessageContaining("1000 bytes");
        answer(okJson("{\"name\":\"Ada\"}"));
        assertThat(transport.send(HttpCall.get("/messages"), Body.class).body().name()).isEqualTo("Ada");
    }

    @Test
    void anAnswerThatIsTooLargeIsGivenUp() {
        answer(okJson("{\"name\":\"" + "x".repeat(2_000) + "\"}"));
        assertThat(failure(HttpCall.get("/messages"))).isInstanceOf(ResponseTooLargeException.class)
                .hasMessageContaining("more than 1000 bytes").hasMessageContaining("maxResponseSize");
    }

    @Test
    void anUnreachableHostIsNotSentAndSaysWhatToCheck() {
        assertThatThrownBy(() -> transport("http://localhost:1", new RateBudget(0, null)).send(HttpCall.post("/messages", "x"),
                Body.class)).isInstanceOf(NotSentException.class).hasMessageContaining("cannot connect to http://localhost:1")
                .hasMessageContaining("Check baseUrl");
    }

    @Test
    void neitherSecretsNorTextsAreQuoted() {
        answer(aResponse().withStatus(422).withHeader("Content-Type", "application/json")
                .withBody("{\"error\":\"Dear customer, hello is not allowed with " + TOKEN + "\"}"));
        assertThat(failure(HttpCall.post("/messages", Map.of("content", "Dear customer, hello"))))
                .hasMessageContaining("[text] is not allowed").hasMessageNotContaining(TOKEN);
    }

    @Test
    void aTextThatIsLongerThanAnErrorMessageIsNotQuotedEither() {
        String text = "Dear customer, hello. ".repeat(20);
        answer(aResponse().withStatus(422).withHeader("Content-Type", "application/json")
                .withBody("{\"error\":\"" + text + "\"}"));
        assertThat(failure(HttpCall.post("/messages", Map.of("content", text)))).hasMessageContaining("[text]")
                .hasMessageNotContaining("Dear customer");
    }

    @Test
    void aSecretAtTheCutOfAnErrorMessageIsNotQuotedInPart() {
        answer(aResponse().withStatus(422).withBody("x".repeat(295) + TOKEN));
        assertThat(failure(HttpCall.get("/messages"))).hasMessageNotContaining(TOKEN.substring(0, 5));
    }

    @Test
    void aBodyThatCannotBeWrittenIsNotBlamedOnTheAnswer() {
        assertThatThrownBy(() -> transport().send(HttpCall.post("/messages", Map.of("content", new Object())), Body.class))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("POST /messages")
                .hasMessageContaining("cannot be written as JSON");
        assertThat(SERVER.getAllServeEvents()).isEmpty();
    }

    @Test
    void anErrorPageIsNamedNotQuoted() {
        answer(aResponse().withStatus(502).withHeader("Content-Type", "text/html").withBody("<html>Ada wrote</html>"));
        assertThat(failure(HttpCall.get("/messages"))).hasMessageContaining("an HTML page").hasMessageNotContaining("Ada");
    }

    @Test
    void redirectsAreNotFollowed() {
        SERVER.stubFor(any(urlEqualTo("/messages")).willReturn(aResponse().withStatus(302).withHeader("Location", "/other")));
        assertThat(failure(HttpCall.get("/messages"))).hasMessageContaining("check baseUrl");
        SERVER.verify(0, getRequestedFor(urlEqualTo("/other")));
    }

    @Test
    @DisplayName("D3: a POST is not sent again on 503, nor on a lost answer")
    void d3PostIsNotSentAgainWhenUnclear() {
        configuration.setMaxRetries(5);
        answer(aResponse().withStatus(503));
        failure(HttpCall.post("/messages", Map.of()));
        assertThat(SERVER.getAllServeEvents()).hasSize(1);
    }

    @Test
    @DisplayName("R1: 429 pauses all who share the budget")
    void r1TooManyRequestsPausesTheBudget() {
        answer(aResponse().withStatus(429).withHeader("Retry-After", "30"));
        RateBudget budget = new RateBudget(6_000, null);
        Transport transport = transport(SERVER.baseUrl(), budget);
        assertThatThrownBy(() -> transport.send(HttpCall.get("/a"), Body.class)).isInstanceOf(NotSentException.class);
        assertThat(budget.take()).isGreaterThan(Duration.ofSeconds(28));
        assertThatThrownBy(() -> transport.send(HttpCall.get("/b"), Body.class)).hasMessageContaining("our own budget");
        assertThat(SERVER.getAllServeEvents()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"name\":{}}", "{\"name\":[1,null]}" })
    void aFieldOfAnotherKindIsToldByItsName(String body) {
        answer(okJson(body));
        assertThat(failure(HttpCall.get("/messages"))).isInstanceOf(UnexpectedShapeException.class)
                .hasMessageContaining("name");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "[]", "<html>", "{\"name\":" })
    void anAnswerThatIsNoObjectOrCutOffMayBeAnotherNextTime(String body) {
        answer(okJson(body));
        assertThat(failure(HttpCall.get("/messages"))).isNotInstanceOf(UnexpectedShapeException.class);
    }

    @Test
    void oneMalformedItemDoesNotTakeTheListWithIt() {
        answer(aResponse().withBody("[{\"name\":\"a\"},{\"name\":{}},null,7,{\"name\":\"b\"}]"));
        List<Item<Body>> items = transport().send(HttpCall.get("/list"), new TypeReference<List<Item<Body>>>() {
        }).body();
        assertThat(items).extracting(Item::isReadable).containsExactly(true, false, false, false, true);
        assertThat(items.get(1).raw().toString()).isEqualTo("{\"name\":{}}");
        assertThat(items.get(4).value().name()).isEqualTo("b");
    }
}
