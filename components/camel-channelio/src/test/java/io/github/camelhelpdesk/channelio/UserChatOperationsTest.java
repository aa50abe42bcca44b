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

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhelpdesk.channelio.model.ChannelioBot;
import io.github.camelhelpdesk.channelio.model.ChannelioMessage;
import io.github.camelhelpdesk.channelio.model.ChannelioUser;
import io.github.camelhelpdesk.channelio.model.ChannelioUserChat;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.testkit.channelio.ChannelioFile;
import io.github.camelhelpdesk.testkit.channelio.ChannelioSimulator;
import io.github.camelhelpdesk.testkit.fault.Fault;
import io.github.camelhelpdesk.testkit.http.Answer;

/** Opening and closing, and what is asked about people and files. */
class UserChatOperationsTest extends ChannelioTestBase {

    private DefaultCamelContext context;
    private String chat;
    private String key;

    @BeforeEach
    void openChat() {
        context = context();
        component(context).getConfiguration().setMaxRetries(2);
        context.start();
        chat = simulator.openUserChat("Ann", "ann@example.org", null);
        simulator.writeAsCustomer(chat, "see the picture", file());
        key = key();
    }

    @Test
    void conversationIsClosedAndOpenedAgainByTheBotThatTheHeaderNames() {
        Map<String, Object> headers = Map.of(ChannelioConstants.BOT_NAME, "Night shift");
        for (int i = 0; i < 2; i++) {
            Exchange closed = ok("closeUserChat", headers);
            assertThat(closed.getMessage().getBody(ChannelioUserChat.class).state()).isEqualTo("closed");
            assertThat(closed.getMessage().getHeader(ChannelioConstants.USER_CHAT_ID)).isEqualTo(chat);
        }
        assertThat(state()).isEqualTo("closed");
        assertThat(ok("openUserChat", headers).getMessage().getBody(ChannelioUserChat.class).state()).isEqualTo("opened");
        assertThat(state()).isEqualTo("opened");
        assertThat(simulator.messages(chat)).filteredOn(message -> message.logAction() != null)
                .extracting("personName").containsOnly("Night shift");
    }

    @Test
    void botOfTheOptionOrElseTheChannelsOwnDoesIt() {
        ok("closeUserChat", Map.of());
        ok("openUserChat?botName=Support", Map.of());
        assertThat(simulator.messages(chat)).filteredOn(message -> message.logAction() != null)
                .extracting("personName").containsExactly(ChannelioSimulator.DEFAULT_BOT, "Support");
    }

    @ParameterizedTest
    @ValueSource(strings = { "a name of more than thirty characters", "50%", " " })
    void nameThatChannelioWouldRefuseIsRefusedBeforeTheCall(String name) {
        Exchange exchange = run("closeUserChat", Map.of(ChannelioConstants.BOT_NAME, name));
        assertThat(exchange.getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(ChannelioConstants.BOT_NAME);
        assertThat(state()).isEqualTo("opened");
    }

    @Test
    void userIsReadByItsIdOrTheSitesOwn() {
        String id = simulator.userChats().get(0).userId();
        ChannelioUser ann = ok("getUser", Map.of(ChannelioConstants.USER_ID, id)).getMessage().getBody(ChannelioUser.class);
        assertThat(ann.id()).isEqualTo(id);
        assertThat(ann.email()).isEqualTo("ann@example.org");
        String member = ok("upsertUser", Map.of(ChannelioConstants.MEMBER_ID, "shop/17")).getMessage()
                .getBody(ChannelioUser.class).id();
        Exchange read = ok("getUser", Map.of(ChannelioConstants.MEMBER_ID, "shop/17"));
        assertThat(read.getMessage().getBody(ChannelioUser.class).id()).isEqualTo(member);
        assertThat(read.getMessage().getHeader(ChannelioConstants.USER_ID)).isEqualTo(member);
        assertThat(run("getUser", Map.of()).getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(ChannelioConstants.USER_ID, ChannelioConstants.MEMBER_ID);
    }

    @Test
    @DisplayName("E7: a user who came with a message of another account is not looked for here")
    void e7UserOfAnotherAccountIsNotLookedFor() {
        assertThat(run("getUser", Map.of(ChannelioConstants.USER_ID, simulator.userChats().get(0).userId(),
                HelpdeskConstants.PROVIDER, "channelio", HelpdeskConstants.ACCOUNT, "other")).getException())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void botsAreListedOverAllPagesWhoseCursorIsANumber() {
        IntStream.range(0, 620).forEach(i -> simulator.writeAsBot(chat, "Bot " + i, "hi"));
        List<?> bots = ok("listBots", Map.of()).getMessage().getBody(List.class);
        assertThat(bots).hasSize(620).doesNotHaveDuplicates().allMatch(ChannelioBot.class::isInstance);
        assertThat(ok("listBots", Map.of(ChannelioConstants.LIMIT, 3)).getMessage().getBody(List.class)).hasSize(3);
        assertThat(simulator.requests().count("GET", ".*/bots")).isEqualTo(3);
    }

    @Test
    void addressOfAFileIsAskedForByItsKey() {
        String url = ok("getFileUrl", Map.of()).getMessage().getBody(String.class);
        assertThat(url).startsWith(simulator.baseUrl()).contains("signature=");
    }

    @Test
    @DisplayName("C12: the address of a file may be called result or url")
    void c12AddressMayBeCalledUrl() {
        simulator.faults().on("GET", ".*/messages/file").then(execution -> {
            Answer answer = execution.process();
            return answer.withBody(new String(answer.body(), StandardCharsets.UTF_8).replace("\"result\"", "\"url\""));
        });
        assertThat(ok("getFileUrl", Map.of()).getMessage().getBody(String.class)).contains("signature=");
    }

    @Test
    void fileThatIsNotThereIsNamed() {
        Exchange exchange = run("getFileUrl", Map.of(ChannelioConstants.FILE_KEY, "pri-file/none"));
        assertThat(exchange.getException()).isInstanceOfSatisfying(HelpdeskException.class,
                e -> assertThat(e.statusCode()).isEqualTo(404)).hasMessageContaining("file not found");
        assertThat(run("getFileUrl", Map.of(ChannelioConstants.FILE_KEY, "")).getException())
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(ChannelioConstants.FILE_KEY);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "listBots")
    void whatIsNotThereIs404(Operation operation) {
        Exchange exchange = operation.run(this,
                Map.of(HelpdeskConstants.CONVERSATION_ID, "0", ChannelioConstants.USER_ID, "0"));
        assertThat(exchange.getException()).isInstanceOfSatisfying(HelpdeskException.class, e -> {
            assertThat(e.statusCode()).isEqualTo(404);
            assertThat(e.outcome()).isEqualTo(Outcome.REFUSED);
        }).hasMessageContainingAll(operation.method + " /", "not found", "Check that the id exists");
    }

    @ParameterizedTest
    @EnumSource
    void limitIsWaitedForAndThenReported(Operation operation) {
        simulator.faults().on(operation.method, operation.path).next(2).then(Fault.status(429, "0"));
        assertThat(operation.run(this, Map.of()).getException()).isNull();
        simulator.faults().on(operation.method, operation.path).then(Fault.status(429, "3600"));
        assertThat(operation.run(this, Map.of()).getException()).isInstanceOfSatisfying(HelpdeskException.class, e -> {
            assertThat(e.statusCode()).isEqualTo(429);
            assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(e.retryAfter()).hasHours(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void answerThatCannotBeReadIsUnclear(Operation operation) {
        for (Fault fault : List.of(Fault.malformedBody(), Fault.emptyBody(), Fault.truncatedBody(), Fault.htmlPage(200),
                Fault.answer(Answer.of(200, "application/json", operation == Operation.listBots ? "{\"bots\":{}}" : "{}")),

                Fault.answer(Answer.of(200, "application/json", "[]")))) {
            simulator.faults().on(operation.method, operation.path).then(fault);
            assertThat(operation.run(this, Map.of()).getException()).isInstanceOfSatisfying(HelpdeskException.class,
                    e -> assertThat(e.outcome()).isEqualTo(Outcome.UNCLEAR)).hasMessageContaining(operation.method + " /");
            simulator.faults().clear();
        }
    }

    /** Each operation as it succeeds when nothing goes wrong. */
    enum Operation {
        openUserChat("PUT", ".*/open"),
        closeUserChat("PATCH", ".*/close"),
        getUser("GET", ".*/users/[^/]+"),
        listBots("GET", ".*/bots"),
        getFileUrl("GET", ".*/messages/file");

        private final String method;
        private final String path;

        Operation(String method, String path) {
            this.method = method;
            this.path = path;
        }

        Exchange run(UserChatOperationsTest test, Map<String, Object> more) {
            Map<String, Object> all = new HashMap<>(
                    Map.of(ChannelioConstants.USER_ID, test.simulator.userChats().get(0).userId()));
            all.putAll(more);
            return test.run(name(), all);
        }
    }

    private String state() {
        return simulator.userChats().get(0).state();
    }

    private static ChannelioFile file() {
        return new ChannelioFile("photo.png", "image/png", new byte[] { 1, 2, 3 });
    }

    private Exchange ok(String operation, Map<String, Object> headers) {
        Exchange exchange = run(operation, headers);
        assertThat(exchange.getException()).isNull();
        return exchange;
    }

    private Exchange run(String operation, Map<String, Object> headers) {
        Map<String, Object> all = new HashMap<>(headers);
        all.putIfAbsent(ChannelioConstants.FILE_KEY, key);
        return template(operation + (operation.contains("?") ? "&" : "?") + "userChatId=" + chat, all);
    }

    private String key() {
        Exchange messages = template("listMessages?userChatId=" + chat, Map.of());
        ChannelioMessage message = (ChannelioMessage) messages.getMessage().getBody(List.class).get(0);
        return message.files().get(0).key();
    }

    private Exchange template(String operation, Map<String, Object> headers) {
        return context.createFluentProducerTemplate().to("channelio:" + operation).withHeaders(headers)
                .withBody(operation.startsWith("upsertUser") ? Map.of("name", "Ben") : null).send();
    }
}
