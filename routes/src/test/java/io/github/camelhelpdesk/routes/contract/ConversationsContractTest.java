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
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.model.HelpdeskConversation;
import io.github.camelhelpdesk.testkit.contract.ContractDesk;

/** What each provider's {@code conversations} consumer tells by polling alone. */
class ConversationsContractTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final List<String> got = new CopyOnWriteArrayList<>();

    static Stream<Provider> providers() {
        return Providers.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void openedAndClosedConversationsAreToldOnce(Provider provider) throws Exception {
        try (ContractDesk desk = provider.desk(); DefaultCamelContext context = new DefaultCamelContext()) {
            start(context, provider, desk);
            awaitPolls(desk, 2);
            String conversation = desk.openConversation("Kim");
            desk.write(conversation, "hello");
            await().atMost(PATIENCE).until(() -> got.contains("opened " + conversation));

            provider.close(desk.simulator(), conversation);
            if (provider.showsClosing()) {
                await().atMost(PATIENCE).until(() -> got.contains("closed " + conversation));
            }
            awaitPolls(desk, 5);
            assertThat(got).filteredOn(event -> event.matches("(opened|closed) .*")).containsExactlyElementsOf(
                    provider.showsClosing() ? List.of("opened " + conversation, "closed " + conversation)
                            : List.of("opened " + conversation));
        }
        Proofs.prove(provider, Claim.CONVERSATIONS, provider.showsClosing() ? Proofs.YES : "opened; closed by webhook only");
    }

    private static void awaitPolls(ContractDesk desk, int polls) {
        long before = desk.simulator().requests().count();
        await().atMost(PATIENCE)
                .until(() -> desk.simulator().requests().count() >= before + (long) (polls + 1) * desk.requestsPerPoll());
    }

    private void start(DefaultCamelContext context, Provider provider, ContractDesk desk) throws Exception {
        context.addComponent(provider.scheme(), provider.component(desk.simulator()));
        context.getShutdownStrategy().setTimeout(5);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(provider.scheme() + ":conversations?initialDelay=0&delay=50").process(exchange -> got.add(
                        exchange.getMessage().getHeader(HelpdeskConstants.CONVERSATION_EVENT, String.class) + " "
                                + exchange.getMessage().getMandatoryBody(HelpdeskConversation.class).id()));
            }
        });
        context.start();
    }
}
