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

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.chatwoot.ChatwootRoutes.Access;
import io.github.camelhelpdesk.testkit.http.Answer;
import io.github.camelhelpdesk.testkit.http.Json;

/** Contacts (chatwoot.md, section 6). */
final class ContactsResource {

    private static final int PAGE = 15;

    private final ChatwootState state;
    private final Views views;

    ContactsResource(ChatwootState state, Views views) {
        this.state = state;
        this.views = views;
    }

    void addTo(ChatwootRoutes routes) {
        routes.inAccount(Access.USERS, "GET", "/contacts", this::list);
        routes.inAccount(Access.USERS, "GET", "/contacts/search", this::search);
        routes.inAccount(Access.USERS, "POST", "/contacts", this::create);
        routes.inAccount(Access.USERS, "GET", "/contacts/{contact}", this::show);
        routes.inAccount(Access.USERS, "PUT", "/contacts/{contact}", this::update);
        routes.inAccount(Access.USERS, "PATCH", "/contacts/{contact}", this::update);
    }

    static Contact find(ChatwootState state, ChatwootCall call) {
        Contact contact = state.contacts.get(call.id("contact"));
        if (contact == null) {
            throw Errors.notFound();
        }
        return contact;
    }

    private Answer list(ChatwootCall call) {
        List<Contact> identified = state.contacts.values().stream().filter(Contact::isIdentified).toList();
        ObjectNode body = page(call, identified);
        ((ObjectNode) body.get("meta")).put("count", identified.size()).remove("has_more");
        return Answer.ok(body);
    }

    private Answer search(ChatwootCall call) {
        String text = call.query("q");
        if (text == null || text.isBlank()) {
            throw Errors.unprocessable("Specify search string with parameter q");
        }
        return Answer.ok(page(call, state.contacts.values().stream().filter(each -> contains(each, text.strip())).toList()));
    }

    /** A substring anywhere, in any case, but for the identifier, whose case counts. */
    private static boolean contains(Contact contact, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Stream.of(contact.name, contact.email, contact.phoneNumber).filter(Objects::nonNull)
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(lower))
                || contact.identifier != null && contact.identifier.contains(text);
    }

    /** The page number comes back as text when it was given, as a number when not. */
    private ObjectNode page(ChatwootCall call, List<Contact> found) {
        String given = call.query("page");
        long first = given == null ? 0 : (Math.max(1, Parameters.number(given)) - 1) * PAGE;
        List<Contact> page = found.stream().skip(first).limit(PAGE).toList();
        ObjectNode meta = Json.object().put("count", page.size());
        if (given == null) {
            meta.put("current_page", 1);
        } else {
            meta.put("current_page", given);
        }
        ObjectNode body = Json.object();
        body.set("meta", meta.put("has_more", found.size() > first + PAGE));
        body.set("payload", Json.array(page, views::contactWithInboxes));
        return body;
    }

    private Answer show(ChatwootCall call) {
        return payload(views.contactWithInboxes(find(state, call)));
    }

    private Answer create(ChatwootCall call) {
        JsonNode parameters = call.parameters();
        Inbox inbox = state.inboxes.get(parameters.path("inbox_id").asLong());
        if (inbox == null && Parameters.present(parameters, "inbox_id") != null) {
            throw Errors.notFound();
        }
        requireUnique(parameters, null);
        Contact contact = state.addContact(Parameters.present(parameters, "name") == null ? ""
                : Parameters.text(parameters, "name"));
        assign(contact, parameters);
        ObjectNode payload = Json.object();
        payload.set("contact", views.contactWithInboxes(contact));
        if (inbox == null) {
            payload.putObject("contact_inbox").putNull("inbox").putNull("source_id");
        } else {
            payload.set("contact_inbox", views.contactInbox(
                    state.contactInbox(contact, inbox, Parameters.present(parameters, "source_id"))));
            payload.set("contact", views.contactWithInboxes(contact));
        }
        return payload(payload);
    }

    private Answer update(ChatwootCall call) {
        Contact contact = find(state, call);
        JsonNode parameters = call.parameters();
        requireUnique(parameters, contact);
        contact.name = parameters.has("name") ? Parameters.text(parameters, "name") : contact.name;
        assign(contact, parameters);
        return payload(views.contactWithInboxes(contact));
    }

    /** Attributes are merged, not replaced. */
    private static void assign(Contact contact, JsonNode parameters) {
        contact.email = parameters.has("email") ? lower(Parameters.present(parameters, "email")) : contact.email;
        contact.phoneNumber = parameters.has("phone_number") ? Parameters.present(parameters, "phone_number")
                : contact.phoneNumber;
        contact.identifier = parameters.has("identifier") ? Parameters.present(parameters, "identifier") : contact.identifier;
        contact.blocked = parameters.has("blocked") ? Parameters.isTrue(parameters, "blocked") : contact.blocked;
        contact.additionalAttributes.setAll(Parameters.object(parameters, "additional_attributes"));
        contact.customAttributes.setAll(Parameters.object(parameters, "custom_attributes"));
    }

    private void requireUnique(JsonNode parameters, Contact self) {
        String phone = Parameters.present(parameters, "phone_number");
        if (phone != null && !phone.matches("\\+[1-9]\\d{1,14}")) {
            throw Errors.invalidRecord("Phone number should be in e164 format", "phone_number");
        }
        requireFree("Email", "email", lower(Parameters.present(parameters, "email")), contact -> contact.email, self);
        requireFree("Phone number", "phone_number", phone, contact -> contact.phoneNumber, self);
        requireFree("Identifier", "identifier", Parameters.present(parameters, "identifier"), contact -> contact.identifier,
                self);
    }

    private void requireFree(String label, String attribute, String value, Function<Contact, String> field, Contact self) {
        if (value != null && state.contacts.values().stream()
                .anyMatch(contact -> contact != self && value.equals(field.apply(contact)))) {
            throw Errors.invalidRecord(label + " has already been taken", attribute);
        }
    }

    private static String lower(String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    private static Answer payload(ObjectNode payload) {
        ObjectNode body = Json.object();
        body.set("payload", payload);
        return Answer.ok(body);
    }
}
