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
package io.github.camelhelpdesk.acquire.client;

import java.util.List;

import io.github.camelhelpdesk.acquire.model.AcquireContact;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.HttpCall;

/** The calls about contacts. */
public final class ContactCalls {

    private static final String CONTACTS = "/crm/objects/contact";

    private final AcquireCalls calls;

    ContactCalls(AcquireCalls calls) {
        this.calls = calls;
    }

    /**
     * A page of contacts.
     *
     * @param where filters {@code column|expression|value}
     * @param search a text that one of their fields holds, or null for all
     */
    public HttpAnswer<Envelope<AcquireContact>> list(List<String> where, String search, PageRequest page) {
        // The page shows search as a body of this GET, which few servers would read (quirk of the page).
        HttpCall call = HttpCall.get(CONTACTS).with("relations", "fields").with("search", search);
        for (String filter : where) {
            call = call.with("where", filter);
        }
        return calls.list(calls.page(call, page), AcquireContact.class);
    }

    /** A contact. */
    public AcquireContact get(String contactId) {
        return contact(HttpCall.get(CONTACTS + "/" + HttpCall.segment(contactId)).with("relations", "fields"));
    }

    /** Creates a contact; what is known of it is under {@code fields}. */
    public AcquireContact create(Object request) {
        return contact(HttpCall.post(CONTACTS, request));
    }

    private AcquireContact contact(HttpCall call) {
        AcquireContact contact = calls.single(call, AcquireContact.class);
        call.requireAnswered(contact.id() != null, "a contact with an id");
        return contact;
    }
}
