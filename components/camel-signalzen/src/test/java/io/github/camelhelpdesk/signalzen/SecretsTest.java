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
package io.github.camelhelpdesk.signalzen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.logging.Level;

import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.camelhelpdesk.testkit.fault.Fault;
import io.github.camelhelpdesk.testkit.http.Answer;
import io.github.camelhelpdesk.testkit.junit.RecordedLog;

/** Neither a secret nor a customer's text nor a name is in any output, at DEBUG too. */
class SecretsTest extends SignalzenTestBase {

    private static final String TEXT = "my very private words";

    @RegisterExtension
    final RecordedLog log = new RecordedLog("", Level.FINE);

    @Test
    void secretsTextsAndNamesAreInNoOutput() throws Exception {
        long user = simulator.openUser("Annabella", "annabella@example.org");
        simulator.writeAsVisitor(user, TEXT);
        DefaultCamelContext context = start(BEGINNING, this::collect);
        awaitGot(TEXT);
        stop();
        String failure = failingOnceMore(context, user);

        assertThat(log.lines()).anyMatch(line -> line.contains("signalzen"));
        assertThat(log.lines() + failure).doesNotContain(simulator.apiKey()).doesNotContain(TEXT)
                .doesNotContain("nnabella");
    }

    private String failingOnceMore(DefaultCamelContext stopped, long user) throws Exception {
        String quoting = "{\"error\":\"Bearer " + simulator.apiKey() + " is wrong\"}";
        simulator.faults().onAny().next(6).then(Fault.answer(Answer.of(401, "application/json", quoting)));
        start("", this::collect);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(simulator.requests().list()).anyMatch(request -> request.status() == 401));
        simulator.faults().clear();
        simulator.faults().on("GET", MESSAGES).then(Fault.answer(Answer.of(400, "application/json", quoting)));
        Exchange refused = call("signalzen:listMessages?apiKey=" + simulator.apiKey() + "&userId=" + user, null, Map.of());
        assertThat(refused.getException()).isNotNull();
        StringWriter trace = new StringWriter();
        refused.getException().printStackTrace(new PrintWriter(trace));
        return trace + " " + component(stopped).getConfiguration() + refused.getContext().getEndpoints();
    }
}
