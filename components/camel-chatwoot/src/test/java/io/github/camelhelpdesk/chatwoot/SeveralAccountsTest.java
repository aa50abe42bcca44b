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

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;

/** Several accounts are several beans of the component, by properties alone; the scheme of an endpoint is the bean's name. */
class SeveralAccountsTest extends ChatwootTestBase {

    @Test
    void namedComponentsAreReadAndWrittenEachForItself() throws Exception {
        try (ChatwootSimulator other = ChatwootSimulator.start()) {
            long here = chatwoot.openConversation("Kim");
            long there = other.openConversation("Lee");
            chatwoot.writeAsCustomer(here, "hello");
            Main main = new Main();
            main.bind("cursors", cursors);
            account(main, "chatwootEu", chatwoot);
            account(main, "chatwootUs", other);
            main.configure().addRoutesBuilder(new RouteBuilder() {
                @Override
                public void configure() {
                    from("chatwootEu:messages?initialDelay=0&delay=20&startFrom=beginning").routeId("intake")
                            .process(SeveralAccountsTest.this::collect)
                            .to("chatwootUs:sendMessage?conversationId=" + there);
                }
            });
            main.start();
            try {
                await().until(() -> other.messages(there).size() == 1);
                assertThat(other.messages(there).get(0).content()).isEqualTo("hello");
                assertThat(chatwoot.messages(here)).hasSize(1);
                assertThat(exchanges.get(0).getMessage().getHeaders())
                        .containsAllEntriesOf(Map.of(HelpdeskConstants.ACCOUNT, account()));
            } finally {
                main.stop();
            }
        }
    }

    private static void account(Main main, String name, ChatwootSimulator simulator) {
        main.addOverrideProperty("camel.beans." + name, "#class:" + ChatwootComponent.class.getName());
        main.addOverrideProperty("camel.beans." + name + ".baseUrl", simulator.baseUrl());
        main.addOverrideProperty("camel.beans." + name + ".accountId", Long.toString(simulator.accountId()));
        main.addOverrideProperty("camel.beans." + name + ".accessToken", simulator.accessToken());
    }
}
