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
package io.github.camelhelpdesk.testkit.chatwoot;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;

import io.github.camelhelpdesk.testkit.HistoryEntry;

/** What customers and agents do, by hand; each call with the state's monitor held. */
final class ChatwootPeople {

    private final ChatwootState state;
    private final User agent;

    ChatwootPeople(ChatwootState state, User agent) {
        this.state = state;
        this.agent = agent;
    }

    /** Who answers customers. */
    User agent() {
        return agent;
    }

    /** A customer's first contact; a known address is the known customer. */
    Conversation open(Inbox inbox, String name, String email, String phoneNumber) {
        Contact contact = contact(name, email == null ? null : email.toLowerCase(Locale.ROOT), phoneNumber);
        Conversation conversation = state.addConversation(state.contactInbox(contact, inbox, null));
        state.events.created(conversation);
        return conversation;
    }

    private Contact contact(String name, String email, String phoneNumber) {
        if (email == null && phoneNumber == null) {
            return state.addContact(name);
        }
        return state.contacts.values().stream()
                .filter(known -> email != null && email.equals(known.email)
                        || phoneNumber != null && phoneNumber.equals(known.phoneNumber))
                .findFirst().orElseGet(() -> {
                    Contact contact = state.addContact(name);
                    contact.email = email;
                    contact.phoneNumber = phoneNumber;
                    return contact;
                });
    }

    void change(long conversationId, Consumer<Conversation> change) {
        Conversation conversation = conversation(conversationId);
        conversation.touch(state.clock.now());
        state.change(conversation, () -> change.accept(conversation));
    }

    /** Gives the message id. */
    long write(long conversationId, ChatwootMessageType type, Instant createdAt, Consumer<Message> content) {
        Message message = begin(conversationId, type, createdAt, content);
        commit(message);
        return message.id;
    }

    Message begin(long conversationId, ChatwootMessageType type, Instant createdAt, Consumer<Message> content) {
        Conversation conversation = conversation(conversationId);
        Message message = state.begin(conversation, type, createdAt);
        message.sender = switch (type) {
            case INCOMING -> conversation.contact();
            case OUTGOING -> agent;
            case ACTIVITY, TEMPLATE -> null;
        };
        content.accept(message);
        return message;
    }

    void commit(Message message) {
        state.commit(message, HistoryEntry.Origin.TEST);
    }

    Conversation conversation(long id) {
        return Objects.requireNonNull(state.conversations.get(id), () -> "no conversation " + id);
    }

    Message message(long conversationId, long id) {
        return Objects.requireNonNull(conversation(conversationId).messages.get(id), () -> "no message " + id);
    }
}
