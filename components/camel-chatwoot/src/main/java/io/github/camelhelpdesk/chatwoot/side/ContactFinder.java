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
package io.github.camelhelpdesk.chatwoot.side;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.camelhelpdesk.chatwoot.client.ChatwootClient;
import io.github.camelhelpdesk.chatwoot.model.ChatwootContact;
import io.github.camelhelpdesk.chatwoot.model.ChatwootContactRequest;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.model.Contact;

/**
 * The contact that stands for a customer of another side: by the identifier derived from that customer, else by e-mail address,
 * else by phone number, else a new one. Creating comes first: Chatwoot refuses it exactly when one of the three is taken, and
 * only then is there something to search for, of which it allows 100 calls a minute.
 */
final class ContactFinder {

    private static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{1,14}");
    private static final int MOST_CANDIDATES = 300;
    private static final int LONGEST_NAME = 255;

    private final ChatwootClient client;

    ContactFinder(ChatwootClient client) {
        this.client = client;
    }

    /**
     * Finds or creates it.
     *
     * @param identifier names the customer for ever
     * @param customer what is known, or null
     */
    ChatwootContact find(String identifier, Contact customer) {
        Contact known = customer == null ? new Contact(null, null, null, null, null) : customer;
        String phone = known.phone() != null && PHONE.matcher(known.phone()).matches() ? known.phone() : null;
        String name = shortened(Stream.of(known.name(), known.email(), known.phone()).filter(ContactFinder::isGiven)
                .findFirst().orElse(identifier));
        try {
            return client.contacts().create(ChatwootContactRequest.of(name, given(known.email()), phone, identifier));
        } catch (HelpdeskException e) {
            if (e.statusCode() != 422) {
                throw e;
            }
            // Taken, or an address that Chatwoot does not accept; the customer is then known by the identifier alone.
            return search(identifier, given(known.email()), phone).orElseGet(
                    () -> client.contacts().create(ChatwootContactRequest.of(name, null, null, identifier)));
        }
    }

    private Optional<ChatwootContact> search(String identifier, String email, String phone) {
        return search(identifier, ChatwootContact::identifier, false)
                .or(() -> search(email, ChatwootContact::email, true))
                .or(() -> search(phone, ChatwootContact::phoneNumber, false));
    }

    /** The search is for parts, so what it finds is compared whole. */
    private Optional<ChatwootContact> search(String value, Function<ChatwootContact, String> field, boolean anyCase) {
        if (value == null) {
            return Optional.empty();
        }
        return client.contacts().search(value, MOST_CANDIDATES).stream().filter(contact -> {
            String found = field.apply(contact);
            return anyCase ? value.equalsIgnoreCase(found) : Objects.equals(value, found);
        }).findFirst();
    }

    /** Chatwoot refuses a longer one. */
    private static String shortened(String name) {
        int end = Math.min(name.length(), LONGEST_NAME);
        return name.substring(0, end > 0 && Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end);
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isBlank();
    }

    private static String given(String text) {
        return isGiven(text) ? text.strip() : null;
    }
}
