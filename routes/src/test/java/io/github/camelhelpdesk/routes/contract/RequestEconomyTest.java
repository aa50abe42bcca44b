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

import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.testkit.contract.ContractDesk;
import io.github.camelhelpdesk.testkit.fault.FaultRule;

/** What it costs to watch an account with 10,000 conversations in which nothing happens, and then one message. */
class RequestEconomyTest {

    private static final int CONVERSATIONS = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final List<String> got = new CopyOnWriteArrayList<>();

    static Stream<Provider> providers() {
        return Providers.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void idleAccountCostsItsListsAndOneMessageOneMoreRead(Provider provider) throws Exception {
        try (ContractDesk desk = provider.desk(); DefaultCamelContext context = new DefaultCamelContext()) {
            String conversation = fill(desk);
            PollCosts costs = new PollCosts(desk.simulator().requests());
            start(context, provider, desk, costs);
            int allowed = provider.requestsOfAnIdlePoll(CONVERSATIONS);
            await().atMost(PATIENCE).until(() -> costs.lastAreAtMost(5, allowed));

            assertThat(costs.ofLast(5)).as("requests of each poll").containsOnly(allowed);
            FaultRule reads = desk.simulator().faults().onAny().when(call -> desk.reads(call, conversation))
                    .then(execution -> execution.process());
            desk.write(conversation, "news");
            await().atMost(PATIENCE).until(() -> got.equals(List.of("news")));
            int read = costs.polls();
            await().atMost(PATIENCE).until(() -> costs.polls() >= read + 5);

            assertThat(reads.count()).as("reads of the conversation with news").isEqualTo(provider.readsOfANewMessage());
            assertThat(got).containsExactly("news");
            Proofs.prove(provider, Claim.IDLE_COST, Integer.toString(allowed));
        }
    }

    private static String fill(ContractDesk desk) {
        String last = null;
        for (int i = 0; i < CONVERSATIONS; i++) {
            last = desk.openConversation("Customer " + i);
        }
        desk.simulator().clock().advance(Duration.ofMinutes(20));
        desk.simulator().clock().fix(desk.simulator().clock().now());
        return last;
    }

    private void start(DefaultCamelContext context, Provider provider, ContractDesk desk, PollCosts costs) throws Exception {
        context.getRegistry().bind("costs", costs);
        context.addComponent(provider.scheme(), provider.component(desk.simulator()));
        context.getShutdownStrategy().setTimeout(5);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(provider.scheme() + ":messages?initialDelay=0&delay=50&pollStrategy=#costs"
                        + provider.optionsWithoutSweeps())
                        .process(exchange -> got.add(exchange.getMessage().getBody(HelpdeskMessage.class).text()));
            }
        });
        context.start();
    }
}
