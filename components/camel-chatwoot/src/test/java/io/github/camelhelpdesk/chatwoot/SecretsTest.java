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
package io.github.camelhelpdesk.chatwoot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.logging.Level;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.testkit.fault.Fault;
import io.github.camelhelpdesk.testkit.junit.RecordedLog;

/** Neither a token nor a customer's text is in anything that is logged or thrown, down to DEBUG. */
class SecretsTest extends WebhookTestBase {

    private static final String TEXT = "my-very-private-words";

    @RegisterExtension
    final RecordedLog log = new RecordedLog("", Level.FINE);

    @Test
    void nothingSecretIsInAnyOutputAtDebug() throws Exception {
        long conversation = chatwoot.openConversation("Kim-the-customer", "kim-mail@example.com", null);
        chatwoot.writeAsCustomer(conversation, TEXT);
        DefaultCamelContext context = context();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class).handled(true).log("failed: ${exception.message}");
                from(POLL + "&startFrom=beginning&accessToken=RAW(" + chatwoot.accessToken() + ")").routeId("intake")
                        .process(SecretsTest.this::collect)
                        .to("log:copy?level=DEBUG&showHeaders=true&showBody=true&showExchangeId=true")
                        .to("chatwoot:sendMessage");
            }
        });
        chatwoot.faults().on("POST", ".*/messages").next(1).then(Fault.status(500));
        chatwoot.faults().on("GET", ".*/messages").next(2).then(Fault.malformedBody());
        context.start();
        awaitGot(TEXT);
        // The one failure that is simulated must meet the route and not the call below.
        await().until(() -> chatwoot.requests().count("POST", ".*/messages") >= 1);
        var failure = context.createProducerTemplate().request("chatwoot:sendMessage?accessToken=RAW(the+wrong&token)",
                exchange -> {
                    exchange.getMessage().setBody(TEXT);
                    exchange.getMessage().setHeaders(Map.of(HelpdeskConstants.CONVERSATION_ID, conversation));
                });
        assertThat(failure.getException()).hasMessageContaining("401");
        String dump = context.getEndpoints() + " " + component(context) + " " + component(context).getConfiguration() + " "
                + failure.getException();
        context.stop();
        assertThat(log.lines()).hasSizeGreaterThan(50).anyMatch(line -> line.contains("CamelChatwootContact"))
                .anyMatch(line -> line.contains("Api-Access-Token: xxxxxx"));
        assertThat(log.lines() + dump).doesNotContain(chatwoot.accessToken()).doesNotContain("the+wrong&token")
                .doesNotContain(TEXT).doesNotContain("Kim-the-customer").doesNotContain("kim-mail@example.com");
    }

    @Test
    void nothingSecretOfWebhooksIsInAnyOutputAtDebug() throws Exception {
        long conversation = chatwoot.openConversation("Kim-the-customer");
        String secret = chatwoot.registerWebhook(url(), "message_created").secret();
        DefaultCamelContext context = started(new RouteBuilder() {
            @Override
            public void configure() {
                from("chatwoot:messages?initialDelay=0&delay=3600000&wakeUpPath=" + PATH + "&webhookVerifyToken=RAW(own-token,"
                        + secret + ")").routeId("intake").process(SecretsTest.this::collect);
                from("webhook:chatwoot:messages?webhookComponentName=platform-http&webhookPath=/raw&webhookExternalUrl="
                        + "http://localhost:" + port).to("log:raw?level=DEBUG&showHeaders=true&showBody=false");
            }
        });
        chatwoot.writeAsCustomer(conversation, TEXT);
        awaitGot(TEXT);
        String event = "{\"event\":\"message_created\",\"content\":\"" + TEXT + "\"}";
        assertThat(post(url() + "?token=own-token", event)).isEqualTo(200);
        assertThat(post(url() + "?token=own-tokem", event)).isEqualTo(401);
        assertThat(post(url() + "?token=own-token", "not JSON: " + TEXT)).isEqualTo(200);
        String raw = chatwoot.registeredWebhooks().get(1).secret();
        String dump = context.getEndpoints() + " " + component(context).getConfiguration();
        context.stop();
        assertThat(log.lines()).anyMatch(line -> line.contains("is not verified and is refused with 401"))
                .anyMatch(line -> line.contains("CamelChatwootEvent"));
        assertThat(log.lines() + dump).doesNotContain(secret).doesNotContain(raw).doesNotContain("own-toke")
                .doesNotContain(TEXT).doesNotContain("sha256=");
    }
}
