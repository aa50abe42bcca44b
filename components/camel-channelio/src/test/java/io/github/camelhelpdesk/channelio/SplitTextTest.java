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

import java.time.Instant;
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

import io.github.camelhelpdesk.common.CannotTellException;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.NotFoundYetException;
import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.Direction;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.HelpdeskMessageBuilder;
import io.github.camelhelpdesk.common.model.Visibility;
import io.github.camelhelpdesk.testkit.channelio.ChannelioMessage;
import io.github.camelhelpdesk.testkit.channelio.RequestIdPolicy;
import io.github.camelhelpdesk.testkit.fault.Fault;

/** Texts that are longer than the target takes. */
class SplitTextTest extends ChannelioTestBase {

    private static final String MARKER = "hd1.support.0f3a9c1b2e.5d41402abc4b2a76b971.r0";
    private static final String TEXT = String.join(" ",
            IntStream.range(0, 40).mapToObj(number -> "word" + number).toList());

    private DefaultCamelContext context;
    private String chat;

    @BeforeEach
    void startContext() {
        context = started(100);
        chat = simulator.openUserChat("Ann");
    }

    private DefaultCamelContext started(int maxTextLength) {
        DefaultCamelContext fresh = context();
        component(fresh).getConfiguration().setMaxTextLength(maxTextLength);
        component(fresh).getConfiguration().setMaxRetries(0);
        fresh.start();
        return fresh;
    }

    @Test
    void longTextIsPostedInPartsThatCanBeFound() throws Exception {
        Exchange sent = send(message(TEXT).build(), Map.of());
        assertThat(sent.getException()).isNull();
        assertThat(posted()).extracting(ChannelioMessage::requestId).containsExactly(MARKER + ".1of3", MARKER + ".2of3",
                MARKER + ".3of3");
        assertThat(String.join(" ", texts())).isEqualTo(TEXT);
        assertThat(sent.getMessage().getHeader(HelpdeskConstants.MESSAGE_ID)).isEqualTo(ids());
        assertThat(sent.getProperty(HelpdeskConstants.MESSAGE_ID)).isEqualTo(ids());
        assertThat(sent.getMessage().getBody()).asList().hasSize(3);
    }

    @Test
    void documentedLimitIsTheDefault() throws Exception {
        context.stop();
        context = context();
        context.start();
        send(message("a<b ".repeat(1_000)).build(), Map.of());
        assertThat(posted()).hasSize(2);
    }

    @Test
    void noEscapeIsCutAndWhatIsReadBackIsWhatWasMeant() throws Exception {
        String text = "a<b&c>d ".repeat(40).strip();
        send(message(text).build(), Map.of());
        assertThat(String.join(" ", texts())).isEqualTo(text);
        assertThat(posted()).hasSizeGreaterThan(6);
    }

    @Test
    void everyPartOfACustomersTextIsUnheardAndEveryPartOfANoteIsPrivate() throws Exception {
        send(message(TEXT).direction(Direction.INBOUND).visibility(Visibility.PRIVATE).build(), Map.of());
        assertThat(posted()).hasSize(3).allSatisfy(part -> assertThat(part.options()).containsExactlyInAnyOrder("private",
                "doNotPost", "doNotSendApp", "silentToUser"));
    }

    @Test
    void authorStandsOnTheFirstPartAndFilesOnTheLast() throws Exception {
        send(message(TEXT).attachments(List.of(new Attachment("7", "a.pdf", "https://files.example.com/a.pdf", null, null)))
                .build(), Map.of(HelpdeskConstants.AUTHOR_PREFIX, "Ada: ", HelpdeskConstants.REPLY_TO_ID, "17"));
        assertThat(texts().get(0)).startsWith("Ada: word0");
        assertThat(texts().subList(1, texts().size())).noneSatisfy(text -> assertThat(text).contains("Ada"));
        assertThat(texts().get(texts().size() - 1)).endsWith("a.pdf https://files.example.com/a.pdf");
    }

    @ParameterizedTest
    @EnumSource(RequestIdPolicy.class)
    @DisplayName("D3: the answer to the second of three parts was lost: what is there is found, the third is posted")
    void d3LostAnswerOfAPartPostsOnlyWhatIsMissing(RequestIdPolicy policy) throws Exception {
        simulator.requestIds(policy);
        simulator.faults().on("POST", MESSAGES).when(call -> call.bodyText().contains(".2of3")).next(1)
                .then(Fault.processThenDrop());
        assertThat(failure(send(message(TEXT).build(), Map.of())).outcome()).isEqualTo(Outcome.UNCLEAR);
        assertThat(posted()).hasSize(2);
        context.stop();
        context = started(100);
        Exchange again = send(message(TEXT).build(), Map.of(HelpdeskConstants.IN_DOUBT, true));
        assertThat(again.getException()).isNull();
        assertThat(String.join(" ", texts())).isEqualTo(TEXT);
        assertThat(again.getMessage().getHeader(HelpdeskConstants.MESSAGE_ID)).isEqualTo(ids());
        send(message(TEXT).build(), Map.of(HelpdeskConstants.IN_DOUBT, true));
        assertThat(posted()).hasSize(3);
    }

    @Test
    void partThatWasNotPostedLeavesTheMessageUnclear() throws Exception {
        simulator.faults().on("POST", MESSAGES).when(call -> call.bodyText().contains(".3of3")).next(1).then(Fault.status(400));
        HelpdeskException failure = failure(send(message(TEXT).build(), Map.of()));
        assertThat(failure.outcome()).isEqualTo(Outcome.UNCLEAR);
        assertThat(failure).hasMessageContaining("only the first 2").hasMessageNotContaining("word");
    }

    @Test
    void missingPartIsNotPostedBeforeNotFoundCounts() throws Exception {
        sendAs(MARKER + ".1of3", "one");
        Exchange early = send(message(TEXT).build(), Map.of(HelpdeskConstants.IN_DOUBT, true,
                HelpdeskConstants.NOT_FOUND_FROM, Instant.now().plusSeconds(60)));
        assertThat(early.getException()).isInstanceOf(NotFoundYetException.class);
        assertThat(posted()).hasSize(1);
    }

    @Test
    void otherNumberOfPartsThanBeforeCannotBeTold() throws Exception {
        send(message(TEXT).build(), Map.of());
        context.stop();
        context = started(4_000);
        assertThat(send(message(TEXT).build(), Map.of(HelpdeskConstants.IN_DOUBT, true)).getException())
                .isInstanceOf(CannotTellException.class).hasMessageContaining("maxTextLength");
        assertThat(posted()).hasSize(3);
    }

    @Test
    void partThatIsMissingBeforeALaterOneCannotBeTold() throws Exception {
        sendAs(MARKER + ".1of3", "one");
        sendAs(MARKER + ".3of3", "three");
        assertThat(send(message(TEXT).build(), Map.of(HelpdeskConstants.IN_DOUBT, true)).getException())
                .isInstanceOf(CannotTellException.class).hasMessageContaining("part 2 of 3");
        assertThat(posted()).hasSize(2);
    }

    private void sendAs(String marker, String text) throws Exception {
        assertThat(send(message(text).build(), Map.of(HelpdeskConstants.MARKER, marker)).getException()).isNull();
    }

    private Exchange send(Object body, Map<String, Object> headers) throws Exception {
        Map<String, Object> all = new HashMap<>(
                Map.of(HelpdeskConstants.MARKER, MARKER + ".1of1", HelpdeskConstants.CONVERSATION_ID, chat));
        all.putAll(headers);
        return call(context, "channelio:sendMessage", body, all);
    }

    private static HelpdeskException failure(Exchange exchange) {
        assertThat(exchange.getException()).isInstanceOf(HelpdeskException.class);
        return (HelpdeskException) exchange.getException();
    }

    private List<ChannelioMessage> posted() {
        return simulator.messages(chat);
    }

    private List<String> texts() {
        return posted().stream().map(ChannelioMessage::plainText).toList();
    }

    private List<String> ids() {
        return posted().stream().map(ChannelioMessage::id).toList();
    }

    private static HelpdeskMessageBuilder message(String text) {
        return HelpdeskMessage.builder().provider("chatwoot").account("c1").conversationId("1").id("1")
                .direction(Direction.OUTBOUND).text(text);
    }
}
