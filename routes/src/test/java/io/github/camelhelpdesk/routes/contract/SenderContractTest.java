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
package io.github.camelhelpdesk.routes.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.camelhelpdesk.common.ConversationStatus;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.SideCapability;
import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootFile;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;
import io.github.camelhelpdesk.testkit.fault.Fault;
import io.github.camelhelpdesk.testkit.fault.FaultRule;

/** What each provider can do as a target, as its component says, tried at its simulator. */
class SenderContractTest {

    private static final String MARKER = "hd1.contract.0123456789.0123456789abcdef0.r0.1of1";

    static Stream<Provider> senders() {
        return Providers.ALL.stream().filter(Provider::sends);
    }

    static Stream<Provider> readOnly() {
        return Providers.ALL.stream().filter(provider -> !provider.sends());
    }

    @ParameterizedTest
    @MethodSource("readOnly")
    void sendingIsRefusedAtStartUpWhereTheApiOnlyReads(Provider provider) {
        try (Sending sending = new Sending(provider)) {
            assertThatThrownBy(() -> sending.context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:send").to(provider.scheme() + ":sendMessage");
                }
            })).rootCause().hasMessageContaining("read-only");
            assertThat(sending.side.capabilities()).isEmpty();
        }
        Proofs.prove(provider, Claim.SENDS, "no: its API only reads");
        Stream.of(Claim.values()).filter(Claim::isOfTargets).forEach(claim -> Proofs.prove(provider, claim, Proofs.NO));
    }

    @ParameterizedTest
    @MethodSource("senders")
    void neutralMessageArrivesWithItsText(Provider provider) {
        try (Sending sending = new Sending(provider)) {
            String id = sending.send(Sending.answer().build(), Map.of());

            assertThat(sending.answers()).singleElement().satisfies(copy -> {
                assertThat(copy.text()).isEqualTo("On its way");
                assertThat(copy.id()).isEqualTo(id);
                assertThat(copy.audience()).isEqualTo(StoredMessage.EVERYBODY);
            });
        }
        Proofs.prove(provider, Claim.SENDS, Proofs.YES);
    }

    @ParameterizedTest
    @MethodSource("senders")
    @DisplayName("D3: the answer got lost, the message is looked for and not sent again")
    void d3LostAnswerMakesNoSecondCopy(Provider provider) {
        try (Sending sending = new Sending(provider)) {
            FaultRule lost = sending.desk.simulator().faults().onAny().when(call -> call.method().equals("POST")).next(1)
                    .then(Fault.processThenDrop());
            Map<String, Object> first = Map.of(HelpdeskConstants.MARKER, MARKER);
            assertThatThrownBy(() -> sending.send(Sending.answer().build(), first)).isNotNull();
            assertThat(lost.count()).isEqualTo(1);

            String id = sending.send(Sending.answer().build(), Map.of(HelpdeskConstants.MARKER, MARKER,
                    HelpdeskConstants.IN_DOUBT, true, HelpdeskConstants.NOT_FOUND_FROM, Instant.EPOCH));

            assertThat(sending.answers()).extracting(StoredMessage::id).containsExactly(id);
        }
        Proofs.prove(provider, Claim.ONE_COPY, Proofs.YES);
    }

    @ParameterizedTest
    @MethodSource("senders")
    void textOfACopyIsReplacedOrTheSideSaysThatItCannot(Provider provider) {
        try (Sending sending = new Sending(provider)) {
            if (can(sending, SideCapability.EDIT)) {
                String id = sending.send(Sending.answer().build(), Map.of());
                sending.send(Sending.answer().text("Lost").build(), Map.of(HelpdeskConstants.REPLACES_ID, id));

                assertThat(sending.answers()).extracting(StoredMessage::id, StoredMessage::text)
                        .containsExactly(tuple(id, "Lost"));
            }
            prove(sending, Claim.EDITS_COPY, SideCapability.EDIT);
        }
    }

    @ParameterizedTest
    @MethodSource("senders")
    void copyIsDeletedOrTheSideSaysThatItCannot(Provider provider) {
        try (Sending sending = new Sending(provider)) {
            String id = sending.send(Sending.answer().build(), Map.of());
            if (can(sending, SideCapability.DELETE)) {
                sending.side.deleteMessage(sending.conversation, id);

                assertThat(sending.answers()).allMatch(StoredMessage::isDeleted);
            } else {
                assertThatThrownBy(() -> sending.side.deleteMessage(sending.conversation, id))
                        .isInstanceOf(UnsupportedOperationException.class);
            }
            prove(sending, Claim.DELETES_COPY, SideCapability.DELETE);
        }
    }

    @ParameterizedTest
    @MethodSource("senders")
    void answerIsShownAsOneOrLeftOutAsTheSideSays(Provider provider) {
        try (Sending sending = new Sending(provider)) {
            sending.send(Sending.answer().build(), Map.of(HelpdeskConstants.REPLY_TO_ID, sending.question));

            assertThat(sending.answers()).singleElement().extracting(StoredMessage::replyTo)
                    .isEqualTo(can(sending, SideCapability.REPLY) ? sending.question : null);
            prove(sending, Claim.REPLIES, SideCapability.REPLY);
        }
    }

    @ParameterizedTest
    @MethodSource("senders")
    void conversationIsClosedAndOpenedOrTheSideSaysThatItCannot(Provider provider) {
        try (Sending sending = new Sending(provider)) {
            if (can(sending, SideCapability.STATUS)) {
                sending.side.setStatus(sending.conversation, ConversationStatus.CLOSED);
                assertThat(provider.isClosed(sending.desk.simulator(), sending.conversation)).isTrue();
                sending.side.setStatus(sending.conversation, ConversationStatus.OPEN);
                assertThat(provider.isClosed(sending.desk.simulator(), sending.conversation)).isFalse();
            } else {
                assertThatThrownBy(() -> sending.side.setStatus(sending.conversation, ConversationStatus.CLOSED))
                        .isInstanceOf(UnsupportedOperationException.class);
            }
            prove(sending, Claim.STATUS, SideCapability.STATUS);
        }
    }

    @ParameterizedTest
    @MethodSource("senders")
    @DisplayName("E10: a file is uploaded, or stands in the text with its name and address")
    void e10FileArrives(Provider provider) {
        try (Sending sending = new Sending(provider); ChatwootSimulator elsewhere = ChatwootSimulator.start()) {
            String url = file(elsewhere);
            sending.send(Sending.answer().attachments(List.of(new Attachment("1", "bill.pdf", url, "application/pdf", 4L)))
                    .build(), Map.of());

            List<StoredMessage> answers = sending.answers();
            boolean isUploaded = answers.stream().anyMatch(copy -> copy.files().equals(List.of("bill.pdf")));
            if (!isUploaded) {
                assertThat(answers).anyMatch(copy -> copy.text().contains("bill.pdf") && copy.text().contains(url));
            }
            Proofs.prove(provider, Claim.FILES, isUploaded ? "uploaded" : "as lines with name and address");
        }
    }

    private static String file(ChatwootSimulator elsewhere) {
        long conversation = elsewhere.openConversation("Kim");
        elsewhere.writeAsCustomer(conversation, null,
                new ChatwootFile("bill.pdf", "application/pdf", new byte[] { 1, 2, 3, 4 }));
        return elsewhere.messages(conversation).get(0).attachments().get(0).dataUrl();
    }

    private static boolean can(Sending sending, SideCapability capability) {
        return sending.side.capabilities().contains(capability);
    }

    private static void prove(Sending sending, Claim claim, SideCapability capability) {
        Proofs.prove(sending.provider, claim, can(sending, capability) ? Proofs.YES : Proofs.NO);
    }
}
