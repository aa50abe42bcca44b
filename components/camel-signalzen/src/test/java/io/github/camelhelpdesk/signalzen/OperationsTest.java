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
package io.github.camelhelpdesk.signalzen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.signalzen.model.SignalzenMessage;
import io.github.camelhelpdesk.signalzen.model.SignalzenUser;
import io.github.camelhelpdesk.testkit.signalzen.SignalzenOrder;

class OperationsTest extends SignalzenTestBase {

    @ParameterizedTest
    @EnumSource(names = { "OLDEST_FIRST", "NEWEST_FIRST" })
    void listMessagesGivesAllPagesOldestFirst(SignalzenOrder order) throws Exception {
        simulator.messageOrder(order);
        long user = simulator.openUser("Ann");
        List<String> ids = IntStream.range(0, 320).mapToObj(i -> String.valueOf(simulator.writeAsVisitor(user, "m" + i)))
                .toList();
        Exchange exchange = call("signalzen:listMessages?userId=" + user, null, Map.of());
        assertThat(messages(exchange)).extracting(SignalzenMessage::id).containsExactlyElementsOf(ids);
        assertThat(simulator.requests().list()).allMatch(request -> request.query().endsWith("limit=99"));
    }

    @Test
    void listMessagesGivesTheNewestWhenThereIsALimit() throws Exception {
        long user = simulator.openUser("Ann");
        write(user, 0, 5);
        Exchange exchange = call("signalzen:listMessages", null,
                Map.of(HelpdeskConstants.CONVERSATION_ID, String.valueOf(user), SignalzenConstants.LIMIT, 2));
        assertThat(messages(exchange)).extracting(SignalzenMessage::body).containsExactly("m3", "m4");
    }

    @Test
    void getMessageGivesOneAndItsIds() throws Exception {
        long user = simulator.openUser("Ann");
        long message = simulator.writeAsOperator(user, "hello");
        Exchange exchange = call("signalzen:getMessage?userId=" + user, null, Map.of(SignalzenConstants.MESSAGE_ID, message));
        assertThat(exchange.getMessage().getBody(SignalzenMessage.class).body()).isEqualTo("hello");
        assertThat(exchange.getMessage().getBody(SignalzenMessage.class).userId()).isEqualTo(String.valueOf(user));
        assertThat(exchange.getMessage().getHeader(SignalzenConstants.USER_ID)).isEqualTo(String.valueOf(user));
    }

    @Test
    void getMessageNeedsAMessage() throws Exception {
        Exchange exchange = call("signalzen:getMessage?userId=1", null, Map.of());
        assertThat(exchange.getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(SignalzenConstants.MESSAGE_ID);
    }

    @Test
    void listUsersGivesAllPages() throws Exception {
        List<String> ids = IntStream.range(0, 230).mapToObj(i -> String.valueOf(simulator.openUser("Customer " + i))).toList();
        simulator.unstableTotal(true);
        assertThat(users(call("signalzen:listUsers", null, Map.of()))).extracting(SignalzenUser::id)
                .containsExactlyElementsOf(ids);
        assertThat(users(call("signalzen:listUsers", null, Map.of(SignalzenConstants.LIMIT, 120)))).hasSize(120);
    }

    @Test
    void getUserGivesWhatTheSiteKnowsWithRepeatedNames() throws Exception {
        long user = simulator.openUser(null);
        simulator.addAttribute(user, "plan", "free");
        simulator.addAttribute(user, "plan", "paid");
        SignalzenUser got = call("signalzen:getUser", null, Map.of(SignalzenConstants.USER_ID, user)).getMessage()
                .getBody(SignalzenUser.class);
        assertThat(got.displayName()).isEqualTo("#" + user);
        assertThat(got.userAttributes()).extracting(attribute -> attribute.name() + "=" + attribute.value())
                .containsExactly("plan=free", "plan=paid");
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, -1, 100_001 })
    void limitOutOfRangeIsRefused(int limit) throws Exception {
        Exchange exchange = call("signalzen:listUsers", null, Map.of(SignalzenConstants.LIMIT, limit));
        assertThat(exchange.getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(SignalzenConstants.LIMIT);
    }

    @ParameterizedTest
    @ValueSource(strings = { "../users", "x", "1/2", "" })
    void whatIsNoNumberIsNoUser(String user) throws Exception {
        Exchange exchange = call("signalzen:getUser", null, Map.of(SignalzenConstants.USER_ID, user));
        assertThat(exchange.getException()).isInstanceOf(IllegalArgumentException.class);
        assertThat(simulator.requests().count()).isZero();
    }

    @Test
    void userOfAnotherProvidersMessageDoesNotCount() throws Exception {
        Exchange exchange = call("signalzen:getUser", null,
                Map.of(SignalzenConstants.USER_ID, simulator.openUser("Ann"), HelpdeskConstants.PROVIDER, "chatwoot"));
        assertThat(exchange.getException()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoIsGoneIsReportedAsSuch() throws Exception {
        long user = simulator.openUser("Ann");
        simulator.destroyUser(user);
        Exchange exchange = call("signalzen:getUser?userId=" + user, null, Map.of());
        assertThat(exchange.getException()).isInstanceOfSatisfying(HelpdeskException.class, e -> {
            assertThat(e.statusCode()).isEqualTo(410);
            assertThat(e).hasMessageContaining("/users/" + user).hasMessageContaining("removed");
        });
    }

    @SuppressWarnings("unchecked")
    private static List<SignalzenMessage> messages(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(List.class);
    }

    @SuppressWarnings("unchecked")
    private static List<SignalzenUser> users(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(List.class);
    }
}
