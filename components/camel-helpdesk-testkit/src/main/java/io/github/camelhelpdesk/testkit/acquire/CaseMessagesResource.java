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

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.HistoryEntry;
import io.github.camelhelpdesk.testkit.http.Json;

/** Messages as generic objects (acquire.md, section 3; D2-cm, D2 {@code get.md}, {@code delete-message.md}). */
final class CaseMessagesResource {

    private static final Set<String> COLUMNS = Set.of("id", "caseId", "senderId", "senderType", "type", "message",
            "dateCreated", "dateUpdated", "seen");

    private final AcquireState state;

    CaseMessagesResource(AcquireState state) {
        this.state = state;
    }

    void addTo(AcquireRoutes routes) {
        routes.add(AcquirePermission.CASE, "GET", "/crm/objects/case-message", this::list);
        routes.add(AcquirePermission.CASE, "GET", "/crm/objects/case-message/{message}", this::get);
        routes.add(AcquirePermission.CASE, "DELETE", "/crm/objects/case-message/{message}", this::delete);
    }

    private JsonNode list(AcquireCall call) {
        Listing listing = new Listing(call, COLUMNS);
        return listing.page(listing.matching(state.messages.values(), Message::json), message -> view(listing, message));
    }

    private JsonNode get(AcquireCall call) {
        Message message = call.findMessage(call.pathId("message"));
        ObjectNode json = view(new Listing(call, COLUMNS), message);
        json.set("sender", message.sender.json());
        return json;
    }

    private JsonNode delete(AcquireCall call) {
        state.delete(call.findMessage(call.pathId("message")), HistoryEntry.Origin.API);
        return Json.object().put("deleted", 1);
    }

    private static ObjectNode view(Listing listing, Message message) {
        ObjectNode json = listing.selected(message.json());
        if (listing.with("case")) {
            json.set("case", message.owner.json());
        }
        return json;
    }
}
