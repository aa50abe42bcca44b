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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.ScheduledPollConsumer;

import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.testkit.HelpdeskSimulator;
import io.github.camelhelpdesk.testkit.contract.ContractDesk;
import io.github.camelhelpdesk.testkit.fault.FaultRule;

/** A simulated account, at a clock that stands still, with a route that reads it and a count of what that costs. */
final class WatchedAccount implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int SOME_POLLS = 5;

    private final Provider provider;
    private final ContractDesk desk;
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final List<String> conversations = new ArrayList<>();
    private final List<String> written = new CopyOnWriteArrayList<>();
    private final List<String> got = new CopyOnWriteArrayList<>();
    private final PollCosts costs;
    private final FaultRule beyondLists;
    private long counted;

    WatchedAccount(Provider provider, int size) throws Exception {
        this.provider = provider;
        this.desk = provider.desk();
        this.costs = new PollCosts(desk.simulator().requests());
        for (int i = 0; i < size; i++) {
            conversations.add(desk.openConversation("Customer " + i));
        }
        desk.simulator().clock().advance(Duration.ofMinutes(20));
        desk.simulator().clock().fix(desk.simulator().clock().now());
        beyondLists = desk.simulator().faults().onAny().when(call -> !call.path().matches(desk.pollPath()))
                .then(execution -> execution.process());
        start();
        awaitPolls();
        counted = beyondLists.count();
    }

    private void start() throws Exception {
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

    /** Customers of each of the first conversations have written, and it has become quiet again. */
    void begin(int conversations) {
        for (int i = 0; i < conversations; i++) {
            write(i, "the beginning of " + i);
        }
        tookRequests(provider.readsOfTheFirstMessage() - 1 + conversations * (1 + provider.requestsForANewCustomer()));
        becomesQuiet(conversations);
    }

    /** A minute goes by, and some conversations are looked at once more. */
    void becomesQuiet(int conversations) {
        pass(Duration.ofMinutes(1));
        tookRequests(conversations * provider.readsOfAQuietConversation());
    }

    /** The customer of one of the conversations writes. */
    void write(int conversation, String text) {
        written.add(text);
        desk.write(conversations.get(conversation), text);
    }

    /** The agent answers in one of the conversations. */
    void answer(int conversation, String text) {
        written.add(text);
        provider.answer(desk.simulator(), conversations.get(conversation), text);
    }

    /** A customer who was never here before writes. */
    void open(String text) {
        written.add(text);
        desk.write(desk.openConversation("New customer"), text);
    }

    /** The customers of the first conversations write, between two polls. */
    void writeAtOnce(int conversations) throws Exception {
        betweenPolls(() -> IntStream.range(0, conversations).forEach(i -> write(i, "burst " + i)));
    }

    /** The customer of a conversation writes some messages, between two polls. */
    void writeAtOnce(int conversation, int messages) throws Exception {
        betweenPolls(() -> IntStream.range(0, messages).forEach(i -> write(conversation, "burst " + i)));
    }

    private void betweenPolls(Runnable burst) throws Exception {
        String route = context.getRoutes().get(0).getId();
        context.getRouteController().suspendRoute(route);
        // The last poll may still be under way, and would see half of it.
        await().atMost(PATIENCE).until(() -> !((ScheduledPollConsumer) context.getRoute(route).getConsumer()).isPolling());
        burst.run();
        context.getRouteController().resumeRoute(route);
    }

    /** Time goes by in which nothing happens. */
    void pass(Duration time) {
        HelpdeskSimulator simulator = desk.simulator();
        simulator.clock().fix(simulator.clock().now().plus(time));
    }

    /** Waits until all is read, and checks what that took since the last time, beyond the lists of the polls. */
    void tookRequests(int expected) {
        await().atMost(PATIENCE).until(() -> Set.copyOf(got).containsAll(written));
        await().atMost(PATIENCE).until(() -> beyondLists.count() >= counted + expected);
        awaitPolls();
        assertThat(got).containsExactlyInAnyOrderElementsOf(written);
        assertThat(beyondLists.count() - counted).as("requests beyond the lists of the polls").isEqualTo(expected);
        counted += expected;
    }

    private void awaitPolls() {
        int before = costs.polls();
        await().atMost(PATIENCE).until(() -> costs.polls() >= before + SOME_POLLS);
    }

    /** Waits until polls make no more requests than that. */
    void awaitIdle(int allowed) {
        await().atMost(PATIENCE).until(() -> costs.lastAreAtMost(SOME_POLLS, allowed));
    }

    /** The requests of each of the last polls. */
    List<Integer> lastPolls() {
        return costs.ofLast(SOME_POLLS);
    }

    @Override
    public void close() throws Exception {
        context.close();
        desk.close();
    }
}
