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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.common.ConversationRequest;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.NotFoundYetException;
import io.github.camelhelpdesk.common.SideCapability;
import io.github.camelhelpdesk.common.model.Contact;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.testkit.channelio.ChannelioFile;
import io.github.camelhelpdesk.testkit.channelio.ChannelioMessage;
import io.github.camelhelpdesk.testkit.fault.Fault;
import io.github.camelhelpdesk.testkit.http.Answer;

class SideTest extends ChannelioTestBase {

    private static final String CREATE = "/open/v5/users/[^/]*/user-chats";
    private static final Contact ANN = new Contact("17", null, "Ann", "ann@example.org", "+15550100");

    private ChannelioComponent side;

    @BeforeEach
    void startContext() {
        DefaultCamelContext context = context();
        context.start();
        side = component(context);
    }

    @Test
    void conversationIsCreatedOnceForEachKey() {
        String first = open(request("key-1"));
        assertThat(open(request("key-1"))).isEqualTo(first);
        assertThat(simulator.userChats()).hasSize(1);
        assertThat(simulator.users()).singleElement().satisfies(user -> {
            assertThat(user.memberId()).isEqualTo("contact-17");
            assertThat(user.profile()).containsEntry("name", "Ann").containsEntry("email", "ann@example.org")
                    .containsEntry("mobileNumber", "+15550100");
        });
    }

    @Test
    @DisplayName("D11: one contact with two conversations stays one user")
    void d11OneContactWithTwoConversationsIsOneUser() {
        String first = open(request("key-1"));
        String second = open(request("key-2"));
        assertThat(second).isNotEqualTo(first);
        assertThat(simulator.users()).hasSize(1);
        assertThat(open(request("key-1"))).isEqualTo(first);
        assertThat(open(request("key-2"))).isEqualTo(second);
    }

    @Test
    @DisplayName("D11: a race for one contact makes one user")
    void d11RaceForOneContactMakesOneUser() {
        List<CompletableFuture<String>> racers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> open(request("key-" + i)))).toList();
        racers.forEach(CompletableFuture::join);
        assertThat(simulator.users()).hasSize(1);
    }

    @Test
    void creationWhoseAnswerWasLostIsAdopted() {
        simulator.faults().on("POST", CREATE).next(1).then(Fault.processThenDrop());
        assertThatThrownBy(() -> open(request("key-1"))).isInstanceOf(HelpdeskException.class);
        String id = open(inDoubt("key-1", Instant.now().plusSeconds(60)));
        assertThat(simulator.userChats()).singleElement().satisfies(chat -> assertThat(chat.id()).isEqualTo(id));
    }

    @Test
    void creationWithoutItsMarkIsAdopted() {
        simulator.faults().on("PATCH", "/open/v5/user-chats/[^/]*").next(1).then(Fault.resetBeforeProcessing());
        assertThatThrownBy(() -> open(request("key-1"))).isInstanceOf(HelpdeskException.class);
        String id = open(inDoubt("key-1", Instant.now().plusSeconds(60)));
        assertThat(simulator.userChats()).hasSize(1);
        assertThat(open(request("key-1"))).isEqualTo(id);
    }

    @Test
    void creationInDoubtThatIsNotThereIsNotRepeatedBeforeItsTime() {
        assertThatThrownBy(() -> open(inDoubt("key-1", Instant.now().plusSeconds(60))))
                .isInstanceOf(NotFoundYetException.class);
        assertThat(simulator.userChats()).isEmpty();
        open(inDoubt("key-1", Instant.now().minusSeconds(1)));
        assertThat(simulator.userChats()).hasSize(1);
    }

    @Test
    void conversationThatCannotBeReadWholeIsFoundAllTheSame() {
        String id = open(request("key-1"));
        simulator.faults().on("GET", CREATE).then(execution -> {
            var answer = execution.process();
            return answer.withBody(new String(answer.body(), StandardCharsets.UTF_8).replace("\"state\":",
                    "\"managerIds\":\"?\",\"state\":"));
        });
        assertThat(open(request("key-1"))).isEqualTo(id);
        assertThat(simulator.userChats()).hasSize(1);
    }

    @Test
    void addressThatIsRefusedDoesNotHinderTheConversation() {
        simulator.faults().on("PUT", "/open/v5/users/.*").when(call -> new String(call.body()).contains("email"))
                .then(Fault.status(422));
        open(request("key-1"));
        assertThat(simulator.users()).singleElement()
                .satisfies(user -> assertThat(user.profile()).containsEntry("name", "Ann").doesNotContainKey("email"));
    }

    @Test
    void greetingOfABotDoesNotMakeASecondConversation() {
        simulator.faults().on("PATCH", "/open/v5/user-chats/[^/]*").next(1).then(Fault.resetBeforeProcessing());
        assertThatThrownBy(() -> open(request("key-1"))).isInstanceOf(HelpdeskException.class);
        simulator.writeAsBot(simulator.userChats().get(0).id(), "Greeter", "Hello there");
        open(inDoubt("key-1", Instant.now().plusSeconds(60)));
        assertThat(simulator.userChats()).hasSize(1);
    }

    @Test
    void conversationInWhichSomebodySpokeIsNotAdopted() {
        simulator.faults().on("POST", CREATE).next(1).then(Fault.processThenDrop());
        assertThatThrownBy(() -> open(request("key-1"))).isInstanceOf(HelpdeskException.class);
        String foreign = simulator.userChats().get(0).id();
        simulator.writeAsManager(foreign, "May I help you?");
        assertThat(open(request("key-2"))).isNotEqualTo(foreign);
    }

    @Test
    void checkOfTheTargetNamesWhatToChange() {
        side.checkTarget();
        simulator.faults().onAny().then(Fault.status(401));
        assertThatThrownBy(side::checkTarget).isInstanceOf(HelpdeskException.class)
                .hasMessageContaining("accessKey and secretKey").hasMessageContaining("401");
    }

    @Test
    void accountIsTheChannelUnlessItHasAName() {
        assertThat(side.account()).isEqualTo(simulator.channelId());
        simulator.requests().clear();
        side.account();
        assertThat(simulator.requests().count()).isZero();
        side.getConfiguration().setAccountName("shop");
        assertThat(side.account()).isEqualTo("shop");
        assertThat(side.provider()).isEqualTo("channelio");
    }

    @Test
    void keyOfAConversationIsReadBack() {
        assertThat(side.conversationKey(open(request("key-1")))).contains("key-1");
        assertThat(side.conversationKey(simulator.openUserChat("Ann"))).isEmpty();
    }

    @Test
    void whatIsAskedOfAConversationThatIsGoneIsNotFound() {
        assertThatThrownBy(() -> side.conversationKey("4711")).isInstanceOfSatisfying(HelpdeskException.class,
                e -> assertThat(e.statusCode()).isEqualTo(404));
        assertThatThrownBy(() -> side.messages("4711")).isInstanceOfSatisfying(HelpdeskException.class,
                e -> assertThat(e.statusCode()).isEqualTo(404));
    }

    @Test
    void nothingCanBeChangedInWhatWasPosted() {
        String chat = simulator.openUserChat("Ann");
        String id = simulator.writeAsManager(chat, "hello");
        assertThat(side.capabilities()).containsExactly(SideCapability.STATUS);
        assertThat(side.senderId()).isEmpty();
        assertThatThrownBy(() -> side.deleteMessage(chat, id)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void allMessagesAreListedOldestFirstWithTheNamesOfTheirAuthors() {
        String chat = simulator.openUserChat("Ann", "ann@example.org", null);
        IntStream.rangeClosed(1, 620).forEach(number -> simulator.writeAsCustomer(chat, "m" + number));
        simulator.removeMessage(chat, simulator.messages(chat).get(0).id());
        simulator.writeAsManager(chat, "answer");
        List<HelpdeskMessage> messages = side.messages(chat);
        assertThat(messages).hasSize(621).extracting(HelpdeskMessage::id)
                .containsExactlyElementsOf(simulator.messages(chat).stream().map(ChannelioMessage::id).toList());
        assertThat(messages.get(0).deleted()).isTrue();
        assertThat(messages.get(1).text()).isEqualTo("m2");
        assertThat(messages.get(1).account()).isEqualTo(simulator.channelId());
        assertThat(messages.get(1).contact().email()).isEqualTo("ann@example.org");
        assertThat(messages.get(1).author().name()).isEqualTo("Ann");
        assertThat(messages.get(620).author().name()).isNotBlank();
    }

    @Test
    @DisplayName("E9: the address of a file is asked for when it is needed")
    void e9AddressOfAFileIsAskedForByItsKey() throws Exception {
        String chat = simulator.openUserChat("Ann");
        simulator.writeAsCustomer(chat, "",
                new ChannelioFile("a.pdf", "application/pdf", "x".getBytes(StandardCharsets.UTF_8)));
        HelpdeskMessage message = side.messages(chat).get(0);
        assertThat(message.text()).as("E10: a file without a text").isEmpty();
        String key = message.attachments().get(0).id();
        String url = side.attachment(chat, message.id(), key).orElseThrow().url();
        assertThat(HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body()).isEqualTo("x");
        assertThat(side.attachment(chat, message.id(), "gone")).isEmpty();
        simulator.faults().on("GET", ".*/file").next(1).then(Fault.status(403));
        assertThatThrownBy(() -> side.attachment(chat, message.id(), key)).isInstanceOf(HelpdeskException.class);
    }

    @Test
    void listThatDoesNotEndIsAnError() {
        String chat = simulator.openUserChat("Ann");
        simulator.writeAsCustomer(chat, "hello");
        simulator.faults().on("GET", MESSAGES).then(Fault.answer(Answer.of(200, "application/json",
                "{\"messages\":[{\"id\":\"1\",\"chatId\":\"" + chat + "\",\"createdAt\":1}],\"next\":\"again\"}")));
        assertThatThrownBy(() -> side.messages(chat)).isInstanceOf(HelpdeskException.class)
                .hasMessageContaining("cannot be read to its end");
    }

    private String open(ConversationRequest request) {
        return side.openConversation(request).id();
    }

    private static ConversationRequest request(String key) {
        return new ConversationRequest(key, "contact-17", ANN, false, null);
    }

    private static ConversationRequest inDoubt(String key, Instant notFoundFrom) {
        return new ConversationRequest(key, "contact-17", ANN, true, notFoundFrom);
    }
}
