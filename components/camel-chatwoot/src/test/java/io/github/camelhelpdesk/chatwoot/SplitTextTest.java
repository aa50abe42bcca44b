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

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.camelhelpdesk.chatwoot.model.ChatwootMessageRequest;
import io.github.camelhelpdesk.chatwoot.model.ChatwootMessageType;
import io.github.camelhelpdesk.common.CannotTellException;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.NotFoundYetException;
import io.github.camelhelpdesk.common.NotSentException;
import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.Direction;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootMessage;
import io.github.camelhelpdesk.testkit.fault.Fault;

/** Texts that are longer than the target takes. */
class SplitTextTest extends ChatwootTestBase {

    private static final String MARKER = "hd1.support.0f3a9c1b2e.5d41402abc4b2a76b971.r0";
    private static final String CREATE = ".*/messages";
    private static final List<String> WORDS = IntStream.range(0, 40).mapToObj(number -> "word" + number).toList();
    /** 270 characters: three parts of at most 100. */
    private static final String TEXT = String.join(" ", WORDS);

    private CamelContext context;
    private String conversation;

    @BeforeEach
    void startContext() {
        context = started(100);
        conversation = Long.toString(chatwoot.openConversation("Kim"));
    }

    private CamelContext started(int maxTextLength) {
        CamelContext fresh = context();
        component(fresh).getConfiguration().setMaxTextLength(maxTextLength);
        component(fresh).getConfiguration().setMaxRetries(0);
        fresh.start();
        return fresh;
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void longTextIsSentInPartsThatCanBeFound(Direction direction) {
        Exchange sent = send(message(TEXT).direction(direction).build(), Map.of());
        assertThat(sent.getException()).isNull();
        assertThat(stored()).hasSize(3).allSatisfy(part -> assertThat(part.content().length()).isLessThanOrEqualTo(100));
        assertThat(stored()).extracting(ChatwootMessage::sourceId).containsExactly(MARKER + ".1of3", MARKER + ".2of3",
                MARKER + ".3of3");
        assertThat(String.join(" ", texts())).isEqualTo(TEXT);
        assertThat(sent.getMessage().getHeader(HelpdeskConstants.MESSAGE_ID)).isEqualTo(ids());
        assertThat(sent.getProperty(HelpdeskConstants.MESSAGE_ID)).isEqualTo(ids());
        assertThat(sent.getMessage().getBody()).asList().hasSize(3);
        assertThat(side().messages(conversation)).extracting(HelpdeskMessage::marker).containsExactly(MARKER + ".1of3",
                MARKER + ".2of3", MARKER + ".3of3");
    }

    @Test
    void escapesCountAndWhatIsReadBackIsWhatWasMeant() {
        String text = "*a* {{b}} _c_ [d](e) ".repeat(20).strip();
        send(message(text).direction(Direction.OUTBOUND).build(), Map.of());
        assertThat(stored()).allSatisfy(part -> assertThat(part.content().length()).isBetween(50, 100));
        assertThat(String.join(" ", side().messages(conversation).stream().map(HelpdeskMessage::text).toList()))
                .isEqualTo(text);
    }

    @Test
    void authorAndReplyStandOnTheFirstPartAndFilesOnTheLast() {
        long parent = chatwoot.writeAsCustomer(Long.parseLong(conversation), "parent");
        send(message(TEXT).direction(Direction.OUTBOUND)
                .attachments(List.of(new Attachment("7", "a.pdf", "https://files.example.com/a.pdf", null, null))).build(),
                Map.of(HelpdeskConstants.AUTHOR_PREFIX, "Ada: ", HelpdeskConstants.REPLY_TO_ID, Long.toString(parent)));
        List<ChatwootMessage> parts = stored().subList(1, stored().size());
        assertThat(parts.get(0).content()).startsWith("Ada: word0");
        assertThat(parts.get(0).contentAttributes()).containsEntry("in_reply_to", (int) parent);
        assertThat(parts.subList(1, parts.size())).allSatisfy(part -> {
            assertThat(part.content()).doesNotContain("Ada");
            assertThat(part.contentAttributes()).doesNotContainKey("in_reply_to");
        });
        assertThat(parts.get(parts.size() - 1).content()).contains("https://files.example.com/a.pdf");
        assertThat(parts.subList(0, parts.size() - 1)).noneSatisfy(part -> assertThat(part.content()).contains("files"));
    }

    @Test
    void noteStaysPrivateInEveryPartAndAPlainTextIsSplitToo() {
        send(TEXT, Map.of(ChatwootConstants.PRIVATE, true));
        assertThat(stored()).hasSize(3).allSatisfy(part -> assertThat(part.isPrivate()).isTrue());
    }

    @Test
    void requestIsSentAsItStands() {
        send(ChatwootMessageRequest.of(ChatwootMessageType.outgoing, TEXT, false), Map.of());
        assertThat(stored()).singleElement().satisfies(message -> assertThat(message.content()).isEqualTo(TEXT));
    }

    @Test
    @DisplayName("D3: the answer to the second of three parts was lost: what is there is found, the third is sent")
    void d3LostAnswerOfAPartSendsOnlyWhatIsMissing() {
        chatwoot.faults().on("POST", CREATE).when(call -> call.bodyText().contains(".2of3")).next(1)
                .then(Fault.processThenDrop());
        assertThat(failure(send(message(TEXT).build(), Map.of())).outcome()).isEqualTo(Outcome.UNCLEAR);
        assertThat(stored()).hasSize(2);
        context.stop();
        context = started(100);
        Exchange again = send(message(TEXT).build(), Map.of(HelpdeskConstants.IN_DOUBT, true));
        assertThat(again.getException()).isNull();
        assertThat(String.join(" ", texts())).isEqualTo(TEXT);
        assertThat(again.getMessage().getHeader(HelpdeskConstants.MESSAGE_ID)).isEqualTo(ids());
        send(message(TEXT).build(), Map.of(HelpdeskConstants.IN_DOUBT, true));
        assertThat(stored()).hasSize(3);
    }

    @Test
    void partThatWasNotSentLeavesTheMessageUnclear() {
        chatwoot.faults().on("POST", CREATE).when(call -> call.bodyText().contains(".2of3")).next(1)
                .then(Fault.status(429, "30"));
        HelpdeskException failure = failure(send(message(TEXT).build(), Map.of()));
        assertThat(failure).isNotInstanceOf(NotSentException.class).hasMessageContaining("only the first 1")
                .hasMessageNotContaining("word");
        assertThat(failure.outcome()).isEqualTo(Outcome.UNCLEAR);
        assertThat(failure.retryAfter()).hasSeconds(30);
        assertThat(failure.concernsAccount()).isTrue();
    }

    @Test
    void messageOfWhichNothingWasSentIsNotUnclear() {
        chatwoot.faults().on("POST", CREATE).next(1).then(Fault.status(429, "30"));
        assertThat(send(message(TEXT).build(), Map.of()).getException()).isInstanceOf(NotSentException.class);
    }

    @Test
    void missingPartIsNotSentBeforeNotFoundCounts() {
        chatwoot.faults().on("POST", CREATE).when(call -> call.bodyText().contains(".3of3")).next(1)
                .then(Fault.processThenDrop());
        send(message(TEXT).build(), Map.of());
        chatwoot.deleteMessage(Long.parseLong(conversation), stored().get(0).id());
        Map<String, Object> early = Map.of(HelpdeskConstants.IN_DOUBT, true, HelpdeskConstants.NOT_FOUND_FROM,
                Instant.now().plusSeconds(60));
        assertThat(send(message(TEXT).build(), early).getException()).as("all are there, a deleted one too").isNull();
        assertThat(send(message(TEXT + " more".repeat(20)).build(), early).getException())
                .isInstanceOf(CannotTellException.class);
        String other = MARKER.replace("r0", "r1");
        sendAs(other + ".1of3", "word");
        assertThat(send(message(TEXT).build(), with(early, HelpdeskConstants.MARKER, other + ".1of1")).getException())
                .isInstanceOf(NotFoundYetException.class);
        assertThat(stored()).hasSize(4);
    }

    @Test
    void otherNumberOfPartsThanBeforeCannotBeTold() {
        send(message(TEXT).build(), Map.of());
        context.stop();
        context = started(150);
        assertThat(send(message(TEXT).build(), Map.of(HelpdeskConstants.IN_DOUBT, true)).getException())
                .isInstanceOf(CannotTellException.class).hasMessageContaining("maxTextLength");
        assertThat(stored()).hasSize(3);
    }

    @Test
    void partThatIsMissingBeforeALaterOneCannotBeTold() {
        sendAs(MARKER + ".1of3", "one");
        sendAs(MARKER + ".3of3", "three");
        assertThat(send(message(TEXT).build(), Map.of(HelpdeskConstants.IN_DOUBT, true)).getException())
                .isInstanceOf(CannotTellException.class).hasMessageContaining("part 2 of 3");
        assertThat(stored()).hasSize(2);
    }

    private void sendAs(String marker, String text) {
        assertThat(send(message(text).build(), Map.of(HelpdeskConstants.MARKER, marker)).getException()).isNull();
    }

    private Exchange send(Object body, Map<String, Object> headers) {
        Map<String, Object> all = new HashMap<>(Map.of(HelpdeskConstants.MARKER, MARKER + ".1of1",
                HelpdeskConstants.CONVERSATION_ID, conversation));
        all.putAll(headers);
        return context.createProducerTemplate().request("chatwoot:sendMessage", exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(all);
        });
    }

    private static Map<String, Object> with(Map<String, Object> headers, String name, Object value) {
        Map<String, Object> all = new HashMap<>(headers);
        all.put(name, value);
        return all;
    }

    private static HelpdeskException failure(Exchange exchange) {
        assertThat(exchange.getException()).isInstanceOf(HelpdeskException.class);
        return (HelpdeskException) exchange.getException();
    }

    private ChatwootComponent side() {
        return component(context);
    }

    private List<ChatwootMessage> stored() {
        return chatwoot.messages(Long.parseLong(conversation));
    }

    private List<String> texts() {
        return stored().stream().map(ChatwootMessage::content).toList();
    }

    private List<String> ids() {
        return stored().stream().map(message -> Long.toString(message.id())).toList();
    }

    private static io.github.camelhelpdesk.common.model.HelpdeskMessageBuilder message(String text) {
        return HelpdeskMessage.builder().provider("channelio").account("c1").conversationId("u1").id("m1")
                .direction(Direction.INBOUND).text(text);
    }
}
