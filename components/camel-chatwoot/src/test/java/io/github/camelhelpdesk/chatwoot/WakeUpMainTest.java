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

import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.chatwoot.model.ChatwootMessage;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootWebhook;

/** As a user runs it: Camel Main, its own HTTP server, options in properties. */
class WakeUpMainTest extends WebhookTestBase {

    @Test
    void camelMainIsWokenOnItsOwnServer() throws Exception {
        List<String> read = new CopyOnWriteArrayList<>();
        long conversation = chatwoot.openConversation("Zoe");
        ChatwootWebhook webhook = chatwoot.registerWebhook(url(), "message_created");
        Main main = new Main();
        main.setOverrideProperties(properties(webhook.secret()));
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("chatwoot:messages?initialDelay=0&delay=3600000&wakeUpPath=" + PATH)
                        .process(exchange -> read.add(exchange.getMessage().getBody(ChatwootMessage.class).content()));
            }
        });
        main.start();
        try {
            Awaitility.await().until(() -> polls() >= 1);
            chatwoot.writeAsCustomer(conversation, "hello");
            Awaitility.await().untilAsserted(() -> assertThat(read).containsExactly("hello"));
        } finally {
            main.stop();
        }
    }

    private Properties properties(String secret) {
        Properties properties = new Properties();
        properties.setProperty("camel.server.enabled", "true");
        properties.setProperty("camel.server.host", "localhost");
        properties.setProperty("camel.server.port", String.valueOf(port));
        properties.setProperty("camel.component.chatwoot.base-url", chatwoot.baseUrl());
        properties.setProperty("camel.component.chatwoot.account-id", String.valueOf(chatwoot.accountId()));
        properties.setProperty("camel.component.chatwoot.access-token", chatwoot.accessToken());
        properties.setProperty("camel.component.chatwoot.webhook-verify-token", secret);
        return properties;
    }
}
