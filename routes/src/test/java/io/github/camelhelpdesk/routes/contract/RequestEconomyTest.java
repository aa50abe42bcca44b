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

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What it costs to watch an account in which nothing happens, and then to read what is new. */
class RequestEconomyTest {

    private static final int LARGE = 10_000;
    private static final int SMALL = 30;
    private static final int BURST = 10;

    static Stream<Provider> providers() {
        return Providers.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void idleAccountCostsItsListsAndOneMessageOneMoreRead(Provider provider) throws Exception {
        try (WatchedAccount account = new WatchedAccount(provider, LARGE)) {
            int allowed = provider.requestsOfAnIdlePoll(LARGE);
            account.awaitIdle(allowed);
            assertThat(account.lastPolls()).as("requests of each poll").containsOnly(allowed);

            account.begin(1);
            account.write(0, "one message");
            account.tookRequests(1);
            account.awaitIdle(allowed);
            Proofs.prove(provider, Claim.IDLE_COST, Integer.toString(allowed));
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void eachMessageOfAKnownConversationCostsOneRead(Provider provider) throws Exception {
        try (WatchedAccount account = begun(provider)) {
            account.write(0, "by the customer");
            account.tookRequests(1);
            account.becomesQuiet(1);
            account.answer(0, "by the agent, who has not written before");
            account.tookRequests(1);
            account.becomesQuiet(1);
            account.answer(0, "by the agent again");
            account.answer(1, "by the agent elsewhere");
            account.tookRequests(2);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void burstCostsOneReadForEachConversation(Provider provider) throws Exception {
        try (WatchedAccount account = begun(provider)) {
            account.writeAtOnce(BURST);
            account.tookRequests(BURST);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void severalMessagesOfOneConversationCostOneRead(Provider provider) throws Exception {
        try (WatchedAccount account = begun(provider)) {
            account.writeAtOnce(0, BURST);
            account.tookRequests(1);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void newConversationCostsOneReadAndWhatItsCustomerIsAskedFor(Provider provider) throws Exception {
        try (WatchedAccount account = begun(provider)) {
            account.open("somebody new");
            account.tookRequests(1 + provider.requestsForANewCustomer());
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void conversationThatHasBecomeQuietIsReadOnceMoreAtMost(Provider provider) throws Exception {
        try (WatchedAccount account = begun(provider)) {
            account.write(0, "the last one");
            account.tookRequests(1);
            account.becomesQuiet(1);
            account.pass(Duration.ofMinutes(9));
            account.tookRequests(0);
        }
    }

    private static WatchedAccount begun(Provider provider) throws Exception {
        WatchedAccount account = new WatchedAccount(provider, SMALL);
        account.begin(BURST);
        return account;
    }
}
