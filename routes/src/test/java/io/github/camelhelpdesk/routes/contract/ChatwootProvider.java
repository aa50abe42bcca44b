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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.apache.camel.Component;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.chatwoot.ChatwootComponent;
import io.github.camelhelpdesk.testkit.HelpdeskSimulator;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootAttachment;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootFile;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootInboxType;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootMessage;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootMessageType;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;
import io.github.camelhelpdesk.testkit.contract.ChatwootDesk;
import io.github.camelhelpdesk.testkit.contract.ContractDesk;

/** Chatwoot. */
final class ChatwootProvider implements Provider {

    @Override
    public String scheme() {
        return "chatwoot";
    }

    @Override
    public String title() {
        return "Chatwoot";
    }

    @Override
    public String list() {
        return "listInboxes";
    }

    @Override
    public String secret(HelpdeskSimulator simulator) {
        return ((ChatwootSimulator) simulator).accessToken();
    }

    @Override
    public List<ErrorAnswer> errors() {
        return DocumentedErrors.chatwoot();
    }

    @Override
    public int requestsOfAnIdlePoll(int conversations) {
        return 1;
    }

    @Override
    public int readsOfAQuietConversation() {
        return 1;
    }

    @Override
    public void answer(HelpdeskSimulator simulator, String conversation, String text) {
        ((ChatwootSimulator) simulator).writeAsAgent(Long.parseLong(conversation), text);
    }

    @Override
    public ContractDesk desk() {
        return new ChatwootDesk();
    }

    @Override
    public Component component(HelpdeskSimulator simulator) {
        ChatwootSimulator chatwoot = (ChatwootSimulator) simulator;
        ChatwootComponent component = new ChatwootComponent();
        component.getConfiguration().setAccountId(chatwoot.accountId());
        component.getConfiguration().setAccessToken(chatwoot.accessToken());
        component.getConfiguration().setAllowPrivateAttachmentHosts(true);
        return Simulated.set(component, component.getConfiguration(), simulator);
    }

    @Override
    public Map<String, String> documentedIds(HelpdeskSimulator simulator) {
        ChatwootSimulator chatwoot = (ChatwootSimulator) simulator;
        long conversation = chatwoot.openConversation("Kim", "kim@example.com", null);
        long message = chatwoot.writeAsCustomer(conversation, "Where is my parcel?");
        return Map.of("42", Long.toString(conversation), "4711", Long.toString(message), "3", Long.toString(chatwoot.inboxId()),
                "71", Long.toString(chatwoot.contacts().get(0).id()));
    }

    @Override
    public String registerWebhook(HelpdeskSimulator simulator, String url) {
        return ((ChatwootSimulator) simulator).registerWebhook(url).secret();
    }

    @Override
    public List<String> conversations(HelpdeskSimulator simulator) {
        return ((ChatwootSimulator) simulator).conversations().stream().map(each -> Long.toString(each.id())).toList();
    }

    @Override
    public Optional<String> write(HelpdeskSimulator simulator, RichMessage kind) {
        ChatwootSimulator chatwoot = (ChatwootSimulator) simulator;
        return switch (kind) {
            case SMS -> Optional.empty();
            case MAIL ->
                Optional.of(Long.toString(chatwoot.receiveMail(chatwoot.addInbox("Mail", ChatwootInboxType.EMAIL), "Kim",
                        kind.email(), RichMessage.SUBJECT, kind.text())));
            default -> Optional.of(writeChat(chatwoot, kind));
        };
    }

    private static String writeChat(ChatwootSimulator chatwoot, RichMessage kind) {
        long conversation = chatwoot.openConversation("Kim", kind.email(), kind.phone());
        identify(chatwoot, kind);
        long opening = chatwoot.writeAsCustomer(conversation, kind.opening());
        ChatwootFile slip = new ChatwootFile(RichMessage.FILE_NAME, "image/png", RichMessage.FILE_CONTENT);
        switch (kind) {
            case AGENT -> chatwoot.writeAsAgent(conversation, kind.text());
            case BOT -> chatwoot.writeTemplate(conversation, kind.text());
            case NOTE -> chatwoot.writePrivateNote(conversation, kind.text());
            case FILE, FILE_ONLY -> chatwoot.writeAsCustomer(conversation, kind.text(), slip);
            case SYSTEM -> chatwoot.writeActivity(conversation, kind.text());
            case REPLY -> chatwoot.replyAsAgent(conversation, opening, kind.text());
            default -> chatwoot.writeAsCustomer(conversation, kind.text());
        }
        return Long.toString(conversation);
    }

    private static void identify(ChatwootSimulator chatwoot, RichMessage kind) {
        long contact = chatwoot.contacts().stream().filter(each -> kind.email().equals(each.email())).findFirst().orElseThrow()
                .id();
        api(chatwoot).put("/contacts/" + contact, Map.of("identifier", kind.externalId()));
    }

    private static ProviderApi api(ChatwootSimulator chatwoot) {
        return new ProviderApi(chatwoot.baseUrl() + "/api/v1/accounts/" + chatwoot.accountId(),
                Map.of("api_access_token", chatwoot.accessToken()));
    }

    @Override
    public ConversationAnswers answers(HelpdeskSimulator simulator, String conversation) {
        JsonNode answer = api((ChatwootSimulator) simulator).get("/conversations/" + conversation + "/messages");
        List<JsonNode> messages = new ArrayList<>();
        answer.path("payload").forEach(messages::add);
        return new ConversationAnswers(answer.at("/meta/contact"), messages);
    }

    @Override
    public List<StoredMessage> stored(HelpdeskSimulator simulator, String conversation) {
        return ((ChatwootSimulator) simulator).messages(Long.parseLong(conversation)).stream().map(ChatwootProvider::stored)
                .toList();
    }

    private static StoredMessage stored(ChatwootMessage message) {
        Map<String, Object> attributes = message.contentAttributes();
        boolean isCustomer = message.messageType() == ChatwootMessageType.INCOMING;
        return new StoredMessage(Long.toString(message.id()), isCustomer ? "customer" : "agent", message.senderName(),
                message.isPrivate() ? StoredMessage.HELP_DESK : StoredMessage.EVERYBODY, seen(message.content()), null,
                message.attachments().stream().map(ChatwootAttachment::name).toList(),
                Objects.toString(attributes.get("in_reply_to"), null), Boolean.TRUE.equals(attributes.get("deleted")));
    }

    /** Chatwoot shows Markdown, in which a backslash before a mark is not seen. */
    private static String seen(String content) {
        return content == null ? null : content.replaceAll("\\\\(\\p{Punct})", "$1");
    }

    @Override
    public void reopen(HelpdeskSimulator simulator, String conversation) {
        ((ChatwootSimulator) simulator).reopenConversation(Long.parseLong(conversation));
    }

    @Override
    public void close(HelpdeskSimulator simulator, String conversation) {
        ((ChatwootSimulator) simulator).resolveConversation(Long.parseLong(conversation));
    }

    @Override
    public boolean isClosed(HelpdeskSimulator simulator, String conversation) {
        return ((ChatwootSimulator) simulator).conversations().stream()
                .anyMatch(each -> Long.toString(each.id()).equals(conversation) && each.status().equals("resolved"));
    }

    @Override
    public String toString() {
        return scheme();
    }
}
