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

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.apache.camel.component.platform.http.main.MainHttpServer;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.BeforeEach;

import io.github.camelhelpdesk.testkit.http.FreePort;

/** Contexts with an HTTP server that webhooks can reach. */
abstract class WebhookTestBase extends ChatwootTestBase {

    static final String PATH = "/wake-up/chatwoot";

    int port;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void findPort() {
        port = FreePort.find();
    }

    String url() {
        return "http://localhost:" + port + PATH;
    }

    @Override
    DefaultCamelContext context() {
        DefaultCamelContext context = super.context();
        try {
            MainHttpServer server = new MainHttpServer();
            server.setCamelContext(context);
            server.setHost("localhost");
            server.setPort(port);
            context.addService(server);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return context;
    }

    int post(String url, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        for (int index = 0; index < headers.length; index += 2) {
            request.header(headers[index], headers[index + 1]);
        }
        HttpResponse<Void> answer = client.send(request.build(), BodyHandlers.discarding());
        return answer.statusCode();
    }
}
