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
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.common.ConversationRequest;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.NotFoundYetException;
import io.github.camelhelpdesk.common.OpenedConversation;
import io.github.camelhelpdesk.common.SideCapability;
import io.github.camelhelpdesk.common.model.Contact;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.Visibility;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootInboxType;
import io.github.camelhelpdesk.testkit.fault.Fault;
import io.github.camelhelpdesk.testkit.http.Answer;

/** Chatwoot as a side of a link: where conversations of another side are opened. */
class SideTest extends ChatwootTestBase {

    private static final Contact KIM = new Contact("u1", null, "Kim", "Kim@Example.com", "+4915112345678");

    private ChatwootComponent side;

    @BeforeEach
    void startContext() {
        var context = context();
        context.start();
        side = component(context);
        side.getConfiguration().setMaxRetries(0);
    }

    @Test
    void factsOfTheSide() {
        assertThat(side.provider()).isEqualTo("chatwoot");
        assertThat(side.account()).isEqualTo(account());
        assertThat(side.settleTime()).isEqualTo(Duration.ofSeconds(15));
        assertThat(side.responseTimeout()).as("twice the option").isEqualTo(Duration.ofSeconds(60));
        side.getConfiguration().setAccountName("desk");
        assertThat(side.account()).isEqualTo("desk");
    }

    @Test
    void onlyApiInboxIsTheTarget() {
        chatwoot.addInbox("Mail", ChatwootInboxType.EMAIL);
        assertThatCode(side::checkTarget).doesNotThrowAnyException();
        assertThat(open(request("k1", "c1", KIM))).isEqualTo("1");
        assertThat(chatwoot.conversations().get(0).inboxId()).isEqualTo(chatwoot.inboxId());
    }

    @Test
    void severalApiInboxesNeedAChoice() {
        long second = chatwoot.addSingleConversationInbox("Second");
        assertThatThrownBy(side::checkTarget).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("inboxId",
                "Second", "Test inbox");
        side.getConfiguration().setInboxId(second);
        side.stop();
        side.start();
        assertThatCode(side::checkTarget).doesNotThrowAnyException();
    }

    @Test
    void inboxThatDeliversToCustomersIsRefused() {
        side.getConfiguration().setInboxId(chatwoot.addInbox("Mail", ChatwootInboxType.EMAIL));
        assertThatThrownBy(side::checkTarget).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not an API inbox");
    }

    @Test
    void unknownInboxIsRefused() {
        side.getConfiguration().setInboxId(4711L);
        assertThatThrownBy(side::checkTarget).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("inboxId=4711");
    }

    @Test
    void inboxThatTellsNobodyTakesHistory() {
        assertThatCode(side::checkSilentTarget).doesNotThrowAnyException();
    }

    @Test
    void inboxThatPassesOnOrAnswersIsRefusedForHistoryWithTheSettingsToChange() {
        Map<String, String> settings = Map.of("greeting_enabled", "greeting", "csat_survey_enabled", "CSAT",
                "working_hours_enabled", "business availability");
        settings.forEach((setting, named) -> {
            chatwoot.changeInbox(chatwoot.inboxId(), setting, true);
            assertThatThrownBy(side::checkSilentTarget).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(named);
            chatwoot.changeInbox(chatwoot.inboxId(), setting, false);
        });
        chatwoot.changeInbox(chatwoot.inboxId(), "webhook_url", "https://bot.example/hook?token=secret");
        assertThatThrownBy(side::checkSilentTarget).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Webhook URL").hasMessageNotContaining("secret");
        assertThatCode(side::checkTarget).doesNotThrowAnyException();
    }

    @Test
    void conversationOfHistoryBeginsAsPendingSoThatNoAgentIsToldOfIt() {
        String id = open(new ConversationRequest("k1", "c1", KIM, false, null, true));
        assertThat(chatwoot.conversations()).singleElement()
                .satisfies(conversation -> assertThat(conversation.status()).isEqualTo("pending"));
        assertThat(open(request("k1", "c1", KIM))).isEqualTo(id);
    }

    @Test
    void missingOptionIsNamed() {
        side.getConfiguration().setAccessToken(null);
        assertThatThrownBy(side::checkTarget).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("accessToken");
    }

    @Test
    @DisplayName("D12: of several imports that open a conversation at once one is told that it is new")
    void d12OneOfSeveralImportsOpensAConversation() throws Exception {
        ConversationRequest request = new ConversationRequest("k1", "c1", KIM, false, null, true);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<OpenedConversation> opened = new ArrayList<>();
        try {
            Callable<OpenedConversation> opening = () -> side.openConversation(request);
            for (Future<OpenedConversation> call : pool.invokeAll(Collections.nCopies(8, opening))) {
                opened.add(call.get());
            }
        } finally {
            pool.shutdownNow();
        }
        String id = String.valueOf(chatwoot.conversations().get(0).id());
        assertThat(opened).extracting(OpenedConversation::id).containsOnly(id);
        assertThat(opened).filteredOn(each -> !each.wasThere()).hasSize(1);
        assertThat(chatwoot.conversations()).filteredOn(each -> !id.equals(String.valueOf(each.id())))
                .allSatisfy(each -> assertThat(each.status()).isEqualTo("resolved"));
        assertThat(side.openConversation(request)).isEqualTo(new OpenedConversation(id, true));
    }

    @Test
    void conversationIsOpenedOnceForItsKey() {
        String first = open(request("k1", "c1", KIM));
        chatwoot.resolveConversation(Long.parseLong(first));
        assertThat(open(request("k1", "c1", KIM))).isEqualTo(first);
        assertThat(open(request("k2", "c1", KIM))).isNotEqualTo(first);
        assertThat(chatwoot.conversations()).hasSize(2).extracting("sourceId").containsExactly("k1", "k2");
        assertThat(chatwoot.contacts()).singleElement().satisfies(contact -> {
            assertThat(contact.identifier()).isEqualTo("c1");
            assertThat(contact.email()).isEqualTo("kim@example.com");
            assertThat(contact.phoneNumber()).isEqualTo("+4915112345678");
        });
    }

    @Test
    void knownContactIsFoundByEmailInAnyCaseAndComparedWhole() {
        long known = chatwoot.openConversation("Kim", "kim@example.com", null);
        chatwoot.openConversation("Other", "not-kim@example.com", null);
        String id = open(request("k1", "c1", KIM));
        assertThat(contactOf(id)).isEqualTo(contactOf(Long.toString(known)));
        assertThat(chatwoot.contacts()).hasSize(2);
    }

    @Test
    void knownContactIsFoundByPhone() {
        long known = chatwoot.openConversation("Kim", null, "+4915112345678");
        String id = open(request("k1", "c1", KIM));
        assertThat(contactOf(id)).isEqualTo(contactOf(Long.toString(known)));
    }

    @Test
    void contactWithoutAnythingIsOpenedByItsKey() {
        open(request("k1", "c1", null));
        open(request("k2", "c2", new Contact("u2", null, null, null, "0151 odd number")));
        assertThat(chatwoot.contacts()).extracting("identifier").containsExactly("c1", "c2");
        assertThat(chatwoot.contacts()).extracting("name").containsExactly("c1", "0151 odd number");
    }

    @Test
    @DisplayName("D3: the creation was done and its answer lost: the conversation is found")
    void d3LostAnswerOfACreationMakesNoSecondConversation() {
        chatwoot.faults().on("POST", ".*/conversations").next(1).then(Fault.processThenDrop());
        assertThatThrownBy(() -> open(request("k1", "c1", KIM))).isInstanceOf(HelpdeskException.class);
        String id = open(new ConversationRequest("k1", "c1", KIM, true, Instant.now().plusSeconds(60)));
        assertThat(chatwoot.conversations()).singleElement()
                .satisfies(conversation -> assertThat(Long.toString(conversation.id())).isEqualTo(id));
    }

    @Test
    void conversationThatCannotBeReadWholeIsFoundAllTheSame() {
        String id = open(request("k1", "c1", KIM));
        chatwoot.faults().on("GET", ".*/conversations")
                .then(execution -> changed(execution.process(), "\"labels\":[]", "\"labels\":{\"odd\":1}"));
        assertThat(open(request("k1", "c1", KIM))).isEqualTo(id);
        assertThat(chatwoot.conversations()).hasSize(1);
    }

    @Test
    void answerWithoutAListMakesNoSecondConversation() {
        open(request("k1", "c1", KIM));
        chatwoot.faults().on("GET", ".*/conversations").then(Fault.answer(Answer.of(200, "application/json", "{}")));
        assertThatThrownBy(() -> open(request("k1", "c1", KIM))).isInstanceOf(HelpdeskException.class);
        assertThat(chatwoot.conversations()).hasSize(1);
    }

    @Test
    void nameThatIsTooLongIsCut() {
        open(request("k1", "c1", new Contact("u1", null, "x".repeat(254) + "\uD83D\uDE42", null, null)));
        assertThat(chatwoot.contacts().get(0).name()).isEqualTo("x".repeat(254));
    }

    @Test
    void conversationInDoubtIsNotOpenedBeforeNotFoundCounts() {
        assertThatThrownBy(
                () -> open(new ConversationRequest("k1", "c1", KIM, true, Instant.now().plusSeconds(60))))
                .isInstanceOf(NotFoundYetException.class);
        assertThat(chatwoot.conversations()).isEmpty();
        assertThat(chatwoot.contacts()).isEmpty();
        open(new ConversationRequest("k1", "c1", KIM, true, Instant.now().minusSeconds(1)));
        assertThat(chatwoot.conversations()).hasSize(1);
    }

    @Test
    void sessionThatWasMadeBeforeACrashIsUsed() {
        chatwoot.faults().on("POST", ".*/conversations").next(1).then(Fault.resetBeforeProcessing());
        assertThatThrownBy(() -> open(request("k1", "c1", KIM))).isInstanceOf(HelpdeskException.class);
        open(request("k1", "c1", KIM));
        assertThat(chatwoot.contacts()).hasSize(1);
        assertThat(chatwoot.conversations()).hasSize(1);
    }

    @Test
    @DisplayName("D11: two conversations of one customer opened at once make one contact")
    void d11ContactRaceMakesOneContact() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> calls = java.util.stream.IntStream.range(0, 16)
                    .<Callable<String>> mapToObj(i -> () -> open(request("k" + i, "c1", KIM))).toList();
            for (Future<String> call : pool.invokeAll(calls)) {
                call.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(chatwoot.contacts()).hasSize(1);
        assertThat(chatwoot.conversations()).hasSize(16);
    }

    @Test
    void keyOfAConversationIsReadBackFromItsLastMessage() {
        String id = open(request("k1", "c1", KIM));
        open(request("k2", "c1", KIM));
        chatwoot.writeAsCustomer(Long.parseLong(id), "Hello");
        assertThat(side.conversationKey(id)).contains("k1");
        assertThat(chatwoot.requests().count("GET", ".*/contacts/\\d+")).isZero();
    }

    @Test
    void keyOfAConversationWithoutAMessageIsFoundAmongTheSessionsOfItsContact() {
        String first = open(request("k1", "c1", KIM));
        String second = open(request("k2", "c1", KIM));
        chatwoot.resolveConversation(Long.parseLong(first));
        assertThat(side.conversationKey(first)).contains("k1");
        assertThat(side.conversationKey(second)).contains("k2");
    }

    @Test
    void keyAndMessagesOfAConversationThatIsGoneAreNotFound() {
        assertThatThrownBy(() -> side.conversationKey("4711")).isInstanceOfSatisfying(HelpdeskException.class,
                e -> assertThat(e.statusCode()).isEqualTo(404));
        assertThatThrownBy(() -> side.messages("4711")).isInstanceOfSatisfying(HelpdeskException.class,
                e -> assertThat(e.statusCode()).isEqualTo(404));
    }

    @Test
    @DisplayName("E5: a copy is deleted for everybody, and once more without harm")
    void e5CopyIsDeletedForEverybody() {
        long conversation = chatwoot.openConversation("Kim");
        long id = chatwoot.writeAsAgent(conversation, "Hello");
        assertThat(side.capabilities()).containsExactlyInAnyOrder(SideCapability.DELETE, SideCapability.REPLY,
                SideCapability.STATUS);
        side.deleteMessage(Long.toString(conversation), Long.toString(id));
        side.deleteMessage(Long.toString(conversation), Long.toString(id));
        assertThat(chatwoot.messages(conversation).get(0).content()).isNotEqualTo("Hello");
        assertThat(side.messages(Long.toString(conversation))).singleElement()
                .satisfies(message -> assertThat(message.deleted()).isTrue());
    }

    @Test
    void messageThatIsGoneAloneOrWithItsConversationCountsAsDeleted() {
        long conversation = chatwoot.openConversation("Kim");
        assertThatCode(() -> side.deleteMessage(Long.toString(conversation), "4711")).doesNotThrowAnyException();
        assertThatCode(() -> side.deleteMessage("4711", "1")).doesNotThrowAnyException();
    }

    @Test
    void messageOfAnAccountThatIsUnknownDoesNotCountAsDeleted() {
        side.getConfiguration().setAccountId(4711L);
        assertThatThrownBy(() -> side.deleteMessage("1", "1")).isInstanceOf(HelpdeskException.class)
                .hasMessageContaining("accountId");
        assertThatThrownBy(side::checkTarget).isInstanceOf(HelpdeskException.class).hasMessageContaining("accountId");
    }

    @Test
    void deletionThatFailsIsAnError() {
        long conversation = chatwoot.openConversation("Kim");
        long id = chatwoot.writeAsAgent(conversation, "Hello");
        chatwoot.faults().on("DELETE", ".*").next(1).then(Fault.status(500));
        assertThatThrownBy(() -> side.deleteMessage(Long.toString(conversation), Long.toString(id)))
                .isInstanceOf(HelpdeskException.class);
        assertThatThrownBy(() -> side.deleteMessage(Long.toString(conversation), "../1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(chatwoot.messages(conversation).get(0).content()).isEqualTo("Hello");
    }

    @Test
    void allMessagesAreListedOldestFirst() {
        long conversation = chatwoot.openConversation("Kim", "kim@example.com", null);
        write(conversation, texts("m", 1, 230));
        chatwoot.writePrivateNote(conversation, "note");
        assertThat(side.messages(Long.toString(conversation))).hasSize(231).satisfies(messages -> {
            assertThat(messages.subList(0, 230)).extracting(HelpdeskMessage::text)
                    .containsExactlyElementsOf(texts("m", 1, 230));
            assertThat(messages.get(230).visibility()).isEqualTo(Visibility.PRIVATE);
            assertThat(messages.get(0).account()).isEqualTo(account());
            assertThat(messages.get(0).contact().email()).isEqualTo("kim@example.com");
        });
    }

    @Test
    void messageThatCannotBeReadIsListedAsItCame() {
        long conversation = chatwoot.openConversation("Kim");
        long id = chatwoot.writePrivateNote(conversation, "odd");
        chatwoot.faults().on("GET", ".*/messages")
                .then(execution -> changed(execution.process(), "\"message_type\":1", "\"message_type\":9"));
        assertThat(side.messages(Long.toString(conversation))).singleElement().satisfies(message -> {
            assertThat(message.id()).isEqualTo(Long.toString(id));
            assertThat(message.visibility()).isEqualTo(Visibility.PRIVATE);
            assertThat(message.raw().path("content").asText()).isEqualTo("odd");
        });
    }

    @Test
    void markerOutlivesARetryAndADeletionInAnApiInboxSoThatNoSenderIdIsNeeded() {
        String id = open(request("k1", "c1", KIM));
        long conversation = Long.parseLong(id);
        sendTo(id, "hd1.support.0f3a9c1b2e.5d41402abc4b2a76b971.r0.1of1");
        chatwoot.retryMessage(conversation, chatwoot.messages(conversation).get(0).id());
        assertThat(chatwoot.messages(conversation).get(0).contentAttributes()).isEmpty();
        assertThat(side.messages(id).get(0).marker()).isEqualTo("hd1.support.0f3a9c1b2e.5d41402abc4b2a76b971.r0.1of1");
        side.deleteMessage(id, side.messages(id).get(0).id());
        assertThat(side.messages(id).get(0).marker()).isEqualTo("hd1.support.0f3a9c1b2e.5d41402abc4b2a76b971.r0.1of1");
        assertThat(side.senderId()).isEmpty();
    }

    private void sendTo(String conversation, String marker) {
        send(side.getCamelContext(), "chatwoot:sendMessage", "Hello",
                Map.of(HelpdeskConstants.CONVERSATION_ID, conversation, HelpdeskConstants.MARKER, marker));
    }

    private long contactOf(String conversationId) {
        return chatwoot.conversations().stream().filter(each -> Long.toString(each.id()).equals(conversationId)).findFirst()
                .orElseThrow().contactId();
    }

    private String open(ConversationRequest request) {
        return side.openConversation(request).id();
    }

    private static ConversationRequest request(String key, String contactKey, Contact contact) {
        return new ConversationRequest(key, contactKey, contact, false, null);
    }
}
