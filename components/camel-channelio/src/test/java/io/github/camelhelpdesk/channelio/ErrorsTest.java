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
package io.github.camelhelpdesk.channelio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.testkit.fault.Fault;
import io.github.camelhelpdesk.testkit.http.Answer;

/**
 * Each error that Channel.io answers with, as the one exception that comes of it: status, Channel.io's words, what to do and
 * when.
 */
class ErrorsTest extends ChannelioTestBase {

    private static final String SECRET_TEXT = "my card is 4111 1111 1111 1111";

    private DefaultCamelContext context;
    private String conversation;

    /**
     * An answer and what it has to come to.
     *
     * @param text what the message says of the provider's words
     * @param advice what it says of what to change, empty for nothing
     * @param write what is known of a message that was answered so
     * @param waits whether it is said when to come back
     * @param concernsAccount whether any other call would fail, too
     */
    record Row(int status, String type, String body, String text, String advice, Outcome write, boolean waits,
            boolean concernsAccount) {

        @Override
        public String toString() {
            return status + " " + body;
        }
    }

    static Row[] rows() {
        return new Row[] {
                new Row(400, "application/json",
                        "{\"status\":400,\"commonErrorCode\":\"INVALID_ARGUMENT\",\"message\":\"bad request\"}", "bad request",
                        "", Outcome.REFUSED, false, false),
                new Row(401, "application/json",
                        "{\"status\":401,\"commonErrorCode\":\"UNAUTHENTICATED\",\"message\":\"access key or secret is wrong\"}",
                        "access key or secret is wrong", "Check accessKey and secretKey", Outcome.REFUSED, false, true),
                new Row(403, "application/json",
                        "{\"status\":403,\"commonErrorCode\":\"PERMISSION_DENIED\",\"message\":\"not allowed\"}", "not allowed",
                        "Check accessKey and secretKey", Outcome.REFUSED, false, true),
                new Row(404, "application/json",
                        "{\"status\":404,\"commonErrorCode\":\"NOT_FOUND\",\"message\":\"userChat not found\"}",
                        "userChat not found", "Check that the id exists", Outcome.REFUSED, false, false),
                new Row(422, "application/json",
                        "{\"status\":422,\"commonErrorCode\":\"INVALID_ARGUMENT\",\"message\":\"blocks is wrong\",\"details\":[{\"model\":\"Message\",\"field\":\"blocks\",\"value\":\"<text>\",\"message\":\"stray tag in <text>\"}]}",
                        "stray tag in", "", Outcome.REFUSED, false, false),
                new Row(422, "application/json", "{\"errors\":[{\"message\":\"botName is required\"}],\"type\":\"validation\"}",
                        "botName is required", "", Outcome.REFUSED, false, false),
                new Row(422, "application/json", "{\"code\":\"E77\",\"error\":\"<text> <secret>\"}", "E77", "", Outcome.REFUSED,
                        false, false),
                new Row(422, "application/json", "{\"message\":\"requestId already exists\"}", "requestId already exists", "",
                        Outcome.UNCLEAR, false, false),
                new Row(429, "application/json",
                        "{\"status\":429,\"commonErrorCode\":\"RESOURCE_EXHAUSTED\",\"message\":\"too many requests\"}",
                        "too many requests", "requestsPerMinute", Outcome.NOT_SENT, false, true),
                new Row(500, "application/json",
                        "{\"status\":500,\"commonErrorCode\":\"INTERNAL\",\"message\":\"internal error\"}", "internal error",
                        "", Outcome.UNCLEAR, false, true),
                new Row(502, "text/html", "<html><body><h1>Bad Gateway</h1></body></html>", "an HTML page, not the API", "",
                        Outcome.UNCLEAR, false, true),
                new Row(503, "text/plain", "", "503", "", Outcome.UNCLEAR, false, true),
                new Row(422, "application/json", "{\"message\":", "a body that is not JSON although it looks like it", "",
                        Outcome.REFUSED, false, false)
        };
    }

    @BeforeEach
    void startContext() {
        context = context();
        component(context).getConfiguration().setMaxRetries(1);
        component(context).getConfiguration().setMaxRetryDelay(20);
        context.start();
        conversation = simulator.openUserChat("Ann");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void readThatIsAnsweredSo(Row row) {
        HelpdeskException failure = failure("GET", row, "listManagers", null);
        assertThat(failure.outcome()).isEqualTo(row.status == 429 ? Outcome.NOT_SENT
                : row.status >= 500 ? Outcome.UNCLEAR : Outcome.REFUSED);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void messageThatIsAnsweredSo(Row row) {
        HelpdeskException failure = failure("POST", row, "sendMessage?userChatId=" + conversation, SECRET_TEXT);
        assertThat(failure.outcome()).isEqualTo(row.write);
        assertThat(simulator.messages(conversation)).as("nothing is sent that was refused").isEmpty();
    }

    private HelpdeskException failure(String method, Row row, String operation, String body) {
        // As servers do that quote what they were sent.
        String answer = row.body.replace("<text>", body == null ? "" : body).replace("<secret>", simulator.secretKey());
        var fault = simulator.faults().on(method, ".*").then(Fault.answer(Answer.of(row.status, row.type, answer)));
        Exchange exchange = context.createFluentProducerTemplate().to("channelio:" + operation).withBody(body)
                .withHeaders(Map.of()).send();
        boolean isTriedAgain = row.status == 429 && !row.waits || method.equals("GET") && row.status >= 500;
        assertThat(fault.count()).as("attempts").isEqualTo(isTriedAgain ? 2 : 1);
        assertThat(exchange.getException()).isInstanceOf(HelpdeskException.class);
        HelpdeskException failure = (HelpdeskException) exchange.getException();
        assertThat(failure).hasMessageContainingAll(method + " /", String.valueOf(row.status), row.text, row.advice)
                .hasNoCause();
        assertThat(failure.getMessage()).doesNotContain("4111", simulator.secretKey()).hasSizeLessThan(700);
        assertThat(failure.statusCode()).isEqualTo(row.status);
        assertThat(failure.getHttpResponseCode()).isEqualTo(row.status);
        assertThat(failure.concernsAccount()).isEqualTo(row.concernsAccount);
        if (row.waits) {
            assertThat(failure.retryAfter()).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(1));
        } else {
            assertThat(failure.retryAfter()).isNull();
        }
        return failure;
    }
}
