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
package io.github.camelhelpdesk.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.DataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.channelio.ChannelioComponent;
import io.github.camelhelpdesk.chatwoot.ChatwootComponent;
import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.AuthorType;
import io.github.camelhelpdesk.common.model.Direction;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.Visibility;
import io.github.camelhelpdesk.testkit.channelio.ChannelioMessage;
import io.github.camelhelpdesk.testkit.channelio.ChannelioSimulator;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootMessage;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootMessageType;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;
import io.github.camelhelpdesk.testkit.fault.Fault;
import io.github.camelhelpdesk.testkit.http.Answer;

/**
 * Answers of the shape that the providers publish (seeds 001 and 003) go through consumer, neutral message and the other
 * side's sender, and still say the same there.
 */
class PublishedExamplesTest {

    private static final Path COMPONENTS = Snippets.ROOT.resolve("components");

    private final ChannelioSimulator channelio = ChannelioSimulator.start();
    private final ChatwootSimulator chatwoot = ChatwootSimulator.start();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final List<HelpdeskMessage> neutral = new CopyOnWriteArrayList<>();
    private final long conversation = chatwoot.openConversation("Mina Park");
    private final String userChat = channelio.openUserChat("Ann");

    @BeforeEach
    void nameTheAccounts() {
        ChannelioComponent one = context.getComponent("channelio", ChannelioComponent.class);
        one.getConfiguration().setBaseUrl(channelio.baseUrl());
        one.getConfiguration().setAccessKey(channelio.accessKey());
        one.getConfiguration().setSecretKey(channelio.secretKey());
        ChatwootComponent other = context.getComponent("chatwoot", ChatwootComponent.class);
        other.getConfiguration().setBaseUrl(chatwoot.baseUrl());
        other.getConfiguration().setAccountId(chatwoot.accountId());
        other.getConfiguration().setAccessToken(chatwoot.accessToken());
    }

    @AfterEach
    void stop() {
        context.stop();
        channelio.close();
        chatwoot.close();
    }

    private void carry(String from, String to) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(from + "&initialDelay=0&delay=100&startFrom=beginning&include=customer,agent,private").routeId("carry")
                        .transformDataType(new DataType("helpdesk:message"))
                        .process(exchange -> neutral.add(exchange.getMessage().getBody(HelpdeskMessage.class)))
                        .to(to);
            }
        });
        context.start();
    }

    private static String fixture(String path) throws IOException {
        return Files.readString(COMPONENTS.resolve(path));
    }

    @Test
    void whatChatwootPublishesReachesChannelio() throws Exception {
        String answer = fixture("camel-chatwoot/src/test/resources/chatwoot/get-messages.json")
                .replace("\"conversation_id\": 88", "\"conversation_id\": " + conversation);
        chatwoot.faults().on("GET", ".*/messages").then(Fault.answer(Answer.of(200, "application/json", answer)));
        carry("chatwoot:messages?conversationId=" + conversation, "channelio:sendMessage?userChatId=" + userChat);

        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(channelio.messages(userChat)).hasSize(2));
        HelpdeskMessage question = neutral.get(0);
        assertThat(question.text()).isEqualTo("Where is my parcel?");
        assertThat(question.author().type()).isEqualTo(AuthorType.CUSTOMER);
        assertThat(question.contact().name()).isEqualTo("Mina Park");
        assertThat(question.contact().email()).isEqualTo("mina@example.org");
        assertThat(question.direction()).isEqualTo(Direction.INBOUND);
        assertThat(question.createdAt()).isEqualTo(Instant.ofEpochSecond(1_793_524_530));
        HelpdeskMessage note = neutral.get(1);
        assertThat(note.visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(note.author().name()).isEqualTo("Gil");
        assertThat(note.attachments()).extracting(Attachment::name, Attachment::contentType, Attachment::size)
                .containsExactly(tuple("label.pdf", "application/pdf", 2048L));

        List<ChannelioMessage> arrived = channelio.messages(userChat);
        assertThat(arrived.get(0).plainText()).isEqualTo("Where is my parcel?");
        assertThat(arrived.get(0).options()).doesNotContain("private").contains("doNotPost", "doNotSendApp", "silentToUser");
        assertThat(arrived.get(1).plainText()).contains("the label").contains("label.pdf");
        assertThat(arrived.get(1).options()).contains("private");
    }

    @Test
    void whatChannelioPublishesReachesChatwoot() throws Exception {
        String answer = fixture("camel-channelio/src/test/resources/channelio/list-messages.json").replace("CHAT", userChat)
                .replace("PERSON", channelio.users().get(0).id()).replace("MANAGER", channelio.managerId());
        channelio.faults().on("GET", ".*/messages").then(Fault.answer(Answer.of(200, "application/json", answer)));
        carry("channelio:messages?userChatId=" + userChat, "chatwoot:sendMessage?conversationId=" + conversation);

        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(chatwoot.messages(conversation)).hasSize(4));
        HelpdeskMessage order = neutral.get(0);
        assertThat(order.text()).startsWith("My order & invoice <17>").contains("red", "blue", "if (a < b) {}");
        assertThat(order.createdAt()).isEqualTo(Instant.ofEpochMilli(1_624_414_655_810L));
        assertThat(order.contact().name()).isEqualTo("Ann");
        assertThat(order.attachments()).extracting(Attachment::name).containsExactly("photo.png");

        List<ChatwootMessage> arrived = chatwoot.messages(conversation);
        assertThat(arrived).extracting(ChatwootMessage::messageType).containsExactly(ChatwootMessageType.INCOMING,
                ChatwootMessageType.OUTGOING, ChatwootMessageType.OUTGOING, ChatwootMessageType.INCOMING);
        assertThat(arrived).extracting(ChatwootMessage::isPrivate).containsExactly(false, true, false, false);
        assertThat(arrived.get(0).content()).contains("photo.png");
        assertThat(arrived.get(0).contentAttributes()).containsEntry("external_created_at", "2021-06-23T02:17:35.810Z");
        assertThat(arrived.get(2).content()).isEqualTo("It is on its way");
        assertThat(arrived.get(3).content()).as("a message of only a file").contains("bill.pdf");
    }
}
