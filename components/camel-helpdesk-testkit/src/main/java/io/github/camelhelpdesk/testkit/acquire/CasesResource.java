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

import io.github.camelhelpdesk.testkit.http.Json;

/** Cases as generic objects (acquire.md, section 3; D2 {@code list.md}, {@code get.md}). */
final class CasesResource {

    private static final Set<String> COLUMNS = Set.of("dateCreated", "dateUpdated", "id", "contactId", "closedBy", "visitId",
            "title", "description", "channel", "status", "closingState", "dateQueue", "datePending", "dateActive",
            "dateClosed", "queueId", "parentId");

    void addTo(AcquireRoutes routes) {
        routes.add(AcquirePermission.CASE, "GET", "/crm/objects/case", CasesResource::list);
        routes.add(AcquirePermission.CASE, "GET", "/crm/objects/case/{case}", CasesResource::get);
    }

    private static JsonNode list(AcquireCall call) {
        Listing listing = new Listing(call, COLUMNS);
        return listing.page(listing.matching(call.state().cases.values(), Case::json), each -> view(listing, each, call));
    }

    private static JsonNode get(AcquireCall call) {
        return view(new Listing(call, COLUMNS), call.findCase(call.pathId("case")), call);
    }

    /** A relation stands there only when asked for. */
    private static ObjectNode view(Listing listing, Case each, AcquireCall call) {
        ObjectNode json = listing.selected(each.json());
        if (listing.with("contact")) {
            json.set("contact", each.contact.record());
        }
        if (listing.with("users")) {
            json.set("users", each.participants());
        }
        if (listing.with("messages")) {
            json.set("messages", Json.array(each.messages, Message::json));
        }
        if (listing.with("timeline")) {
            json.set("timeline", each.timeline());
        }
        if (listing.with("cases")) {
            json.set("cases", Json.array(call.state().thread(each.id).stream().filter(other -> other != each).toList(),
                    Case::json));
        }
        return json;
    }
}
