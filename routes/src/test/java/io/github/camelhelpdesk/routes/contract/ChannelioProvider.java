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
import java.util.Optional;
import java.util.Set;

import org.apache.camel.Component;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.channelio.ChannelioComponent;
import io.github.camelhelpdesk.testkit.HelpdeskSimulator;
import io.github.camelhelpdesk.testkit.channelio.ChannelioFile;
import io.github.camelhelpdesk.testkit.channelio.ChannelioMessage;
import io.github.camelhelpdesk.testkit.channelio.ChannelioSimulator;
import io.github.camelhelpdesk.testkit.channelio.ChannelioUserChat;
import io.github.camelhelpdesk.testkit.contract.ChannelioDesk;
import io.github.camelhelpdesk.testkit.contract.ContractDesk;

/** Channel.io. */
final class ChannelioProvider implements Provider {

    @Override
    public String scheme() {
        return "channelio";
    }

    @Override
    public String title() {
        return "Channel.io";
    }

    @Override
    public String list() {
        return "listManagers";
    }

    @Override
    public String secret(HelpdeskSimulator simulator) {
        return ((ChannelioSimulator) simulator).secretKey();
    }

    @Override
    public List<ErrorAnswer> errors() {
        return DocumentedErrors.channelio();
    }

    /** One for each state of a chat. */
    @Override
    public int requestsOfAnIdlePoll(int conversations) {
        return 6;
    }

    @Override
    public void answer(HelpdeskSimulator simulator, String conversation, String text) {
        ((ChannelioSimulator) simulator).writeAsManager(conversation, text);
    }

    /** The order of its lists is not documented. */
    @Override
    public boolean movesItsMarkWithAnyPoll() {
        return false;
    }

    @Override
    public ContractDesk desk() {
        return new ChannelioDesk();
    }

    @Override
    public Component component(HelpdeskSimulator simulator) {
        ChannelioSimulator channelio = (ChannelioSimulator) simulator;
        ChannelioComponent component = new ChannelioComponent();
        component.getConfiguration().setAccessKey(channelio.accessKey());
        component.getConfiguration().setSecretKey(channelio.secretKey());
        return Simulated.set(component, component.getConfiguration(), simulator);
    }

    @Override
    public Map<String, String> documentedIds(HelpdeskSimulator simulator) {
        ChannelioSimulator channelio = (ChannelioSimulator) simulator;
        String chat = channelio.openUserChat("Kim");
        channelio.writeAsCustomer(chat, "Where is my parcel?", new ChannelioFile("slip.png", "image/png", new byte[] { 1 }));
        return Map.of("5e65fa8bc2409f0c1fd3", chat, "5e65fa8b4a8e7d0c9f12", channelio.users().get(0).id());
    }

    @Override
    public String registerWebhook(HelpdeskSimulator simulator, String url) {
        return ((ChannelioSimulator) simulator).registerWebhook(url).token();
    }

    @Override
    public List<String> conversations(HelpdeskSimulator simulator) {
        return ((ChannelioSimulator) simulator).userChats().stream().map(ChannelioUserChat::id).toList();
    }

    @Override
    public Optional<String> write(HelpdeskSimulator simulator, RichMessage kind) {
        if (Set.of(RichMessage.MAIL, RichMessage.SMS, RichMessage.REPLY).contains(kind)) {
            return Optional.empty();
        }
        ChannelioSimulator channelio = (ChannelioSimulator) simulator;
        String chat = openMembersChat(channelio, kind);
        channelio.writeAsCustomer(chat, kind.opening());
        ChannelioFile slip = new ChannelioFile(RichMessage.FILE_NAME, "image/png", RichMessage.FILE_CONTENT);
        switch (kind) {
            case AGENT -> channelio.writeAsManager(chat, kind.text());
            case BOT -> channelio.writeAsBot(chat, "Robo", kind.text());
            case NOTE -> channelio.writePrivate(chat, kind.text());
            case SYSTEM -> channelio.writeLog(chat, kind.text());
            case FILE, FILE_ONLY -> channelio.writeAsCustomer(chat, kind.text(), slip);
            default -> channelio.writeAsCustomer(chat, kind.text());
        }
        return Optional.of(chat);
    }

    private static String openMembersChat(ChannelioSimulator channelio, RichMessage kind) {
        ProviderApi api = api(channelio);
        JsonNode user = api.put("/users/@" + kind.externalId(), Map.of("profile",
                Map.of("name", "Kim", "email", kind.email(), "mobileNumber", kind.phone())));
        return api.post("/users/" + user.at("/user/id").asText() + "/user-chats").at("/userChat/id").asText();
    }

    private static ProviderApi api(ChannelioSimulator channelio) {
        return new ProviderApi(channelio.baseUrl() + "/open/v5",
                Map.of("x-access-key", channelio.accessKey(), "x-access-secret", channelio.secretKey()));
    }

    @Override
    public ConversationAnswers answers(HelpdeskSimulator simulator, String conversation) {
        ProviderApi api = api((ChannelioSimulator) simulator);
        List<JsonNode> messages = new ArrayList<>();
        api.get("/user-chats/" + conversation + "/messages?sortOrder=asc&limit=100").path("messages").forEach(messages::add);
        return new ConversationAnswers(api.get("/user-chats/" + conversation).path("user"), messages);
    }

    @Override
    public List<StoredMessage> stored(HelpdeskSimulator simulator, String conversation) {
        return ((ChannelioSimulator) simulator).messages(conversation).stream().map(ChannelioProvider::stored).toList();
    }

    private static StoredMessage stored(ChannelioMessage message) {
        String author = switch (message.personType()) {
            case "user" -> "customer";
            case "manager" -> "agent";
            default -> message.personType();
        };
        return new StoredMessage(message.id(), author, message.personName(), audience(message),
                message.plainText(), null, message.files(), null, "removed".equals(message.state()));
    }

    private static String audience(ChannelioMessage message) {
        if (message.options().contains("private")) {
            return StoredMessage.HELP_DESK;
        }
        return message.options().contains("doNotPost") ? StoredMessage.NOT_SENT : StoredMessage.EVERYBODY;
    }

    @Override
    public void reopen(HelpdeskSimulator simulator, String conversation) {
        ((ChannelioSimulator) simulator).reopenUserChat(conversation);
    }

    @Override
    public void close(HelpdeskSimulator simulator, String conversation) {
        ((ChannelioSimulator) simulator).closeUserChat(conversation);
    }

    @Override
    public boolean isClosed(HelpdeskSimulator simulator, String conversation) {
        return ((ChannelioSimulator) simulator).userChats().stream()
                .anyMatch(each -> each.id().equals(conversation) && each.state().equals("closed"));
    }

    @Override
    public String toString() {
        return scheme();
    }
}
