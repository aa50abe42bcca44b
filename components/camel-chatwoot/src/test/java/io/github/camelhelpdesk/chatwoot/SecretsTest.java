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

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.testkit.fault.Fault;

/** Neither a token nor a customer's text is in anything that is logged or thrown, down to DEBUG. */
class SecretsTest extends WebhookTestBase {

    private static final String TEXT = "my-very-private-words";

    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Logger root = Logger.getLogger("");
    private final Level levelBefore = root.getLevel();
    private final Handler capture = new Handler() {
        @Override
        public void publish(LogRecord event) {
            // The one log that shows the bytes on the wire, as its name says; and that of the client which plays the provider.
            if (!"org.apache.hc.client5.http.wire".equals(event.getLoggerName())
                    && !"jdk.internal.httpclient.debug".equals(event.getLoggerName())) {
                logged.add(event.getLevel() + " " + event.getLoggerName() + " " + event.getMessage() + " " + stack(event));
            }
        }

        @Override
        public void flush() {
            // Nothing is kept back.
        }

        @Override
        public void close() {
            // Nothing to free.
        }
    };

    @BeforeEach
    void captureEverything() {
        root.setLevel(Level.FINE);
        capture.setLevel(Level.ALL);
        root.addHandler(capture);
    }

    @AfterEach
    void stopCapturing() {
        root.removeHandler(capture);
        root.setLevel(levelBefore);
    }

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
        assertThat(logged).hasSizeGreaterThan(50).anyMatch(line -> line.contains("CamelChatwootContact"))
                .anyMatch(line -> line.contains("Api-Access-Token: xxxxxx"));
        assertThat(String.join("\n", logged) + dump).doesNotContain(chatwoot.accessToken()).doesNotContain("the+wrong&token")
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
        assertThat(logged).anyMatch(line -> line.contains("is not verified and is refused with 401"))
                .anyMatch(line -> line.contains("CamelChatwootEvent"));
        assertThat(String.join("\n", logged) + dump).doesNotContain(secret).doesNotContain(raw).doesNotContain("own-toke")
                .doesNotContain(TEXT).doesNotContain("sha256=");
    }

    private static String stack(LogRecord event) {
        if (event.getThrown() == null) {
            return "";
        }
        java.io.StringWriter text = new java.io.StringWriter();
        event.getThrown().printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }
}
