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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhelpdesk.channelio.model.ChannelioBlock;
import io.github.camelhelpdesk.channelio.model.ChannelioMessageRequest;
import io.github.camelhelpdesk.common.CannotTellException;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.NotFoundYetException;
import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.Direction;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.Visibility;
import io.github.camelhelpdesk.testkit.channelio.ChannelioMessage;
import io.github.camelhelpdesk.testkit.channelio.RequestIdPolicy;
import io.github.camelhelpdesk.testkit.fault.Fault;

class SendMessageTest extends ChannelioTestBase {

    private static final String SEND = "channelio:sendMessage";
    private static final String MARKER = "hd1.support.abc.1";

    private String chat;

    @BeforeEach
    void openChat() {
        chat = simulator.openUserChat("Ann");
    }

    @Test
    void agentsMessageIsPostedWithPrefixAndMarkerAndGivesItsId() throws Exception {
        Exchange exchange = send(message("hello").build(), Map.of(HelpdeskConstants.AUTHOR_PREFIX, "Mia: ",
                HelpdeskConstants.MARKER, MARKER));
        assertThat(exchange.getException()).isNull();
        ChannelioMessage posted = posted();
        assertThat(posted.plainText()).isEqualTo("Mia: hello");
        assertThat(posted.requestId()).isEqualTo(MARKER);
        assertThat(posted.options()).isEmpty();
        assertThat(posted.personType()).isEqualTo("bot");
        assertThat(exchange.getMessage().getHeader(HelpdeskConstants.MESSAGE_ID)).isEqualTo(posted.id());
        assertThat(exchange.getMessage().getHeader(HelpdeskConstants.CONVERSATION_ID)).isEqualTo(chat);
        assertThat(exchange.getProperty(HelpdeskConstants.MESSAGE_ID)).isEqualTo(posted.id());
    }

    @Test
    void subjectStandsBeforeTheText() throws Exception {
        Map<String, Object> headers = Map.of(HelpdeskConstants.SUBJECT_LINE, "Subject: <Order> 17\n",
                HelpdeskConstants.AUTHOR_PREFIX, "Mia: ");
        send(message("hello").build(), headers);
        send(message("").build(), headers);
        assertThat(simulator.messages(chat)).extracting(ChannelioMessage::plainText)
                .containsExactly("Subject: <Order> 17\nMia: hello", "Mia: Subject: <Order> 17");
    }

    @Test
    void customersTextIsNeverDeliveredToCustomers() throws Exception {
        send(message("hello").direction(Direction.INBOUND).build(), Map.of());
        assertThat(posted().options()).containsExactlyInAnyOrder("doNotPost", "doNotSendApp", "silentToUser");
    }

    @Test
    void historyIsFiledWithoutTellingCustomersOrManagers() throws Exception {
        Map<String, Object> silent = Map.of(HelpdeskConstants.SILENT, true, HelpdeskConstants.AUTHOR_PREFIX, "Mia (then): ");
        send(message("an answer").build(), silent);
        send(message("a question").direction(Direction.INBOUND).build(), silent);
        send(new ChannelioMessageRequest(List.of(ChannelioBlock.text("request")), null, null, List.of("private"), "mine"),
                silent);
        assertThat(simulator.messages(chat)).hasSize(3).allSatisfy(posted -> assertThat(posted.options()).contains("doNotPost",
                "doNotSendApp", "silentToUser", "silent", "silentToManager", "doNotUpdateDesk").doesNotHaveDuplicates());
        assertThat(simulator.messages(chat).get(1).plainText()).isEqualTo("Mia (then): a question");
        assertThat(simulator.messages(chat).get(2).options()).contains("private");
    }

    @Test
    void textOfUnknownDirectionIsNeverDeliveredToCustomers() throws Exception {
        send(message("hello").direction(null).build(), Map.of());
        assertThat(posted().options()).contains("doNotPost", "doNotSendApp", "silentToUser");
    }

    @Test
    void noteStaysPrivate() throws Exception {
        send(message("hello").visibility(Visibility.PRIVATE).build(), Map.of());
        assertThat(posted().options()).containsExactly("private");
    }

    @Test
    void plainTextIsPosted() throws Exception {
        send("hello", Map.of());
        assertThat(posted().plainText()).isEqualTo("hello");
    }

    @Test
    void textThatOnlyLooksLikeJsonIsPostedAsItIs() throws Exception {
        send("{\"answer\": 42}", Map.of());
        assertThat(posted().plainText()).isEqualTo("{\"answer\": 42}");
    }

    @Test
    void jsonMapAndRequestArePosted() throws Exception {
        send("{\"blocks\":[{\"type\":\"text\",\"value\":\"json\"}],\"options\":[\"silent\"]}", Map.of());
        send(Map.of("plainText", "a map & more"), Map.of());
        send(new ChannelioMessageRequest(List.of(ChannelioBlock.text("<b>request</b>")), null, null, null, "mine"), Map.of());
        assertThat(simulator.messages(chat)).extracting(ChannelioMessage::plainText).containsExactly("json", "a map & more",
                "request");
        assertThat(simulator.messages(chat)).extracting(ChannelioMessage::requestId).containsExactly(null, null, "mine");
        assertThat(simulator.messages(chat).get(0).options()).containsExactly("silent");
    }

    @Test
    void neutralMessageAsJsonIsPostedLikeTheMessage() throws Exception {
        send("{\"provider\":\"chatwoot\",\"account\":\"h/1\",\"conversationId\":\"7\",\"direction\":\"inbound\",\"text\":\"a < b\"}",
                Map.of());
        assertThat(posted().plainText()).isEqualTo("a < b");
        assertThat(posted().options()).contains("doNotPost");
    }

    @ParameterizedTest
    @ValueSource(strings = { "a < b && c > d", "<b>not bold</b>", "&lt; is an entity &amp; so is &amp;amp;", "a\nb\r\n\tc",
            "<link type=\"url\" value=\"x\">", "한국어 🙂 ' \" {{x}}", "<", ">", "&", "  spaces  " })
    void whatIsReadBackEqualsWhatWasMeant(String text) throws Exception {
        assertThat(send(text, Map.of()).getException()).isNull();
        Exchange list = call("channelio:listMessages", null, Map.of(HelpdeskConstants.CONVERSATION_ID, chat));
        List<?> messages = list.getMessage().getBody(List.class);
        HelpdeskMessage read = list.getContext().getTypeConverter().convertTo(HelpdeskMessage.class, list, messages.get(0));
        assertThat(read.text()).isEqualTo(text);
    }

    @Test
    void markupCharactersCanBeSentAsFullWidthForms() throws Exception {
        call(SEND + "?markupEscape=fullWidth&userChatId=" + chat, "1 < 2 & 3", Map.of());
        assertThat(posted().blocks()).containsExactly("1 ＜ 2 ＆ 3");
    }

    @Test
    void headerNamesTheBotBeforeTheOption() throws Exception {
        call(SEND + "?botName=Option&userChatId=" + chat, "1", Map.of());
        call(SEND + "?botName=Option&userChatId=" + chat, "2", Map.of(ChannelioConstants.BOT_NAME, "Header"));
        assertThat(simulator.messages(chat)).extracting(ChannelioMessage::personName).containsExactly("Option", "Header");
    }

    @Test
    void forbiddenBotNameOfAHeaderIsRefusedBeforeTheCall() throws Exception {
        Exchange exchange = send("hello", Map.of(ChannelioConstants.BOT_NAME, "a/b"));
        assertThat(exchange.getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(ChannelioConstants.BOT_NAME);
        assertThat(simulator.messages(chat)).isEmpty();
    }

    @Test
    @DisplayName("E10: a message that is only a file is posted as a line with its name and address")
    void e10FileWithoutTextIsNotDropped() throws Exception {
        send(message("").attachments(List.of(new Attachment("9", "bill.pdf", "https://x.example/bill.pdf", null, null)))
                .build(),
                Map.of(HelpdeskConstants.AUTHOR_PREFIX, "Ann: "));
        assertThat(posted().plainText()).isEqualTo("Ann: Attachment: bill.pdf https://x.example/bill.pdf");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "  ", "{\"blocks\":[]}" })
    void emptyMessageIsRefusedBeforeTheCall(String body) throws Exception {
        assertThat(send(body, Map.of()).getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing to send");
        assertThat(simulator.requests().count("POST", MESSAGES)).isZero();
    }

    @Test
    void idsThatCameWithAnotherProvidersMessageAreNotTakenForTheTarget() throws Exception {
        Exchange exchange = call(SEND, message("hello").provider("chatwoot").conversationId(chat).build(),
                Map.of(HelpdeskConstants.PROVIDER, "chatwoot", ChannelioConstants.USER_CHAT_ID, chat));
        assertThat(exchange.getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(HelpdeskConstants.CONVERSATION_ID).hasMessageContaining("userChatId");
    }

    @Test
    void messageOfThisAccountIsAnsweredInItsConversation() throws Exception {
        call(SEND, message("hello").provider("channelio").account(simulator.channelId()).conversationId(chat).build(),
                Map.of());
        assertThat(posted().plainText()).isEqualTo("hello");
    }

    @Test
    @DisplayName("D3: the answer is lost after the message was stored: sent again in doubt, it is found and not doubled")
    void d3MessageWhoseAnswerWasLostIsFound() throws Exception {
        simulator.faults().on("POST", MESSAGES).next(1).then(Fault.processThenDrop());
        Exchange first = send("hello", Map.of(HelpdeskConstants.MARKER, MARKER));
        assertThat(failure(first).outcome()).isEqualTo(Outcome.UNCLEAR);
        Exchange second = send("hello", Map.of(HelpdeskConstants.MARKER, MARKER, HelpdeskConstants.IN_DOUBT, true));
        assertThat(second.getException()).isNull();
        assertThat(second.getMessage().getHeader(HelpdeskConstants.MESSAGE_ID)).isEqualTo(posted().id());
    }

    @ParameterizedTest
    @ValueSource(strings = { "truncated", "malformed", "empty", "500" })
    void answerThatCannotBeReadIsUnclear(String how) throws Exception {
        simulator.faults().on("POST", MESSAGES).next(1).then(switch (how) {
            case "truncated" -> Fault.truncatedBody();
            case "malformed" -> Fault.malformedBody();
            case "empty" -> Fault.emptyBody();
            default -> Fault.status(500);
        });
        assertThat(failure(send("hello", Map.of(HelpdeskConstants.MARKER, MARKER))).outcome()).isEqualTo(Outcome.UNCLEAR);
        assertThat(simulator.requests().count("POST", MESSAGES)).isEqualTo(1);
    }

    @Test
    void messageInDoubtThatIsNotThereWaitsUntilNotFoundCountsAndIsThenSent() throws Exception {
        Map<String, Object> tooEarly = Map.of(HelpdeskConstants.MARKER, MARKER, HelpdeskConstants.IN_DOUBT, true,
                HelpdeskConstants.NOT_FOUND_FROM, Instant.now().plusSeconds(60));
        assertThat(send("hello", tooEarly).getException()).isInstanceOf(NotFoundYetException.class);
        assertThat(simulator.messages(chat)).isEmpty();
        Map<String, Object> late = Map.of(HelpdeskConstants.MARKER, MARKER, HelpdeskConstants.IN_DOUBT, true,
                HelpdeskConstants.NOT_FOUND_FROM, Instant.now().minusSeconds(1));
        assertThat(send("hello", late).getException()).isNull();
        assertThat(posted().requestId()).isEqualTo(MARKER);
    }

    @Test
    void messageInDoubtThatItsSourceHasDeletedIsLookedForAndNotSentAnyMore() throws Exception {
        assertThat(withdrawn("hello").getProperty(HelpdeskConstants.SKIPPED)).isEqualTo(true);
        assertThat(simulator.messages(chat)).isEmpty();
    }

    @Test
    void messageInDoubtThatItsSourceHasDeletedIsFoundWhereItIs() throws Exception {
        send("hello", Map.of(HelpdeskConstants.MARKER, MARKER));
        assertThat(withdrawn("hello").getProperty(HelpdeskConstants.MESSAGE_ID)).isEqualTo(posted().id());
    }

    private Exchange withdrawn(String text) throws Exception {
        DefaultCamelContext context = context();
        context.start();
        try (var template = context.createProducerTemplate()) {
            Exchange exchange = template.request(SEND + "?userChatId=" + chat, sent -> {
                sent.getMessage().setBody(text);
                sent.getMessage().setHeader(HelpdeskConstants.MARKER, MARKER);
                sent.getMessage().setHeader(HelpdeskConstants.IN_DOUBT, true);
                sent.setProperty(HelpdeskConstants.WITHDRAWN, true);
            });
            assertThat(exchange.getException()).isNull();
            return exchange;
        }
    }

    @Test
    void messageInDoubtWithoutMarkerCannotBeTold() throws Exception {
        assertThat(send("hello", Map.of(HelpdeskConstants.IN_DOUBT, true)).getException())
                .isInstanceOf(CannotTellException.class).hasMessageContaining(chat);
        assertThat(simulator.messages(chat)).isEmpty();
    }

    @Test
    void lookUpReadsEveryPageBackToTheLastKnownMessage() throws Exception {
        send("the one", Map.of(HelpdeskConstants.MARKER, MARKER));
        List<String> ids = IntStream.range(0, 250).mapToObj(i -> simulator.writeAsCustomer(chat, "m" + i)).toList();
        simulator.requests().clear();
        Exchange found = send("the one", Map.of(HelpdeskConstants.MARKER, MARKER, HelpdeskConstants.IN_DOUBT, true));
        assertThat(found.getException()).isNull();
        assertThat(simulator.messages(chat)).hasSize(251);
        assertThat(simulator.requests().count("GET", MESSAGES)).isEqualTo(3);
        simulator.requests().clear();
        send("another", Map.of(HelpdeskConstants.MARKER, "hd1.other", HelpdeskConstants.IN_DOUBT, true,
                HelpdeskConstants.AFTER_ID, ids.get(220)));
        assertThat(simulator.requests().count("GET", MESSAGES)).isEqualTo(1);
        assertThat(simulator.messages(chat)).hasSize(252);
    }

    @Test
    void lookUpFindsAMessageThatServersWithDifferentClocksHaveListedBeforeTheLastKnownOne() throws Exception {
        send("the one", Map.of(HelpdeskConstants.MARKER, MARKER));
        String after = simulator.writeAsCustomer(chat, "later");
        send("the one", Map.of(HelpdeskConstants.MARKER, MARKER, HelpdeskConstants.IN_DOUBT, true, HelpdeskConstants.AFTER_ID,
                after));
        assertThat(simulator.messages(chat)).hasSize(2);
    }

    @Test
    void messageInDoubtThatHasLostItsIdCannotBeTold() throws Exception {
        send("hello", Map.of(HelpdeskConstants.MARKER, MARKER));
        String id = posted().id();
        simulator.faults().on("GET", MESSAGES).then(execution -> {
            var answer = execution.process();
            return answer.withBody(new String(answer.body(), StandardCharsets.UTF_8).replace("\"id\":\"" + id + "\"",
                    "\"id\":null"));
        });
        assertThat(send("hello", Map.of(HelpdeskConstants.MARKER, MARKER, HelpdeskConstants.IN_DOUBT, true)).getException())
                .isInstanceOf(CannotTellException.class);
    }

    @Test
    void fieldThatIsNotKnownIsNotLostSilently() throws Exception {
        assertThat(send(Map.of("plainText", "a note", "private", true), Map.of()).getException())
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("'private'")
                .hasMessageNotContaining("a note");
        assertThat(simulator.messages(chat)).isEmpty();
    }

    @Test
    void noteAsJsonWithoutAProviderStaysPrivate() throws Exception {
        send("{\"direction\":\"outbound\",\"text\":\"a note\",\"visibility\":\"private\"}", Map.of());
        assertThat(posted().plainText()).isEqualTo("a note");
        assertThat(posted().options()).containsExactly("private");
    }

    @Test
    void refusedRepetitionOfARequestIdMeansThatTheMessageMayBeThere() throws Exception {
        simulator.requestIds(RequestIdPolicy.REJECT_DUPLICATE);
        send("hello", Map.of(HelpdeskConstants.MARKER, MARKER));
        Exchange again = send("hello", Map.of(HelpdeskConstants.MARKER, MARKER));
        assertThat(failure(again).outcome()).isEqualTo(Outcome.UNCLEAR);
        Exchange inDoubt = send("hello", Map.of(HelpdeskConstants.MARKER, MARKER, HelpdeskConstants.IN_DOUBT, true));
        assertThat(inDoubt.getMessage().getHeader(HelpdeskConstants.MESSAGE_ID)).isEqualTo(posted().id());
    }

    @Test
    void limitIsWaitedFor() throws Exception {
        simulator.faults().on("POST", MESSAGES).next(2).then(Fault.status(429));
        assertThat(send("hello", Map.of()).getException()).isNull();
        assertThat(posted().plainText()).isEqualTo("hello");
    }

    @Test
    void conversationThatDoesNotExistIsARefusalThatConcernsTheMessageOnly() throws Exception {
        for (boolean doubt : List.of(false, true)) {
            Exchange exchange = call(SEND, "hello", Map.of(HelpdeskConstants.CONVERSATION_ID, "nowhere",
                    HelpdeskConstants.MARKER, MARKER, HelpdeskConstants.IN_DOUBT, doubt));
            assertThat(failure(exchange).outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(failure(exchange).statusCode()).isEqualTo(404);
            assertThat(failure(exchange).concernsAccount()).isFalse();
            assertThat(failure(exchange)).hasMessageContaining("nowhere").hasMessageContaining("404");
        }
    }

    @Test
    void timeOutIsUnclear() throws Exception {
        simulator.faults().on("POST", MESSAGES).next(1).then(Fault.delay(Duration.ofSeconds(3)));
        assertThat(failure(send("hello", Map.of(HelpdeskConstants.MARKER, MARKER))).outcome()).isEqualTo(Outcome.UNCLEAR);
    }

    private Exchange send(Object body, Map<String, Object> headers) throws Exception {
        return call(SEND + "?userChatId=" + chat, body, headers);
    }

    private ChannelioMessage posted() {
        assertThat(simulator.messages(chat)).hasSize(1);
        return simulator.messages(chat).get(0);
    }

    private static HelpdeskException failure(Exchange exchange) {
        assertThat(exchange.getException()).isInstanceOf(HelpdeskException.class);
        return (HelpdeskException) exchange.getException();
    }

    private static io.github.camelhelpdesk.common.model.HelpdeskMessageBuilder message(String text) {
        return HelpdeskMessage.builder().text(text).direction(Direction.OUTBOUND);
    }
}
