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
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.DataType;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.channelio.model.ChannelioMessage;
import io.github.camelhelpdesk.channelio.model.ChannelioMessageRequest;
import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.common.model.AuthorType;
import io.github.camelhelpdesk.common.model.Contact;
import io.github.camelhelpdesk.common.model.Direction;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.TextFormat;
import io.github.camelhelpdesk.common.model.Visibility;
import io.github.camelhelpdesk.testkit.fault.Fault;
import io.github.camelhelpdesk.testkit.http.Answer;

class ConvertersTest extends ChannelioTestBase {

    @Test
    void publishedExampleComesThroughTheConsumerUnchangedInMeaning() throws Exception {
        List<HelpdeskMessage> messages = consumeSeed();
        assertThat(messages).extracting(HelpdeskMessage::id).containsExactly("6921000000000000a001", "6921000000000000a002",
                "6921000000000000a003", "6921000000000000a004", "6921000000000000a005");
        String user = simulator.users().get(0).id();
        HelpdeskMessage first = messages.get(0);
        assertThat(first.provider()).isEqualTo("channelio");
        assertThat(first.account()).isEqualTo(simulator.channelId());
        assertThat(first.conversationId()).isEqualTo(simulator.userChats().get(0).id());
        assertThat(first.channel()).isEqualTo("chat");
        assertThat(first.text()).isEqualTo("My order & invoice <17>\n- red\n- blue\nif (a < b) {}");
        assertThat(first.format()).isEqualTo(TextFormat.PLAIN);
        assertThat(first.direction()).isEqualTo(Direction.INBOUND);
        assertThat(first.author()).isEqualTo(new Author(AuthorType.CUSTOMER, user, "Ann", "ann@example.org", null));
        assertThat(first.contact()).isEqualTo(new Contact(user, null, "Ann", "ann@example.org", null));
        assertThat(first.visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(first.createdAt()).isEqualTo(Instant.parse("2021-06-23T02:17:35.810Z"));
        assertThat(first.updatedAt()).isEqualTo(Instant.parse("2021-06-23T02:17:35.811Z"));
        assertThat(first.attachments())
                .containsExactly(new Attachment("pub-file/1/photo.png", "photo.png", null, "image/png", 20480L));
        assertThat(first.inReplyTo()).isEqualTo("6921000000000000a000");
        assertThat(first.marker()).isNull();
        assertThat(first.deleted()).isFalse();
    }

    @Test
    void authorsAndVisibilityOfThePublishedExampleAreTold() throws Exception {
        List<HelpdeskMessage> messages = consumeSeed();
        assertThat(messages).extracting(message -> message.author().type()).containsExactly(AuthorType.CUSTOMER,
                AuthorType.AGENT, AuthorType.SYSTEM, AuthorType.AGENT, AuthorType.CUSTOMER);
        assertThat(messages).extracting(HelpdeskMessage::visibility).containsExactly(Visibility.PUBLIC, Visibility.PRIVATE,
                Visibility.PUBLIC, Visibility.PUBLIC, Visibility.PUBLIC);
        assertThat(messages).extracting(HelpdeskMessage::direction).containsExactly(Direction.INBOUND, Direction.OUTBOUND,
                Direction.OUTBOUND, Direction.OUTBOUND, Direction.INBOUND);
        assertThat(messages.get(3).author().name()).isEqualTo("Mia Manager");
        // E10: a message that is only a file is a message.
        assertThat(messages.get(4).text()).isEmpty();
        assertThat(messages.get(4).attachments()).extracting(Attachment::name).containsExactly("bill.pdf");
    }

    @Test
    void publishedExampleIsSentOnUnchangedInMeaning() throws Exception {
        HelpdeskMessage first = consumeSeed().get(0);
        String target = simulator.openUserChat("Copy");
        call("channelio:sendMessage?userChatId=" + target, first.toBuilder().provider("chatwoot").build(), java.util.Map.of());
        assertThat(simulator.messages(target)).singleElement().satisfies(copy -> assertThat(copy.plainText())
                .isEqualTo("My order & invoice <17>\n- red\n- blue\nif (a < b) {}\n\nAttachment: photo.png"));
    }

    @Test
    void mailIsNamedAsSuch() throws IOException {
        HelpdeskMessage mail = convert(
                "{\"id\":\"m\",\"chatId\":\"c\",\"channelId\":\"9\",\"personType\":\"USER\",\"personId\":\"u\",\"createdAt\":1,"
                        + "\"plainText\":\"hi\",\"email\":{\"direction\":\"inbound\",\"subject\":\"Order 17\",\"from\":{\"address\":\"a@b.c\"}}}");
        assertThat(mail.channel()).isEqualTo("mail");
        assertThat(mail.subject()).isEqualTo("Order 17");
        assertThat(mail.direction()).isEqualTo(Direction.INBOUND);
        assertThat(mail.account()).isEqualTo("9");
    }

    @Test
    void entryOfTheLogHasItsActionAsText() throws IOException {
        HelpdeskMessage entry = convert(
                "{\"id\":\"m\",\"chatId\":\"c\",\"personType\":\"manager\",\"personId\":\"7\",\"createdAt\":1,"
                        + "\"log\":{\"action\":\"assign\",\"values\":[\"7\"]}}");
        assertThat(entry.text()).isEqualTo("assign");
        assertThat(entry.author().type()).isEqualTo(AuthorType.SYSTEM);
        assertThat(convert("{\"id\":\"m\",\"chatId\":\"c\",\"createdAt\":1,\"log\":{}}").text()).isEmpty();
    }

    @Test
    void removedMessageIsDeletedAndOurMarkerIsFound() throws IOException {
        HelpdeskMessage message = convert(
                "{\"id\":\"m\",\"chatId\":\"c\",\"personType\":\"bot\",\"personId\":\"b\",\"createdAt\":1,"
                        + "\"state\":\"removed\",\"requestId\":\"hd1.link.k\"}");
        assertThat(message.deleted()).isTrue();
        assertThat(message.text()).isEmpty();
        assertThat(message.marker()).isEqualTo("hd1.link.k");
    }

    @Test
    void nameOfOneMessageIsNotTakenForAnother() throws IOException {
        DefaultCamelContext context = context();
        context.start();
        var exchange = new org.apache.camel.support.DefaultExchange(context);
        exchange.getMessage().setHeader(ChannelioConstants.MESSAGE_ID, "other");
        exchange.getMessage().setHeader(ChannelioConstants.AUTHOR, new Author(AuthorType.AGENT, "1", "Mia", null, null));
        ChannelioMessage message = HelpdeskJson.mapper().readValue(
                "{\"id\":\"m\",\"chatId\":\"c\",\"personType\":\"manager\",\"personId\":\"2\",\"createdAt\":1}",
                ChannelioMessage.class);
        assertThat(ChannelioConverters.toNeutral(message, exchange).author())
                .isEqualTo(new Author(AuthorType.AGENT, "2", null, null, null));
    }

    @Test
    void dataTypeMakesARequestOfANeutralMessage() throws Exception {
        DefaultCamelContext context = context();
        List<Object> bodies = new CopyOnWriteArrayList<>();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").transformDataType(new DataType("channelio:send"))
                        .process(e -> bodies.add(e.getMessage().getBody()));
            }
        });
        context.start();
        call(context, "direct:in", HelpdeskMessage.builder().text("a < b").direction(Direction.OUTBOUND).build(),
                java.util.Map.of());
        assertThat(bodies).singleElement().isInstanceOfSatisfying(ChannelioMessageRequest.class,
                request -> assertThat(request.blocks().get(0).value()).isEqualTo("a &lt; b"));
    }

    private static HelpdeskMessage convert(String json) throws IOException {
        return ChannelioConverters.toNeutral(HelpdeskJson.mapper().readValue(json, ChannelioMessage.class), null);
    }

    private List<HelpdeskMessage> consumeSeed() throws Exception {
        String chat = simulator.openUserChat("Ann", "ann@example.org", null);
        simulator.writeAsCustomer(chat, "is replaced");
        String page = resource().replace("CHAT", chat).replace("PERSON", simulator.users().get(0).id()).replace("MANAGER",
                simulator.managerId());
        simulator.faults().on("GET", "/open/v5/user-chats/" + chat + "/messages")
                .then(Fault.answer(Answer.of(200, "application/json", page)));
        List<HelpdeskMessage> messages = new CopyOnWriteArrayList<>();
        DefaultCamelContext context = context();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("channelio:messages?initialDelay=0&delay=20&startFrom=beginning&include=customer,agent,system,private")
                        .routeId("intake").transformDataType(new DataType("helpdesk:message"))
                        .process(exchange -> messages.add(exchange.getMessage().getBody(HelpdeskMessage.class)));
            }
        });
        context.start();
        await().untilAsserted(() -> assertThat(messages).hasSize(5));
        return messages;
    }

    private static String resource() throws IOException {
        try (InputStream in = ConvertersTest.class.getResourceAsStream("/channelio/list-messages.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
