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
package io.github.camelhelpdesk.acquire.side;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhelpdesk.acquire.AcquireComponent;
import io.github.camelhelpdesk.common.ConversationRequest;
import io.github.camelhelpdesk.common.ConversationStatus;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.NotFoundYetException;
import io.github.camelhelpdesk.common.SideCapability;
import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.common.model.AuthorType;
import io.github.camelhelpdesk.common.model.Contact;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.Visibility;
import io.github.camelhelpdesk.testkit.acquire.AcquireCase;
import io.github.camelhelpdesk.testkit.acquire.AcquirePermission;
import io.github.camelhelpdesk.testkit.acquire.AcquireSimulator;
import io.github.camelhelpdesk.testkit.acquire.AcquireStatus;
import io.github.camelhelpdesk.testkit.fault.Fault;
import io.github.camelhelpdesk.testkit.junit.Simulate;

/** Acquire as a side of a link. */
class SideTest {

    private static final Contact KIM = new Contact("u1", null, "Kim", "Kim@Example.com", "+49 151 12345678");
    private static final String CREATE = ".*/chat/create";

    @Simulate
    AcquireSimulator acquire;
    private DefaultCamelContext context;
    private AcquireComponent side;

    @BeforeEach
    void start() {
        context = new DefaultCamelContext();
        side = context.getComponent("acquire", AcquireComponent.class);
        side.getConfiguration().setBaseUrl(acquire.baseUrl());
        side.getConfiguration().setAccount(AcquireSimulator.ACCOUNT);
        side.getConfiguration().setApiKey(acquire.apiKey());
        side.getConfiguration().setMaxRetries(0);
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void factsOfTheSide() {
        assertThat(side.provider()).isEqualTo("acquire");
        assertThat(side.account()).isEqualTo(AcquireSimulator.ACCOUNT);
        assertThat(side.capabilities()).containsExactlyInAnyOrder(SideCapability.EDIT, SideCapability.DELETE,
                SideCapability.STATUS);
    }

    @ParameterizedTest
    @EnumSource(value = AcquirePermission.class, names = { "CASE", "CONTACT" })
    void targetNeedsBothPermissions(AcquirePermission permission) {
        assertThatCode(side::checkTarget).doesNotThrowAnyException();
        acquire.forbid(permission);
        assertThatThrownBy(side::checkTarget).isInstanceOfSatisfying(HelpdeskException.class,
                e -> assertThat(e.statusCode()).isEqualTo(403));
    }

    @Test
    void conversationIsOpenedOnceForItsKeyAsAChat() {
        String first = open(request("k1", KIM));
        assertThat(open(request("k1", KIM))).isEqualTo(first);
        assertThat(open(request("k2", KIM))).isNotEqualTo(first);
        assertThat(acquire.cases()).extracting(AcquireCase::title, AcquireCase::channel)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("k1", "chat"),
                        org.assertj.core.groups.Tuple.tuple("k2", "chat"));
        assertThat(acquire.contacts()).singleElement().satisfies(contact -> assertThat(contact.fields())
                .containsEntry("name", "Kim").containsEntry("email", "Kim@Example.com"));
    }

    @Test
    void conversationIsFoundAfterItWasClosedAndContinued() {
        String thread = open(request("k1", KIM));
        side.setStatus(thread, ConversationStatus.CLOSED);
        side.setStatus(thread, ConversationStatus.OPEN);
        assertThat(open(request("k1", KIM))).isEqualTo(thread);
        assertThat(acquire.cases()).extracting(AcquireCase::threadId).containsExactly(thread, thread);
    }

    @Test
    void titleMayHaveWordsAroundTheKey() {
        side.getConfiguration().setCaseTitle("Bridge ({key})");
        String thread = open(request("k1.a-b_c", KIM));
        assertThat(acquire.cases().get(0).title()).isEqualTo("Bridge (k1.a-b_c)");
        assertThat(side.conversationKey(thread)).contains("k1.a-b_c");
        assertThat(open(request("k1.a-b_c", KIM))).isEqualTo(thread);
    }

    @Test
    void keyOfAConversationThatOthersOpenedIsNone() {
        String thread = acquire.openCase("Zoe Smith");
        assertThat(side.conversationKey(thread)).isEmpty();
        assertThatThrownBy(() -> side.conversationKey("4711")).isInstanceOfSatisfying(HelpdeskException.class,
                e -> assertThat(e.statusCode()).isEqualTo(404));
    }

    @Test
    void keyIsThatOfTheFirstCaseOfTheThread() {
        String thread = open(request("k1", KIM));
        acquire.closeCase(thread);
        acquire.reopenCase(thread);
        assertThat(side.conversationKey(thread)).contains("k1");
    }

    @Test
    @DisplayName("D3: the creation was done and its answer lost: the conversation is found")
    void d3LostAnswerOfACreationMakesNoSecondConversation() {
        acquire.faults().on("POST", CREATE).next(1).then(Fault.processThenDrop());
        assertThatThrownBy(() -> open(request("k1", KIM))).isInstanceOf(HelpdeskException.class);
        String id = open(inDoubt("k1", Instant.now().plusSeconds(60)));
        assertThat(acquire.cases()).singleElement().returns(id, AcquireCase::threadId);
        assertThat(acquire.contacts()).hasSize(1);
    }

    @Test
    void conversationInDoubtIsNotOpenedBeforeNotFoundCounts() {
        assertThatThrownBy(() -> open(inDoubt("k1", Instant.now().plusSeconds(60))))
                .isInstanceOf(NotFoundYetException.class);
        assertThat(acquire.cases()).isEmpty();
        assertThat(acquire.contacts()).isEmpty();
        open(inDoubt("k1", Instant.now().minusSeconds(1)));
        assertThat(acquire.cases()).hasSize(1);
    }

    @Test
    void answerWithoutAListMakesNoSecondConversation() {
        open(request("k1", KIM));
        acquire.faults().on("GET", ".*/case").then(Fault.malformedBody());
        assertThatThrownBy(() -> open(request("k1", KIM))).isInstanceOf(HelpdeskException.class);
        assertThat(acquire.cases()).hasSize(1);
    }

    @Test
    void knownContactIsFoundByEmailOrPhoneComparedWhole() {
        String byEmail = acquire.openCase("Kim", "kim@example.com", null);
        acquire.openCase("Other", "not-kim@example.com", "+4915112345678999");
        assertThat(contactOf(open(request("k1", KIM)))).isEqualTo(contactOf(byEmail));
        String byPhone = acquire.openCase("Max", null, "+1 (202) 555-0123");
        String opened = open(new ConversationRequest("k2", "c2",
                new Contact("u2", null, null, null, "+1 (202) 555-0123"), false, null));
        assertThat(contactOf(opened)).isEqualTo(contactOf(byPhone));
        assertThat(acquire.contacts()).hasSize(3);
    }

    @Test
    void contactWithoutAnythingIsFoundAgainByItsKeyInACustomField() {
        acquire.addContactField("relay");
        side.getConfiguration().setContactKeyField("relay");
        open(request("k1", null));
        open(request("k2", null));
        assertThat(acquire.contacts()).singleElement().satisfies(contact -> assertThat(contact.fields())
                .containsEntry("relay", "c1").containsEntry("name", "c1"));
    }

    @Test
    void contactThatWasMadeBeforeACrashIsFoundAgain() {
        acquire.addContactField("relay");
        side.getConfiguration().setContactKeyField("relay");
        acquire.faults().on("POST", CREATE).next(1).then(Fault.resetBeforeProcessing());
        assertThatThrownBy(() -> open(request("k1", null))).isInstanceOf(HelpdeskException.class);
        open(request("k1", null));
        assertThat(acquire.contacts()).hasSize(1);
        assertThat(acquire.cases()).hasSize(1);
    }

    @Test
    void fieldThatTheAccountDoesNotHaveCostsNoConversation() {
        side.getConfiguration().setContactKeyField("missing");
        open(request("k1", KIM));
        assertThat(acquire.cases()).hasSize(1);
    }

    @Test
    @DisplayName("D11: two conversations of one customer opened at once make one contact")
    void d11ContactRaceMakesOneContact() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> calls = IntStream.range(0, 16)
                    .<Callable<String>> mapToObj(i -> () -> open(request("k" + i, KIM))).toList();
            for (Future<String> call : pool.invokeAll(calls)) {
                call.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(acquire.contacts()).hasSize(1);
        assertThat(acquire.cases()).hasSize(16);
    }

    @Test
    void statusIsSetOnceAndTwiceWithoutHarm() {
        String thread = open(request("k1", KIM));
        side.setStatus(thread, ConversationStatus.OPEN);
        assertThat(acquire.cases()).hasSize(1);
        side.setStatus(thread, ConversationStatus.CLOSED);
        side.setStatus(thread, ConversationStatus.CLOSED);
        assertThat(acquire.cases()).singleElement().returns(AcquireStatus.CLOSED, AcquireCase::status);
        side.setStatus(thread, ConversationStatus.OPEN);
        side.setStatus(thread, ConversationStatus.OPEN);
        assertThat(acquire.cases()).hasSize(2).last().returns(AcquireStatus.ACTIVE, AcquireCase::status)
                .returns(thread, AcquireCase::threadId).returns("k1", AcquireCase::title);
        assertThatThrownBy(() -> side.setStatus("4711", ConversationStatus.CLOSED))
                .isInstanceOfSatisfying(HelpdeskException.class, e -> assertThat(e.statusCode()).isEqualTo(404));
    }

    @Test
    void statusIsThatOfAllCasesOfAThread() {
        String thread = acquire.openCase("Kim");
        assertThat(side.status(thread)).contains(ConversationStatus.OPEN);
        acquire.closeCase(thread);
        assertThat(side.status(thread)).contains(ConversationStatus.CLOSED);
        acquire.reopenCase(thread);
        assertThat(side.status(thread)).contains(ConversationStatus.OPEN);
        side.setStatus(thread, ConversationStatus.CLOSED);
        assertThat(side.status(thread)).contains(ConversationStatus.CLOSED);
        assertThatThrownBy(() -> side.status("4711")).isInstanceOfSatisfying(HelpdeskException.class,
                e -> assertThat(e.statusCode()).isEqualTo(404));
    }

    @Test
    void allOpenCasesOfAThreadAreClosed() {
        String thread = acquire.openCase("Kim");
        acquire.reopenCase(thread);
        acquire.reopenCase(thread);
        side.setStatus(thread, ConversationStatus.CLOSED);
        assertThat(acquire.cases()).hasSize(3).extracting(AcquireCase::status).containsOnly(AcquireStatus.CLOSED);
    }

    @Test
    @DisplayName("While it is not known as whom we write, any user may be us, and no contact")
    void anyUserMayBeUsWhileWeAreNotKnown() {
        Author user = new Author(AuthorType.AGENT, "12", null, null, null);
        assertThat(side.mayHaveWritten(user)).isTrue();
        assertThat(side.mayHaveWritten(new Author(AuthorType.CUSTOMER, "12", null, null, null))).isFalse();
        assertThat(side.mayHaveWritten(null)).isFalse();
    }

    @Test
    void onlyTheUserOfTheKeyMayBeUsWhenItIsKnown() {
        side.getConfiguration().setUserId("25");
        assertThat(side.mayHaveWritten(new Author(AuthorType.AGENT, "25", null, null, null))).isTrue();
        assertThat(side.mayHaveWritten(new Author(AuthorType.AGENT, "12", null, null, null))).isFalse();
        assertThat(side.mayHaveWritten(new Author(AuthorType.CUSTOMER, "25", null, null, null))).isFalse();
    }

    @Test
    @DisplayName("E5: a copy is deleted for everybody, and once more without harm")
    void e5CopyIsDeletedForEverybody() {
        String thread = acquire.openCase("Kim");
        String id = acquire.writeAsUser(thread, "Hello");
        side.deleteMessage(thread, id);
        side.deleteMessage(thread, id);
        assertThat(acquire.messages(thread)).isEmpty();
        acquire.faults().on("DELETE", ".*").next(1).then(Fault.status(500));
        assertThatThrownBy(() -> side.deleteMessage(thread, id)).isInstanceOf(HelpdeskException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 150 })
    void allMessagesAreListedOldestFirst(int count) {
        String thread = acquire.openCase("Kim", "kim@example.com", null);
        IntStream.range(0, count).forEach(i -> acquire.writeAsContact(thread, "m" + i));
        acquire.closeCase(thread);
        acquire.writeAsContact(thread, "again");
        acquire.writeNote(thread, "psst");
        List<HelpdeskMessage> messages = side.messages(thread);
        assertThat(messages).extracting(HelpdeskMessage::text).startsWith("m0").endsWith("again", "psst").hasSize(count + 3);
        assertThat(messages.get(0)).satisfies(first -> {
            assertThat(first.account()).isEqualTo(AcquireSimulator.ACCOUNT);
            assertThat(first.conversationId()).isEqualTo(thread);
            assertThat(first.author().type()).isEqualTo(AuthorType.CUSTOMER);
            assertThat(first.contact().email()).isEqualTo("kim@example.com");
        });
        assertThat(messages.get(count + 2).visibility()).isEqualTo(Visibility.PRIVATE);
        assertThatThrownBy(() -> side.messages("4711")).isInstanceOfSatisfying(HelpdeskException.class,
                e -> assertThat(e.statusCode()).isEqualTo(404));
    }

    @Test
    void markerIsReadBackAndTheSenderIsLearnt() {
        String thread = open(request("k1", KIM));
        assertThat(side.senderId()).isEmpty();
        context.createProducerTemplate().sendBodyAndHeaders("acquire:sendMessage", "Hello", Map.of(
                HelpdeskConstants.CONVERSATION_ID, thread, HelpdeskConstants.MARKER, "hd1.support.a.b.r0.1of1"));
        assertThat(side.messages(thread)).singleElement().satisfies(message -> assertThat(message.marker())
                .isEqualTo("hd1.support.a.b.r0.1of1"));
        assertThat(side.senderId()).contains(acquire.userId());
    }

    @Test
    void senderIsKnownFromTheOption() {
        side.getConfiguration().setUserId("25");
        assertThat(side.senderId()).contains("25");
    }

    private String contactOf(String thread) {
        return acquire.cases().stream().filter(each -> each.threadId().equals(thread)).findFirst().orElseThrow().contactId();
    }

    private String open(ConversationRequest request) {
        return side.openConversation(request).id();
    }

    private static ConversationRequest request(String key, Contact contact) {
        return new ConversationRequest(key, "c1", contact, false, null);
    }

    private static ConversationRequest inDoubt(String key, Instant notFoundFrom) {
        return new ConversationRequest(key, "c1", KIM, true, notFoundFrom);
    }
}
