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
package io.github.camelhelpdesk.routes.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.testkit.fault.Fault;
import io.github.camelhelpdesk.testkit.fault.FaultRule;
import io.github.camelhelpdesk.testkit.http.Answer;

/** Each error that a provider answers with, as the one exception that comes of it: status, its words, what to do and when. */
class ErrorContractTest {

    private static final String SECRET_TEXT = "my card is 4111 1111 1111 1111";
    private static final String PATIENCE = "maxRetries=1&maxRetryDelay=20";

    static Stream<Arguments> reads() {
        return errors(Providers.ALL.stream());
    }

    static Stream<Arguments> writes() {
        return errors(Providers.ALL.stream().filter(Provider::sends));
    }

    private static Stream<Arguments> errors(Stream<Provider> providers) {
        return providers.flatMap(provider -> provider.errors().stream().map(error -> Arguments.of(provider, error)));
    }

    @ParameterizedTest
    @MethodSource("reads")
    void readThatIsAnsweredSo(Provider provider, ErrorAnswer error) {
        try (Sending sending = new Sending(provider)) {
            HelpdeskException failure = failure(sending, "GET", error, provider.list(), null);

            assertThat(failure.outcome()).isEqualTo(error.read());
        }
    }

    @ParameterizedTest
    @MethodSource("writes")
    void messageThatIsAnsweredSo(Provider provider, ErrorAnswer error) {
        try (Sending sending = new Sending(provider)) {
            HelpdeskException failure = failure(sending, "POST", error, "sendMessage", SECRET_TEXT);

            assertThat(failure.outcome()).isEqualTo(error.write());
            assertThat(sending.answers()).as("nothing is sent that was refused").isEmpty();
        }
    }

    private static HelpdeskException failure(Sending sending, String method, ErrorAnswer error, String operation, String text) {
        String secret = sending.provider.secret(sending.desk.simulator());
        String body = error.body().replace("<text>", text == null ? "" : text).replace("<secret>", secret);
        FaultRule fault = sending.desk.simulator().faults().on(method, ".*")
                .then(Fault.answer(Answer.of(error.status(), error.type(), body)));
        Exchange exchange = sending.context.createFluentProducerTemplate()
                .to(sending.provider.scheme() + ":" + operation + "?" + PATIENCE).withBody(text)
                .withHeader(HelpdeskConstants.CONVERSATION_ID, sending.conversation).send();

        boolean isTriedAgain = error.status() == 429 && !error.waits() || method.equals("GET") && error.status() >= 500;
        assertThat(fault.count()).as("attempts").isEqualTo(isTriedAgain ? 2 : 1);
        assertThat(exchange.getException()).isInstanceOf(HelpdeskException.class);
        HelpdeskException failure = (HelpdeskException) exchange.getException();
        assertThat(failure)
                .hasMessageContainingAll(method + " /", String.valueOf(error.status()), error.text(), error.advice())
                .hasNoCause();
        assertThat(failure.getMessage()).doesNotContain("4111", secret).hasSizeLessThan(700);
        assertThat(failure.statusCode()).isEqualTo(error.meaning()).isEqualTo(failure.getHttpResponseCode());
        assertThat(failure.concernsAccount()).isEqualTo(error.concernsAccount());
        if (error.waits()) {
            assertThat(failure.retryAfter()).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(1));
        } else {
            assertThat(failure.retryAfter()).isNull();
        }
        return failure;
    }
}
