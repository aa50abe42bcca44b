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

import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.HistoryEntry;
import io.github.camelhelpdesk.testkit.http.Json;

/** SMS (acquire.md, section 5). */
final class SmsResource {

    private final AcquireState state;

    SmsResource(AcquireState state) {
        this.state = state;
    }

    void addTo(AcquireRoutes routes) {
        routes.add(AcquirePermission.SMS, "POST", "/voip/send-sms", this::send);
    }

    private JsonNode send(AcquireCall call) {
        ObjectNode body = call.body();
        // This threadId is the id of the case (quirk Q9).
        Case owner = call.findCase(AcquireCall.id(body, "threadId"));
        check(body, owner);
        Message message = state.begin(owner, call.speaker(owner), Message.SMS, AcquireCall.text(body, "Body"), null);
        message.meta = meta(message.text, body.path("From").asText(), international(AcquireCall.text(body, "To")));
        state.commit(message, HistoryEntry.Origin.API);
        return answer(message);
    }

    private static void check(ObjectNode body, Case owner) {
        if (!AcquireSimulator.PHONE_NUMBER.equals(AcquireCall.text(body, "From"))) {
            throw Errors.invalidInput("From is not a connected number");
        }
        if (AcquireCall.id(body, "contactId") != owner.contact.id || AcquireCall.id(body, "timelineId") != owner.timelineId) {
            throw Errors.invalidInput("contactId or timelineId is not that of the case");
        }
        if (!owner.isActive()) {
            throw Errors.invalidInput("only active cases may receive messages");
        }
    }

    /** The text stands here, several times (quirk Q7). */
    static ObjectNode meta(String text, String from, String to) {
        return Json.object().put("To", to).put("to", to).put("SMS", text).put("sid", "SM" + UUID.randomUUID()).put("Body", text)
                .put("From", from).put("body", text).put("from", from).putNull("price").put("status", "queued")
                .put("numMedia", "0");
    }

    private ObjectNode answer(Message message) {
        Case owner = message.owner;
        ObjectNode cas = owner.withPeople();
        cas.set("timeline", owner.timeline());
        ObjectNode data = Json.object();
        data.set("cas", cas);
        data.put("threadId", owner.id);
        data.set("timeline", owner.timeline());
        ObjectNode row = data.putObject("data");
        row.put("message", message.label()).put("msgType", "sms").put("channelType", "voip").putArray("attachments");
        row.put("id", state.nextRow()).put("caseId", owner.id).put("from", message.meta.path("from").asText())
                .put("to", message.meta.path("to").asText()).put("senderType", message.sender.type())
                .put("senderId", message.sender.id()).put("type", message.type).set("meta", message.meta.deepCopy());
        row.put("caseMessageId", message.id).put("timelineId", owner.timelineId).put("contactId", owner.contact.id)
                .put("seen", "yes").put("dateCreated", Times.iso(message.dateCreated)).put("status", "sent").set("sender",
                        message.sender.json());
        row.put("is_new_case", false).put("is_new_contact", false).put("case_id", owner.id).set("cas", cas.deepCopy());
        return data;
    }

    /** The plus that a request may leave out is there in the answer (quirk Q12). */
    private static String international(String number) {
        return number.startsWith("+") ? number : "+" + number;
    }
}
