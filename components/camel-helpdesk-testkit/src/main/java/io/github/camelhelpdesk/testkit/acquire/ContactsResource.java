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
package io.github.camelhelpdesk.testkit.acquire;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.http.Json;

/** Contacts (acquire.md, section 3; D2 {@code customer/}). */
final class ContactsResource {

    private static final Set<String> COLUMNS = Set.of("id", "dateCreated", "dateUpdated", "companyId", "clientType",
            "archive");

    private final AcquireState state;

    ContactsResource(AcquireState state) {
        this.state = state;
    }

    void addTo(AcquireRoutes routes) {
        routes.add(AcquirePermission.CONTACT, "GET", "/crm/objects/contact", this::list);
        routes.add(AcquirePermission.CONTACT, "POST", "/crm/objects/contact", this::create);
        routes.add(AcquirePermission.CONTACT, "GET", "/crm/objects/contact/{contact}", ContactsResource::get);
        routes.add(AcquirePermission.CONTACT, "PUT", "/crm/objects/contact/{contact}", this::update);
        routes.add(AcquirePermission.CONTACT, "DELETE", "/crm/objects/contact/{contact}", this::delete);
    }

    /** A list of its own shape (section 4); {@code search} looks for a part of any field, which is assumed (quirk Q15). */
    private JsonNode list(AcquireCall call) {
        Listing listing = new Listing(call, COLUMNS);
        String search = call.call().query("search");
        List<Contact> matching = listing.matching(state.contacts.values(), Contact::record).stream()
                .filter(contact -> search == null || contact.holds(search)).toList();
        ObjectNode body = Json.object();
        body.set("list", Json.array(listing.slice(matching), Contact::withFields));
        body.putObject("counts").put("filteredCount", matching.size());
        return body;
    }

    /** Fields are a relation. */
    private static JsonNode get(AcquireCall call) {
        Contact contact = call.findContact(call.pathId("contact"));
        return new Listing(call, COLUMNS).with("fields") ? contact.withFields() : contact.record();
    }

    private JsonNode create(AcquireCall call) {
        ObjectNode body = call.bodyOrEmpty();
        return assign(state.addContact(), body);
    }

    private JsonNode update(AcquireCall call) {
        return assign(call.findContact(call.pathId("contact")), call.body());
    }

    private JsonNode delete(AcquireCall call) {
        state.contacts.remove(call.findContact(call.pathId("contact")).id);
        return Json.object().put("deleted", 1);
    }

    /** Fields that the account does not have are dropped, which is assumed. */
    private ObjectNode assign(Contact contact, ObjectNode body) {
        body.path("fields").fields().forEachRemaining(field -> {
            if (state.contactFields.contains(field.getKey())) {
                contact.fields.put(field.getKey(), field.getValue().asText(null));
            }
        });
        contact.dateUpdated = Times.stored(state.clock.now());
        return contact.withFields();
    }
}
