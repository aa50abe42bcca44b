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
package io.github.camelhelpdesk.chatwoot.client;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.type.TypeReference;

import io.github.camelhelpdesk.chatwoot.client.ChatwootCalls.Payload;
import io.github.camelhelpdesk.chatwoot.model.ChatwootContact;
import io.github.camelhelpdesk.chatwoot.model.ChatwootContactRequest;
import io.github.camelhelpdesk.common.http.HttpCall;

/** The calls about contacts. */
public final class ContactCalls {

    private static final String CONTACTS = "/contacts";

    private final ChatwootCalls calls;

    ContactCalls(ChatwootCalls calls) {
        this.calls = calls;
    }

    /**
     * Contacts with a text somewhere in name, e-mail address, phone number or identifier; 100 calls a minute.
     *
     * @param text what to look for
     * @param limit how many are given at most
     */
    public List<ChatwootContact> search(String text, int limit) {
        List<ChatwootContact> found = new ArrayList<>();
        for (int number = 1; found.size() < limit; number++) {
            HttpCall call = HttpCall.get(calls.path(CONTACTS + "/search")).with("q", text).with("page", number);
            ContactPage page = calls.send(call, ContactPage.class).body();
            found.addAll(page.payload());
            if (!page.hasMore()) {
                break;
            }
        }
        return List.copyOf(found.subList(0, Math.min(limit, found.size())));
    }

    /** Creates a contact; refused with 422 when one of its addresses or its identifier is taken. */
    public ChatwootContact create(ChatwootContactRequest request) {
        HttpCall call = HttpCall.post(calls.path(CONTACTS), request);
        NewContact created = calls.payload(call, new TypeReference<Payload<NewContact>>() {
        }, new NewContact(null));
        ChatwootCalls.requireId(call, created.contact == null ? null : created.contact.id());
        return created.contact;
    }

    private record NewContact(ChatwootContact contact) {
    }
}
