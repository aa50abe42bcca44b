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
package io.github.camelhelpdesk.channelio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.channelio.model.ChannelioMessage;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.testkit.fault.Fault;
import io.github.camelhelpdesk.testkit.http.Answer;

/** What the consumer does when the provider answers otherwise than it should. */
class ConsumerErrorsTest extends ChannelioTestBase {

    private static final String BEGINNING = "&startFrom=beginning";

    @Test
    void refusedKeysAreReportedAndReadingGoesOnWhenTheyAreAccepted() throws Exception {
        simulator.writeAsCustomer(simulator.openUserChat("Ann"), "hello");
        simulator.faults().onAny().then(Fault.status(401));
        DefaultCamelContext context = start(BEGINNING, this::collect);
        await().untilAsserted(() -> assertThat(simulator.requests().count()).isGreaterThan(1));
        assertThat(context.getRouteController().getRouteStatus("intake").isStarted()).isTrue();
        assertThat(got).isEmpty();
        simulator.faults().clear();
        awaitGot("hello");
    }

    @Test
    void conversationThatIsGoneHoldsBackNoOther() throws Exception {
        String gone = simulator.openUserChat("Ann");
        simulator.writeAsCustomer(gone, "never");
        simulator.writeAsCustomer(simulator.openUserChat("Ben"), "hello");
        simulator.faults().on("GET", "/open/v5/user-chats/" + gone + "/messages").then(Fault.status(404));
        start(BEGINNING, this::collect);
        awaitGot("hello");
        awaitPolls();
        long asked = simulator.requests().count("GET", "/open/v5/user-chats/" + gone + "/messages");
        awaitPolls();
        assertThat(simulator.requests().count("GET", "/open/v5/user-chats/" + gone + "/messages")).isEqualTo(asked);
    }

    @Test
    void limitWithFarResetPausesOnlyAsLongAsTheOptionAllows() throws Exception {
        simulator.writeAsCustomer(simulator.openUserChat("Ann"), "hello");
        String reset = String.valueOf(simulator.clock().now().getEpochSecond() + 3_600);
        simulator.faults().on("GET", MESSAGES).next(2).then(Fault.answer(Answer.of(429, "application/json", "{}")
                .withHeader("x-ratelimit-remaining", "0").withHeader("x-ratelimit-reset", reset)));
        start(BEGINNING, this::collect);
        awaitGot("hello");
    }

    @Test
    void enforcedLimitIsSurvived() throws Exception {
        for (int i = 0; i < 20; i++) {
            simulator.writeAsCustomer(simulator.openUserChat("Customer " + i), "hello " + i);
        }
        simulator.enforceRateLimit(10, 40);
        start(BEGINNING, this::collect);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(got).hasSize(20));
        assertThat(got).doesNotHaveDuplicates();
    }

    @Test
    void answerWithoutMessagesIsNotTakenForAnEmptyConversation() throws Exception {
        simulator.writeAsCustomer(simulator.openUserChat("Ann"), "hello");
        var odd = simulator.faults().on("GET", MESSAGES).next(3)
                .then(Fault.answer(Answer.of(200, "application/json", "{\"status\":\"ok\"}")));
        start(BEGINNING, this::collect);
        awaitGot("hello");
        assertThat(odd.count()).isEqualTo(3);
    }

    @Test
    void unknownFieldsAndNullsAreIgnored() throws Exception {
        simulator.writeAsCustomer(simulator.openUserChat("Ann"), "hello");
        rewrite(body -> body.replace("\"blocks\":[", "\"somethingNew\":{\"a\":[1,null]},\"blocks\":[null,")
                .replace("\"bots\":[", "\"bots\":[null"));
        start(BEGINNING, this::collect);
        awaitGot("hello");
    }

    @Test
    void malformedMessageComesAsUnreadableAndTheOthersAsUsual() throws Exception {
        String chat = simulator.openUserChat("Ann");
        simulator.writeAsCustomer(chat, "1");
        String broken = simulator.writeAsCustomer(chat, "2");
        simulator.writeAsCustomer(chat, "3");
        rewrite(body -> body.replaceFirst("(\"id\":\"" + broken + "\".*?)\"blocks\":\\[", "$1\"blocks\":\"?\",\"x\":["));
        List<Exchange> exchanges = new CopyOnWriteArrayList<>();
        start(BEGINNING, exchanges::add);
        await().untilAsserted(() -> assertThat(exchanges).hasSize(3));
        awaitPolls();
        assertThat(exchanges).hasSize(3);
        assertThat(exchanges.get(1).getMessage().getHeader(HelpdeskConstants.UNREADABLE, String.class)).contains("blocks");
        assertThat(exchanges.get(1).getMessage().getHeader(ChannelioConstants.MESSAGE_ID)).isEqualTo(broken);
        assertThat(exchanges.get(1).getMessage().getBody()).isInstanceOf(JsonNode.class);
        assertThat(exchanges).extracting(exchange -> exchange.getMessage().getHeader(HelpdeskConstants.UNREADABLE) == null)
                .containsExactly(true, false, true);
    }

    @Test
    void messageWithoutTimeComesOnceInItsPlace() throws Exception {
        String chat = simulator.openUserChat("Ann");
        simulator.writeAsCustomer(chat, "1");
        String timeless = simulator.writeAsCustomer(chat, "2");
        simulator.writeAsCustomer(chat, "3");
        rewrite(body -> body.replaceFirst("(\"id\":\"" + timeless + "\".*?)\"createdAt\":\\d+", "$1\"noCreatedAt\":0"));
        List<Object> ids = new CopyOnWriteArrayList<>();
        start(BEGINNING, exchange -> ids.add(exchange.getMessage().getHeader(ChannelioConstants.MESSAGE_ID)));
        await().untilAsserted(() -> assertThat(ids).hasSize(3));
        simulator.writeAsCustomer(chat, "4");
        await().untilAsserted(() -> assertThat(ids).hasSize(4));
        assertThat(ids.get(1)).isEqualTo(timeless);
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void messageWithoutIdIsLeftOut() throws Exception {
        String chat = simulator.openUserChat("Ann");
        String nameless = simulator.writeAsCustomer(chat, "1");
        simulator.writeAsCustomer(chat, "2");
        rewrite(body -> body.replace("\"id\":\"" + nameless + "\"", "\"id\":null"));
        start(BEGINNING, this::collect);
        awaitGot("2");
    }

    @Test
    void cursorThatRepeatsEndsTheReadingOfThatConversationOnly() throws Exception {
        String endless = simulator.openUserChat("Ann");
        simulator.writeAsCustomer(endless, "x");
        simulator.writeAsCustomer(simulator.openUserChat("Ben"), "hello");
        simulator.clock().advance(Duration.ofSeconds(1));
        AtomicReference<Answer> first = new AtomicReference<>();
        simulator.faults().on("GET", "/open/v5/user-chats/" + endless + "/messages").then(execution -> {
            if (execution.call().query("since") == null) {
                Answer answer = execution.process();
                first.set(answer.withBody(text(answer).replaceFirst("\\{", "{\"next\":\"again\",")));
            }
            return first.get();
        });
        start(BEGINNING, this::collect);
        await().untilAsserted(() -> assertThat(got).contains("hello"));
        awaitPolls();
        assertThat(got).filteredOn("hello"::equals).hasSize(1);
        assertThat(got).filteredOn("x"::equals).hasSize(1);
        assertThat(simulator.requests().count("GET", "/open/v5/user-chats/" + endless + "/messages")).isLessThan(30);
    }

    @Test
    void idleAccountCostsOneRequestPerStateAndPoll() throws Exception {
        for (int i = 0; i < 30; i++) {
            simulator.writeAsCustomer(simulator.openUserChat("Customer " + i), "hello " + i);
        }
        start(BEGINNING, this::collect);
        await().untilAsserted(() -> assertThat(got).hasSize(30));
        awaitPolls();
        simulator.requests().clear();
        awaitPolls();
        assertThat(simulator.requests().list()).allMatch(request -> request.path().equals(USER_CHATS));
        List<String> states = simulator.requests().list().stream()
                .map(request -> request.query().replaceFirst(".*state=([a-z]+).*", "$1")).toList();
        for (int i = 6; i < states.size(); i++) {
            assertThat(states.get(i)).isEqualTo(states.get(i - 6));
        }
    }

    @Test
    void namesOfPeopleComeWithTheMessages() throws Exception {
        String chat = simulator.openUserChat("Ann", "ann@example.org", "+15550100");
        simulator.writeAsCustomer(chat, "1");
        simulator.writeAsManager(chat, "2");
        simulator.writeAsBot(chat, "Robo", "3");
        List<Object> authors = new CopyOnWriteArrayList<>();
        List<Object> users = new CopyOnWriteArrayList<>();
        start(BEGINNING + "&include=customer,agent,bot", exchange -> {
            authors.add(exchange.getMessage()
                    .getHeader(ChannelioConstants.AUTHOR, io.github.camelhelpdesk.common.model.Author.class).name());
            users.add(exchange.getMessage()
                    .getHeader(ChannelioConstants.USER, io.github.camelhelpdesk.channelio.model.ChannelioUser.class).email());
        });
        await().untilAsserted(() -> assertThat(authors).hasSize(3));
        assertThat(authors).containsExactly("Ann", "Mia Manager", "Robo");
        assertThat(users).containsOnly("ann@example.org");
    }

    @Test
    void personWhoCannotBeReadHoldsBackNobody() throws Exception {
        String chat = simulator.openUserChat("Ann");
        simulator.writeAsCustomer(chat, "1");
        simulator.writeAsManager(chat, "2");
        simulator.writeAsCustomer(simulator.openUserChat("Ben"), "3");
        simulator.faults().on("GET", "/open/v5/managers/.*").then(Fault.answer(Answer.of(200, "application/json",
                "{\"manager\":{\"id\":\"1\",\"name\":{\"odd\":1}}}")));
        simulator.faults().on("GET", USER_CHATS).then(execution -> {
            Answer answer = execution.process();
            return answer.withBody(text(answer).replace("\"users\":", "\"noUsers\":"));
        });
        simulator.faults().on("GET", "/open/v5/users/[^/]*").then(Fault.status(500));
        start(BEGINNING, this::collect);
        awaitGot("1", "2", "3");
    }

    @Test
    void writerWithAnEmptyIdHasNoName() throws Exception {
        simulator.writeAsCustomer(simulator.openUserChat("Ann"), "1");
        rewrite(body -> body.replaceAll("\"personId\":\"[^\"]*\"", "\"personId\":\"\""));
        start(BEGINNING, this::collect);
        awaitGot("1");
    }

    @Test
    void includeChoosesWhoseMessagesCome() throws Exception {
        String chat = simulator.openUserChat("Ann");
        simulator.writeAsCustomer(chat, "customer");
        simulator.writeAsManager(chat, "agent");
        simulator.writeAsBot(chat, "Robo", "bot");
        simulator.writePrivate(chat, "private");
        simulator.writeLog(chat, "assign");
        start(BEGINNING + "&include=system,private",
                exchange -> got.add(String.valueOf(exchange.getMessage().getBody(ChannelioMessage.class).plainText())));
        awaitGot("private", "null");
    }

    private void rewrite(UnaryOperator<String> change) {
        simulator.faults().on("GET", MESSAGES).then(execution -> {
            Answer answer = execution.process();
            return answer.withBody(change.apply(text(answer)));
        });
    }

    private static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
