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

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhelpdesk.acquire.MessageListing;
import io.github.camelhelpdesk.acquire.model.AcquireMessageRequest;
import io.github.camelhelpdesk.common.CannotTellException;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.NotFoundYetException;
import io.github.camelhelpdesk.common.NotSentException;
import io.github.camelhelpdesk.common.model.Direction;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.testkit.acquire.AcquireMessage;
import io.github.camelhelpdesk.testkit.acquire.AcquireMessageListing;
import io.github.camelhelpdesk.testkit.fault.Fault;

/** What happens when the answer to a message is lost (sync.md, section 3). */
class SendInDoubtTest extends ProducerTestBase {

    private static final String MARKER = "hd1.support.42.1of1";

    /** The three ways in which messages leave. */
    enum Channel {
        CHAT("chat/add-message"),
        MAIL("mail/add-message"),
        SMS("send-sms");

        private final String path;

        Channel(String path) {
            this.path = ".*/" + path;
        }
    }

    private String thread;

    private void open(Channel channel) {
        thread = switch (channel) {
            case CHAT -> acquire.openCase("Kim");
            case MAIL -> acquire.receiveMail("Zoe", "zoe@mail.example", "My parcel", "Where is it?");
            case SMS -> acquire.receiveSms("+12025550199", "hi");
        };
    }

    @BeforeEach
    void configure() {
        options.setUserId(acquire.userId());
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("D3: processed, then the answer was lost: the message in doubt is found")
    void d3ProcessedThenDroppedIsFound(Channel channel) {
        open(channel);
        acquire.faults().on("POST", channel.path).next(1).then(Fault.processThenDrop());
        assertUnclear(failing("sendMessage", outbound("Hello"), marked()));
        assertFound(call("sendMessage", outbound("Hello"), inDoubt()));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("D3: found without markers too, by author and text")
    void d3IsFoundByTextWhereMetaIsNotKept(Channel channel) {
        acquire.keepsMeta(false);
        open(channel);
        acquire.faults().on("POST", channel.path).next(1).then(Fault.processThenDrop());
        assertUnclear(failing("sendMessage", outbound("Hello\nthere"), marked()));
        assertFound(call("sendMessage", outbound("Hello\nthere"), inDoubt()));
    }

    @Test
    @DisplayName("D3: what a customer said is found as the contact's")
    void d3CustomersMessageIsFoundByTextAsTheContacts() {
        acquire.keepsMeta(false);
        open(Channel.CHAT);
        acquire.faults().on("POST", Channel.CHAT.path).next(1).then(Fault.processThenDrop());
        assertUnclear(failing("sendMessage", inbound("Hello"), marked()));
        assertFound(call("sendMessage", inbound("Hello"), inDoubt()));
    }

    @ParameterizedTest
    @CsvSource({ "MAIL,true", "MAIL,false", "SMS,true", "SMS,false" })
    @DisplayName("D3: a contact's request that became a note is found as that note")
    void d3RequestOfAContactIsFoundAsTheNoteThatItBecame(Channel channel, boolean keepsMeta) {
        acquire.keepsMeta(keepsMeta);
        open(channel);
        acquire.faults().on("POST", Channel.CHAT.path).next(1).then(Fault.processThenDrop());
        AcquireMessageRequest request = AcquireMessageRequest.of(null, "I am a customer", "contact");
        assertUnclear(request("sendMessage", request, marked()).getException());
        assertThat(request("sendMessage", request, inDoubt()).getException()).isNull();
        assertThat(acquire.messages(thread)).extracting(AcquireMessage::text).filteredOn("I am a customer"::equals).hasSize(1);
    }

    @Test
    @DisplayName("D3: found by text with the line of its subject")
    void d3IsFoundByTextWithItsSubject() {
        acquire.keepsMeta(false);
        open(Channel.CHAT);
        acquire.faults().on("POST", Channel.CHAT.path).next(1).then(Fault.processThenDrop());
        Map<String, Object> line = Map.of(HelpdeskConstants.SUBJECT_LINE, "Subject: Order 17\n");
        assertUnclear(failing("sendMessage", outbound("Hello"), with(marked(), line)));
        assertFound(call("sendMessage", outbound("Hello"), with(inDoubt(), line)));
    }

    private static Map<String, Object> with(Map<String, Object> headers, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(headers);
        all.putAll(more);
        return all;
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("D3: an answer that is cut off, malformed or 500 is unclear too")
    void d3OtherUnclearAnswers(Channel channel) {
        open(channel);
        acquire.faults().on("POST", channel.path).next(1).then(Fault.truncatedBody());
        acquire.faults().on("POST", channel.path).next(1).then(Fault.malformedBody());
        acquire.faults().on("POST", channel.path).next(1).then(Fault.emptyBody());
        acquire.faults().on("POST", channel.path).next(1).then(Fault.status(500));
        for (int i = 0; i < 4; i++) {
            assertUnclear(failing("sendMessage", outbound("Hello " + i), marked()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void tooManyRequestsIsNotSentAndSaysWhen(Channel channel) {
        open(channel);
        acquire.faults().on("POST", channel.path).next(1).then(Fault.status(429, "120"));
        assertThat(failing("sendMessage", outbound("Hello"), marked())).isInstanceOfSatisfying(NotSentException.class,
                e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(120)));
        assertThat(acquire.history().writtenByApi()).isZero();
    }

    @Test
    void serverErrorIsNotRepeatedBlindly() {
        open(Channel.CHAT);
        options.setMaxRetries(3);
        acquire.faults().on("POST", Channel.CHAT.path).next(1).then(Fault.processThenDrop());
        assertUnclear(failing("sendMessage", outbound("Hello"), marked()));
        assertThat(acquire.messages(thread)).hasSize(1);
    }

    @Test
    void messageInDoubtThatIsNotThereIsSent() {
        open(Channel.CHAT);
        call("sendMessage", outbound("Hello"), inDoubt());
        assertThat(acquire.messages(thread)).hasSize(1);
    }

    @Test
    void messageInDoubtIsNotSentBeforeNotFoundCounts() {
        open(Channel.CHAT);
        Map<String, Object> headers = inDoubt();
        headers.put(HelpdeskConstants.NOT_FOUND_FROM, Instant.now().plusSeconds(60));
        assertThat(failing("sendMessage", outbound("Hello"), headers)).isInstanceOf(NotFoundYetException.class);
        assertThat(acquire.messages(thread)).isEmpty();
    }

    @Test
    void sameTextBeforeTheLastConfirmedMessageIsAnother() {
        acquire.keepsMeta(false);
        open(Channel.CHAT);
        Exchange first = call("sendMessage", outbound("ok"), marked());
        Map<String, Object> headers = inDoubt();
        headers.put(HelpdeskConstants.AFTER_ID, first.getProperty(HelpdeskConstants.MESSAGE_ID));
        call("sendMessage", outbound("ok"), headers);
        assertThat(acquire.messages(thread)).hasSize(2);
    }

    @Test
    void sameTextOfSomebodyElseIsAnother() {
        acquire.keepsMeta(false);
        open(Channel.CHAT);
        acquire.writeAsUser(thread, "Hello");
        acquire.writeAsContact(thread, "Hello");
        call("sendMessage", outbound("Hello"), inDoubt());
        assertThat(acquire.messages(thread)).hasSize(3);
    }

    @Test
    void sameTextWithoutAMarkerIsAnotherWhereMarkersAreKept() {
        open(Channel.CHAT);
        Map<String, Object> other = marked();
        other.put(HelpdeskConstants.MARKER, "hd1.support.41.1of1");
        call("sendMessage", outbound("first"), other);
        call("sendMessage", "Hello", to(thread));
        call("sendMessage", outbound("Hello"), inDoubt());
        assertThat(acquire.messages(thread)).extracting(AcquireMessage::text).containsExactly("first", "Hello", "Hello");
    }

    @Test
    void withoutKnowingOurselvesItCannotBeTold() {
        acquire.keepsMeta(false);
        options.setUserId(null);
        open(Channel.CHAT);
        acquire.writeAsUser(thread, "Hello");
        assertThat(failing("sendMessage", outbound("Hello"), inDoubt())).isInstanceOf(CannotTellException.class)
                .hasMessageContaining("userId");
    }

    @Test
    void whoWeAreIsLearntFromTheLastConfirmedMessage() {
        acquire.keepsMeta(false);
        options.setUserId(null);
        open(Channel.CHAT);
        String confirmed = acquire.writeAsUser(thread, "ours, of an earlier run");
        acquire.writeAsUser(thread, "Hello");
        Map<String, Object> headers = inDoubt();
        headers.put(HelpdeskConstants.AFTER_ID, confirmed);
        call("sendMessage", outbound("Hello"), headers);
        assertThat(acquire.messages(thread)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void emptiedMessageOfOursCannotBeTold(boolean keepsMeta) {
        acquire.keepsMeta(keepsMeta);
        acquire.keepsDeleted(true);
        open(Channel.CHAT);
        String id = call("sendMessage", outbound("Hello"), marked()).getProperty(HelpdeskConstants.MESSAGE_ID, String.class);
        acquire.deleteMessage(thread, id);
        assertThat(failing("sendMessage", outbound("Hello"), inDoubt())).isInstanceOf(CannotTellException.class)
                .hasMessageContaining("deleted or emptied");
    }

    @Test
    void lookUpReadsAllPagesAndCases() {
        open(Channel.CHAT);
        call("sendMessage", outbound("Hello"), marked());
        for (int i = 0; i < 130; i++) {
            acquire.writeAsContact(thread, "m" + i);
        }
        acquire.closeCase(thread);
        acquire.writeAsContact(thread, "again");
        call("sendMessage", outbound("Hello"), inDoubt());
        assertThat(acquire.history().writtenByApi()).isEqualTo(1);
    }

    @Test
    void listThatShowsOnlyLastMessagesIsNotTakenForNotFound() {
        options.setMessageSource(MessageListing.thread);
        open(Channel.CHAT);
        call("sendMessage", outbound("Hello"), marked());
        acquire.writeAsContact(thread, "later");
        assertThat(failing("sendMessage", outbound("Hello"), inDoubt()))
                .as("no matter of the account, which would stop all conversations")
                .isInstanceOfSatisfying(CannotTellException.class, e -> assertThat(e.concernsAccount()).isFalse())
                .hasMessageContaining("messageSource");
        acquire.listing(AcquireMessageListing.MESSAGES);
        call("sendMessage", outbound("Hello"), inDoubt());
        assertThat(acquire.messages(thread)).hasSize(2);
    }

    @Test
    void closedThreadIsNotOpenedForAMessageThatIsThere() {
        open(Channel.CHAT);
        call("sendMessage", outbound("Hello"), marked());
        acquire.closeCase(thread);
        call("sendMessage", outbound("Hello"), inDoubt());
        assertThat(acquire.cases()).hasSize(1);
    }

    @Test
    void onlyTheMissingPartsAreSent() {
        options.setMaxTextLength(100);
        open(Channel.CHAT);
        acquire.faults().on("POST", Channel.CHAT.path).every(2).then(Fault.status(500));
        assertUnclear(failing("sendMessage", outbound("word ".repeat(50).strip()), marked()));
        assertThat(acquire.messages(thread)).hasSize(1);
        acquire.faults().clear();
        call("sendMessage", outbound("word ".repeat(50).strip()), inDoubt());
        assertThat(String.join(" ", acquire.messages(thread).stream().map(AcquireMessage::text).toList()))
                .isEqualTo("word ".repeat(50).strip());
    }

    @Test
    void goneThreadIsNotFound() {
        open(Channel.CHAT);
        acquire.deleteConversation(thread);
        assertThat(failing("sendMessage", outbound("Hello"), marked())).isInstanceOfSatisfying(HelpdeskException.class, e -> {
            assertThat(e.statusCode()).isEqualTo(404);
            assertThat(e.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(e.concernsAccount()).isFalse();
        });
    }

    private void assertFound(Exchange found) {
        assertThat(acquire.history().writtenByApi()).isEqualTo(1);
        assertThat(found.getMessage().getHeader(HelpdeskConstants.MESSAGE_ID)).isEqualTo(last(thread).id());
    }

    private static void assertUnclear(Exception e) {
        assertThat(e).isInstanceOfSatisfying(HelpdeskException.class,
                unclear -> assertThat(unclear.outcome()).isEqualTo(Outcome.UNCLEAR));
    }

    private Map<String, Object> marked() {
        return to(thread, Map.of(HelpdeskConstants.MARKER, MARKER));
    }

    private Map<String, Object> inDoubt() {
        Map<String, Object> headers = new HashMap<>(marked());
        headers.put(HelpdeskConstants.IN_DOUBT, true);
        return headers;
    }

    private static HelpdeskMessage inbound(String text) {
        return HelpdeskMessage.builder().provider("chatwoot").account("desk/1").conversationId("9").id("42")
                .direction(Direction.INBOUND).text(text).build();
    }

    private static HelpdeskMessage outbound(String text) {
        return inbound(text).toBuilder().direction(Direction.OUTBOUND).build();
    }
}
