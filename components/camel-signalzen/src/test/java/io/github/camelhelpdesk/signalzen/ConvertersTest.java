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
package io.github.camelhelpdesk.signalzen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.common.model.AuthorType;
import io.github.camelhelpdesk.common.model.Contact;
import io.github.camelhelpdesk.common.model.Direction;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.TextFormat;
import io.github.camelhelpdesk.common.model.Visibility;
import io.github.camelhelpdesk.common.producer.AttachmentCopier;
import io.github.camelhelpdesk.signalzen.model.SignalzenMessage;
import io.github.camelhelpdesk.signalzen.model.SignalzenSender;

class ConvertersTest extends SignalzenTestBase {

    @Test
    void publishedExampleBecomesNeutral() throws IOException {
        HelpdeskMessage message = convert("{\"id\":17,\"body\":\"where is my parcel?\",\"read_by_user\":true,"
                + "\"created_at\":\"2018-03-10T07:08:09.120Z\",\"file_url\":null,\"auto_invitation\":false,"
                + "\"sender_type\":\"user\",\"read_by_operator\":true,"
                + "\"sender\":{\"id\":4,\"name\":\"Ann Smith\",\"email\":\"ann@example.org\"}}");
        assertThat(message.provider()).isEqualTo("signalzen");
        assertThat(message.conversationId()).isEqualTo("4");
        assertThat(message.id()).isEqualTo("17");
        assertThat(message.channel()).isEqualTo("chat");
        assertThat(message.text()).isEqualTo("where is my parcel?");
        assertThat(message.format()).isEqualTo(TextFormat.PLAIN);
        assertThat(message.direction()).isEqualTo(Direction.INBOUND);
        assertThat(message.author()).isEqualTo(new Author(AuthorType.CUSTOMER, "user:4", "Ann Smith", "ann@example.org", null));
        assertThat(message.contact()).isEqualTo(new Contact("4", null, "Ann Smith", "ann@example.org", null));
        assertThat(message.visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(message.createdAt()).isEqualTo(Instant.parse("2018-03-10T07:08:09.120Z"));
        assertThat(message.updatedAt()).isNull();
        assertThat(message.attachments()).isEmpty();
    }

    @Test
    void operatorWithTheIdOfTheUserIsSomebodyElse() throws IOException {
        HelpdeskMessage message = convert("{\"id\":\"18\",\"body\":\"on its way\",\"created_at\":\"2018-03-10T08:08:09.000Z\","
                + "\"sender_type\":\"operator\",\"sender\":{\"id\":4,\"forename\":\"Olga\",\"surname\":\"O.\",\"email\":\"o@x.y\","
                + "\"picture_thumb_url\":null}}");
        assertThat(message.author()).isEqualTo(new Author(AuthorType.AGENT, "operator:4", "Olga O.", "o@x.y", null));
        assertThat(message.direction()).isEqualTo(Direction.OUTBOUND);
        assertThat(message.contact()).isEqualTo(new Contact("4", null, null, null, null));
    }

    @ParameterizedTest
    @CsvSource({ "user, false, CUSTOMER", "operator, false, AGENT", "operator, true, BOT", "copilot, false, BOT",
            "Operator, false, AGENT", ", false, SYSTEM" })
    void authorsAreTold(String senderType, boolean isInvitation, AuthorType type) {
        assertThat(SignalzenMessage.type(senderType, isInvitation)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({ "Ann,,,a@b.c,1,Ann", "' ',Olga,O.,a@b.c,1,Olga O.", ",,O.,a@b.c,1,O.", ",,,a@b.c,1,a@b.c", ",,,,1,#1",
            "#5,,,,5,#5", ",' ',' ',' ',7,#7" })
    void peopleAreCalledAsTheyCanBe(String name, String forename, String surname, String email, String id, String expected) {
        assertThat(new SignalzenSender(id, name, forename, surname, email).displayName()).isEqualTo(expected);
    }

    @Test
    void nullsNumbersAsTextsAndUnknownFieldsAreTaken() throws IOException {
        HelpdeskMessage message = convert(
                "{\"id\":\"18\",\"body\":null,\"read_by_user\":null,\"rating\":null,\"type\":\"Message\","
                        + "\"created_at\":\"2018-03-10T08:08:09+02:00\",\"sender_type\":\"copilot\",\"sender\":null,\"auto_invitation\":null,"
                        + "\"new\":{\"a\":[1]}}");
        assertThat(message.text()).isEmpty();
        assertThat(message.author()).isEqualTo(new Author(AuthorType.BOT, null, null, null, null));
        assertThat(message.createdAt()).isEqualTo(Instant.parse("2018-03-10T06:08:09Z"));
    }

    @Test
    void fileIsAnAttachmentWithAnIdOfItsOwn() throws IOException {
        HelpdeskMessage message = convert("{\"id\":18,\"body\":\"\",\"created_at\":\"2018-03-10T08:08:09.000Z\","
                + "\"sender_type\":\"user\",\"file_url\":\"https://files.example/u/4/my%20bill.pdf?signature=1\"}");
        assertThat(message.attachments()).containsExactly(new Attachment("file-18", "my bill.pdf",
                "https://files.example/u/4/my%20bill.pdf?signature=1", "application/pdf", null));
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://files.example/u/4/", "https://files.example/u/what-it-is" })
    void fileOfAnUnknownTypeIsAFileAllTheSame(String url) throws IOException {
        HelpdeskMessage message = convert("{\"id\":18,\"body\":\"\",\"created_at\":\"2018-03-10T08:08:09.000Z\","
                + "\"sender_type\":\"user\",\"file_url\":\"" + url + "\"}");
        assertThat(message.attachments()).singleElement().matches(AttachmentCopier::isFile)
                .extracting(Attachment::contentType).isEqualTo("application/octet-stream");
    }

    @Test
    void consumerAddsAccountAndWhatTheSiteKnows() throws Exception {
        long user = simulator.openUser("Ann", "ann@example.org");
        simulator.refer(user, "customer-17");
        simulator.writeAsVisitor(user, "hello");
        simulator.writeAsOperator(user, "hi");
        List<HelpdeskMessage> messages = new CopyOnWriteArrayList<>();
        start(BEGINNING, exchange -> messages.add(exchange.getMessage().getBody(HelpdeskMessage.class)));
        await().atMost(PATIENCE).until(() -> messages.size() == 2);
        assertThat(messages).allSatisfy(message -> {
            assertThat(message.account()).isEqualTo("shop");
            assertThat(message.contact())
                    .isEqualTo(new Contact(String.valueOf(user), "customer-17", "Ann", "ann@example.org", null));
        });
        assertThat(messages.get(1).author().name()).isEqualTo("Olga Operator");
    }

    private static HelpdeskMessage convert(String json) throws IOException {
        return SignalzenConverters.toNeutral(HelpdeskJson.mapper().readValue(json, SignalzenMessage.class).of("4"), null);
    }
}
