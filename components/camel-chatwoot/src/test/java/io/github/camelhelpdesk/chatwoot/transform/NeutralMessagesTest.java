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
package io.github.camelhelpdesk.chatwoot.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.camelhelpdesk.chatwoot.client.MessagePage;
import io.github.camelhelpdesk.chatwoot.model.ChatwootMessage;
import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.common.model.AuthorType;
import io.github.camelhelpdesk.common.model.Contact;
import io.github.camelhelpdesk.common.model.Direction;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.TextFormat;
import io.github.camelhelpdesk.common.model.Visibility;

class NeutralMessagesTest {

    /** Shaped like the published example of "Get messages" (seed 001), with values of our own. */
    @Test
    void publishedExampleKeepsItsMeaning() throws IOException {
        MessagePage page = read("/chatwoot/get-messages.json", MessagePage.class);
        assertThat(page.payload()).allMatch(item -> item.isReadable());
        HelpdeskMessage message = NeutralMessages.of(page.payload().get(0).value(), "desk.example.com/3", page.contact());
        assertThat(message).isEqualTo(HelpdeskMessage.builder().provider("chatwoot").account("desk.example.com/3")
                .conversationId("88").id("5012").channel("chat").direction(Direction.INBOUND)
                .author(new Author(AuthorType.CUSTOMER, null, null, null, null))
                .contact(new Contact("71", "crm-71", "Mina Park", "mina@example.org", "+8225550199"))
                .visibility(Visibility.PUBLIC).text("Where is my parcel?").html("<p>Where is my <strong>parcel</strong>?</p>")
                .format(TextFormat.MARKDOWN).createdAt(Instant.parse("2026-11-01T09:15:30Z"))
                .updatedAt(Instant.parse("2026-11-01T09:15:31Z")).build());
        HelpdeskMessage answer = NeutralMessages.of(page.payload().get(1).value(), "desk.example.com/3", page.contact());
        assertThat(answer.direction()).isEqualTo(Direction.OUTBOUND);
        assertThat(answer.author()).isEqualTo(new Author(AuthorType.AGENT, "9", "Gil", null, null));
        assertThat(answer.visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(answer.attachments()).containsExactly(new Attachment("31", "label.pdf",
                "https://desk.example.com/rails/active_storage/blobs/redirect/x/label.pdf", "application/pdf", 2048L));
    }

    @ParameterizedTest
    @CsvSource({ "0,contact,CUSTOMER", "1,user,AGENT", "1,agent_bot,BOT", "1,captain_assistant,BOT", "1,,AGENT", "2,,SYSTEM",
            "3,,BOT", "incoming,contact,CUSTOMER", "outgoing,user,AGENT" })
    void kindOfMessageDecidesTheAuthor(String type, String sender, AuthorType author) throws IOException {
        String json = "{\"id\":1,\"message_type\":\"" + type + "\",\"sender\":"
                + (sender == null ? "null" : "{\"id\":2,\"type\":\"" + sender + "\"}") + "}";
        assertThat(neutral(json).author().type()).isEqualTo(author);
    }

    @ParameterizedTest
    @CsvSource({ "1793524530,2026-11-01T09:15:30Z", "1793524530.25,2026-11-01T09:15:30.250Z",
            "'\"1793524530\"',2026-11-01T09:15:30Z", "'\"2026-11-01T09:15:30.123Z\"',2026-11-01T09:15:30.123Z",
            "'\"2026-11-01T10:15:30+01:00\"',2026-11-01T09:15:30Z" })
    void timesAreReadInAllTheirForms(String json, Instant time) throws IOException {
        assertThat(neutral("{\"id\":1,\"created_at\":" + json + "}").createdAt()).isEqualTo(time);
    }

    /** Section 7 of the provider's page: words for numbers, ISO-8601 for seconds, a sender without a type. */
    @Test
    void webhookSaysTheSameAsTheList() throws IOException {
        HelpdeskMessage listed = neutral("""
                {"id":5,"content":"hi","inbox_id":4,"conversation_id":8,"message_type":1,"content_type":"text","status":"sent",
                 "content_attributes":{"helpdesk_marker":"m"},"created_at":1793524530,"private":true,"source_id":null,
                 "sender":{"id":9,"name":"Gil","available_name":"Gil","type":"user"},
                 "attachments":[{"id":3,"file_type":"image","data_url":"https://x.example/a.png","file_size":7}]}""");
        HelpdeskMessage told = neutral(
                """
                        {"event":"message_created","id":5,"content":"hi","conversation_id":8,"message_type":"outgoing","content_type":"text",
                         "content_attributes":{"helpdesk_marker":"m"},"additional_attributes":{},"created_at":"2026-11-01T09:15:30.000Z",
                         "private":true,"source_id":null,"sender":{"id":9,"name":"Gil","email":"gil@example.org"},
                         "inbox":{"id":4,"name":"Shop"},"account":{"id":1,"name":"Acme"},
                         "attachments":[{"id":3,"file_type":"image","data_url":"https://x.example/a.png","file_size":7}]}""");
        assertThat(told.toBuilder().author(listed.author()).build()).isEqualTo(listed);
        assertThat(told.author().type()).isEqualTo(listed.author().type());
        assertThat(told.author().id()).isEqualTo(listed.author().id());
    }

    @Test
    void mailKeepsSubjectTextAndHtml() throws IOException {
        HelpdeskMessage message = neutral("""
                {"id":1,"message_type":0,"content_type":"incoming_email","content":"> *not Markdown*",
                 "content_attributes":{"email":{"subject":"Parcel","text_content":{"reply":"> *not Markdown*","full":"all"},
                 "html_content":{"reply":"<p>reply</p>"}}}}""");
        assertThat(message.channel()).isEqualTo("mail");
        assertThat(message.subject()).isEqualTo("Parcel");
        assertThat(message.text()).isEqualTo("> *not Markdown*");
        assertThat(message.html()).isEqualTo("<p>reply</p>");
        assertThat(message.format()).isEqualTo(TextFormat.PLAIN);
    }

    @Test
    void markerDeletionAndReplyAreRead() throws IOException {
        assertThat(neutral("{\"id\":1,\"content_attributes\":{\"helpdesk_marker\":\"m\",\"in_reply_to\":7}}"))
                .satisfies(message -> {
                    assertThat(message.marker()).isEqualTo("m");
                    assertThat(message.inReplyTo()).isEqualTo("7");
                    assertThat(message.deleted()).isFalse();
                });
        assertThat(neutral("{\"id\":1,\"source_id\":\"hd1.x\",\"content_attributes\":{\"deleted\":true}}"))
                .satisfies(message -> {
                    assertThat(message.marker()).isEqualTo("hd1.x");
                    assertThat(message.deleted()).isTrue();
                });
        assertThat(neutral("{\"id\":1,\"source_id\":\"<mail@example.com>\"}").marker()).isNull();
    }

    @Test
    void fileWithoutATextIsAMessage() throws IOException {
        HelpdeskMessage message = neutral("{\"id\":1,\"content\":null,\"message_type\":0,\"attachment\":{\"id\":3,"
                + "\"data_url\":\"https://x.example/a%20b.png?sig=1\"}}");
        assertThat(message.text()).isEmpty();
        assertThat(message.attachments()).singleElement().satisfies(file -> assertThat(file.name()).isEqualTo("a b.png"));
    }

    private static HelpdeskMessage neutral(String json) throws IOException {
        return NeutralMessages.of(HelpdeskJson.mapper().readValue(json, ChatwootMessage.class), "a/1", null);
    }

    private static <T> T read(String resource, Class<T> type) throws IOException {
        try (InputStream json = NeutralMessagesTest.class.getResourceAsStream(resource)) {
            return HelpdeskJson.mapper().readValue(json, type);
        }
    }
}
