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
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.main.MainHttpServer;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.testkit.contract.ContractDesk;
import io.github.camelhelpdesk.testkit.http.FreePort;

/** Webhooks of each provider's simulator, sent to an application's own HTTP server. */
class WebhookContractTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final List<Object> got = new CopyOnWriteArrayList<>();

    static Stream<Provider> providers() {
        return Providers.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void webhookMakesAReaderThatSleepsReadAtOnce(Provider provider) throws Exception {
        try (ContractDesk desk = provider.desk()) {
            String conversation = desk.openConversation("Kim");
            run(provider, desk, conversation, provider.scheme() + ":messages?initialDelay=0&delay=3600000&wakeUpPath=/hook",
                    () -> await().atMost(PATIENCE)
                            .until(() -> desk.simulator().requests().count("GET", desk.pollPath()) >= desk.requestsPerPoll()));
        }
        Proofs.prove(provider, Claim.WAKE_UP, Proofs.YES);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void webhookComesAsItIs(Provider provider) throws Exception {
        try (ContractDesk desk = provider.desk()) {
            String conversation = desk.openConversation("Kim");
            run(provider, desk, conversation, "webhook:" + provider.scheme() + ":messages?webhookComponentName=platform-http"
                    + "&webhookAutoRegister=false&webhookPath=/hook", () -> {
                    });
            assertThat(got).allSatisfy(event -> assertThat(event).isInstanceOf(JsonNode.class));
        }
        Proofs.prove(provider, Claim.RAW_EVENTS, Proofs.YES);
    }

    /** Runs a route until something that a webhook tells of has come through it. */
    private void run(Provider provider, ContractDesk desk, String conversation, String uri, Runnable ready) throws Exception {
        int port = FreePort.find();
        String url = "http://localhost:" + port + "/hook";
        String secret = provider.registerWebhook(desk.simulator(), url);
        try (DefaultCamelContext context = context(port)) {
            context.addComponent(provider.scheme(), provider.component(desk.simulator()));
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(uri + "&webhookVerifyToken=RAW(" + secret + ")").process(exchange -> got.add(exchange.getMessage()
                            .getBody()));
                }
            });
            context.start();
            ready.run();
            provider.confirmWebhook(desk.simulator(), url);
            provider.stir(desk, conversation);
            await().atMost(PATIENCE).until(() -> !got.isEmpty());
        }
    }

    private static DefaultCamelContext context(int port) throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        MainHttpServer server = new MainHttpServer();
        server.setCamelContext(context);
        server.setHost("localhost");
        server.setPort(port);
        context.addService(server);
        context.getShutdownStrategy().setTimeout(5);
        return context;
    }
}
