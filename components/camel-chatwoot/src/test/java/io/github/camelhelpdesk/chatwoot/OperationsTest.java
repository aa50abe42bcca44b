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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.chatwoot.model.ChatwootContact;
import io.github.camelhelpdesk.chatwoot.model.ChatwootConversation;
import io.github.camelhelpdesk.chatwoot.model.ChatwootMessage;
import io.github.camelhelpdesk.chatwoot.model.ChatwootProfile;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.model.Contact;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootInboxType;
import io.github.camelhelpdesk.testkit.fault.Fault;

class OperationsTest extends ChatwootTestBase {

    private CamelContext context;

    @BeforeEach
    void startContext() {
        context = context();
        context.start();
    }

    @Test
    void messagesOfALongConversationAreListedById() {
        long conversation = chatwoot.openConversation("Kim");
        List<String> texts = texts("m", 1, 450);
        write(conversation, texts);
        assertThat(call("listMessages?conversationId=" + conversation, null, Map.of())).asList().extracting("content")
                .containsExactlyElementsOf(texts);
        long after = chatwoot.messages(conversation).get(447).id();
        assertThat(call("listMessages", null, Map.of(HelpdeskConstants.CONVERSATION_ID, conversation,
                ChatwootConstants.AFTER_MESSAGE_ID, after))).asList().extracting("content").containsExactly("m449", "m450");
    }

    @Test
    void listThatCannotBeReadWholeFails() {
        long conversation = chatwoot.openConversation("Kim");
        write(conversation, List.of("1", "2"));
        chatwoot.faults().on("GET", ".*/messages")
                .then(execution -> changed(execution.process(), "\"content\":\"2\"", "\"content\":[]"));
        assertThatThrownBy(() -> call("listMessages?conversationId=" + conversation, null, Map.of()))
                .cause().isInstanceOf(HelpdeskException.class);
    }

    @Test
    void messageIsDeletedOnceAndForAll() {
        long conversation = chatwoot.openConversation("Kim");
        long id = chatwoot.writeAsAgent(conversation, "Hello");
        for (int i = 0; i < 2; i++) {
            assertThat(call("deleteMessage?conversationId=" + conversation, null, Map.of(ChatwootConstants.MESSAGE_ID, id)))
                    .isInstanceOfSatisfying(ChatwootMessage.class, message -> assertThat(message.isDeleted()).isTrue());
        }
        assertThat(chatwoot.messages(conversation).get(0).content()).isNotEqualTo("Hello");
        assertThatThrownBy(() -> call("deleteMessage?conversationId=" + conversation, null,
                Map.of(ChatwootConstants.MESSAGE_ID, 4711)))
                .cause().isInstanceOfSatisfying(HelpdeskException.class, e -> assertThat(e.statusCode()).isEqualTo(404));
    }

    @Test
    @DisplayName("E7: ids that came with a message of another account delete nothing here")
    void e7IdsOfAnotherAccountDeleteNothing() {
        long conversation = chatwoot.openConversation("Kim");
        long id = chatwoot.writeAsAgent(conversation, "Hello");
        assertThatThrownBy(() -> call("deleteMessage?conversationId=" + conversation, null,
                Map.of(ChatwootConstants.MESSAGE_ID, id, HelpdeskConstants.PROVIDER, "chatwoot", HelpdeskConstants.ACCOUNT,
                        "other/1")))
                .cause().isInstanceOf(IllegalArgumentException.class).hasMessageContaining(ChatwootConstants.MESSAGE_ID);
        assertThat(chatwoot.messages(conversation).get(0).content()).isEqualTo("Hello");
    }

    @Test
    void allPagesOfConversationsAreListedOnce() {
        for (int i = 0; i < 60; i++) {
            chatwoot.openConversation("Customer");
        }
        chatwoot.resolveConversation(7);
        assertThat(call("listConversations", null, Map.of())).asList().hasSize(60).doesNotHaveDuplicates();
        assertThat(call("listConversations", null, Map.of(ChatwootConstants.STATUS, "resolved"))).asList().extracting("id")
                .containsExactly(7L);
        assertThat(call("listConversations?inboxId=99", null, Map.of())).asList().isEmpty();
    }

    @Test
    void contactsAreCreatedAndFound() {
        assertThat(call("createContact", Map.of("name", "Kim", "email", "kim@example.com"), Map.of()))
                .isInstanceOfSatisfying(ChatwootContact.class,
                        contact -> assertThat(contact.email()).isEqualTo("kim@example.com"));
        call("createContact", "{\"name\":\"Lee\",\"phone_number\":\"+49301234567\"}", Map.of());
        call("createContact", new Contact(null, "x-3", "Max", null, null), Map.of());
        assertThat(call("searchContacts", "kim@", Map.of())).asList().extracting("name").containsExactly("Kim");
        assertThat(call("searchContacts", null, Map.of(ChatwootConstants.QUERY, "x-3"))).asList().extracting("identifier")
                .containsExactly("x-3");
        assertThatThrownBy(() -> call("createContact", Map.of("email", "KIM@example.com"), Map.of())).cause()
                .isInstanceOf(HelpdeskException.class).hasMessageContaining("Email has already been taken");
        assertThatThrownBy(() -> call("createContact", null, Map.of())).cause().hasMessageContaining("needs a body");
        assertThatThrownBy(() -> call("searchContacts", null, Map.of())).cause().hasMessageContaining("Nothing to search for");
    }

    @Test
    void searchReadsAllPagesUpToTheLimit() {
        for (int i = 0; i < 40; i++) {
            chatwoot.openConversation("Kim " + i, "kim" + i + "@example.com", null);
        }
        assertThat(call("searchContacts", "kim", Map.of())).asList().hasSize(40);
        assertThat(call("searchContacts", "kim", Map.of(ChatwootConstants.LIMIT, 20))).asList().hasSize(20);
    }

    @Test
    void inboxOfAnotherAccountsMessageIsNotTakenForATarget() {
        long contact = ((ChatwootContact) call("createContact", Map.of("name", "Kim"), Map.of())).id();
        Map<String, Object> foreign = Map.of(HelpdeskConstants.PROVIDER, "chatwoot", HelpdeskConstants.ACCOUNT, "other/1",
                ChatwootConstants.INBOX_ID, 4711, ChatwootConstants.CONTACT_ID, contact);
        call("createConversation?inboxId=" + chatwoot.inboxId(), null, foreign);
        assertThat(chatwoot.conversations()).singleElement()
                .satisfies(conversation -> assertThat(conversation.inboxId()).isEqualTo(chatwoot.inboxId()));
        assertThat(call("listConversations", null, foreign)).asList().hasSize(1);
    }

    @Test
    void messagesOfAListDoNotTakeAccountAndContactOfAnotherMessage() {
        long conversation = chatwoot.openConversation("Kim");
        chatwoot.writeAsAgent(conversation, "hello");
        ChatwootMessage message = (ChatwootMessage) ((List<?>) call("listMessages?conversationId=" + conversation, null,
                Map.of())).get(0);
        var exchange = new DefaultExchange(context);
        exchange.getMessage().setHeader(HelpdeskConstants.PROVIDER, "channelio");
        exchange.getMessage().setHeader(HelpdeskConstants.ACCOUNT, "4711");
        exchange.getMessage().setHeader(ChatwootConstants.CONVERSATION_ID, conversation + 1);
        exchange.getMessage().setHeader(ChatwootConstants.CONTACT,
                new ChatwootContact(9L, "Other", null, null, null, false, null, null));
        HelpdeskMessage neutral = ChatwootConverters.toNeutral(message, exchange);
        assertThat(neutral.account()).isNull();
        assertThat(neutral.contact()).isNull();
    }

    @Test
    void conversationIsCreatedForAContact() {
        long contact = ((ChatwootContact) call("createContact", Map.of("name", "Kim"), Map.of())).id();
        Object created = call("createConversation?inboxId=" + chatwoot.inboxId(), null,
                Map.of(ChatwootConstants.CONTACT_ID, contact, ChatwootConstants.SOURCE_ID, "s1"));
        assertThat(created).isInstanceOf(ChatwootConversation.class);
        assertThat(chatwoot.conversations()).singleElement().satisfies(conversation -> {
            assertThat(conversation.contactId()).isEqualTo(contact);
            assertThat(conversation.sourceId()).isEqualTo("s1");
        });
        assertThatThrownBy(() -> call("createConversation?inboxId=" + chatwoot.inboxId(), null, Map.of())).cause()
                .hasMessageContaining(ChatwootConstants.CONTACT_ID);
        assertThatThrownBy(() -> call("createConversation", null, Map.of(ChatwootConstants.CONTACT_ID, contact))).cause()
                .hasMessageContaining("inboxId");
    }

    @Test
    void inboxesAndProfileShowNoSecrets() throws Exception {
        chatwoot.addInbox("Mail", ChatwootInboxType.EMAIL);
        Object inboxes = call("listInboxes", null, Map.of());
        assertThat(inboxes).asList().extracting("channelType").containsExactly("Channel::Api", "Channel::Email");
        Object profile = call("getProfile", null, Map.of());
        assertThat(profile).isInstanceOfSatisfying(ChatwootProfile.class,
                owner -> assertThat(owner.accounts()).extracting("id").containsExactly(chatwoot.accountId()));
        assertThat(HelpdeskJson.mapper().writeValueAsString(List.of(inboxes, profile))).doesNotContain(chatwoot.accessToken(),
                "token", "secret");
    }

    @Test
    void serverErrorsOfReadsAreTriedAgain() {
        chatwoot.faults().on("GET", ".*/inboxes").next(2).then(Fault.status(503, "0"));
        assertThat(call("listInboxes", null, Map.of())).asList().hasSize(1);
    }

    @Test
    void agentBotIsToldWhatItsTokenCannotDo() {
        component(context).getConfiguration().setAccessToken(chatwoot.addAgentBot("Robo"));
        assertThatThrownBy(() -> call("listInboxes", null, Map.of())).isInstanceOf(CamelExecutionException.class).cause()
                .isInstanceOf(HelpdeskException.class).hasMessageContainingAll("401", "not authorized for bots", "accessToken");
    }

    private Object call(String operation, Object body, Map<String, Object> headers) {
        return send(context, "chatwoot:" + operation, body, headers);
    }
}
