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
package io.github.camelhelpdesk.acquire.consumer;

import java.util.function.Supplier;

import io.github.camelhelpdesk.acquire.client.AcquireClient;
import io.github.camelhelpdesk.acquire.model.AcquireCase;
import io.github.camelhelpdesk.acquire.model.AcquireCaseUser;
import io.github.camelhelpdesk.acquire.model.AcquireContact;
import io.github.camelhelpdesk.acquire.model.AcquireMessage;
import io.github.camelhelpdesk.acquire.model.AcquirePerson;
import io.github.camelhelpdesk.common.consumer.KnownFacts;
import io.github.camelhelpdesk.common.http.Item;
import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.common.model.AuthorType;

/**
 * Who is who: lists of messages need not name anybody. Users and contacts have ids of their own, so people are known by type
 * and
 * id. Mail address and phone number of a contact stand in the contact itself only.
 */
final class ThreadPeople {

    private static final String CONTACT = "contact";

    private final Supplier<AcquireClient> client;
    private final KnownFacts<String> contactOfThread = new KnownFacts<>();
    private final KnownFacts<AcquireContact> contacts = new KnownFacts<>();
    private final KnownFacts<AcquirePerson> people = new KnownFacts<>();

    ThreadPeople(Supplier<AcquireClient> client) {
        this.client = client;
    }

    /** Takes in whose case it is, and who takes part in it. */
    void learn(AcquireCase value) {
        contactOfThread.put(value.thread(), value.contactKey());
        value.users().stream().map(AcquireCaseUser::user).forEach(this::learn);
        if (value.contact() != null && !value.contact().fields().isEmpty()) {
            contacts.put(value.contact().id(), value.contact());
        }
    }

    /** Takes in a person that an answer names. */
    void learn(AcquirePerson person) {
        if (person != null && person.id() != null) {
            people.put(key(person.type(), person.id()), person);
        }
    }

    /**
     * Id of the contact of a thread, which bears the id of its first case; null when that does not tell.
     *
     * @throws io.github.camelhelpdesk.common.HelpdeskException with status 404 when there is no such thread
     */
    String contactOf(String threadId) {
        String known = contactOfThread.get(threadId, () -> null);
        if (known != null) {
            return known;
        }
        Item<AcquireCase> first = client.get().cases().item(threadId);
        if (first.isReadable()) {
            learn(first.value());
        }
        String contactId = blankToNull(
                first.isReadable() ? first.value().contactKey() : first.raw().path("contactId").asText(null));
        contactOfThread.put(threadId, contactId);
        return contactId;
    }

    /** A contact; of one that is gone, its id only. */
    AcquireContact contact(String contactId) {
        AcquireContact known = contacts.get(contactId, () -> client.get().contacts().get(contactId));
        return known == null ? AcquireContact.of(contactId) : known;
    }

    /** Who wrote a message, as far as known. */
    Author author(AcquireMessage message, AuthorType type) {
        String id = message.senderId();
        if (id == null || id.isBlank() || type == AuthorType.SYSTEM) {
            return new Author(type, type == AuthorType.SYSTEM ? null : id, null, null, null);
        }
        if (type == AuthorType.CUSTOMER) {
            AcquireContact contact = contact(id);
            return new Author(type, id, contact.displayName(), contact.email(), contact.phone());
        }
        AcquirePerson person = message.sender() != null ? message.sender()
                : people.get(key(message.senderType(), id), () -> null);
        return person == null ? new Author(type, id, null, null, null)
                : new Author(type, id, blankToNull(person.name()), blankToNull(person.email()), null);
    }

    /** Whether the person that wrote a message is known to be a bot. */
    boolean isBot(AcquireMessage message) {
        AcquirePerson person = message.sender() != null ? message.sender()
                : people.get(key(message.senderType(), message.senderId()), () -> null);
        return person != null && !CONTACT.equals(message.senderType()) && person.hasBotMark();
    }

    private static String key(String type, String id) {
        return type + "/" + id;
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
