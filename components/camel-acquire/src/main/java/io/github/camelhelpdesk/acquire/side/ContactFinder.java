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
package io.github.camelhelpdesk.acquire.side;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.acquire.AcquireConfiguration;
import io.github.camelhelpdesk.acquire.client.AcquireClient;
import io.github.camelhelpdesk.acquire.client.Envelope;
import io.github.camelhelpdesk.acquire.client.Pages;
import io.github.camelhelpdesk.acquire.model.AcquireContact;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.Item;
import io.github.camelhelpdesk.common.model.Contact;

/**
 * The contact that stands for a customer of another side: by the key in a custom attribute, where the option
 * {@code contactKeyField} names one, else by mail address, else by phone number, else a new one. Acquire has no other place for
 * an id of ours in a contact.
 */
public final class ContactFinder {

    private static final Logger LOG = LoggerFactory.getLogger(ContactFinder.class);
    private static final String DUPLICATE = "ERROR_DUPLICATE_RECORD_FOUND";
    /** How the search works is not documented: when it should find everybody, it is given up. */
    private static final int MOST_CANDIDATES = 300;

    private final AcquireClient client;
    private final AcquireConfiguration configuration;

    /**
     * @param client the client
     * @param configuration how lists are read, and where keys are kept
     */
    public ContactFinder(AcquireClient client, AcquireConfiguration configuration) {
        this.client = client;
        this.configuration = configuration;
    }

    /**
     * Finds or creates it, one at a time: two contacts for one customer are not refused by Acquire.
     *
     * @param key names the customer for ever
     * @param customer what is known, or null
     * @return the id of the contact
     */
    public synchronized String find(String key, Contact customer) {
        Contact known = customer == null ? new Contact(null, null, null, null, null) : customer;
        return search(key, known).orElseGet(() -> create(key, known));
    }

    private Optional<String> search(String key, Contact known) {
        String field = configuration.getContactKeyField();
        return search(field == null ? null : key, contact -> key.equals(contact.field(field)))
                .or(() -> search(known.email(), contact -> known.email().strip().equalsIgnoreCase(contact.email())))
                .or(() -> search(known.phone(), contact -> digits(known.phone()).equals(digits(contact.phone()))));
    }

    /** The search may be for parts, so what it finds is compared whole. */
    private Optional<String> search(String text, Predicate<AcquireContact> isTheOne) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        Pages<AcquireContact> pages = new Pages<>("The search for a contact", configuration, AcquireContact::id,
                page -> client.contacts().list(List.of(), text.strip(), page));
        int candidates = 0;
        for (HttpAnswer<Envelope<AcquireContact>> page = pages.next(); page != null
                && candidates < MOST_CANDIDATES; page = pages.next()) {
            Optional<String> found = page.body().items().stream().filter(Item::isReadable).map(Item::value).filter(isTheOne)
                    .map(AcquireContact::id).findFirst();
            if (found.isPresent()) {
                return found;
            }
            candidates += page.body().items().size();
        }
        return Optional.empty();
    }

    private String create(String key, Contact known) {
        try {
            return create(key, known.name(), known.email(), known.phone());
        } catch (HelpdeskException e) {
            if (e.statusCode() != 400 || !e.getMessage().contains(DUPLICATE)) {
                throw e;
            }
            // Somebody else has just made it, or the account takes an address or number once only.
            return search(key, known).orElseGet(() -> create(key, known.name(), null, null));
        }
    }

    private String create(String key, String name, String email, String phone) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name",
                Stream.of(name, email, phone).filter(text -> text != null && !text.isBlank()).findFirst().orElse(key));
        fields.put("email", email);
        fields.put("phone", phone);
        String field = configuration.getContactKeyField();
        if (field != null) {
            fields.put(field, key);
        }
        fields.values().removeIf(value -> Objects.isNull(value) || value.toString().isBlank());
        AcquireContact created = client.contacts().create(Map.of("fields", fields));
        if (field != null && !key.equals(created.field(field))) {
            LOG.warn(
                    "Acquire did not keep the field {} of contact {}: the customer cannot be found again by it. Create the custom"
                            + " attribute, or set contactKeyField to one that exists",
                    field, created.id());
        }
        return created.id();
    }

    private static String digits(String phone) {
        return phone == null ? "" : phone.replaceAll("\\D", "");
    }
}
