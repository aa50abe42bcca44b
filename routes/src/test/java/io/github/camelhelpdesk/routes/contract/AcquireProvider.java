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

import io.github.camelhelpdesk.acquire.AcquireComponent;
import io.github.camelhelpdesk.testkit.HelpdeskSimulator;
import io.github.camelhelpdesk.testkit.acquire.AcquireCase;
import io.github.camelhelpdesk.testkit.acquire.AcquireMessage;
import io.github.camelhelpdesk.testkit.acquire.AcquireSimulator;
import io.github.camelhelpdesk.testkit.acquire.AcquireStatus;
import io.github.camelhelpdesk.testkit.contract.AcquireDesk;
import io.github.camelhelpdesk.testkit.contract.ContractDesk;

/** Acquire. */
final class AcquireProvider implements Provider {

    @Override
    public String scheme() {
        return "acquire";
    }

    @Override
    public String title() {
        return "Acquire";
    }

    @Override
    public String list() {
        return "listContacts";
    }

    @Override
    public String secret(HelpdeskSimulator simulator) {
        return ((AcquireSimulator) simulator).apiKey();
    }

    @Override
    public List<ErrorAnswer> errors() {
        return DocumentedErrors.acquire();
    }

    @Override
    public int requestsOfAnIdlePoll(int conversations) {
        return 1;
    }

    /** The list of the thread, which as published gives last messages only, and that of its case. */
    @Override
    public int readsOfTheFirstMessage() {
        return 2;
    }

    /** A case names its contact, without e-mail and phone. */
    @Override
    public int requestsForANewCustomer() {
        return 1;
    }

    @Override
    public int readsOfAQuietConversation() {
        return 1;
    }

    @Override
    public void answer(HelpdeskSimulator simulator, String conversation, String text) {
        ((AcquireSimulator) simulator).writeAsUser(conversation, text);
    }

    @Override
    public ContractDesk desk() {
        return new AcquireDesk();
    }

    @Override
    public Component component(HelpdeskSimulator simulator) {
        AcquireComponent component = new AcquireComponent();
        component.getConfiguration().setAccount("acme");
        component.getConfiguration().setApiKey(((AcquireSimulator) simulator).apiKey());
        component.getConfiguration().setMailFrom(AcquireSimulator.MAIL_ADDRESS);
        component.getConfiguration().setSmsFrom(AcquireSimulator.PHONE_NUMBER);
        return Simulated.set(component, component.getConfiguration(), simulator);
    }

    @Override
    public Map<String, String> documentedIds(HelpdeskSimulator simulator) {
        AcquireSimulator acquire = (AcquireSimulator) simulator;
        String chat = acquire.openCase("Kim", "kim@example.com", null);
        String message = acquire.writeAsContact(chat, "Where is my parcel?");
        String mail = acquire.receiveMail("Lou", "lou@example.com", "Parcel", "Where is it?");
        String sms = acquire.receiveSms("+12025550123", "Where is it?");
        acquire.changeStatus(mail, AcquireStatus.ACTIVE);
        acquire.changeStatus(sms, AcquireStatus.ACTIVE);
        return Map.of("5012", chat, "5013", mail, "5014", sms, "88123", message, "3301", acquire.contacts().get(0).id());
    }

    @Override
    public String registerWebhook(HelpdeskSimulator simulator, String url) {
        return ((AcquireSimulator) simulator).registerWebhook(url).hmacKey();
    }

    /** Acquire tells of cases, not of messages. */
    @Override
    public void stir(ContractDesk desk, String conversation) {
        AcquireSimulator simulator = (AcquireSimulator) desk.simulator();
        simulator.writeAsContact(conversation, "urgent, written at " + System.nanoTime());
        simulator.changeStatus(conversation, AcquireStatus.PENDING);
        simulator.changeStatus(conversation, AcquireStatus.ACTIVE);
    }

    @Override
    public List<String> conversations(HelpdeskSimulator simulator) {
        return ((AcquireSimulator) simulator).cases().stream().map(AcquireCase::threadId).distinct().toList();
    }

    @Override
    public Optional<String> write(HelpdeskSimulator simulator, RichMessage kind) {
        AcquireSimulator acquire = (AcquireSimulator) simulator;
        return switch (kind) {
            case BOT, FILE, FILE_ONLY, REPLY -> Optional.empty();
            case MAIL -> Optional.of(acquire.receiveMail("Kim", kind.email(), RichMessage.SUBJECT, kind.text()));
            case SMS -> Optional.of(acquire.receiveSms(kind.phone(), kind.text()));
            default -> Optional.of(writeChat(acquire, kind));
        };
    }

    private static String writeChat(AcquireSimulator acquire, RichMessage kind) {
        String thread = acquire.openCase("Kim", kind.email(), kind.phone());
        acquire.writeAsContact(thread, kind.opening());
        switch (kind) {
            case AGENT -> acquire.writeAsUser(thread, kind.text());
            case NOTE -> acquire.writeNote(thread, kind.text());
            case SYSTEM -> acquire.writeEvent(thread, kind.text());
            default -> acquire.writeAsContact(thread, kind.text());
        }
        return thread;
    }

    @Override
    public List<StoredMessage> stored(HelpdeskSimulator simulator, String conversation) {
        return ((AcquireSimulator) simulator).messages(conversation).stream().map(AcquireProvider::stored).toList();
    }

    private static StoredMessage stored(AcquireMessage message) {
        return new StoredMessage(message.id(), message.senderType().equals("contact") ? "customer" : "agent",
                message.senderName(), "note".equals(message.type()) ? StoredMessage.HELP_DESK : StoredMessage.EVERYBODY,
                message.text(),
                Objects.toString(message.meta().get("subject"), null), List.of(), null, false);
    }

    @Override
    public ConversationAnswers answers(HelpdeskSimulator simulator, String conversation) {
        ProviderApi api = new ProviderApi(simulator.baseUrl() + "/api/v1/crm/objects",
                Map.of("Authorization", "Bearer " + ((AcquireSimulator) simulator).apiKey()));
        List<JsonNode> messages = new ArrayList<>();
        api.get("/case-message?limit=100&where=caseId%7Ceq%7C" + conversation).at("/data/data").forEach(messages::add);
        String contact = api.get("/case/" + conversation).at("/data/contactId").asText();
        return new ConversationAnswers(api.get("/contact/" + contact + "?relations=fields").path("data"), messages);
    }

    @Override
    public void reopen(HelpdeskSimulator simulator, String conversation) {
        ((AcquireSimulator) simulator).reopenCase(conversation);
    }

    @Override
    public void close(HelpdeskSimulator simulator, String conversation) {
        ((AcquireSimulator) simulator).closeCase(conversation);
    }

    @Override
    public boolean isClosed(HelpdeskSimulator simulator, String conversation) {
        return ((AcquireSimulator) simulator).cases().stream().filter(each -> each.threadId().equals(conversation))
                .reduce((earlier, later) -> later).orElseThrow().status() == AcquireStatus.CLOSED;
    }

    @Override
    public String toString() {
        return scheme();
    }
}
