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

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhelpdesk.common.AttachmentSource;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.Direction;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.MessageKey;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootFile;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootMessage;
import io.github.camelhelpdesk.testkit.fault.Fault;
import io.github.camelhelpdesk.testkit.http.Answer;

/** Files of neutral messages. The simulator is the host of the files and the target. */
class AttachmentsTest extends ChatwootTestBase {

    private static final String MARKER = "hd1.support.0f3a9c1b2e.5d41402abc4b2a76b971.r0.1of1";
    private static final String CREATE = ".*/messages";
    private static final String STORAGE = "/rails/active_storage/disk/.*";

    private CamelContext context;
    private String source;
    private String target;

    @BeforeEach
    void startContext() {
        context = started(true, 1_000);
        source = Long.toString(chatwoot.openConversation("Kim"));
        target = Long.toString(chatwoot.openConversation("Copy of Kim"));
    }

    private CamelContext started(boolean allowPrivateHosts, long maxSize) {
        CamelContext fresh = context();
        ChatwootConfiguration options = component(fresh).getConfiguration();
        options.setMaxRetries(0);
        options.setAllowPrivateAttachmentHosts(allowPrivateHosts);
        options.setMaxAttachmentSize(maxSize);
        fresh.start();
        return fresh;
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    @DisplayName("E10: a file without a text crosses as the file that it is")
    void e10FileWithoutTextIsCopied(Direction direction) {
        HelpdeskMessage message = read(null, file("bill.pdf", "application/pdf", "%PDF"));
        assertThat(message.text()).isEmpty();
        send(message.toBuilder().direction(direction).build());
        assertThat(copy().content()).isNullOrEmpty();
        assertThat(copy().attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("bill.pdf");
            assertThat(file.contentType()).isEqualTo("application/pdf");
            assertThat(file.size()).isEqualTo(4);
        });
        assertThat(copy().sourceId()).isEqualTo(MARKER);
        assertThat(copy().contentAttributes()).containsEntry("helpdesk_marker", MARKER);
    }

    @Test
    @DisplayName("E10: of a file without a text its author is shown where Chatwoot cannot show him")
    void e10AuthorOfAFileIsShown() {
        send(read(null, file("a.png", "image/png", "x")).toBuilder().direction(Direction.OUTBOUND).build(),
                Map.of(HelpdeskConstants.AUTHOR_PREFIX, "Ada: "));
        assertThat(copy().content()).isEqualTo("Ada:");
    }

    @Test
    void textAndSeveralFilesCrossTogether() {
        HelpdeskMessage message = read("Gr\u00fc\u00dfe *an* {{alle}}", file("\u5199\u771f.png", "image/png", "a"),
                file("notes.txt", "text/plain; charset=utf-8", "b"));
        send(message.toBuilder().direction(Direction.OUTBOUND).build());
        assertThat(side().messages(target)).singleElement().satisfies(copy -> {
            assertThat(copy.text()).isEqualTo(message.text());
            assertThat(copy.attachments()).extracting(Attachment::contentType).containsExactly("image/png", "text/plain");
        });
        assertThat(copy().attachments()).extracting("name").containsExactly("\u5199\u771f.png", "notes.txt");
        assertThat(content(copy().attachments().get(1).dataUrl())).isEqualTo("b");
    }

    @Test
    @DisplayName("E9: a link that expired between reading and copying is asked for again")
    void e9ExpiredLinkIsAskedForAgain() {
        HelpdeskMessage message = read("see", file("a.pdf", "application/pdf", "x"));
        chatwoot.faults().on("GET", ".*/blobs/redirect/.*").when(call -> call.query("fresh") == null)
                .then(Fault.status(403));
        List<String> asked = new ArrayList<>();
        AttachmentSource again = (key, id) -> {
            asked.add(key + "#" + id);
            return side().attachment(key.conversationId(), key.id(), id)
                    .map(file -> new Attachment(file.id(), null, file.url() + "?fresh=1", null, null));
        };
        send(message, Map.of(), again);
        assertThat(asked).containsExactly(message.key() + "#" + message.attachments().get(0).id());
        assertThat(copy().content()).isEqualTo("see");
        assertThat(copy().attachments()).singleElement().satisfies(file -> assertThat(file.name()).isEqualTo("a.pdf"));
    }

    @Test
    @DisplayName("E9: a file whose address is given on request only is asked for")
    void e9FileWithoutAnAddressIsAskedFor() {
        HelpdeskMessage message = read("see", file("a.pdf", "application/pdf", "x"));
        Attachment file = message.attachments().get(0);
        HelpdeskMessage without = message.toBuilder()
                .attachments(List.of(new Attachment(file.id(), "b.pdf", null, "application/pdf", 1L))).build();
        send(without, Map.of(), (key, id) -> Optional.of(file));
        assertThat(copy().attachments()).singleElement().satisfies(copied -> assertThat(copied.name()).isEqualTo("b.pdf"));
        send(without, Map.of(), null);
        assertThat(copy().content()).isEqualTo("see\n\n[b.pdf could not be copied: it has no address that can be read]");
    }

    @Test
    @DisplayName("E9: a file that is gone at its source becomes a note and does not cost the message")
    void e9FileThatIsGoneBecomesANote() {
        HelpdeskMessage message = read("see", file("a.pdf", "application/pdf", "x"), file("b.pdf", "application/pdf", "y"));
        chatwoot.faults().on("GET", STORAGE).when(call -> call.path().endsWith("a.pdf")).then(Fault.status(404));
        send(message, Map.of(), (key, id) -> Optional.empty());
        assertThat(side().messages(target).get(0).text()).isEqualTo("see\n\n[a.pdf could not be copied: it is there no more]");
        assertThat(copy().attachments()).singleElement().satisfies(file -> assertThat(file.name()).isEqualTo("b.pdf"));
        send(message, Map.of(), (key, id) -> {
            throw new HelpdeskException("no", Outcome.UNCLEAR, 503, null, true, null);
        });
        assertThat(side().messages(target).get(1).text())
                .isEqualTo("see\n\n[a.pdf could not be copied: its address cannot be asked for]");
    }

    @Test
    @DisplayName("E9: a source that is away for a moment is asked again for the address")
    void e9SourceThatIsAwayForAMomentIsAskedAgain() {
        HelpdeskMessage message = read("see", file("a.pdf", "application/pdf", "x"));
        chatwoot.faults().on("GET", ".*/blobs/redirect/.*").next(1).then(Fault.status(403));
        List<String> asked = new ArrayList<>();
        send(message, Map.of(), (key, id) -> {
            asked.add(id);
            if (asked.size() == 1) {
                throw new HelpdeskException("503", Outcome.UNCLEAR, 503, null, true, null);
            }
            return side().attachment(key.conversationId(), key.id(), id);
        });
        assertThat(asked).hasSize(2);
        assertThat(copy().content()).isEqualTo("see");
        assertThat(copy().attachments()).hasSize(1);
    }

    @Test
    void messageThatIsOnlyAFileThatIsGoneBecomesItsNote() {
        HelpdeskMessage message = read(null, file("a.pdf", "application/pdf", "x"));
        chatwoot.faults().on("GET", STORAGE).then(Fault.status(410));
        send(message);
        assertThat(side().messages(target).get(0).text())
                .isEqualTo("[a.pdf could not be copied: its host does not give it any more (410)]");
    }

    @Test
    void hostThatIsBrokenForAMomentIsAskedAgain() {
        HelpdeskMessage message = read(null, file("a.pdf", "application/pdf", "x"));
        chatwoot.faults().on("GET", STORAGE).next(2).then(Fault.status(503));
        send(message);
        assertThat(copy().attachments()).hasSize(1);
    }

    @Test
    @DisplayName("E9: a message waits for a file whose host is away for longer, and is not written before")
    void e9MessageWaitsForAFileWhoseHostIsAway() {
        HelpdeskMessage message = read("see", file("a.pdf", "application/pdf", "x"));
        chatwoot.faults().on("GET", STORAGE).next(3).then(Fault.status(503));
        assertThat(request(message, Map.of(), new PatientSource()).getException(HelpdeskException.class))
                .hasMessageContaining("cannot be copied now: its host answered with 503")
                .satisfies(failure -> assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT))
                .satisfies(failure -> assertThat(failure.concernsAccount()).isFalse());
        assertThat(chatwoot.messages(Long.parseLong(target))).isEmpty();
        send(message, Map.of(), new PatientSource());
        assertThat(copy().attachments()).hasSize(1);
    }

    @Test
    @DisplayName("E9: no message waits for a file that is gone for good")
    void e9NoMessageWaitsForAFileThatIsGone() {
        HelpdeskMessage message = read("see", file("a.pdf", "application/pdf", "x"));
        chatwoot.faults().on("GET", STORAGE).then(Fault.status(404));
        send(message, Map.of(), new PatientSource());
        assertThat(side().messages(target).get(0).text()).isEqualTo("see\n\n[a.pdf could not be copied: it is there no more]");
    }

    @Test
    void fileThatIsTooLargeBecomesANote() {
        HelpdeskMessage message = read("see", file("a.bin", "application/octet-stream", "x".repeat(1_001)));
        send(message);
        HelpdeskMessage unsaid = message.toBuilder().attachments(message.attachments().stream()
                .map(file -> new Attachment(file.id(), file.name(), file.url(), file.contentType(), null)).toList()).build();
        send(unsaid);
        assertThat(side().messages(target)).hasSize(2).allSatisfy(copy -> assertThat(copy.text())
                .isEqualTo("see\n\n[a.bin could not be copied: it has more than 1000 bytes]"));
    }

    @Test
    void hostsThatAreNotPublicAreNotReadByDefault() {
        HelpdeskMessage message = read("see", file("a.pdf", "application/pdf", "x"));
        context.stop();
        context = started(false, 1_000);
        send(message);
        assertThat(side().messages(target).get(0).text())
                .isEqualTo("see\n\n[a.pdf could not be copied: its address is not public]");
        assertThat(chatwoot.requests().count("GET", "/rails/.*")).isZero();
    }

    @Test
    void tokenIsNotSentToTheHostOfAFile() {
        List<Object> tokens = new ArrayList<>();
        chatwoot.faults().on("GET", "/rails/.*").then(execution -> {
            tokens.add(execution.call().headers().values().contains(chatwoot.accessToken()));
            return execution.process();
        });
        send(read("see", file("a.pdf", "application/pdf", "x")));
        assertThat(tokens).containsExactly(false, false);
    }

    @Test
    void moreFilesThanAMessageTakesBecomeNotes() {
        send(read("see", IntStream.rangeClosed(1, 17).mapToObj(i -> file(i + ".txt", "text/plain", "x"))
                .toArray(ChatwootFile[]::new)));
        assertThat(copy().attachments()).hasSize(15);
        assertThat(side().messages(target).get(0).text()).contains("16.txt could not be copied: a message takes 15 files",
                "17.txt");
    }

    @Test
    void filesStandOnTheLastPartOrOnOneOfTheirOwnWhateverBecomesOfThem() {
        component(context).getConfiguration().setMaxTextLength(600);
        HelpdeskMessage message = read("word ".repeat(110).strip(), file("a.pdf", "application/pdf", "x"));
        chatwoot.faults().on("POST", CREATE).when(call -> call.bodyText().contains("2of2")).next(1)
                .then(Fault.processThenDrop());
        assertThat(request(message, Map.of(), null).getException()).isInstanceOf(HelpdeskException.class);
        chatwoot.faults().on("GET", STORAGE).then(Fault.status(404));
        Exchange again = request(message, Map.of(HelpdeskConstants.IN_DOUBT, true), null);
        assertThat(again.getException()).isNull();
        assertThat(chatwoot.messages(Long.parseLong(target))).hasSize(2);
        assertThat(copy().attachments()).hasSize(1);
    }

    @Test
    @DisplayName("D3: a message with a file whose answer was lost is found and its file is not fetched again")
    void d3MessageWithAFileIsFound() {
        HelpdeskMessage message = read(null, file("a.pdf", "application/pdf", "x"));
        chatwoot.faults().on("POST", CREATE).next(1).then(Fault.processThenDrop());
        assertThat(request(message, Map.of(), null).getException()).isInstanceOf(HelpdeskException.class);
        send(message, Map.of(HelpdeskConstants.IN_DOUBT, true));
        assertThat(chatwoot.messages(Long.parseLong(target))).hasSize(1);
        assertThat(chatwoot.requests().count("GET", STORAGE)).isEqualTo(1);
    }

    @Test
    void refusalOfAFormDoesNotQuoteItsText() {
        HelpdeskMessage message = read("secret text", file("a.pdf", "application/pdf", "x"));
        chatwoot.faults().on("POST", CREATE).then(Fault.answer(
                Answer.of(422, "application/json", "{\"error\":\"Validation failed: secret text is odd\"}")));
        assertThat(request(message, Map.of(), null).getException()).hasMessageContaining("is odd")
                .hasMessageNotContaining("secret text");
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://maps.example.com/?q=1,2" })
    void whatIsALinkAndNoFileStaysALine(String url) {
        HelpdeskMessage message = read("here", new ChatwootFile[0]).toBuilder()
                .attachments(List.of(new Attachment("7", "Cafe", url, null, null))).build();
        send(message);
        assertThat(side().messages(target).get(0).text()).isEqualTo("here\n\nAttachment: Cafe " + url);
    }

    private static ChatwootFile file(String name, String contentType, String content) {
        return new ChatwootFile(name, contentType, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Has the customer write it, and reads it as the neutral message of another account. */
    private HelpdeskMessage read(String text, ChatwootFile... files) {
        long id = chatwoot.writeAsCustomer(Long.parseLong(source), text, files);
        HelpdeskMessage own = side().messages(source).stream().filter(message -> message.id().equals(Long.toString(id)))
                .findFirst().orElseThrow();
        return own.toBuilder().account("other").build();
    }

    private void send(HelpdeskMessage message) {
        send(message, Map.of());
    }

    private void send(HelpdeskMessage message, Map<String, Object> headers) {
        send(message, headers, null);
    }

    private void send(HelpdeskMessage message, Map<String, Object> headers, AttachmentSource again) {
        assertThat(request(message, headers, again).getException()).isNull();
    }

    private Exchange request(HelpdeskMessage message, Map<String, Object> headers, AttachmentSource again) {
        Map<String, Object> all = new HashMap<>(
                Map.of(HelpdeskConstants.CONVERSATION_ID, target, HelpdeskConstants.MARKER, MARKER));
        all.putAll(headers);
        return context.createProducerTemplate().request("chatwoot:sendMessage", exchange -> {
            exchange.getMessage().setBody(message);
            exchange.getMessage().setHeaders(all);
            exchange.setProperty(HelpdeskConstants.ATTACHMENT_SOURCE, again);
        });
    }

    private String content(String url) {
        try {
            var client = java.net.http.HttpClient.newBuilder().followRedirects(java.net.http.HttpClient.Redirect.ALWAYS)
                    .build();
            return client.send(
                    java.net.http.HttpRequest.newBuilder(java.net.URI.create(url)).build(),
                    java.net.http.HttpResponse.BodyHandlers.ofString()).body();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private ChatwootComponent side() {
        return component(context);
    }

    private ChatwootMessage copy() {
        List<ChatwootMessage> copies = chatwoot.messages(Long.parseLong(target));
        return copies.get(copies.size() - 1);
    }

    private static final class PatientSource implements AttachmentSource {

        @Override
        public Optional<Attachment> refresh(MessageKey message, String attachmentId) {
            return Optional.empty();
        }

        @Override
        public boolean mayWait() {
            return true;
        }
    }
}
