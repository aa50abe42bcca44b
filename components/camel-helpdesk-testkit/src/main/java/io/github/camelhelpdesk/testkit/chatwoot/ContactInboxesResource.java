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

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.testkit.chatwoot.ChatwootRoutes.Access;
import io.github.camelhelpdesk.testkit.http.Answer;

/** A contact's sessions in inboxes (chatwoot.md, section 6). */
final class ContactInboxesResource {

    private final ChatwootState state;
    private final Views views;

    ContactInboxesResource(ChatwootState state, Views views) {
        this.state = state;
        this.views = views;
    }

    void addTo(ChatwootRoutes routes) {
        routes.inAccount(Access.USERS, "POST", "/contacts/{contact}/contact_inboxes", this::findOrCreate);
        routes.inAccount(Access.USERS, "POST", "/contact_inboxes/filter", this::filter);
    }

    private Answer findOrCreate(ChatwootCall call) {
        JsonNode parameters = call.parameters();
        Contact contact = ContactsResource.find(state, call);
        return Answer.ok(views.contactInbox(
                state.contactInbox(contact, inbox(parameters), Parameters.present(parameters, "source_id"))));
    }

    /** The contact of a source id, or 404. */
    private Answer filter(ChatwootCall call) {
        JsonNode parameters = call.parameters();
        String sourceId = Parameters.present(parameters, "source_id");
        if (sourceId == null) {
            throw Errors.notFound();
        }
        return Answer.ok(views.contactWithInboxes(
                state.contactInbox(inbox(parameters), sourceId).orElseThrow(Errors::notFound).contact()));
    }

    private Inbox inbox(JsonNode parameters) {
        Inbox inbox = state.inboxes.get(parameters.path("inbox_id").asLong());
        if (inbox == null) {
            throw Errors.notFound();
        }
        return inbox;
    }
}
