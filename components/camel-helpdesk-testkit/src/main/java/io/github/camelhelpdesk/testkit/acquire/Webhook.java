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

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.http.Json;

/** A registered webhook (acquire.md, section 7). */
final class Webhook {

    static final String CASE_STATUS = "case:status";
    /** The event ids that are known. */
    static final List<String> EVENTS = List.of(CASE_STATUS, "user:case-invite");

    final long id;
    String name;
    String url;
    String status = "active";
    String hmacKey = "";
    List<String> events = List.of();

    Webhook(long id, String name, String url) {
        this.id = id;
        this.name = name;
        this.url = url;
    }

    boolean wants(String event) {
        return status.equals("active") && events.contains(event);
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("id", id).put("name", name).put("url", url).put("urlSkipSsl", "no")
                .put("status", status).put("hmacKey", hmacKey).put("format", "application/json");
        json.set("events", Json.array(events, event -> {
            ObjectNode entry = Json.object().put("event", event);
            entry.putObject("params");
            return entry;
        }));
        return json;
    }
}
