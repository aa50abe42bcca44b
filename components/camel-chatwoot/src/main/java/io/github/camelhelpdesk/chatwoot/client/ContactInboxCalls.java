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
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.chatwoot.model.ChatwootContact;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.http.HttpCall;

/** The calls about the sessions that contacts have in inboxes. */
public final class ContactInboxCalls {

    private final ChatwootCalls calls;

    ContactInboxCalls(ChatwootCalls calls) {
        this.calls = calls;
    }

    /** Gives a contact a session in an inbox, or finds the one it has. */
    public void create(long contactId, long inboxId, String sourceId) {
        calls.send(HttpCall.post(contactPath(contactId) + "/contact_inboxes", session(inboxId, sourceId)), Void.class);
    }

    /** Source ids of the sessions that a contact has in an inbox. */
    public List<String> sourceIds(long contactId, long inboxId) {
        JsonNode contact = calls.send(HttpCall.get(contactPath(contactId)), JsonNode.class).body();
        List<String> ids = new ArrayList<>();
        for (JsonNode session : contact.path("payload").path("contact_inboxes")) {
            String id = session.path("source_id").asText("");
            if (!id.isEmpty() && session.path("inbox").path("id").asLong() == inboxId) {
                ids.add(id);
            }
        }
        return ids;
    }

    /** The contact that has a session in an inbox. */
    public Optional<ChatwootContact> contact(long inboxId, String sourceId) {
        HttpCall call = HttpCall.post(calls.path("/contact_inboxes/filter"), session(inboxId, sourceId));
        try {
            return Optional.of(calls.send(call, ChatwootContact.class).body()).filter(contact -> contact.id() != null);
        } catch (HelpdeskException e) {
            if (e.statusCode() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private String contactPath(long contactId) {
        return calls.path("/contacts/" + contactId);
    }

    private static Map<String, Object> session(long inboxId, String sourceId) {
        return Map.of("inbox_id", inboxId, "source_id", sourceId);
    }
}
