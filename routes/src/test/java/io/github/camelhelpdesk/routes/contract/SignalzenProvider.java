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

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.camel.Component;

import io.github.camelhelpdesk.signalzen.SignalzenComponent;
import io.github.camelhelpdesk.testkit.HelpdeskSimulator;
import io.github.camelhelpdesk.testkit.contract.ContractDesk;
import io.github.camelhelpdesk.testkit.contract.SignalzenDesk;
import io.github.camelhelpdesk.testkit.signalzen.SignalzenFile;
import io.github.camelhelpdesk.testkit.signalzen.SignalzenSimulator;

/** SignalZen. */
final class SignalzenProvider implements Provider {

    private static final int PAGE = 99;
    private static final int OVERLAP = 5;

    @Override
    public String scheme() {
        return "signalzen";
    }

    @Override
    public String title() {
        return "SignalZen";
    }

    @Override
    public boolean sends() {
        return false;
    }

    @Override
    public String list() {
        return "listUsers";
    }

    @Override
    public String secret(HelpdeskSimulator simulator) {
        return ((SignalzenSimulator) simulator).apiKey();
    }

    @Override
    public List<ErrorAnswer> errors() {
        return DocumentedErrors.signalzen();
    }

    /** Users cannot be filtered: all pages, which overlap. */
    @Override
    public int requestsOfAnIdlePoll(int conversations) {
        return (int) Math.ceil((conversations - OVERLAP) / (double) (PAGE - OVERLAP));
    }

    @Override
    public String optionsWithoutSweeps() {
        return "&fullSweepInterval=0";
    }

    /** Times have whole seconds: one of the very second of the list may stand for another message as well. */
    @Override
    public int readsOfAQuietConversation() {
        return 1;
    }

    @Override
    public void answer(HelpdeskSimulator simulator, String conversation, String text) {
        ((SignalzenSimulator) simulator).writeAsOperator(Long.parseLong(conversation), text);
    }

    @Override
    public ContractDesk desk() {
        return new SignalzenDesk();
    }

    @Override
    public Component component(HelpdeskSimulator simulator) {
        SignalzenComponent component = new SignalzenComponent();
        component.getConfiguration().setAccountName("shop");
        component.getConfiguration().setApiKey(((SignalzenSimulator) simulator).apiKey());
        return Simulated.set(component, component.getConfiguration(), simulator);
    }

    @Override
    public Map<String, String> documentedIds(HelpdeskSimulator simulator) {
        SignalzenSimulator signalzen = (SignalzenSimulator) simulator;
        long user = signalzen.openUser("Kim", "kim@example.com");
        long message = signalzen.writeAsVisitor(user, "Where is my parcel?");
        return Map.of("1807", Long.toString(user), "90210", Long.toString(message));
    }

    @Override
    public String registerWebhook(HelpdeskSimulator simulator, String url) {
        return ((SignalzenSimulator) simulator).apiKey();
    }

    @Override
    public void confirmWebhook(HelpdeskSimulator simulator, String url) {
        ((SignalzenSimulator) simulator).registerWebhook(url, "message.created");
    }

    @Override
    public List<String> conversations(HelpdeskSimulator simulator) {
        return ((SignalzenSimulator) simulator).users().stream().map(user -> Long.toString(user.id())).toList();
    }

    @Override
    public Optional<String> write(HelpdeskSimulator simulator, RichMessage kind) {
        if (Set.of(RichMessage.MAIL, RichMessage.SMS, RichMessage.REPLY, RichMessage.NOTE, RichMessage.SYSTEM).contains(kind)) {
            return Optional.empty();
        }
        SignalzenSimulator signalzen = (SignalzenSimulator) simulator;
        long user = signalzen.openUser("Kim", kind.email());
        signalzen.refer(user, kind.externalId());
        signalzen.writeAsVisitor(user, kind.opening());
        SignalzenFile slip = new SignalzenFile(RichMessage.FILE_NAME, "image/png", RichMessage.FILE_CONTENT);
        switch (kind) {
            case AGENT -> signalzen.writeAsOperator(user, kind.text());
            case BOT -> signalzen.inviteAutomatically(user, kind.text());
            case FILE, FILE_ONLY -> signalzen.writeAsVisitor(user, kind.text(), slip);
            default -> signalzen.writeAsVisitor(user, kind.text());
        }
        return Optional.of(Long.toString(user));
    }

    @Override
    public List<StoredMessage> stored(HelpdeskSimulator simulator, String conversation) {
        throw new UnsupportedOperationException("SignalZen is no target");
    }

    @Override
    public ConversationAnswers answers(HelpdeskSimulator simulator, String conversation) {
        throw new UnsupportedOperationException("SignalZen is no target");
    }

    @Override
    public void reopen(HelpdeskSimulator simulator, String conversation) {
        throw new UnsupportedOperationException("SignalZen shows nothing of it");
    }

    @Override
    public void close(HelpdeskSimulator simulator, String conversation) {
        ((SignalzenSimulator) simulator).closeUser(Long.parseLong(conversation));
    }

    @Override
    public boolean showsClosing() {
        return false;
    }

    @Override
    public boolean isClosed(HelpdeskSimulator simulator, String conversation) {
        throw new UnsupportedOperationException("SignalZen is no target");
    }

    @Override
    public String toString() {
        return scheme();
    }
}
