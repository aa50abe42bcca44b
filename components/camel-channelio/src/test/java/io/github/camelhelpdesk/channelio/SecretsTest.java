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
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.logging.Level;

import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.testkit.fault.Fault;
import io.github.camelhelpdesk.testkit.http.Answer;
import io.github.camelhelpdesk.testkit.junit.RecordedLog;

/** Neither a secret nor a customer's text nor a name is in any output, at DEBUG too. */
class SecretsTest extends ChannelioTestBase {

    private static final String TEXT = "my very private words";

    @RegisterExtension
    final RecordedLog log = new RecordedLog("", Level.FINE);

    @Test
    void secretsTextsAndNamesAreInNoOutput() throws Exception {
        String chat = simulator.openUserChat("Annabella", "annabella@example.org", null);
        simulator.writeAsCustomer(chat, TEXT);
        DefaultCamelContext context = start("&startFrom=beginning", this::collect);
        awaitGot(TEXT);
        stop();
        String failure = failingOnceMore(context, chat);
        assertThat(log.lines()).anyMatch(line -> line.contains("channelio"))
                .anyMatch(line -> line.contains("x-access-secret: xxxxxx"));
        assertThat(log.lines() + failure).doesNotContain(simulator.accessKey()).doesNotContain(simulator.secretKey())
                .doesNotContain(TEXT).doesNotContain("nnabella");
    }

    private String failingOnceMore(DefaultCamelContext stopped, String chat) throws Exception {
        String quoting = "{\"message\":\"" + simulator.secretKey() + " " + TEXT + " " + simulator.accessKey() + "\"}";
        simulator.faults().onAny().next(6)
                .then(Fault.answer(Answer.of(401, "application/json", quoting.replace(TEXT, ""))));
        start("", this::collect);
        await().untilAsserted(() -> assertThat(simulator.requests().list()).anyMatch(request -> request.status() == 401));
        simulator.faults().clear();
        simulator.faults().on("POST", MESSAGES).then(Fault.answer(Answer.of(422, "application/json", quoting)));
        String inUri = "channelio:sendMessage?accessKey=" + simulator.accessKey() + "&secretKey=RAW(" + simulator.secretKey()
                + ")&userChatId=" + chat;
        Exchange refused = call(inUri, TEXT, Map.of(HelpdeskConstants.MARKER, "hd1.x"));
        assertThat(refused.getException()).isNotNull();
        StringWriter trace = new StringWriter();
        refused.getException().printStackTrace(new PrintWriter(trace));
        return trace + " " + component(stopped).getConfiguration() + refused.getContext().getEndpoints();
    }
}
