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
package io.github.camelhelpdesk.acquire.producer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhelpdesk.acquire.AcquireConstants;
import io.github.camelhelpdesk.acquire.model.AcquireContact;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.NotSentException;
import io.github.camelhelpdesk.common.model.Contact;
import io.github.camelhelpdesk.testkit.acquire.AcquireCase;
import io.github.camelhelpdesk.testkit.acquire.AcquireMessage;
import io.github.camelhelpdesk.testkit.acquire.AcquireStatus;
import io.github.camelhelpdesk.testkit.fault.Fault;

/** updateMessage, deleteMessage, createCase, closeCase and createContact. */
class ChangeOperationsTest extends ProducerTestBase {

    private static final String CHANGE = ".*/(message/\\d+|create|close|contact)";

    @Test
    void messageGetsAnotherText() {
        String chat = acquire.openCase("Kim");
        String id = acquire.writeAsUser(chat, "first");
        call("updateMessage", "second", message(id));
        assertThat(last(chat).text()).isEqualTo("second");
        call("updateMessage", Map.of("message", "third", "translateLangKey", "en"), message(id));
        assertThat(last(chat).text()).isEqualTo("third");
        call("updateMessage", "{\"message\":\"fourth\"}", message(id));
        assertThat(acquire.messages(chat)).singleElement().returns("fourth", AcquireMessage::text);
    }

    @Test
    void messageToChangeHasToBeNamedAndThere() {
        assertThat(failing("updateMessage", "text", Map.of())).hasMessageContaining(AcquireConstants.MESSAGE_ID);
        assertThat(failing("updateMessage", null, message("7"))).hasMessageContaining("needs a body");
        assertThat(failing("updateMessage", "text", message("7"))).isInstanceOfSatisfying(HelpdeskException.class,
                e -> assertThat(e.statusCode()).isEqualTo(404));
        assertThat(failing("deleteMessage", null, message("7"))).isInstanceOfSatisfying(HelpdeskException.class,
                e -> assertThat(e.statusCode()).isEqualTo(404));
    }

    @Test
    void messageIsDeleted() {
        String chat = acquire.openCase("Kim");
        call("deleteMessage", null, message(acquire.writeAsUser(chat, "first")));
        assertThat(acquire.messages(chat)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "updateMessage", "deleteMessage" })
    void idsOfAnotherAccountsMessageAreNotTaken(String operation) {
        String chat = acquire.openCase("Kim");
        String id = acquire.writeAsUser(chat, "first");
        assertThat(failing(operation, "text", Map.of(AcquireConstants.MESSAGE_ID, id, HelpdeskConstants.PROVIDER, "acquire",
                HelpdeskConstants.ACCOUNT, "another"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(last(chat).text()).isEqualTo("first");
    }

    @Test
    void caseIsOpenedForAContact() {
        String contact = contactOf(acquire.openCase("Kim"));
        Exchange created = call("createCase",
                Map.of("title", "A question", "message", Map.of("type", "message", "message", "Hello")),
                Map.of(AcquireConstants.CONTACT_ID, contact));
        assertThat(acquire.cases()).last().returns("A question", AcquireCase::title).returns(contact, AcquireCase::contactId);
        String id = acquire.cases().get(1).id();
        assertThat(created.getMessage().getHeaders()).containsEntry(HelpdeskConstants.CONVERSATION_ID, id)
                .containsEntry(AcquireConstants.CASE_ID, id);
        assertThat(last(id).text()).isEqualTo("Hello");
        call("createCase?contactId=" + contact, null, Map.of(AcquireConstants.CHANNEL, "mail"));
        assertThat(acquire.cases()).last().returns("mail", AcquireCase::channel);
    }

    @Test
    void threadIsContinuedByAnotherCase() {
        String chat = acquire.openCase("Kim");
        acquire.closeCase(chat);
        Exchange created = call("createCase", null, Map.of(AcquireConstants.THREAD_ID, chat));
        assertThat(created.getMessage().getHeader(HelpdeskConstants.CONVERSATION_ID)).isEqualTo(chat);
        assertThat(acquire.cases()).last().returns(chat, AcquireCase::threadId).returns(chat, AcquireCase::parentId);
        assertThat(failing("createCase", null, Map.of())).hasMessageContaining(AcquireConstants.CONTACT_ID);
    }

    @Test
    void caseIsClosedByItsIdOrAsTheOpenOneOfItsThread() {
        String chat = acquire.openCase("Kim");
        assertThat(call("closeCase", Map.of("closingState", "handled"), Map.of(AcquireConstants.CASE_ID, chat)).getMessage()
                .getBody()).isEqualTo(chat);
        String second = acquire.reopenCase(chat);
        assertThat(call("closeCase", "some text", to(chat)).getMessage().getBody()).isEqualTo(second);
        assertThat(acquire.cases()).allMatch(each -> each.status() == AcquireStatus.CLOSED);
        assertThat(call("closeCase", null, to(chat)).getMessage().getBody()).isNull();
        String third = acquire.reopenCase(chat);
        call("closeCase", "{\"caseId\":" + third + ",\"askFeedback\":false}", Map.of());
        assertThat(acquire.cases()).allMatch(each -> each.status() == AcquireStatus.CLOSED);
    }

    @Test
    void contactIsCreatedOfFieldsOrANeutralOne() {
        Exchange created = call("createContact", Map.of("name", "Zoe", "email", "zoe@mail.example"), Map.of());
        assertThat(created.getMessage().getBody(AcquireContact.class).email()).isEqualTo("zoe@mail.example");
        assertThat(created.getMessage().getHeader(AcquireConstants.CONTACT_ID)).isEqualTo(acquire.contacts().get(0).id());
        call("createContact", "{\"fields\":{\"name\":\"Max\"}}", Map.of());
        call("createContact", new Contact("9", null, "Kim", null, "+12025550111"), Map.of());
        assertThat(acquire.contacts()).extracting(each -> each.fields().get("name")).containsExactly("Zoe", "Max", "Kim");
        assertThat(acquire.contacts().get(2).fields()).containsEntry("phone", "+12025550111").doesNotContainKey("email");
        assertThat(failing("createContact", null, Map.of())).hasMessageContaining("needs a body");
    }

    static Stream<Arguments> operations() {
        return Stream.of(Arguments.of("updateMessage", "text"), Arguments.of("createCase", null),
                Arguments.of("closeCase", null),
                Arguments.of("createContact", Map.of("name", "Zoe")));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void lostAnswersAreUnclearAndNotRepeated(String operation, Object body) {
        options.setMaxRetries(3);
        String chat = acquire.openCase("Kim");
        Map<String, Object> headers = Map.of(AcquireConstants.MESSAGE_ID, acquire.writeAsUser(chat, "first"),
                AcquireConstants.CONTACT_ID, contactOf(chat), AcquireConstants.CASE_ID, chat);
        for (Fault fault : new Fault[] { Fault.processThenDrop(), Fault.status(500) }) {
            long before = acquire.requests().count("POST", CHANGE);
            acquire.faults().on("POST", CHANGE).next(1).then(fault);
            assertThat(failing(operation, body, headers)).isInstanceOfSatisfying(HelpdeskException.class,
                    e -> assertThat(e.outcome()).isEqualTo(Outcome.UNCLEAR));
            assertThat(acquire.requests().count("POST", CHANGE)).isEqualTo(before + 1);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void tooManyRequestsSaysWhenToTryAgain(String operation, Object body) {
        String chat = acquire.openCase("Kim");
        acquire.faults().on("POST", CHANGE).next(1).then(Fault.status(429, "90"));
        assertThat(failing(operation, body, Map.of(AcquireConstants.MESSAGE_ID, acquire.writeAsUser(chat, "first"),
                AcquireConstants.CONTACT_ID, contactOf(chat), AcquireConstants.CASE_ID, chat)))
                .isInstanceOfSatisfying(NotSentException.class, e -> assertThat(e.retryAfter()).hasSeconds(90));
    }

    /** Of closing nothing is read but the status. */
    static Stream<Arguments> operationsWithAnAnswer() {
        return operations().filter(operation -> !operation.get()[0].equals("closeCase"));
    }

    @ParameterizedTest
    @MethodSource("operationsWithAnAnswer")
    void truncatedAnswersAreUnclear(String operation, Object body) {
        String chat = acquire.openCase("Kim");
        acquire.faults().on("POST", CHANGE).next(1).then(Fault.truncatedBody());
        assertThat(failing(operation, body, Map.of(AcquireConstants.MESSAGE_ID, acquire.writeAsUser(chat, "first"),
                AcquireConstants.CONTACT_ID, contactOf(chat), AcquireConstants.CASE_ID, chat)))
                .isInstanceOfSatisfying(HelpdeskException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.UNCLEAR));
    }

    private String contactOf(String thread) {
        return acquire.cases().stream().filter(each -> each.threadId().equals(thread)).findFirst().orElseThrow().contactId();
    }

    private static Map<String, Object> message(String id) {
        return Map.of(AcquireConstants.MESSAGE_ID, id);
    }
}
