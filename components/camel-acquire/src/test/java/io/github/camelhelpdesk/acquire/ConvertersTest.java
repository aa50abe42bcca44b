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
package io.github.camelhelpdesk.acquire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.acquire.client.ThreadEntries;
import io.github.camelhelpdesk.acquire.model.AcquireAddress;
import io.github.camelhelpdesk.acquire.model.AcquireMessage;
import io.github.camelhelpdesk.acquire.model.AcquireSmsAnswer;
import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.common.model.AuthorType;
import io.github.camelhelpdesk.common.model.Direction;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.TextFormat;
import io.github.camelhelpdesk.common.model.Visibility;

/** Messages of Acquire, as its pages print them, turned into neutral ones. */
class ConvertersTest {

    @Test
    void chatMessageKeepsItsMeaning() {
        HelpdeskMessage message = neutral(Fixtures.single("chat-message", AcquireMessage.class));

        assertThat(message.provider()).isEqualTo("acquire");
        assertThat(message.conversationId()).isEqualTo("4055");
        assertThat(message.id()).isEqualTo("90411");
        assertThat(message.channel()).isEqualTo("chat");
        assertThat(message.text()).isEqualTo("Your parcel is on its way");
        assertThat(message.html()).isNull();
        assertThat(message.format()).isEqualTo(TextFormat.PLAIN);
        assertThat(message.direction()).isEqualTo(Direction.OUTBOUND);
        assertThat(message.author()).isEqualTo(new Author(AuthorType.AGENT, "31", "Olga", null, null));
        assertThat(message.contact().id()).isEqualTo("88012");
        assertThat(message.visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(message.createdAt()).isEqualTo(Instant.parse("2026-10-05T09:15:30Z"));
        assertThat(message.updatedAt()).isNull();
        assertThat(message.marker()).isNull();
    }

    @Test
    @DisplayName("Q13: a mail keeps subject, text, HTML, addresses and files, whatever the case of their names")
    void q13MailKeepsItsMeaning() {
        AcquireMessage mail = Fixtures.single("mail-message", AcquireMessage.class);
        HelpdeskMessage message = neutral(mail);

        assertThat(message.id()).isEqualTo("90500");
        assertThat(message.channel()).isEqualTo("mail");
        assertThat(message.subject()).isEqualTo("Invoice 17");
        assertThat(message.text()).isEqualTo("Where is it?\n\nOn Monday you wrote: ...");
        assertThat(message.html()).startsWith("<div>Where");
        assertThat(message.format()).isEqualTo(TextFormat.HTML);
        assertThat(message.direction()).isEqualTo(Direction.INBOUND);
        assertThat(message.attachments()).containsExactly(new Attachment("https://files.example/bill.pdf", "bill.pdf",
                "https://files.example/bill.pdf", "application/pdf", 2048L));
        assertThat(mail.from()).isEqualTo(new AcquireAddress("Per Kunde", "per@customer.example"));
        assertThat(mail.to()).containsExactly(new AcquireAddress("Support", "support@desk.example"),
                new AcquireAddress(null, "second@desk.example"));
        assertThat(mail.isDraft()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', value = { "'channel':'mail','meta':{'subject':'Order 17'};Order 17",
            "'channel':'mail','meta':{'Subject':'Order 17'};Order 17",
            "'channel':'mail','subject':'A','meta':{'subject':'B'};A",
            "'channel':'mail','meta':{'subject':' '};", "'channel':'mail','meta':{'subject':{'odd':1}};",
            "'channel':'mail','meta':'odd';", "'channel':'mail','meta':null;",
            "'channel':'chat','meta':{'subject':'Order 17'};" })
    void subjectOfAMailInAListMayStandInItsMeta(String fields, String subject) throws Exception {
        assertThat(neutral(message("{'id':1,'senderType':'contact','senderId':2,'message':'x'," + fields + "}")).subject())
                .isEqualTo(subject);
    }

    @Test
    void draftOfAMailIsForTheHelpDeskOnly() throws Exception {
        String mail = "{'id':1,'senderType':'user','senderId':2,'subject':'s','textBody':'not yet','isDraft':'%s'}";

        assertThat(neutral(message(mail.formatted("yes"))).visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(neutral(message(mail.formatted("no"))).visibility()).isEqualTo(Visibility.PUBLIC);
    }

    @Test
    void mailWithoutTextHasThatOfItsHtml() throws Exception {
        assertThat(neutral(message("{'id':1,'senderType':'contact','senderId':2,'subject':'s','textBody':'',"
                + "'htmlBody':'<p>Dear all,</p><p>1 &lt; 2</p>'}")).text()).isEqualTo("Dear all,\n1 < 2");
    }

    @Test
    @DisplayName("Q7, Q8, Q9: the text of an SMS stands in its meta, its id is that of the case message, its thread that of the case")
    void q7TextIdAndThreadOfAnSmsAreTakenWhereTheyAre() {
        HelpdeskMessage message = neutral(Fixtures.single("sms-answer", AcquireSmsAnswer.class).data());

        assertThat(message.channel()).isEqualTo("sms");
        assertThat(message.text()).isEqualTo("We call you back");
        assertThat(message.id()).isEqualTo("90600");
        assertThat(message.conversationId()).isEqualTo("4290");
        assertThat(message.contact().id()).isEqualTo("88014");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = { "{'Body':'a','body':'b'};a", "{'body':'b'};b", "{'SMS':'c'};c", "{};SMS by Olga",
            "null;SMS by Olga", "{'Body':{'odd':1}};SMS by Olga" })
    void textOfAnSmsIsTheFirstThereIs(String meta, String text) throws Exception {
        assertThat(
                neutral(message("{'id':1,'senderType':'user','senderId':2,'type':'sms','message':'SMS by Olga','meta':" + meta
                        + "}")).text())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({ "contact,message,CUSTOMER,INBOUND,PUBLIC", "user,message,AGENT,OUTBOUND,PUBLIC",
            "user,note,AGENT,OUTBOUND,PRIVATE",
            "user,event,SYSTEM,OUTBOUND,PUBLIC", "contact,event,SYSTEM,OUTBOUND,PUBLIC", "bot,message,BOT,OUTBOUND,PUBLIC",
            "robot,message,SYSTEM,OUTBOUND,PUBLIC", "Contact,Message,CUSTOMER,INBOUND,PUBLIC" })
    void senderAndTypeTellAuthorDirectionAndVisibility(String senderType, String type, AuthorType author, Direction direction,
            Visibility visibility) throws Exception {
        HelpdeskMessage message = neutral(
                message("{'id':1,'senderType':'" + senderType + "','senderId':2,'type':'" + type + "','message':'x'}"));

        assertThat(message.author().type()).isEqualTo(author);
        assertThat(message.direction()).isEqualTo(direction);
        assertThat(message.visibility()).isEqualTo(visibility);
    }

    @Test
    @DisplayName("Q5, Q11: the text may be an object, ids may be texts, and whatever stands in meta does no harm")
    void q5SpellingsAreAllRead() throws Exception {
        HelpdeskMessage message = neutral(message("{'id':'17','caseId':'3','case_id':4,'senderId':'2','senderType':'contact',"
                + "'message':{'message':'inner'},'seen':'yes','meta':'text','attachments':{'url':'https://x.example/a'},'unknown':[[]]}"));

        assertThat(message.id()).isEqualTo("17");
        assertThat(message.text()).isEqualTo("inner");
        assertThat(message.attachments()).extracting(Attachment::url).containsExactly("https://x.example/a");
        assertThat(neutral(message("{'id':18,'senderType':'user','message':{'msg':'old'}}")).text()).isEqualTo("old");
        assertThat(neutral(message("{'id':19,'senderType':'user','message':null}")).text()).isEmpty();
    }

    @Test
    void markTranslateIsTakenOffTheEndOnly() throws Exception {
        assertThat(neutral(message("{'id':1,'senderType':'user','type':'event','message':'Closed.|translate'}")).text())
                .isEqualTo("Closed.");
        assertThat(neutral(message("{'id':1,'senderType':'user','message':'say |translate twice'}")).text())
                .isEqualTo("say |translate twice");
    }

    @Test
    void recordWrittenAsJsonReadsBackAsItWas() throws Exception {
        for (String name : List.of("chat-message", "mail-message")) {
            AcquireMessage message = Fixtures.single(name, AcquireMessage.class);
            JsonNode json = HelpdeskJson.mapper().valueToTree(message);
            assertThat(neutral(ThreadEntries.message(json).value())).isEqualTo(neutral(message));
        }
    }

    @Test
    void noRecordShowsWhatPeopleWrote() {
        assertThat(Fixtures.single("mail-message", AcquireMessage.class).toString()).doesNotContain("Invoice")
                .doesNotContain("Per")
                .contains("90500");
        assertThat(Fixtures.single("chat-message", AcquireMessage.class).ownCase().toString()).contains("4102")
                .doesNotContain("started");
    }

    private static AcquireMessage message(String json) throws Exception {
        return HelpdeskJson.mapper().readValue(json.replace('\'', '"'), AcquireMessage.class);
    }

    private static HelpdeskMessage neutral(AcquireMessage message) {
        DefaultCamelContext context = new DefaultCamelContext();
        try {
            context.start();
            return context.getTypeConverter().convertTo(HelpdeskMessage.class, new DefaultExchange(context), message);
        } finally {
            context.stop();
        }
    }
}
